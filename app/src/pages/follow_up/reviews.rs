//! The reviews there are: regional reviews and the forum to which they lead.

use domain::{
    follow_up::{EntryKind, meeting::Bilingual, review::Review, stage::Stage},
    policy::may_begin,
};
use leptos::prelude::*;
use register::{
    Error,
    following::{Entry, Wanted},
};

use super::review::{stage_tag, when};
use crate::{
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Shows the list.
///
/// # Errors
/// When the register does not answer.
pub async fn show(request: &Request) -> Result<Page, Error> {
    let words = request.words;
    let wanted = Wanted { kind: Some(EntryKind::Review), ..Wanted::default() };
    let mut reviews = request.register.entries_of(&request.actor, &wanted).await?;
    reviews.sort_by_key(|review| review.content::<Review>().review.from);
    let may_begin = may_begin(&request.actor, EntryKind::Review, None);
    let state = request.actor.state().map(str::to_owned);
    Ok(Page::new(t!(words, "reviews-title"), move || {
        let rows: Vec<_> =
            reviews.iter().map(|entry| row(words, entry, state.as_deref())).collect();
        let list = if rows.is_empty() {
            view! { <p class="empty">{t!(words, "reviews-empty")}</p> }.into_any()
        } else {
            view! { <ul class="results">{rows}</ul> }.into_any()
        };
        let new = may_begin.then(|| {
            view! { <a class="button" href=words.href("/reviews/new")>{t!(words, "entry-began", kind = t!(words, "entry-kind-review"))}</a> }
        });
        view! {
            <div class="cluster"><h1>{t!(words, "reviews-title")}</h1> {new}</div>
            <p class="lede">{t!(words, "reviews-about")}</p>
            {list}
            <p><a href=words.href("/frozen")>{t!(words, "frozen-title")}</a></p>
        }
    }))
}

fn row(words: Words, entry: &Entry, state: Option<&str>) -> impl IntoView + use<> {
    let review = entry.content::<Review>();
    let about = &review.review;
    let draft = entry
        .published_at
        .is_none()
        .then(|| view! { <span class="tag" data-tone="warn">{t!(words, "draft")}</span> });
    // A member of the commission sees at a glance which reviews are its own.
    let own = state.filter(|state| review.is_open_to(state)).and_then(|state| {
        let said = match review.takes_part(state) {
            Some(true) => t!(words, "review-you-take-part"),
            Some(false) => t!(words, "review-you-do-not"),
            None if entry.stage == Stage::Concluded => return None,
            None => t!(words, "review-you-may"),
        };
        Some(view! { <span class="tag" data-tone="accent">{said}</span> })
    });
    view! {
        <li class="result">
            <h2><a href=words.href(&entry.path())>{about.in_language(words.language.code()).to_owned()}</a></h2>
            <div class="result-meta">
                {draft} {stage_tag(words, entry)} {own}
                <span>{when(words, about)}</span>
                <span class="small">{about.place(words.language.code()).map(str::to_owned)}</span>
            </div>
        </li>
    }
}
