//! The frozen registers, and one of them: which records in which revision, the hash, and the figures
//! drawn from them just now.

use domain::{checkpoints, coverage::Row, fields::Vocabulary, policy::may_freeze};
use leptos::prelude::*;
use register::{
    Error,
    freezing::{Frozen, FrozenHead},
};

use super::home::social_security_bars;
use crate::{
    components::{
        agreement::fact, form_token::form_token, layout::breadcrumbs, pager::before_and_after,
    },
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Records that a page of a frozen register lists.
const RECORDS: usize = 100;

/// Shows the list, and for coordinators a way to freeze the register.
///
/// # Errors
/// When the register does not answer.
pub async fn list(request: &Request) -> Result<Page, Error> {
    let words = request.words;
    let page = request.page();
    let (frozen, more) = request.register.all_frozen(page).await?;
    let may_freeze = may_freeze(&request.actor);
    Ok(Page::new(t!(words, "frozen-title"), move || {
        let rows = frozen.iter().map(|head| row(words, head)).collect::<Vec<_>>();
        let list = if rows.is_empty() {
            view! { <p class="empty">{t!(words, "frozen-empty")}</p> }.into_any()
        } else {
            view! { <ul class="results">{rows}</ul> }.into_any()
        };
        let freeze = may_freeze.then(|| freeze_form(words));
        let steps = vec![("/reviews".to_owned(), t!(words, "reviews-title"))];
        view! {
            {breadcrumbs(words, steps, t!(words, "frozen-title"))}
            <h1>{t!(words, "frozen-title")}</h1>
            <p class="lede">{t!(words, "frozen-about")}</p>
            {freeze}
            {list}
            {before_and_after(words, page, more, |page| format!("/frozen?page={}", page + 1))}
        }
    }))
}

fn row(words: Words, head: &FrozenHead) -> impl IntoView + use<> {
    let to = words.href(&format!("/frozen/{}", head.id));
    view! {
        <li class="result">
            <h2><a href=to>{t!(words, "frozen-number", id = head.id.to_string())}</a></h2>
            <div class="result-meta">
                <span>{t!(words, "frozen-as-at", date = words.day(head.day))}</span>
                <span>{t!(words, "frozen-as-known", date = words.instant(head.at))}</span>
                <span class="small">{t!(words, "stat-agreements-in", count = head.records.len())}</span>
            </div>
        </li>
    }
}

fn freeze_form(words: Words) -> impl IntoView + use<> {
    let options = checkpoints::checkpoints()
        .iter()
        .map(|checkpoint| {
            let name = format!("{} ({})", words.name(checkpoint), words.date(checkpoint.from));
            view! { <option value=checkpoint.code.clone()>{name}</option> }
        })
        .collect_view();
    view! {
        <form class="form card" method="post" action=words.href("/frozen")>
            {form_token()}
            <p class="hint">{t!(words, "freeze-about")}</p>
            <div class="field">
                <label for="moment">{t!(words, "freeze-moment")}</label>
                <select id="moment" name="moment">{options}</select>
            </div>
            <div class="form-actions"><button class="button">{t!(words, "freeze")}</button></div>
        </form>
    }
}

/// Shows one.
///
/// # Errors
/// [`Error::NotFound`]; when the register does not answer.
pub async fn one(request: &Request, id: i64) -> Result<Page, Error> {
    let words = request.words;
    let frozen = request.register.frozen(id).await?;
    let page = request.page();
    let heading = t!(words, "frozen-number", id = id.to_string());
    Ok(Page::new(heading, move || whole(words, &frozen, page)))
}

fn whole(words: Words, frozen: &Frozen, page: u64) -> impl IntoView + use<> {
    let head = &frozen.head;
    let figures = &frozen.figures;
    let heading = t!(words, "frozen-number", id = head.id.to_string());
    let steps = vec![
        ("/reviews".to_owned(), t!(words, "reviews-title")),
        ("/frozen".to_owned(), t!(words, "frozen-title")),
    ];
    let (tone, intact) = if frozen.is_intact {
        ("success", t!(words, "frozen-intact"))
    } else {
        ("warn", t!(words, "frozen-not-intact"))
    };
    let by = (!head.author.is_empty()).then(|| words.author(&head.author));
    let social = figures.item("social_security");
    let selection = t!(words, "frozen-selection");
    view! {
        {breadcrumbs(words, steps, heading.clone())}
        <h1>{heading}</h1>
        <p class="lede">{t!(words, "frozen-one-about")}</p>
        <div class="notice" data-tone=tone>{intact}</div>
        <section class="card">
            <dl class="facts">
                {fact(t!(words, "frozen-day"), Some(words.day(head.day)))}
                {fact(t!(words, "frozen-at"), Some(words.instant(head.at)))}
                {fact(t!(words, "frozen-by"), by)}
                {fact(t!(words, "frozen-hash"), Some(view! { <code class="hash">{head.hash.clone()}</code> }))}
            </dl>
        </section>
        <section class="card">
            <h2>{t!(words, "frozen-figures")}</h2>
            <dl class="facts">
                {fact(t!(words, "frozen-agreements"), Some(words.number(figures.agreements)))}
                {fact(t!(words, "frozen-applied", date = words.day(figures.day)), Some(words.number(figures.applied)))}
                {fact(t!(words, "frozen-coded"), Some(words.number(figures.coded)))}
                {fact(t!(words, "frozen-skills"), Some(words.number(figures.with_skills)))}
            </dl>
            <h3>{t!(words, "social-security-share")}</h3>
            {social_security_bars(words, selection, social.yes, social.partly, social.coded)}
            <details><summary>{t!(words, "frozen-provisions")}</summary>{provisions(words, &figures.items)}</details>
        </section>
        {records(words, head, page)}
    }
}

fn provisions(words: Words, items: &[Row]) -> impl IntoView + use<> {
    let rows = items
        .iter()
        .map(|row| {
            let counts = row.counts;
            view! {
                <tr>
                    <th scope="row">{words.label(Vocabulary::Item, &row.what)}</th>
                    <td>{words.number(counts.yes)}</td>
                    <td>{words.number(counts.partly)}</td>
                    <td>{words.number(counts.no)}</td>
                    <td>{words.number(counts.coded)}</td>
                </tr>
            }
        })
        .collect_view();
    let head = |label: String| view! { <th scope="col">{label}</th> };
    let finding = |code: &str| words.label(Vocabulary::Finding, code);
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=t!(words, "frozen-provisions")>
            <table class="data">
                <thead>
                    <tr>
                        {head(t!(words, "frozen-provision"))}
                        {head(finding("yes"))}
                        {head(finding("partly"))}
                        {head(finding("no"))}
                        {head(t!(words, "frozen-coded"))}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn records(words: Words, head: &FrozenHead, page: u64) -> impl IntoView + use<> {
    let from = usize::try_from(page).unwrap_or(0).saturating_mul(RECORDS);
    let shown = head.records.iter().skip(from).take(RECORDS);
    let rows = shown
        .map(|(id, version)| {
            let to = words.href(&format!("/agreements/{id}/history"));
            let name =
                t!(words, "frozen-record", id = id.to_string(), version = version.to_string());
            view! { <li><a href=to>{name}</a></li> }
        })
        .collect_view();
    let more = head.records.len() > from + RECORDS;
    view! {
        <section class="card">
            <h2>{t!(words, "frozen-records", count = head.records.len())}</h2>
            <ul class="in-columns">{rows}</ul>
            {before_and_after(words, page, more, |page| format!("/frozen/{}?page={}", head.id, page + 1))}
        </section>
    }
}
