//! One party's report on how an agreement gets on.

use domain::{
    fields::Vocabulary,
    follow_up::agreement_report::{AgreementReport, JointCommittee, Reported},
};
use leptos::prelude::*;
use register::following::Entry;

use super::{lists::owner, one::head};
use crate::{
    components::{
        agreement::fact,
        indicators::{of_report, period},
        joint_committee::{Reporter, action_points, meetings},
    },
    words::{Words, t},
};

/// Below the way back: period, words, evidence, figures, the joint committee. `agreements` leads to
/// the agreement.
pub fn body(words: Words, entry: &Entry, agreements: Option<AnyView>) -> impl IntoView + use<> {
    let report = entry.content::<AgreementReport>();
    let heading = t!(words, "report-of", state = owner(words, entry));
    let figures = &report.indicators.indicators;
    let figures = (!figures.is_empty()).then(|| {
        view! { <section class="card"><h2>{t!(words, "form-indicators")}</h2>{of_report(words, figures)}</section> }
    });
    let reported = &report.agreement_report;
    view! {
        {head(words, entry, t!(words, "entry-kind-agreement_report"), heading)}
        <section class="card">
            <dl class="facts">
                {fact(t!(words, "report-on-agreement"), agreements)}
                {fact(t!(words, "report-period"), whole_period(words, reported))}
                {fact(words.text("field-agreement_report-evidence"), evidence(words, reported))}
            </dl>
            {told(words, &report)}
        </section>
        {figures}
        {committee(words, entry, &report.joint_committee)}
    }
}

/// The period, also where only its end is known.
fn whole_period(words: Words, reported: &Reported) -> Option<String> {
    match (reported.from, reported.to) {
        (Some(from), to) => Some(period(words, from, to)),
        (None, to) => to.map(|to| format!("– {}", words.date(to))),
    }
}

fn evidence(words: Words, reported: &Reported) -> Option<impl IntoView + use<>> {
    let level = reported.evidence.map(|level| words.label(Vocabulary::EvidenceLevel, level.into()));
    let link = reported.address.clone().map(|address| {
        view! { <a href=address rel="nofollow noopener external">{t!(words, "update-evidence-link")}</a> }
    });
    (level.is_some() || link.is_some()).then(|| view! { {level} " " {link} })
}

/// The narrative, or that there is nothing in the report yet.
fn told(words: Words, report: &AgreementReport) -> Option<AnyView> {
    let committee = &report.joint_committee;
    let is_empty = report.indicators.indicators.is_empty()
        && committee.meetings.is_empty()
        && committee.action_points.is_empty();
    match report.agreement_report.text.clone() {
        Some(text) => Some(view! { <p class="prose">{text}</p> }.into_any()),
        None if is_empty => {
            Some(view! { <p class="empty">{t!(words, "report-nothing-yet")}</p> }.into_any())
        }
        None => None,
    }
}

fn committee(
    words: Words,
    entry: &Entry,
    committee: &JointCommittee,
) -> Option<impl IntoView + use<>> {
    // Whose report it is stands at its head.
    let nobody: Option<Reporter<'_>> = None;
    let held: Vec<_> = committee.meetings.iter().map(|meeting| (meeting, nobody)).collect();
    let points: Vec<_> = committee.action_points.iter().map(|point| (point, nobody)).collect();
    let is_empty = held.is_empty() && points.is_empty();
    let held = (!held.is_empty()).then(|| {
        view! { <h3>{t!(words, "progress-committee-meetings")}</h3> {meetings(words, &held)} }
    });
    let points = (!points.is_empty()).then(|| {
        view! {
            <h3>{t!(words, "progress-action-points")}</h3>
            {action_points(words, &points, entry.today)}
        }
    });
    (!is_empty).then(|| {
        view! {
            <section class="card">
                <h2>{t!(words, "progress-committee")}</h2>
                {held}
                {points}
            </section>
        }
    })
}
