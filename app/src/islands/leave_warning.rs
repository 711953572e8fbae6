//! Leaving a form with something typed and not saved asks first. Without JavaScript the browser keeps
//! what was typed when one goes back.

use leptos::prelude::*;

/// Stands on a page with a form marked `data-warn`.
#[island]
pub fn LeaveWarning() -> impl IntoView {
    #[cfg(feature = "hydrate")]
    Effect::new(|_| browser::watch());
    view! { <span></span> }
}

#[cfg(feature = "hydrate")]
mod browser {
    use std::{cell::Cell, rc::Rc};

    use wasm_bindgen::{JsCast, prelude::Closure};
    use web_sys::{Event, EventTarget};

    pub fn watch() {
        let Some(window) = web_sys::window() else { return };
        let form = window
            .document()
            .and_then(|document| document.query_selector("form[data-warn]").ok()?);
        let Some(form) = form else { return };
        // Shown again with what was typed, or with a row more: something is not saved already.
        let is_open = Rc::new(Cell::new(false));
        let typed = Rc::clone(&is_open);
        on(&form, "input", move |_| typed.set(true));
        let chosen = Rc::clone(&is_open);
        on(&form, "change", move |_| chosen.set(true));
        let sent = Rc::clone(&is_open);
        on(&form, "submit", move |_| sent.set(false));
        on(&window, "beforeunload", move |event| {
            if is_open.get() {
                event.prevent_default();
            }
        });
    }

    fn on(target: &EventTarget, name: &str, act: impl Fn(Event) + 'static) {
        let closure = Closure::<dyn FnMut(Event)>::new(act);
        let _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
        // It lives as long as the page.
        closure.forget();
    }
}
