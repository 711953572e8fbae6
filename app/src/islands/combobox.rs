//! A select with many options becomes a combobox: one types a part of the name and chooses from
//! what is left, with the keyboard or the pointer (ARIA authoring practices, combobox with list).
//! Without JavaScript the select stays what it is; with it the select still carries the value.

use leptos::prelude::*;

/// Wraps a `<select>`, which is its only child.
#[island]
pub fn Combobox(
    /// What is said where no option holds what was typed.
    nothing_found: String,
    children: Children,
) -> impl IntoView {
    let wrapper = NodeRef::<leptos::html::Div>::new();
    #[cfg(feature = "hydrate")]
    Effect::new(move || {
        if let Some(wrapper) = wrapper.get() {
            browser::enhance(&wrapper, &nothing_found);
        }
    });
    #[cfg(not(feature = "hydrate"))]
    drop(nothing_found);
    view! { <div class="combobox" node_ref=wrapper>{children()}</div> }
}

#[cfg(feature = "hydrate")]
mod browser {
    use std::{cell::RefCell, rc::Rc};

    use wasm_bindgen::{JsCast, prelude::Closure};
    use web_sys::{
        Document, Element, Event, EventTarget, HtmlElement, HtmlInputElement, HtmlOptionElement,
        HtmlSelectElement, KeyboardEvent,
    };

    /// Options shown at once; whoever needs another types more of its name.
    const MOST: usize = 60;

    struct Combobox {
        document: Document,
        select: HtmlSelectElement,
        input: HtmlInputElement,
        list: HtmlElement,
        nothing_found: String,
        active: Option<usize>,
    }

    /// Puts an input and a list in front of the select.
    pub fn enhance(wrapper: &HtmlElement, nothing_found: &str) {
        let Some(made) = make(wrapper, nothing_found) else { return };
        let (input, list) = (made.input.clone(), made.list.clone());
        let combobox = Rc::new(RefCell::new(made));
        on(&input, "input", &combobox, |combobox, _| combobox.open(true));
        on(&input, "click", &combobox, |combobox, _| combobox.open(false));
        on(&input, "keydown", &combobox, |combobox, event| {
            if let Ok(event) = event.dyn_into::<KeyboardEvent>() {
                combobox.key(&event);
            }
        });
        on(&input, "blur", &combobox, |combobox, _| combobox.leave());
        // Before the blur, so that the list is still there to be chosen from.
        on(&list, "pointerdown", &combobox, |combobox, event| {
            event.prevent_default();
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            if let Some(value) = target.and_then(|target| target.get_attribute("data-value")) {
                combobox.choose(&value);
            }
        });
        // A field that was to have the focus gives it to what the person uses.
        if combobox.borrow().select.has_attribute("autofocus") {
            let _ = input.focus();
        }
        let _ = wrapper.set_attribute("data-ready", "");
    }

    fn make(wrapper: &HtmlElement, nothing_found: &str) -> Option<Combobox> {
        let document = wrapper.owner_document()?;
        let select =
            wrapper.query_selector("select").ok()??.dyn_into::<HtmlSelectElement>().ok()?;
        let input = document.create_element("input").ok()?.dyn_into::<HtmlInputElement>().ok()?;
        let list = document.create_element("ul").ok()?.dyn_into::<HtmlElement>().ok()?;
        let id = select.id();
        let list_id = format!("{id}-list");
        list.set_id(&list_id);
        list.set_class_name("listbox");
        list.set_hidden(true);
        let _ = list.set_attribute("role", "listbox");
        // The label belongs to what the person uses.
        select.set_id(&format!("{id}-select"));
        select.set_tab_index(-1);
        input.set_id(&id);
        for (name, value) in [
            ("type", "text"),
            ("role", "combobox"),
            ("autocomplete", "off"),
            ("spellcheck", "false"),
            ("aria-autocomplete", "list"),
            ("aria-expanded", "false"),
            ("aria-controls", list_id.as_str()),
        ] {
            let _ = input.set_attribute(name, value);
        }
        for name in ["aria-describedby", "aria-invalid"] {
            if let Some(value) = select.get_attribute(name) {
                let _ = input.set_attribute(name, &value);
            }
        }
        if let Some(label) = document.query_selector(&format!("label[for='{id}']")).ok().flatten() {
            let _ = list.set_attribute("aria-label", &label.text_content().unwrap_or_default());
        }
        wrapper.append_child(&input).ok()?;
        wrapper.append_child(&list).ok()?;
        let combobox = Combobox {
            document,
            select,
            input,
            list,
            nothing_found: nothing_found.to_owned(),
            active: None,
        };
        combobox.show_chosen();
        Some(combobox)
    }

    fn on(
        target: &EventTarget,
        name: &str,
        combobox: &Rc<RefCell<Combobox>>,
        act: impl Fn(&mut Combobox, Event) + 'static,
    ) {
        let combobox = Rc::clone(combobox);
        let closure = Closure::<dyn FnMut(Event)>::new(move |event| {
            // An event that comes while another is handled (a blur within a choice) has nothing to add.
            if let Ok(mut combobox) = combobox.try_borrow_mut() {
                act(&mut combobox, event);
            }
        });
        let _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
        // It lives as long as the page.
        closure.forget();
    }

