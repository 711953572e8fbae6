//! The token that every form carries back, so that no other site can make one.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering::Relaxed},
};

use leptos::prelude::*;

/// The name of the field that holds it.
pub const FORM_TOKEN: &str = "form-token";

/// What the forms of a page carry. A page is rendered with it in its context, because forms stand deep
/// within pages, and notes whether there was one: a page without a form holds nothing of its reader.
#[derive(Clone, Debug)]
pub struct FormToken {
    text: Arc<str>,
    is_carried: Arc<AtomicBool>,
}

impl FormToken {
    /// The token of whoever the page is for.
    pub fn new(text: &str) -> Self {
        Self { text: text.into(), is_carried: Arc::default() }
    }

    /// Whether a form of the page carries it, once the page is rendered.
    pub fn is_carried(&self) -> bool {
        self.is_carried.load(Relaxed)
    }
}

/// Stands first in every form that is posted.
///
/// # Panics
/// Where a page is rendered without a token: its forms would all be refused.
pub fn form_token() -> impl IntoView + use<> {
    let token = expect_context::<FormToken>();
    token.is_carried.store(true, Relaxed);
    // Some browsers fill a page that is loaded again with the values from before.
    view! { <input type="hidden" name=FORM_TOKEN value=token.text.to_string() autocomplete="off" /> }
}
