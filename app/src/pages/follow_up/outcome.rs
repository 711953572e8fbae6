//! On a review's page: the papers of its outcome that were made last, and the form to ask for one.

use domain::{
    jobs::{JobKind, JobState},
    policy::may_ask_for_outcome,
};
use leptos::prelude::*;
use register::{following::Entry, jobs::Job};
use strum::VariantArray;

use crate::{
    components::form_token::form_token,
    request::Request,
    words::{Language, Words, t},
};

/// The card; nothing for who may not have a report made and finds none.
pub fn card(request: &Request, entry: &Entry, papers: &[Job]) -> Option<impl IntoView + use<>> {
    let words = request.words;
    let may_ask = may_ask_for_outcome(&request.actor, entry.stage, entry.published_at.is_some());
    if !may_ask && papers.is_empty() {
        return None;
    }
    let made = papers.iter().map(|job| row(words, entry, job)).collect_view();
    let made = (!papers.is_empty()).then(|| view! { <ul class="results">{made}</ul> });
    let form = may_ask.then(|| form(words, entry));
    Some(view! {
        <section class="card" id="outcome">
            <h2>{t!(words, "outcome-report")}</h2>
            <p class="hint">{t!(words, "outcome-about")}</p>
            {made}
            {form}
        </section>
    })
}

/// What a paper is, with its language and whether it is provisional.
pub fn name(words: Words, job: &Job) -> String {
    let kind = words.text(&format!("job-kind-{}", <&str>::from(job.kind)));
    let language = Language::from_code(&job.language).unwrap_or_default();
    let name = t!(words, "job-in-language", kind = kind, language = language.own_name());
    if job.frozen.is_some() {
        name
    } else {
        format!("{name} · {}", t!(words, "outcome-provisional"))
    }
}

fn row(words: Words, entry: &Entry, job: &Job) -> impl IntoView + use<> {
    let page = words.href(&format!("/jobs/{}", job.id));
    let name = name(words, job);
    let state = match (job.state, job.ended_at) {
        (JobState::Done, Some(at)) => {
            let file = words.href(&format!("/jobs/{}/file", job.id));
            view! {
                <span>{t!(words, "job-made-on", instant = words.instant(at))}</span>
                <a href=file>{t!(words, "job-download")} <span class="visually-hidden">": " {name.clone()}</span></a>
            }
            .into_any()
        }
        (JobState::Failed, _) => view! {
            <span class="tag" data-tone="warn">{t!(words, "job-failed")}</span>
            {again(words, &entry.path(), job)}
        }
        .into_any(),
        _ => view! { <span class="tag" data-tone="partly">{t!(words, "job-under-way")}</span> }
            .into_any(),
    };
    view! {
        <li class="result">
            <h3><a href=page>{name}</a></h3>
            <div class="result-meta">{state}</div>
        </li>
    }
}

/// The button with which the same is asked for again.
pub fn again(words: Words, review: &str, job: &Job) -> impl IntoView + use<> {
    let kind = <&str>::from(job.kind);
    view! {
        <form method="post" action=words.href(&format!("{review}/outcome"))>
            {form_token()}
            <input type="hidden" name="kind" value=kind />
            <input type="hidden" name="language" value=job.language.clone() />
            <button class="button quiet">{t!(words, "job-try-again")}</button>
        </form>
    }
}

fn form(words: Words, entry: &Entry) -> impl IntoView + use<> {
    let languages = Language::ALL
        .into_iter()
        .map(|language| {
            let is_chosen = language == words.language;
            view! { <option value=language.code() selected=is_chosen>{language.own_name()}</option> }
        })
        .collect_view();
    let kinds = JobKind::VARIANTS
        .iter()
        .map(|kind| {
            let code = <&str>::from(*kind);
            view! { <option value=code>{words.text(&format!("job-kind-{code}"))}</option> }
        })
        .collect_view();
    view! {
        <form class="form" method="post" action=words.href(&format!("{}/outcome", entry.path()))>
            {form_token()}
            <div class="field-row">
                <div class="field">
                    <label for="outcome-kind">{t!(words, "outcome-kind")}</label>
                    <select id="outcome-kind" name="kind">{kinds}</select>
                </div>
                <div class="field">
                    <label for="outcome-language">{t!(words, "outcome-language")}</label>
                    <select id="outcome-language" name="language">{languages}</select>
                </div>
            </div>
            <div class="form-actions"><button class="button">{t!(words, "outcome-make")}</button></div>
        </form>
    }
}
