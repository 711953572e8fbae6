//! How many agreements carry each provision, with the denominator always shown.

use domain::{
    coverage::{By, Row},
    criteria,
    fields::Vocabulary,
    search::{Facet, Query},
};
use leptos::prelude::*;
use register::{Error, counting::Coverage, reading::List};
use strum::VariantArray;

use super::home::social_security_bars;
use crate::{
    components::facets,
    page::Page,
    request::Request,
    words::{Words, t},
};

/// What the address asks for: how the table is grouped. An unknown grouping is none.
pub fn grouping(request: &Request) -> Option<By> {
    request.parameter("by").map_or(Some(By::Item), |by| by.parse().ok())
}

/// Shows the table that the address asks for.
///
/// # Errors
/// When the register does not answer.
pub async fn show(request: &Request) -> Result<Page, Error> {
    let words = request.words;
    let by = grouping(request).unwrap_or(By::Item);
    let query = Query::from_address(&request.query);
    let coverage = request.register.coverage(&query, by).await?;
    let by_item = match by {
        By::Item => coverage.clone(),
        _ => request.register.coverage(&query, By::Item).await?,
    };
    let list = request.register.list(&request.actor, &query).await?;
    let group = request.parameter("item").filter(|item| criteria::item(item).is_some());
    let page = Page::new(t!(words, "coverage-title"), move || {
        whole(words, &query, by, (&coverage, &by_item), &list, group.as_deref())
    });
    Ok(page.with_island())
}

fn whole(
    words: Words,
    query: &Query,
    by: By,
    (coverage, by_item): (&Coverage, &Coverage),
    list: &List,
    item: Option<&str>,
) -> impl IntoView + use<> {
    let social =
        by_item.rows.iter().find(|row| row.what == "social_security").map(|row| row.counts);
    let social = social.unwrap_or_default();
    let address = |by: By| {
        let query = query.to_address();
        let joint = if query.is_empty() { "" } else { "&" };
        format!("by={}{joint}{query}", <&str>::from(by))
    };
    let views = By::VARIANTS
        .iter()
        .map(|other| {
            let label = words.text(&format!("coverage-by-{}", <&str>::from(*other)));
            if *other == by {
                view! { <strong aria-current="true">{label}</strong> }.into_any()
            } else {
                view! { <a href=format!("{}?{}", words.href("/coverage"), address(*other))>{label}</a> }.into_any()
            }
        })
        .collect_view();
    let table = match by {
        By::Item | By::Criterion => flat(words, query, by, &coverage.rows).into_any(),
        _ => grouped(words, query, by, &coverage.rows, item).into_any(),
    };
    let grouped_by: &str = by.into();
    let denominator =
        t!(words, "coverage-denominator", coded = coverage.coded, total = coverage.total);
    view! {
        <h1>{t!(words, "coverage-title")}</h1>
        <p class="lede">{t!(words, "coverage-about")}</p>
        {facets::chosen(words, "/coverage", query)}
        <form class="stack" action=words.href("/coverage")>
            <input type="hidden" name="by" value=grouped_by />
            {facets::facets(words, "/coverage", query, list)}
        </form>
        <section class="card">
            <h2>{t!(words, "social-security-share")}</h2>
            {social_security_bars(words, t!(words, "this-selection"), social.yes, social.partly, social.coded)}
            <p class="small">{t!(words, "concept-note-source")}</p>
        </section>
        <div class="cluster"><span>{t!(words, "coverage-by")}</span>{views}</div>
        <p>
            <strong>{denominator}</strong> " "
            <a href=format!("/coverage.csv?{}", address(by)) download="coverage.csv">"CSV"</a> " · "
            <a href=format!("{}?{}", words.href("/coverage.xlsx"), query.to_address())>{t!(words, "annex-link")}</a> " · "
            <a href=format!("{}?{}", words.href("/agreements"), query.to_address())>{t!(words, "the-records")}</a>
        </p>
        {table}
    }
}

fn share(words: Words, yes: u64, coded: u64) -> String {
    if coded == 0 { "–".to_owned() } else { words.percent(super::home::percent(yes, coded)) }
}

/// What an item or a criterion is called.
pub fn label(words: Words, by: By, what: &str) -> String {
    if by == By::Criterion {
        let criterion =
            criteria::criteria().iter().find(|criterion| what.parse() == Ok(criterion.number));
        criterion.map(|criterion| format!("{what} · {}", words.name(criterion))).unwrap_or_default()
    } else {
        words.label(Vocabulary::Item, what)
    }
}

/// A number that leads to the records behind it; nought leads nowhere.
fn leading(words: Words, query: &Query, text: String, count: u64) -> AnyView {
    if count == 0 {
        return text.into_any();
    }
    let address = format!("{}?{}", words.href("/agreements"), query.to_address());
    view! { <a href=address>{text}</a> }.into_any()
}

