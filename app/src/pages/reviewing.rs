//! The practices that wait for the reader's word as a reviewer.

use leptos::prelude::*;
use register::{Error, following::Entry};

use super::follow_up::lists::entry_list;
use crate::{components::pager::before_and_after, page::Page, request::Request, words::t};

/// Where the list is.
pub const PATH: &str = "/reviewing";

/// Shows a page of the list.
///
/// # Errors
/// [`Error::NotAllowed`] for who is no reviewer.
pub async fn show(request: &Request) -> Result<Page, Error> {
    let words = request.words;
    let page = request.page();
    let (waiting, more) = request.register.reviewing(&request.actor, page).await?;
    let shown = Page::new(t!(words, "reviewing"), move || {
        let waiting: Vec<&Entry> = waiting.iter().collect();
        view! {
            <h1>{t!(words, "reviewing")}</h1>
            <p class="lede">{t!(words, "reviewing-about")}</p>
            <section class="stack">
                <h2>{t!(words, "reviewing-waiting")}</h2>
                {entry_list(words, &waiting, t!(words, "reviewing-nothing"))}
                {before_and_after(words, page, more, |page| format!("{PATH}?page={}", page + 1))}
            </section>
            <p><a href=words.href("/practices")>{t!(words, "practice-list-title")}</a></p>
        }
    });
    Ok(shown.private())
}
