//! While the register is maintained it can be read, and nothing is saved.

use leptos::prelude::*;

use crate::words::{Words, t};

/// Whether the register is being maintained. A page is rendered with it in its context, because what was
/// not saved is said deep within forms.
#[derive(Clone, Copy, Debug)]
pub struct IsMaintained(pub bool);

/// What every page says first while the register is maintained.
pub fn banner(words: Words) -> impl IntoView + use<> {
    view! {
        <aside class="wrap" aria-label=t!(words, "maintained-label")>
            <p class="notice" data-tone="warn">{t!(words, "maintained-banner")}</p>
        </aside>
    }
}

/// What is said above a form that was not saved, and holds what was typed.
pub fn not_saved(words: Words) -> String {
    if use_context::<IsMaintained>().is_some_and(|is| is.0) {
        t!(words, "maintained-text-kept")
    } else {
        t!(words, "not-saved-text-kept")
    }
}
