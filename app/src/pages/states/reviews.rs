//! A State's reviews: those in which it may take part, what it said of that, and its published
//! dossiers.

use domain::follow_up::{meeting::Bilingual, review::Review};
use leptos::prelude::*;
use register::following::Entry;

use crate::{
    pages::follow_up::review::{stage_tag, when},
    words::{Words, t},
};

/// The card; nothing for a State that has no review.
pub fn card(
    words: Words,
    code: &str,
    reviews: &[Entry],
    dossiers: &[Entry],
) -> Option<impl IntoView + use<>> {
    let mut open: Vec<(&Entry, Review)> = reviews
        .iter()
        .map(|entry| (entry, entry.content::<Review>()))
        .filter(|(_, review)| review.is_open_to(code))
        .collect();
    open.sort_by_key(|(_, review)| review.review.from);
    let published = |id: i64| {
        dossiers.iter().find(|dossier| dossier.parent == Some(id) && dossier.published_at.is_some())
    };
    (!open.is_empty()).then(|| {
        let rows = open
            .iter()
            .map(|(entry, review)| row(words, code, entry, review, published(entry.id)))
            .collect_view();
        view! {
            <section class="card" id="reviews">
                <h2>{t!(words, "state-reviews")}</h2>
                <p class="hint">{t!(words, "state-reviews-about")}</p>
                <ul class="results">{rows}</ul>
            </section>
        }
    })
}

fn row(
    words: Words,
    code: &str,
    entry: &Entry,
    review: &Review,
    dossier: Option<&Entry>,
) -> impl IntoView + use<> {
    let about = &review.review;
    let (tone, said) = match review.takes_part(code) {
        Some(true) => ("force", t!(words, "state-takes-part")),
        Some(false) => ("ended", t!(words, "state-takes-no-part")),
        None => ("quiet", t!(words, "state-may-take-part")),
    };
    let dossier = dossier.map(|dossier| {
        view! { <a href=words.href(&dossier.path())>{t!(words, "state-dossier")}</a> }
    });
    let name = about.in_language(words.language.code()).to_owned();
    view! {
        <li class="result">
            <h3><a href=words.href(&entry.path())>{name}</a></h3>
            <div class="result-meta">
                {stage_tag(words, entry)}
                <span class="tag" data-tone=tone>{said}</span>
                <span>{when(words, about)}</span>
                {dossier}
            </div>
        </li>
    }
}
