//! Filters that apply as one types: the same page is fetched with the form's query, and its results
//! and counts take the place of those shown. Without JavaScript the form has a button.

use leptos::prelude::*;

/// Stands within the form that it watches. `region` is the id of what is replaced; `status` tells
/// readers who don't see it that the list has changed.
#[island]
pub fn LiveFilter(
    /// The id of the form.
    form: String,
    /// The id of what is replaced by the same of the fetched page.
    region: String,
) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    Effect::new(move || browser::watch(&form, &region));
    #[cfg(not(feature = "hydrate"))]
    drop((form, region));
    view! { <span></span> }
}

#[cfg(feature = "hydrate")]
mod browser {
    use std::{cell::Cell, rc::Rc};

    use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
    use wasm_bindgen_futures::{JsFuture, spawn_local};
    use web_sys::{
        Document, DomParser, Element, Event, FormData, HtmlElement, HtmlFormElement, Response,
        SupportedType, UrlSearchParams,
    };

    /// The id of the choices with their counts.
    const SETS: &str = "facet-sets";
    /// Milliseconds of rest after which typing counts as done.
    const REST: i32 = 250;

    pub fn watch(form: &str, region: &str) {
        let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
        let Some(element) = document.get_element_by_id(form) else { return };
        let Ok(form) = element.dyn_into::<HtmlFormElement>() else { return };
        let latest = Rc::new(Cell::new(0_u32));
        let region = region.to_owned();
        let target = form.clone();
        let closure = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            // The text of a combobox is no field of the form; its choice comes as a change.
            let is_combobox = event
                .target()
                .and_then(|target| target.dyn_into::<Element>().ok())
                .is_some_and(|target| target.get_attribute("role").as_deref() == Some("combobox"));
            if is_combobox {
                return;
            }
            let turn = latest.get() + 1;
            latest.set(turn);
            let (latest, form, region) = (Rc::clone(&latest), form.clone(), region.clone());
            // A choice is a step to go back to; each letter typed is none.
            let is_step = event.type_() == "change" && !is_text(&event);
            let rest = if event.type_() == "input" { REST } else { 0 };
            spawn_local(async move {
                sleep(rest).await;
                if latest.get() == turn {
                    let _ = apply(&form, &region, is_step, &|| latest.get() == turn).await;
                }
            });
        });
        for name in ["input", "change"] {
            let _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
        }
        closure.forget();
        // Back shows the page as the address then says.
        let back = Closure::<dyn FnMut(Event)>::new(|_| {
            if let Some(window) = web_sys::window() {
                let _ = window.location().reload();
            }
        });
        if let Some(window) = web_sys::window() {
            let _ =
                window.add_event_listener_with_callback("popstate", back.as_ref().unchecked_ref());
        }
        back.forget();
    }

    fn is_text(event: &Event) -> bool {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        target.is_some_and(|target| {
            matches!(target.get_attribute("type").as_deref(), Some("search" | "text"))
        })
    }

    async fn sleep(milliseconds: i32) {
        let promise = js_sys::Promise::new(&mut |resolve, _| {
            if let Some(window) = web_sys::window() {
                let _ = window
                    .set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
            }
        });
        let _ = JsFuture::from(promise).await;
    }

    /// Fetches the page for the form's query and shows its part. A line that fails leaves what is
    /// shown; the button still works.
    async fn apply(
        form: &HtmlFormElement,
        region: &str,
        is_step: bool,
        is_latest: &dyn Fn() -> bool,
    ) -> Result<(), JsValue> {
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        let document = window.document().ok_or(JsValue::NULL)?;
        let address =
            format!("{}?{}", form.action().split('?').next().unwrap_or_default(), query(form)?);
        let response: Response =
            JsFuture::from(window.fetch_with_str(&address)).await?.dyn_into()?;
        if !response.ok() {
            return Ok(());
        }
        let text = JsFuture::from(response.text()?).await?.as_string().unwrap_or_default();
        if !is_latest() {
            return Ok(());
        }
        let fetched = DomParser::new()?.parse_from_string(&text, SupportedType::TextHtml)?;
        replace(&document, &fetched, region);
        choices(&document, &fetched)?;
        languages(&document, &fetched)?;
        let history = window.history()?;
        if is_step {
            history.push_state_with_url(&JsValue::NULL, "", Some(&address))
        } else {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
        }
    }

    /// The form's query without what is empty.
    fn query(form: &HtmlFormElement) -> Result<String, JsValue> {
        let fields = FormData::new_with_form(form)?;
        let query = UrlSearchParams::new()?;
        let entries = js_sys::try_iter(&fields)?.ok_or(JsValue::NULL)?;
        for entry in entries {
            let entry = js_sys::Array::from(&entry?);
            if let (Some(name), Some(value)) = (entry.get(0).as_string(), entry.get(1).as_string())
                && !value.is_empty()
            {
                query.append(&name, &value);
            }
        }
        Ok(query.to_string().into())
    }

    fn replace(document: &Document, fetched: &Document, region: &str) {
        if let (Some(old), Some(new)) =
            (document.get_element_by_id(region), fetched.get_element_by_id(region))
        {
            old.set_inner_html(&new.inner_html());
        }
    }

    /// The choices with their counts. What has the focus keeps it, what was opened stays open.
    fn choices(document: &Document, fetched: &Document) -> Result<(), JsValue> {
        let opened: Vec<bool> =
            details(document)?.iter().map(|d| d.has_attribute("open")).collect();
        let focused = document.active_element().and_then(|focused| {
            Some((focused.get_attribute("name")?, focused.get_attribute("value")?))
        });
        replace(document, fetched, SETS);
        // The same sets stand in the same order unless one came or went.
        let now = details(document)?;
        if now.len() == opened.len() {
            for (details, was_open) in now.iter().zip(opened) {
                if was_open {
                    details.set_attribute("open", "")?;
                }
            }
        }
        if let Some((name, value)) = focused {
            let same = format!("#{SETS} input[name='{name}'][value='{value}']");
            let input = document.query_selector(&same)?;
            if let Some(input) = input.and_then(|input| input.dyn_into::<HtmlElement>().ok()) {
                input.focus()?;
            }
        }
        Ok(())
    }

    fn details(document: &Document) -> Result<Vec<Element>, JsValue> {
        let found = document.query_selector_all(&format!("#{SETS} details"))?;
        Ok((0..found.length())
            .filter_map(|at| found.item(at)?.dyn_into::<Element>().ok())
            .collect())
    }

    /// The other language's page asks the same.
    fn languages(document: &Document, fetched: &Document) -> Result<(), JsValue> {
        let links = document.query_selector_all("a[hreflang]")?;
        for at in 0..links.length() {
            let Some(link) = links.item(at).and_then(|link| link.dyn_into::<Element>().ok()) else {
                continue;
            };
            let language = link.get_attribute("hreflang").unwrap_or_default();
            let same = fetched.query_selector(&format!("a[hreflang='{language}']"))?;
            if let Some(to) = same.and_then(|same| same.get_attribute("href")) {
                link.set_attribute("href", &to)?;
            }
        }
        Ok(())
    }
}
