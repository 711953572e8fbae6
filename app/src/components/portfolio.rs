//! What there is of one State or between two: where it stands, which provisions, the records.

use domain::{
    coverage::Row,
    fields::Vocabulary,
    search::{Facet, Query},
};
use leptos::prelude::*;
use register::counting::Portfolio;

use super::{
    bars::{Bar, bars},
    results::results,
};
use crate::{
    pages::home::{percent, social_security_bars},
    words::{Words, t},
};

/// Everything with these parties.
pub fn portfolio(words: Words, portfolio: &Portfolio, parties: &[&str]) -> AnyView {
    let mut query = Query { between: parties.len() > 1, ..Query::default() };
    for party in parties {
        query = query.with(Facet::Party, party);
    }
    let total = portfolio.total;
    if total == 0 {
        return view! { <p class="empty">{t!(words, "none-recorded-here")}</p> }.into_any();
    }
    let rows = &portfolio.coverage.rows;
    let social = rows.iter().find(|row| row.what == "social_security").map(|row| row.counts);
    let social = social.unwrap_or_default();
    let selection = t!(words, "this-selection");
    let all = ((portfolio.rows.len() as u64) < total).then(|| {
        let address = format!("{}?{}", words.href("/agreements"), query.to_address());
        view! { <p><a href=address>{t!(words, "all-of-them", count = total)}</a></p> }
    });
    view! {
        <section class="card">
            <h2>{t!(words, "where-they-stand")}</h2>
            <p>{t!(words, "agreements-found", count = total)}</p>
            {statuses(words, portfolio, &query)}
        </section>
        <section class="card">
            <h2>{t!(words, "social-security-share")}</h2>
            {social_security_bars(words, selection, social.yes, social.partly, social.coded)}
        </section>
        <section class="card">
            <h2>{t!(words, "provisions-there")}</h2>
            {provisions(words, portfolio, &query)}
        </section>
        {results(words, &portfolio.rows)}
        {all}
    }
    .into_any()
}

fn statuses(words: Words, portfolio: &Portfolio, query: &Query) -> impl IntoView + use<> {
    let statuses = portfolio
        .by_status
        .iter()
        .map(|(status, count)| Bar {
            label: {
                let query = query.with(Facet::Status, status).to_address();
                let address = format!("{}?{query}", words.href("/agreements"));
                view! { <a href=address>{words.text(&format!("status-short-{status}"))}</a> }
                    .into_any()
            },
            full: percent(*count, portfolio.total),
            partly: 0.0,
            is_reference: false,
            value: words.number(*count).into_any(),
        })
        .collect();
    bars(statuses)
}

/// Provisions found, those that no coded text has, and how many texts nobody has coded.
fn provisions(words: Words, portfolio: &Portfolio, query: &Query) -> impl IntoView + use<> {
    let coverage = &portfolio.coverage;
    let is_found = |row: &&Row| row.counts.yes + row.counts.partly > 0;
    let found: Vec<_> = coverage
        .rows
        .iter()
        .filter(is_found)
        .map(|row| {
            let query = query.with(Facet::Provision, &row.what).to_address();
            let address = format!("{}?{query}", words.href("/agreements"));
            let (yes, coded) = (row.counts.yes + row.counts.partly, row.counts.coded);
            view! {
                <li>
                    <a href=address>{words.label(Vocabulary::Item, &row.what)}</a>
                    " " <span class="small">{t!(words, "of-coded", yes = yes, coded = coded)}</span>
                </li>
            }
        })
        .collect();
    let open: Vec<_> = coverage
        .rows
        .iter()
        .filter(|row| row.counts.coded > 0 && !is_found(row))
        .map(|row| view! { <li>{words.label(Vocabulary::Item, &row.what)}</li> })
        .collect();
    let open = (!open.is_empty()).then(|| {
        view! { <details><summary>{t!(words, "provisions-open")}</summary><ul>{open}</ul></details> }
    });
    let uncoded = portfolio.total - coverage.coded.min(portfolio.total);
    view! {
        <p class="small">{t!(words, "uncoded-here", count = uncoded)}</p>
        {(!found.is_empty()).then(|| view! { <ul>{found}</ul> })}
        {open}
    }
}
