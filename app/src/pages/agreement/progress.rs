//! What the parties report on how an agreement gets on: figures side by side, the joint committee, and
//! the reports themselves.

use chrono::NaiveDate;
use domain::follow_up::{
    agreement_report::{AgreementReport, last_meeting},
    series::{Source, series, states},
};
use leptos::prelude::*;
use register::{following::Entry, reading::Record};

use crate::{
    components::{
        indicators::side_by_side,
        joint_committee::{Reporter, action_points, meetings},
    },
    pages::follow_up::lists::entry_list,
    words::{Words, t},
};

/// A published report with its content.
type Published<'a> = (&'a Entry, AgreementReport);

/// The section; nothing where nobody has reported and the reader may not.
pub fn card(
    words: Words,
    record: &Record,
    reports: &[Entry],
    may_report: bool,
) -> Option<impl IntoView + use<>> {
    if reports.is_empty() && !may_report {
        return None;
    }
    // Figures rest on what is published: a draft of the reader's State is listed and not counted.
    let published: Vec<Published<'_>> = reports
        .iter()
        .filter(|entry| entry.published_at.is_some())
        .map(|entry| (entry, entry.content()))
        .collect();
    let report = may_report.then(|| {
        let to = format!("/reports/new?agreement={}", record.id);
        view! { <p><a class="button quiet" href=words.href(&to)>{t!(words, "progress-report")}</a></p> }
    });
    let list: Vec<&Entry> = reports.iter().collect();
    Some(view! {
        <section class="card" id="progress">
            <h2>{t!(words, "progress-title")}</h2>
            <p class="hint">{t!(words, "progress-about")}</p>
            {entry_list(words, &list, t!(words, "progress-empty"))}
            {figures(words, &published)}
            {committee(words, record, &published)}
            {report}
        </section>
    })
}

/// The day on which the joint committee last met, as far as a party has published it.
pub fn last_met(record: &Record, reports: &[Entry]) -> Option<NaiveDate> {
    let published = reports.iter().filter(|entry| entry.published_at.is_some());
    let told: Vec<AgreementReport> = published.map(Entry::content).collect();
    last_meeting(&told, record.today)
}

fn reporter(entry: &Entry) -> Reporter<'_> {
    Reporter { state: entry.owner.as_deref().unwrap_or_default(), report: entry.id }
}

/// A table for each indicator on which anybody reports.
fn figures(words: Words, published: &[Published<'_>]) -> Option<impl IntoView + use<>> {
    let sources: Vec<Source<'_>> = published
        .iter()
        .map(|(entry, report)| {
            let Reporter { state, report: number } = reporter(entry);
            Source { state, report: number, indicators: &report.indicators }
        })
        .collect();
    let (states, series) = (states(&sources), series(&sources));
    (!series.is_empty()).then(|| {
        let tables =
            series.iter().map(|series| side_by_side(words, &states, series)).collect_view();
        view! {
            <h3>{t!(words, "progress-figures")}</h3>
            <p class="hint">{t!(words, "progress-figures-about")}</p>
            <div class="stack">{tables}</div>
        }
    })
}

/// Meetings, latest first, and what is still to be done, what is due first in front.
fn committee(
    words: Words,
    record: &Record,
    published: &[Published<'_>],
) -> Option<impl IntoView + use<>> {
    let mut held = Vec::new();
    let mut open = Vec::new();
    for (entry, report) in published {
        let by = Some(reporter(entry));
        let committee = &report.joint_committee;
        held.extend(committee.meetings.iter().map(|meeting| (meeting, by)));
        open.extend(
            committee.action_points.iter().filter(|point| !point.done).map(|point| (point, by)),
        );
    }
    held.sort_by_key(|(meeting, _)| std::cmp::Reverse(meeting.date));
    open.sort_by_key(|(point, _)| (point.due.is_none(), point.due));
    let is_empty = held.is_empty() && open.is_empty();
    let held = (!held.is_empty()).then(|| {
        view! { <h4>{t!(words, "progress-committee-meetings")}</h4> {meetings(words, &held)} }
    });
    let open = (!open.is_empty()).then(|| {
        view! {
            <h4>{t!(words, "progress-open-action-points")}</h4>
            {action_points(words, &open, record.today)}
        }
    });
    (!is_empty).then(|| view! { <h3>{t!(words, "progress-committee")}</h3> {held} {open} })
}
