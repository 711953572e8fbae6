//! The findings by pillar and criterion.

use domain::{
    PartialDate,
    agreement::{Agreement, Finding},
    criteria::{self, Pillar},
    fields::Vocabulary,
};
use leptos::prelude::*;
use strum::VariantArray;

use crate::words::{Words, t};

/// A finding as a cell; "not coded" is one of its own kind, never a "no".
pub fn finding_cell(
    words: Words,
    finding: Option<Finding>,
    article: Option<&str>,
) -> impl IntoView + use<> {
    let code = finding.map_or("not_coded", <&str>::from);
    let label = match finding {
        Some(_) => words.label(Vocabulary::Finding, code),
        None => t!(words, "not-coded"),
    };
    let text = match article {
        Some(article) if !article.is_empty() => format!("{label} ({article})"),
        _ => label,
    };
    view! { <span class="cell" data-finding=code>{text}</span> }
}

/// Who coded the whole text, where it was one person on one day: said once, above the table.
fn only_coder(agreement: &Agreement) -> Option<(&str, Option<PartialDate>)> {
    let mut coders = agreement
        .provisions
        .findings
        .iter()
        .map(|finding| (finding.coder.as_deref().unwrap_or_default(), finding.coded_on));
    let first = coders.next()?;
    (!first.0.is_empty() && coders.all(|coder| coder == first)).then_some(first)
}

fn coded_by(words: Words, coder: &str, on: Option<PartialDate>) -> String {
    let on = on.map(|date| words.date(date)).unwrap_or_default();
    t!(words, "finding-coded-by", coder = words.author(coder), date = on)
}

/// The table of all 34 items.
pub fn findings(words: Words, agreement: &Agreement) -> impl IntoView + use<> {
    let bodies =
        Pillar::VARIANTS.iter().map(|pillar| body(words, agreement, *pillar)).collect_view();
    let coder = only_coder(agreement).map(|(coder, on)| coded_by(words, coder, on));
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=t!(words, "findings")>
            <table class="findings">
                <caption>{t!(words, "findings-caption")} " " {coder}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t!(words, "findings-item")}</th>
                        <th scope="col">{t!(words, "findings-finding")}</th>
                        <th scope="col">{t!(words, "findings-note")}</th>
                    </tr>
                </thead>
                {bodies}
            </table>
        </div>
    }
}

fn body(words: Words, agreement: &Agreement, pillar: Pillar) -> impl IntoView + use<> {
    let rows = criteria::items()
        .iter()
        .filter(|item| item.pillar == pillar)
        .map(|item| {
            let found = agreement.provisions.findings.iter().find(|found| found.item == item.code);
            let later = agreement
                .provisions
                .later
                .iter()
                .filter(|later| later.item == item.code)
                .map(|later| {
                    view! {
                        <p>
                            {finding_cell(words, later.finding, later.article.as_deref())}
                            <span class="small">
                                {later.since.map(|since| t!(words, "finding-since", date = words.date(since)))}
                                " " {later.text.clone()}
                            </span>
                        </p>
                    }
                })
                .collect_view();
            let coder = found
                .filter(|_| only_coder(agreement).is_none())
                .and_then(|found| Some(coded_by(words, found.coder.as_deref()?, found.coded_on)));
            view! {
                <tr>
                    <th scope="row">
                        <span class="muted">{format!("{}{}", item.criterion, item.sub)}</span> " " {words.name(item)}
                    </th>
                    <td>
                        {finding_cell(words, found.and_then(|found| found.finding), found.and_then(|found| found.article.as_deref()))}
                        {later}
                    </td>
                    <td class="small">{found.and_then(|found| found.note.clone())} " " <span class="muted">{coder}</span></td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <tbody>
            <tr>
                <th scope="rowgroup" colspan="3">{words.label(Vocabulary::Pillar, pillar.into())}</th>
            </tr>
            {rows}
        </tbody>
    }
}
