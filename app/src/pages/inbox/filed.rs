//! Dossiers and reviews that wait, below each other.

use domain::follow_up::{
    meeting::Bilingual,
    review::{Reading, Review},
    stage::Stage,
};
use leptos::prelude::*;
use register::{following::Entry, inboxes::WaitingDossier};

use crate::{
    pages::follow_up::{
        filed,
        lists::title,
        review::{stage_tag, when},
    },
    words::{Words, t},
};

/// Dossiers, each with its review and with what was asked. `is_own` tells that their State reads the
/// list, not the Network.
pub fn dossiers(words: Words, waiting: &[WaitingDossier], is_own: bool, empty: String) -> AnyView {
    if waiting.is_empty() {
        return view! { <p class="empty">{empty}</p> }.into_any();
    }
    let rows = waiting.iter().map(|waiting| dossier(words, waiting, is_own)).collect_view();
    view! { <ul class="results">{rows}</ul> }.into_any()
}

fn dossier(words: Words, waiting: &WaitingDossier, is_own: bool) -> impl IntoView + use<> {
    let review = waiting.review.as_ref().map(|review| {
        let about = review.content::<Review>().review;
        about.in_language(words.language.code()).to_owned()
    });
    let reading = match waiting.reading {
        _ if is_own => None,
        Reading::Own => Some(("accent", t!(words, "inbox-assigned-to-you"))),
        Reading::Nobodys => Some(("quiet", t!(words, "inbox-assigned-to-nobody"))),
        Reading::Anothers => None,
    };
    let reading =
        reading.map(|(tone, label)| view! { <span class="tag" data-tone=tone>{label}</span> });
    view! {
        <li class="result">
            <h3><a href=words.href(&waiting.dossier.path())>{title(words, &waiting.dossier)}</a></h3>
            <div class="result-meta">
                <span>{review}</span>
                {filed::stage(words, &waiting.dossier)}
                {reading}
                <span class="small">{asked(words, waiting)}</span>
            </div>
        </li>
    }
}

/// How many questions are open, or that all are answered.
fn asked(words: Words, waiting: &WaitingDossier) -> Option<String> {
    match (waiting.questions, waiting.open_questions) {
        (0, _) => None,
        (_, 0) if waiting.dossier.stage == Stage::InformationRequested => {
            Some(t!(words, "inbox-all-answered-file"))
        }
        (_, 0) => Some(t!(words, "inbox-all-answered")),
        (_, open) => Some(t!(words, "inbox-open-questions", count = open)),
    }
}

/// Reviews, each with its dates and by when dossiers are awaited.
pub fn reviews(words: Words, reviews: &[Entry], empty: String) -> AnyView {
    if reviews.is_empty() {
        return view! { <p class="empty">{empty}</p> }.into_any();
    }
    let rows = reviews
        .iter()
        .map(|entry| {
            let about = entry.content::<Review>().review;
            let name = about.in_language(words.language.code()).to_owned();
            let due = about
                .input_due
                .map(|due| format!("{}: {}", t!(words, "review-input-due"), words.date(due)));
            let to = format!("{}#own", words.href(&entry.path()));
            view! {
                <li class="result">
                    <h3><a href=to>{name}</a></h3>
                    <div class="result-meta">
                        {stage_tag(words, entry)}
                        <span>{when(words, &about)}</span>
                        <span class="small">{due}</span>
                    </div>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="results">{rows}</ul> }.into_any()
}