fn flat(words: Words, query: &Query, by: By, rows: &[Row]) -> impl IntoView + use<> {
    let rows = rows
        .iter()
        .map(|row| {
            let counts = row.counts;
            let facet = if by == By::Item { Facet::Provision } else { Facet::Criterion };
            let number = |finding: &str, count: u64| {
                let query = Query {
                    coded: true,
                    ..query.with(facet, &format!("{}:{finding}", row.what))
                };
                leading(words, &query, words.number(count), count)
            };
            let guidance = (by == By::Item).then(|| {
                let to = format!("/deliverables?provision={}", row.what);
                view! { <a class="small" href=words.href(&to)>{t!(words, "guidance")}</a> }
            });
            let all = Query { coded: true, ..query.clone() };
            let width = super::home::percent(counts.yes, counts.coded);
            view! {
                <tr>
                    <th scope="row">{label(words, by, &row.what)} " " {guidance}</th>
                    <td class="num">{number("yes", counts.yes)}</td>
                    <td class="num">{number("partly", counts.partly)}</td>
                    <td class="num">{number("no", counts.no)}</td>
                    <td class="num">{number("cannot_tell", counts.cannot_tell)}</td>
                    <td class="num">{leading(words, &all, words.number(counts.coded), counts.coded)}</td>
                    <td class="num">{share(words, counts.yes, counts.coded)}</td>
                    <td>
                        <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                            <rect class="bar-fill" x="0" y="0" width=format!("{width:.1}") height="10" />
                        </svg>
                    </td>
                </tr>
            }
        })
        .collect_view();
    let heads = ["yes", "partly", "no", "cannot_tell"]
        .map(|code| view! { <th scope="col" class="num">{words.label(Vocabulary::Finding, code)}</th> })
        .collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=t!(words, "coverage-title")>
            <table class="data">
                <thead>
                    <tr>
                        <th scope="col">{words.text(&format!("coverage-by-{}", <&str>::from(by)))}</th>
                        {heads}
                        <th scope="col" class="num">{t!(words, "coded")}</th>
                        <th scope="col" class="num">{t!(words, "share")}</th>
                        <td></td>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// What a group is called.
pub fn group_name(words: Words, by: By, group: &str) -> String {
    match by {
        _ if group.is_empty() => t!(words, "not-known"),
        By::Region => facets::value_name(words, Facet::Region, group),
        By::Kind => words.label(Vocabulary::Kind, group),
        _ => group.to_owned(),
    }
}

/// Groups as columns, items as rows: the share of yes in each group, with the denominators on top.
fn grouped(
    words: Words,
    query: &Query,
    by: By,
    rows: &[Row],
    only: Option<&str>,
) -> impl IntoView + use<> {
    let mut groups: Vec<(String, u64)> = Vec::new();
    for row in rows {
        if groups.last().is_none_or(|(group, _)| *group != row.group) {
            groups.push((row.group.clone(), row.counts.coded));
        }
    }
    let narrowed = |group: &str, item: &str| {
        let found = format!("{item}:yes");
        let query = Query { coded: true, ..query.with(Facet::Provision, &found) };
        match by {
            By::Region => Some(query.with(Facet::InRegion, group)),
            By::Kind => Some(query.without_facet(Facet::Kind).with(Facet::Kind, group)),
            By::Decade => {
                let first = group.trim_end_matches('s').parse::<i32>().ok()?;
                Some(Query {
                    from_year: query.from_year.max(Some(first)),
                    to_year: Some(query.to_year.map_or(first + 9, |year| year.min(first + 9))),
                    ..query
                })
            }
            By::Item | By::Criterion => None,
        }
    };
    let head = groups
        .iter()
        .map(|(group, coded)| {
            view! { <th scope="col" class="num">{group_name(words, by, group)}<br /><span class="small">{t!(words, "coded-count", count = *coded)}</span></th> }
        })
        .collect_view();
    let items = criteria::items()
        .iter()
        .filter(|item| only.is_none_or(|only| only == item.code))
        .map(|item| {
            let cells = groups
                .iter()
                .map(|(group, _)| {
                    let row = rows.iter().find(|row| row.group == *group && row.what == item.code);
                    let counts = row.map(|row| row.counts).unwrap_or_default();
                    let text = format!(
                        "{} ({})",
                        share(words, counts.yes, counts.coded),
                        words.number(counts.yes)
                    );
                    let cell = match narrowed(group, &item.code) {
                        Some(query) if !group.is_empty() => {
                            leading(words, &query, text, counts.yes)
                        }
                        _ => text.into_any(),
                    };
                    view! { <td class="num">{cell}</td> }
                })
                .collect_view();
            view! { <tr><th scope="row">{words.name(item)}</th>{cells}</tr> }
        })
        .collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=t!(words, "coverage-title")>
            <table class="data">
                <caption>{t!(words, "coverage-grouped-caption")}</caption>
                <thead><tr><th scope="col">{t!(words, "findings-item")}</th>{head}</tr></thead>
                <tbody>{items}</tbody>
            </table>
        </div>
    }
}