    impl Combobox {
        /// Code, name and other usual names of each option.
        fn options(&self) -> Vec<(String, String, String)> {
            let options = self.select.options();
            (0..options.length())
                .filter_map(|at| options.item(at)?.dyn_into::<HtmlOptionElement>().ok())
                .filter(|option| !option.value().is_empty())
                .map(|option| {
                    let also = option.get_attribute("data-also").unwrap_or_default();
                    (option.value(), option.text(), also)
                })
                .collect()
        }

        fn show_chosen(&self) {
            let value = self.select.value();
            let text = self
                .options()
                .into_iter()
                .find(|(code, ..)| *code == value)
                .map(|(_, text, _)| text);
            self.input.set_value(&text.unwrap_or_default());
        }

        /// Opens the list with what holds the typed text, or with everything.
        fn open(&mut self, filtered: bool) {
            let typed = if filtered { fold(&self.input.value()) } else { String::new() };
            self.list.set_inner_html("");
            let mut found = 0;
            // By name first, then by what a place is also called.
            let (named, others): (Vec<_>, Vec<_>) = self
                .options()
                .into_iter()
                .partition(|(_, text, _)| typed.is_empty() || fold(text).contains(&typed));
            let also = others.into_iter().filter(|(.., also)| fold(also).contains(&typed));
            for (code, text, _) in named.into_iter().chain(also).take(MOST) {
                self.add(found, &code, &text);
                found += 1;
            }
            if found == 0
                && let Ok(item) = self.document.create_element("li")
            {
                item.set_text_content(Some(&self.nothing_found));
                let _ = self.list.append_child(&item);
            }
            self.list.set_hidden(false);
            let _ = self.input.set_attribute("aria-expanded", "true");
            self.activate(if filtered && found > 0 { Some(0) } else { None });
        }

        fn add(&self, number: usize, code: &str, text: &str) {
            let Ok(item) = self.document.create_element("li") else { return };
            item.set_id(&format!("{}-{number}", self.list.id()));
            item.set_text_content(Some(text));
            let _ = item.set_attribute("role", "option");
            let _ = item.set_attribute("data-value", code);
            let _ = self.list.append_child(&item);
        }

        fn items(&self) -> Vec<Element> {
            let items = self.list.children();
            (0..items.length())
                .filter_map(|at| items.item(at))
                .filter(|item| item.has_attribute("data-value"))
                .collect()
        }

        fn activate(&mut self, number: Option<usize>) {
            self.active = number;
            let _ = self.input.remove_attribute("aria-activedescendant");
            for (at, item) in self.items().iter().enumerate() {
                let is_active = Some(at) == number;
                let _ =
                    item.set_attribute("aria-selected", if is_active { "true" } else { "false" });
                if is_active {
                    let _ = self.input.set_attribute("aria-activedescendant", &item.id());
                    item.scroll_into_view_with_bool(false);
                }
            }
        }

        fn key(&mut self, event: &KeyboardEvent) {
            let is_open = !self.list.hidden();
            let items = self.items();
            match event.key().as_str() {
                "ArrowDown" | "ArrowUp" if !is_open => {
                    event.prevent_default();
                    self.open(false);
                }
                "ArrowDown" if !items.is_empty() => {
                    event.prevent_default();
                    self.activate(Some(self.active.map_or(0, |active| (active + 1) % items.len())));
                }
                "ArrowUp" if !items.is_empty() => {
                    event.prevent_default();
                    let last = items.len() - 1;
                    self.activate(Some(
                        self.active.map_or(last, |active| active.checked_sub(1).unwrap_or(last)),
                    ));
                }
                "Enter" if is_open => {
                    event.prevent_default();
                    if let Some(value) = self
                        .active
                        .and_then(|active| items.get(active))
                        .and_then(|item| item.get_attribute("data-value"))
                    {
                        self.choose(&value);
                    }
                }
                "Escape" if is_open => {
                    event.prevent_default();
                    self.show_chosen();
                    self.close();
                }
                _ => {}
            }
        }

        fn choose(&mut self, value: &str) {
            self.select.set_value(value);
            self.show_chosen();
            self.close();
            // What listens to the select, such as the filters, hears of it.
            if let Ok(event) = Event::new("change") {
                event.init_event_with_bubbles("change", true);
                let _ = self.select.dispatch_event(&event);
            }
        }

        /// Leaving takes what is marked in the list, which is what a person sees chosen; takes the
        /// choice away where nothing is typed; and otherwise goes back to what was chosen.
        fn leave(&mut self) {
            let typed = self.input.value();
            let items = self.items();
            let marked =
                self.active.and_then(|active| items.get(active)?.get_attribute("data-value"));
            if typed.trim().is_empty() && !self.select.value().is_empty() {
                self.choose("");
            } else if let Some(code) =
                marked.filter(|code| !typed.trim().is_empty() && *code != self.select.value())
            {
                self.choose(&code);
            }
            self.show_chosen();
            self.close();
        }

        fn close(&mut self) {
            self.list.set_hidden(true);
            self.active = None;
            let _ = self.input.set_attribute("aria-expanded", "false");
            let _ = self.input.remove_attribute("aria-activedescendant");
        }
    }

    /// Lower case, without diacritics, by the browser's own tables.
    fn fold(text: &str) -> String {
        js_sys::JsString::from(text.trim())
            .normalize("NFD")
            .as_string()
            .unwrap_or_default()
            .chars()
            .filter(|char| !('\u{300}'..='\u{36f}').contains(char))
            .flat_map(char::to_lowercase)
            .collect()
    }
}
