//! The register: search, filters, the list.

use domain::search::{Facet, Query, Relaxed, Sort};
use leptos::prelude::*;
use register::{Error, reading::List};

use super::home::social_security_bars;
use crate::{
    components::{facets, pager::pager, results::results},
    islands::live_filter::LiveFilter,
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Shows the page that the address asks for.
///
/// # Errors
/// When the register does not answer.
pub async fn show(request: &Request) -> Result<Page, Error> {
    let words = request.words;
    let query = Query::from_address(&request.query);
    let list = request.register.list(&request.actor, &query).await?;
    let may_record = domain::policy::may_record(&request.actor);
    let page = Page::new(t!(words, "register-title"), move || {
        let new = may_record
            .then(|| view! { <a class="button" href=words.href("/agreements/new")>{t!(words, "record-new")}</a> });
        view! {
            <div class="cluster">
                <h1>{t!(words, "register-heading")}</h1>
                {new}
            </div>
            <form id="register" class="stack" role="search" action=words.href("/agreements")>
                <LiveFilter form="register".to_owned() region="results".to_owned() />
                <div class="search-bar">
                    <label class="visually-hidden" for="q">{t!(words, "search-label")}</label>
                    <input id="q" type="search" name="q" value=query.text.clone() placeholder=t!(words, "search-placeholder") />
                    <button class="button">{t!(words, "search")}</button>
                </div>
                <div class="columns facets-first">
                    {facets::facets(words, "/agreements", &query, &list)}
                    <div id="results" class="stack">{found(words, &query, &list)}</div>
                </div>
            </form>
        }
    });
    Ok(page.with_island())
}

fn found(words: Words, query: &Query, list: &List) -> impl IntoView + use<> {
    let head = t!(words, "agreements-found", count = list.total);
    let day = t!(words, "status-looked-at", date = words.day(list.day));
    let drafts = (list.drafts > 0).then(|| t!(words, "with-drafts", count = list.drafts));
    // Filters and words are asked in the order that was chosen before.
    let sort: &str = query.sort.into();
    let sorted = (query.sort != Sort::default())
        .then(|| view! { <input type="hidden" name="sort" value=sort /> });
    let rows = if list.rows.is_empty() {
        empty(words, query, list).into_any()
    } else {
        view! {
            {results(words, &list.rows)}
            {pager(words, query, list.total)}
        }
        .into_any()
    };
    let csv =
        format!("{}?{}", words.href("/coverage"), Query { page: 0, ..query.clone() }.to_address());
    let share = (list.total > 0).then(|| {
        let own = t!(words, "this-selection");
        view! {
            <section class="card">
                <h2>{t!(words, "social-security-share")}</h2>
                {social_security_bars(words, own, list.with_social_security, 0, list.coded)}
                <p class="small"><a href=csv>{t!(words, "coverage-of-these")}</a></p>
            </section>
        }
    });
    view! {
        {facets::chosen(words, "/agreements", query)}
        {sorted}
        <div class="results-head">
            <p role="status"><strong>{head}</strong> " " <span class="small">{day} " " {drafts}</span></p>
            {facets::sorting(words, query)}
        </div>
        {share}
        {rows}
    }
}

/// Says why nothing was found, and what to relax: only what helps, with how many records it leaves.
fn empty(words: Words, query: &Query, list: &List) -> impl IntoView + use<> {
    let to = |query: &Query| format!("{}?{}", words.href("/agreements"), query.to_address());
    if list.total > 0 {
        let first = to(&Query { page: 0, ..query.clone() });
        return view! {
            <div class="empty">
                <p>{t!(words, "no-such-page")}</p>
                <p><a href=first>{t!(words, "to-first-page")}</a></p>
            </div>
        }
        .into_any();
    }
    if query.is_open() {
        return view! { <div class="empty"><p>{t!(words, "register-is-empty")}</p></div> }
            .into_any();
    }
    let relaxed: Vec<_> = list
        .relaxed
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(relaxation, count)| {
            let label = relaxed(words, query, &relaxation.what);
            let label = t!(words, "relaxed-count", label = label, count = *count);
            view! { <li><a href=to(&relaxation.query)>{label}</a></li> }
        })
        .collect();
    let relaxed = if relaxed.is_empty() {
        view! {
            <p>{t!(words, "nothing-helps")}</p>
            <p><a href=words.href("/agreements")>{t!(words, "clear-filters")}</a></p>
        }
        .into_any()
    } else {
        view! { <ul>{relaxed}</ul> }.into_any()
    };
    view! { <div class="empty"><p>{t!(words, "nothing-fits")}</p> {relaxed}</div> }.into_any()
}

fn relaxed(words: Words, query: &Query, what: &Relaxed) -> String {
    match what {
        Relaxed::YearsReversed => t!(words, "relax-reversed"),
        Relaxed::Text => t!(words, "relax-text", text = query.text.clone()),
        Relaxed::Between => t!(words, "relax-between"),
        Relaxed::Years => t!(words, "relax-years"),
        Relaxed::Coded => t!(words, "relax-coded"),
        Relaxed::Value(facet, value) => {
            let name = format!(
                "{}: {}",
                words.text(&format!("facet-{}", <Facet as Into<&str>>::into(*facet))),
                facets::value_name(words, *facet, value)
            );
            t!(words, "relax-value", value = name)
        }
    }
}
