//! The joint committee of an agreement as its parties report on it: its meetings, and what it asked
//! for.

use chrono::NaiveDate;
use domain::follow_up::{
    EntryKind,
    agreement_report::{ActionPoint, CommitteeMeeting},
};
use leptos::prelude::*;

use crate::words::{Words, t};

/// Who reports it.
#[derive(Clone, Copy, Debug)]
pub struct Reporter<'a> {
    pub state: &'a str,
    /// The number of the report.
    pub report: i64,
}

/// The way to a report.
pub fn report_link(words: Words, reporter: Reporter<'_>) -> impl IntoView + use<> {
    let to = format!("/{}/{}", EntryKind::AgreementReport.path(), reporter.report);
    let name = t!(words, "progress-reported-by", state = words.state(reporter.state));
    view! { <a href=words.href(&to)>{name}</a> }
}

/// Meetings below each other. The text of the minutes stands in the report alone, where no reporter
/// is named.
pub fn meetings(
    words: Words,
    meetings: &[(&CommitteeMeeting, Option<Reporter<'_>>)],
) -> impl IntoView + use<> {
    let list = meetings
        .iter()
        .map(|(meeting, reporter)| {
            let when = meeting
                .date
                .map_or_else(|| t!(words, "progress-date-not-recorded"), |date| words.date(date));
            let place = meeting.place.clone().map(|place| view! { <strong>{place}</strong> });
            let minutes = meeting.minutes.clone().filter(|_| reporter.is_none());
            let minutes = minutes.map(|minutes| view! { <p class="prose">{minutes}</p> });
            let link = meeting.address.clone().map(|address| {
                view! { <p><a href=address rel="nofollow noopener external">{t!(words, "progress-minutes")}</a></p> }
            });
            let by = reporter
                .map(|reporter| view! { <p class="small">{report_link(words, reporter)}</p> });
            view! { <li><span class="when">{when}</span> {place} {minutes} {link} {by}</li> }
        })
        .collect_view();
    view! { <ol class="events">{list}</ol> }
}

/// Action points below each other, each with where it stands on `today`.
pub fn action_points(
    words: Words,
    points: &[(&ActionPoint, Option<Reporter<'_>>)],
    today: NaiveDate,
) -> impl IntoView + use<> {
    let list = points
        .iter()
        .map(|(point, reporter)| {
            let (tone, standing) = if point.done {
                ("force", t!(words, "progress-point-done"))
            } else if point.is_overdue(today) {
                ("warn", t!(words, "progress-point-overdue"))
            } else {
                ("quiet", t!(words, "progress-point-open"))
            };
            let responsible = point.responsible.as_deref().map(|state| words.state(state));
            let due = point.due.map(|due| t!(words, "progress-point-due", date = words.date(due)));
            let by = reporter.map(|reporter| report_link(words, reporter));
            view! {
                <li class="result">
                    <p class="prose">{point.text.clone()}</p>
                    <div class="result-meta">
                        <span class="tag" data-tone=tone>{standing}</span>
                        <span>{responsible}</span>
                        <span class="small">{due}</span>
                        <span class="small">{by}</span>
                    </div>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="results">{list}</ul> }
}
