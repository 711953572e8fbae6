//! The practices that wait for the reader's word as a reviewer.

use leptos::prelude::*;
use register::{Error, following::Entry};

use super::follow_up::lists::{address, entry_list};
use crate::{page::Page, request::Request, words::t};

/// Where the list is.
pub const PATH: &str = "/reviewing";

/// Shows a page of the list.
///
/// # Errors
/// [`Error::NotAllowed`] for who is no reviewer.
pub async fn show(request: &Request) -> Result<Page, Error> {
    let words = request.words;
    let page = request.parameter("page").and_then(|page| page.parse::<u64>().ok()).unwrap_or(1);
    let page = page.clamp(1, 4000) - 1;
    let (waiting, more) = request.register.reviewing(&request.actor, page).await?;
    let shown = Page::new(t!(words, "reviewing"), move || {
        let at = |page: u64| words.href(&address(PATH, &[("page", (page + 1).to_string())]));
        let earlier = (page > 0).then(
            || view! { <a class="button quiet" href=at(page - 1)>{t!(words, "page-previous")}</a> },
        );
        let later = more.then(
            || view! { <a class="button quiet" href=at(page + 1)>{t!(words, "page-next")}</a> },
        );
        let pages =
            (page > 0 || more).then(|| view! { <div class="form-actions">{earlier} {later}</div> });
        let waiting: Vec<&Entry> = waiting.iter().collect();
        view! {
            <h1>{t!(words, "reviewing")}</h1>
            <p class="lede">{t!(words, "reviewing-about")}</p>
            <section class="stack">
                <h2>{t!(words, "reviewing-waiting")}</h2>
                {entry_list(words, &waiting, t!(words, "reviewing-nothing"))}
                {pages}
            </section>
            <p><a href=words.href("/practices")>{t!(words, "practice-list-title")}</a></p>
        }
    });
    Ok(shown.private())
}
