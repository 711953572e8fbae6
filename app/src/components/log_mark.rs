//! Which line of the log tells of a change.

use leptos::prelude::*;
use register::audit::Mark;

use crate::words::{Words, t};

/// Characters of a hash that tell two lines apart for the eye.
const SHORT: usize = 12;

/// The beginning of a hash.
pub fn short(hash: &str) -> String {
    hash.chars().take(SHORT).collect()
}

/// The number of the line and the beginning of its hash; nothing for who does not see it.
pub fn log_mark(words: Words, mark: Option<&Mark>) -> Option<impl IntoView + use<>> {
    mark.map(|mark| {
        let (number, hash) = (mark.number.to_string(), short(&mark.hash));
        view! { <p class="small muted">{t!(words, "log-mark", number = number, hash = hash)}</p> }
    })
}
