//! What waits for an account of the Network: dossiers to read, practices, and what the Network itself
//! has not carried out in time.

use leptos::prelude::*;
use register::{Error, following::Entry};

use super::filed::dossiers;
use crate::{
    page::Page,
    pages::follow_up::lists::entry_list,
    request::Request,
    words::{Words, t},
};

/// Shows the inbox.
///
/// # Errors
/// [`Error::NotAllowed`] for who is not of the Network.
pub async fn show(request: &Request) -> Result<Page, Error> {
    let words = request.words;
    let found = request.register.inbox_of_network(&request.actor).await?;
    let shown = Page::new(t!(words, "inbox"), move || {
        view! {
            <h1>{t!(words, "inbox")}</h1>
            <p class="lede">{t!(words, "inbox-about-network")}</p>
            <section class="card">
                <h2>{t!(words, "inbox-dossiers")}</h2>
                <p class="hint">{t!(words, "inbox-dossiers-about")}</p>
                {dossiers(words, &found.dossiers, false, t!(words, "inbox-no-dossiers"))}
                <p><a href=words.href("/reviews")>{t!(words, "inbox-to-reviews")}</a></p>
            </section>
            <section class="card">
                <h2>{t!(words, "inbox-practices")}</h2>
                {list(words, &found.practices, t!(words, "inbox-no-practices"), "/practices", t!(words, "inbox-all-practices"))}
            </section>
            <section class="card">
                <h2>{t!(words, "inbox-late")}</h2>
                {list(words, &found.late, t!(words, "inbox-no-late"), "/commitments?owner=network&overdue=1", t!(words, "inbox-all-late"))}
                <p><a href=words.href("/deadlines")>{t!(words, "deadlines-all")}</a></p>
            </section>
        }
    });
    Ok(shown.private())
}

/// Entries, and the way to the whole list where there are more.
fn list(
    words: Words,
    (entries, more): &(Vec<Entry>, bool),
    empty: String,
    all: &str,
    to_all: String,
) -> impl IntoView + use<> {
    let to_all = more.then(|| view! { <p><a href=words.href(all)>{to_all}</a></p> });
    view! { {entry_list(words, &entries.iter().collect::<Vec<_>>(), empty)} {to_all} }
}
