//! The register: search, filters, the list.

use domain::search::{Facet, Query};
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
                    {facets::facets(words, &query, &list)}
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
    let rows = if list.rows.is_empty() {
        empty(words, query, list.total).into_any()
    } else {
        view! {
            {results(words, &list.rows)}
            {pager(words, query, list.total)}
        }
        .into_any()
    };
    let csv =
        format!("{}?{}", words.href("/coverage"), Query { page: 0, ..query.clone() }.to_address());
    view! {
        {facets::chosen(words, query)}
        <div class="results-head">
            <p role="status"><strong>{head}</strong> " " <span class="small">{day}</span></p>
            {facets::sorting(words, query)}
        </div>
        <section class="card">
            <h2>{t!(words, "social-security-share")}</h2>
            {social_security_bars(words, list.with_social_security, 0, list.coded)}
            <p class="small"><a href=csv>{t!(words, "coverage-of-these")}</a></p>
        </section>
        {rows}
    }
}

/// Says why nothing was found, and what to relax.
fn empty(words: Words, query: &Query, total: u64) -> impl IntoView + use<> {
    if total > 0 {
        let first = Query { page: 0, ..query.clone() }.to_address();
        return view! {
            <div class="empty">
                <p>{t!(words, "no-such-page")}</p>
                <p><a href=format!("{}?{first}", words.href("/agreements"))>{t!(words, "to-first-page")}</a></p>
            </div>
        }
        .into_any();
    }
    if query.is_open() {
        return view! { <div class="empty"><p>{t!(words, "register-is-empty")}</p></div> }
            .into_any();
    }
    let relax: Vec<(String, Query)> = [
        (!query.text.is_empty()).then(|| {
            (
                t!(words, "relax-text", text = query.text.clone()),
                Query { text: String::new(), page: 0, ..query.clone() },
            )
        }),
        (query.between).then(|| {
            (t!(words, "relax-between"), Query { between: false, page: 0, ..query.clone() })
        }),
        (query.from_year.is_some() || query.to_year.is_some()).then(|| {
            (
                t!(words, "relax-years"),
                Query { from_year: None, to_year: None, page: 0, ..query.clone() },
            )
        }),
        (query.coded)
            .then(|| (t!(words, "relax-coded"), Query { coded: false, page: 0, ..query.clone() })),
    ]
    .into_iter()
    .flatten()
    .chain(query.chosen.iter().map(|(facet, value)| {
        let name = format!(
            "{}: {}",
            words.text(&format!("facet-{}", <Facet as Into<&str>>::into(*facet))),
            facets::value_name(words, *facet, value)
        );
        (t!(words, "relax-value", value = name), query.without(*facet, value))
    }))
    .collect();
    let relax = relax
        .into_iter()
        .map(|(label, query)| {
            view! { <li><a href=format!("{}?{}", words.href("/agreements"), query.to_address())>{label}</a></li> }
        })
        .collect_view();
    view! {
        <div class="empty">
            <p>{t!(words, "nothing-fits")}</p>
            <ul>{relax}</ul>
        </div>
    }
    .into_any()
}
