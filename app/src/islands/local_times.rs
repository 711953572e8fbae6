//! The times of an agenda in the reader's own zone, which only the browser knows: behind the times of
//! an item stands what clocks show then where the reader is. Without
//! JavaScript the meeting's own times and their offset stand alone.

use leptos::prelude::*;

/// Stands on a page with times that name instants, `<time datetime="2023-10-12T16:15:00+04:00">`, in
/// elements marked `data-local-times`.
#[island]
pub fn LocalTimes(
    /// Said behind each time, such as "in your time".
    label: String,
) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    Effect::new(move || browser::tell(&label));
    #[cfg(not(feature = "hydrate"))]
    drop(label);
    view! { <span></span> }
}

#[cfg(feature = "hydrate")]
mod browser {
    use js_sys::{Date, Object, Reflect};
    use wasm_bindgen::{JsCast, JsValue};
    use web_sys::{Document, Element};

    pub fn tell(label: &str) {
        let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
        let language = document
            .document_element()
            .and_then(|root| root.get_attribute("lang"))
            .unwrap_or_else(|| "en".to_owned());
        let Ok(places) = document.query_selector_all("[data-local-times]") else { return };
        for at in 0..places.length() {
            let place = places.item(at).and_then(|node| node.dyn_into::<Element>().ok());
            if let Some(place) = place {
                let _ = tell_in(&document, &place, &language, label);
            }
        }
    }

    /// Nothing where the reader's clocks show the same.
    fn tell_in(
        document: &Document,
        place: &Element,
        language: &str,
        label: &str,
    ) -> Result<(), JsValue> {
        let times = place.query_selector_all("time")?;
        let (mut here, mut there) = (Vec::new(), Vec::new());
        for at in 0..times.length() {
            let Some(time) = times.item(at).and_then(|node| node.dyn_into::<Element>().ok()) else {
                continue;
            };
            let instant = Date::new(&time.get_attribute("datetime").unwrap_or_default().into());
            if instant.get_time().is_nan() {
                return Ok(());
            }
            let options = Object::new();
            for (name, value) in [("hour", "2-digit"), ("minute", "2-digit"), ("hourCycle", "h23")]
            {
                Reflect::set(&options, &name.into(), &value.into())?;
            }
            here.push(String::from(instant.to_locale_time_string_with_options(language, &options)));
            there.push(time.text_content().unwrap_or_default());
        }
        if here != there {
            let said = document.create_element("span")?;
            said.set_class_name("small local-time");
            said.set_text_content(Some(&format!(" ({} {label})", here.join("–"))));
            place.append_child(&said)?;
        }
        Ok(())
    }
}
