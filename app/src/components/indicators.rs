//! Figures on an agreement: those of one report, and those of all parties side by side, in neutral
//! words. The register picks none.

use domain::{
    PartialDate,
    fields::Vocabulary,
    follow_up::{
        agreement_report::{Figure, Sex},
        series::{Reading, Row, Series},
    },
    indicators::{Unit, indicator},
};
use leptos::prelude::*;

use super::joint_committee::{Reporter, report_link};
use crate::words::{Words, t};

/// A period as it is known: "2024", "April 2024 – June 2024".
pub fn period(words: Words, from: PartialDate, to: Option<PartialDate>) -> String {
    match to.filter(|to| *to != from) {
        Some(to) => format!("{} – {}", words.date(from), words.date(to)),
        None => words.date(from),
    }
}

/// A figure with the sign or the currency of its unit.
pub fn figure(words: Words, code: &str, value: &str, currency: Option<&str>) -> String {
    let number = words.figure(value);
    match (indicator(code).map(|found| found.unit), currency) {
        (Some(Unit::Percent), _) => format!("{number}\u{a0}%"),
        (Some(Unit::Amount), Some(currency)) => format!("{number}\u{a0}{currency}"),
        _ => number,
    }
}

fn counted_as(words: Words, definition: Option<&str>) -> Option<impl IntoView + use<>> {
    definition.map(|definition| {
        let counted = t!(words, "figure-counted-as", definition = definition);
        view! { <p class="small">{counted}</p> }
    })
}

/// The figures of one report.
pub fn of_report(words: Words, figures: &[Figure]) -> impl IntoView + use<> {
    let rows = figures
        .iter()
        .map(|found| {
            let code = found.indicator.clone().unwrap_or_default();
            let value = found.value.clone().unwrap_or_default();
            let value = figure(words, &code, &value, found.currency.as_deref());
            let sex = found.sex.unwrap_or_default();
            let definition = counted_as(words, found.definition.as_deref());
            view! {
                <tr>
                    <th scope="row">{words.label(Vocabulary::Indicator, &code)}</th>
                    <td>{found.from.map(|from| period(words, from, found.to))}</td>
                    <td>{words.label(Vocabulary::Sex, sex.into())}</td>
                    <td class="num">{value}</td>
                    <td>{found.source.clone()} {definition}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=t!(words, "form-indicators")>
            <table class="data figures">
                <caption class="visually-hidden">{t!(words, "form-indicators")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!(words, "figure-indicator")}</th>
                        <th scope="col">{t!(words, "report-period")}</th>
                        <th scope="col">{words.text("field-indicators-indicators-sex")}</th>
                        <th scope="col" class="num">{t!(words, "figure-value")}</th>
                        <th scope="col">{t!(words, "figure-source")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// What the States report on one indicator: a row for each period, a column for each State.
pub fn side_by_side(words: Words, states: &[&str], series: &Series) -> impl IntoView + use<> {
    let name = words.label(Vocabulary::Indicator, series.indicator);
    let head = states
        .iter()
        .map(|state| view! { <th scope="col">{words.state(state)}</th> })
        .collect_view();
    let rows = series
        .rows
        .iter()
        .map(|row| {
            let cells = states
                .iter()
                .zip(&row.cells)
                .map(
                    |(state, cell)| view! { <td>{told(words, series.indicator, state, cell)}</td> },
                )
                .collect_view();
            view! { <tr>{row_head(words, row)}{cells}</tr> }
        })
        .collect_view();
    let label = name.clone();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=label>
            <table class="data figures">
                <caption>{name}</caption>
                <thead><tr><th scope="col">{t!(words, "report-period")}</th>{head}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// The period, whom the figures count where it is told apart, and whether they differ.
fn row_head(words: Words, row: &Row) -> impl IntoView + use<> {
    let sex = (row.sex != Sex::All)
        .then(|| view! { <p class="small">{words.label(Vocabulary::Sex, row.sex.into())}</p> });
    let differs = row.differs.then(|| {
        let count = row.cells.iter().flatten().count();
        let note = t!(words, "progress-figures-differ", count = count);
        view! { <p><span class="tag" data-tone="partly">{note}</span></p> }
    });
    view! { <th scope="row">{period(words, row.from, row.to)} {sex} {differs}</th> }
}

/// What one State reports, each figure with the way to its report.
fn told(words: Words, code: &str, state: &str, cell: &[Reading]) -> AnyView {
    if cell.is_empty() {
        return view! { <span class="small">{t!(words, "progress-not-reported")}</span> }
            .into_any();
    }
    cell.iter()
        .map(|reading| {
            let value = figure(words, code, &reading.value, reading.currency.as_deref());
            let definition = counted_as(words, reading.definition.as_deref());
            let source = reading
                .source
                .clone()
                .map(|source| view! { <p class="small">{source}</p> });
            view! {
                <p><strong>{value}</strong></p>
                {source}
                {definition}
                <p class="small">{report_link(words, Reporter { state, report: reading.report })}</p>
            }
        })
        .collect_view()
        .into_any()
}
