//! Two sides of one record: what the parties that did not record it say about its sections. A
//! contested fact stands there twice, in neutral words; the register picks none.

use domain::{
    changes::Change,
    confirmation::{Answer, Said, answer, differences, last, sections},
    fields::SectionCode,
};
use leptos::prelude::*;
use register::{answering::SaidBy, reading::Record};

use crate::{
    forms::telling,
    words::{Words, t},
};

/// The parties whose word is asked for: all but the one that records.
fn others(record: &Record) -> Vec<&str> {
    let recorded_by = record.recorded_by.as_deref();
    record.agreement.party_codes().filter(|party| Some(*party) != recorded_by).collect()
}

fn words_of(record: &Record) -> Vec<Said> {
    record.said.iter().map(|by| by.said.clone()).collect()
}

/// When a party last spoke about a section.
fn when(words: Words, record: &Record, section: SectionCode, state: &str) -> String {
    let spoken = |by: &&SaidBy| by.said.section == section && by.said.state == state;
    record.said.iter().rfind(spoken).map(|by| words.day(by.at.date_naive())).unwrap_or_default()
}

/// What the other parties say about one section; nothing where none has spoken.
pub fn of_section(
    words: Words,
    record: &Record,
    section: SectionCode,
) -> Option<impl IntoView + use<>> {
    let said = words_of(record);
    let lines: Vec<AnyView> = others(record)
        .into_iter()
        .filter_map(|party| {
            let date = when(words, record, section, party);
            let state = words.state(party);
            match answer(&record.agreement, section, party, &said) {
                Answer::NotAnswered => None,
                Answer::Confirmed => Some(
                    view! { <p class="side" data-tone="force">{t!(words, "side-confirmed", state = state, date = date)}</p> }
                        .into_any(),
                ),
                Answer::ChangedSince => Some(
                    view! { <p class="side" data-tone="quiet">{t!(words, "side-changed-since", state = state, date = date)}</p> }
                        .into_any(),
                ),
                Answer::Contested => last(section, party, &said)
                    .map(|said| contested(words, record, said, date).into_any()),
            }
        })
        .collect();
    (!lines.is_empty()).then(|| view! { <div class="sides">{lines}</div> })
}

/// Both versions of what differs, side by side.
fn contested(words: Words, record: &Record, said: &Said, date: String) -> impl IntoView + use<> {
    let recorder = match &record.recorded_by {
        Some(state) => words.state(state),
        None => t!(words, "side-public-source"),
    };
    let state = words.state(&said.state);
    let differences = differences(&record.agreement, said);
    let ours = t!(words, "side-records", state = recorder);
    let theirs = t!(words, "side-records", state = state.clone());
    view! {
        <div class="side contested" data-tone="warn">
            <p><strong>{t!(words, "side-contested", state = state, date = date)}</strong></p>
            {both(words, differences, ours, theirs, t!(words, "side-contested-table"))}
            {said.reason.clone().map(|reason| view! { <p class="small">{t!(words, "side-reason", reason = reason)}</p> })}
        </div>
    }
}

/// What differs between two sides as a table: each side's own version under its heading.
pub fn both(
    words: Words,
    differences: Vec<Change>,
    ours: String,
    theirs: String,
    label: String,
) -> impl IntoView + use<> {
    let rows = versions(words, differences)
        .into_iter()
        .map(|Versions { about, ours, theirs }| {
            let nothing = || t!(words, "conflict-nothing");
            let filled = |text: String| if text.is_empty() { nothing() } else { text };
            view! { <tr><th scope="row">{about}</th><td>{filled(ours)}</td><td>{filled(theirs)}</td></tr> }
        })
        .collect_view();
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=label>
            <table class="data">
                <thead>
                    <tr>
                        <th scope="col">{t!(words, "conflict-field")}</th>
                        <th scope="col">{ours}</th>
                        <th scope="col">{theirs}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// A difference in words: what it is about, and what each side has there. An empty text stands for
/// nothing.
pub struct Versions {
    pub about: String,
    pub ours: String,
    pub theirs: String,
}

/// What differs between two sides, in words.
pub fn versions(words: Words, differences: Vec<Change>) -> Vec<Versions> {
    pairs(differences)
        .into_iter()
        .map(|(before, after)| {
            let told =
                |change: Option<Change>| change.map(|change| telling::change(words, &change));
            let (before, after) = (told(before), told(after));
            let about = before.as_ref().or(after.as_ref()).map(|told| told.about.clone());
            // A field has both versions in one change, a row of a table one in each.
            let (ours, theirs) = match (before, after) {
                (Some(one), None) if !one.after.is_empty() => (one.before, one.after),
                (before, after) => (
                    before.map(|told| told.before).unwrap_or_default(),
                    after.map(|told| told.after).unwrap_or_default(),
                ),
            };
            Versions { about: about.unwrap_or_default(), ours, theirs }
        })
        .collect()
}

/// Differences as pairs: a row that one side has and a row of the same table that the other has
/// stand beside each other.
fn pairs(changes: Vec<Change>) -> Vec<(Option<Change>, Option<Change>)> {
    let mut pairs: Vec<(Option<Change>, Option<Change>)> = Vec::new();
    for change in changes {
        let Change::Row { table, added: true, .. } = &change else {
            pairs.push((Some(change), None));
            continue;
        };
        let open = pairs.iter_mut().find(|pair| {
            matches!(pair, (Some(Change::Row { table: other, added: false, .. }), None) if other.name == table.name)
        });
        match open {
            Some(pair) => pair.1 = Some(change),
            None => pairs.push((None, Some(change))),
        }
    }
    pairs
}

/// Sections by parties: where each stands, and the way to say a word for who may.
pub fn overview(words: Words, record: &Record) -> Option<impl IntoView + use<>> {
    let others = others(record);
    if record.published_at.is_none() || others.is_empty() {
        return None;
    }
    let said = words_of(record);
    let head = others
        .iter()
        .map(|party| view! { <th scope="col">{words.state(party)}</th> })
        .collect_view();
    let rows = sections(&record.agreement)
        .map(|section| {
            let name = words.text(&format!("section-{}", section.code()));
            let cells = others
                .iter()
                .map(|party| {
                    let answer = answer(&record.agreement, section, party, &said);
                    let tone = match answer {
                        Answer::Confirmed => "force",
                        Answer::Contested => "warn",
                        Answer::ChangedSince => "partly",
                        Answer::NotAnswered => "quiet",
                    };
                    let label = words.text(&format!("answer-{}", <&str>::from(answer)));
                    view! { <td><span class="tag" data-tone=tone>{label}</span></td> }
                })
                .collect_view();
            let say = record.may_answer.then(|| {
                let to = format!("/agreements/{}/answer/{}", record.id, section.code());
                view! {
                    <td><a href=words.href(&to)>{t!(words, "side-say")} <span class="visually-hidden">": " {name.clone()}</span></a></td>
                }
            });
            view! { <tr><th scope="row">{name}</th>{cells}{say}</tr> }
        })
        .collect_view();
    let say = record.may_answer.then(|| view! { <td></td> });
    Some(view! {
        <section class="card" id="two-sides">
            <h2>{t!(words, "two-sides")}</h2>
            <p class="hint">{t!(words, "two-sides-about")}</p>
            <div class="table-scroll" tabindex="0" role="region" aria-label=t!(words, "two-sides")>
                <table class="data">
                    <thead><tr><th scope="col">{t!(words, "sections")}</th>{head}{say}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    })
}
