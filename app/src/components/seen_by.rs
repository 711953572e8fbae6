//! Who sees a record that not everybody sees.

use domain::sharing::Sharing;
use leptos::prelude::*;

use crate::words::Words;

/// The tag of a record; nothing where everybody sees it.
pub fn seen_by(
    words: Words,
    is_published: bool,
    sharing: Sharing,
) -> Option<impl IntoView + use<>> {
    (!is_published).then(|| {
        let seen_by = words.text(&format!("seen-by-{}", sharing.code()));
        view! { <span class="tag" data-tone="warn">{seen_by}</span> }
    })
}
