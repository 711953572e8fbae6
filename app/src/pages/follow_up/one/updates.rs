//! The card of dated reports on what is followed, and the form for another.

use chrono::NaiveDate;
use domain::{
    fields::{Vocabulary, follow_up::REPORT},
    follow_up::progress::{self, Update},
    policy::EntryVerb,
};
use leptos::prelude::*;
use register::following::{Entry, updates};

use crate::{
    components::{form_token::form_token, heard::heard_line},
    forms::{FormState, fields::SectionForm},
    words::{Words, t},
};

/// Reports, newest first, and the form for another.
pub(super) fn card(
    words: Words,
    entry: &Entry,
    heard: Option<NaiveDate>,
    report: Option<&(FormState, Option<progress::ReportProblem>)>,
) -> impl IntoView + use<> {
    let updates = updates(&entry.content);
    let list = updates.iter().rev().map(|found| update(words, found)).collect_view();
    let empty =
        updates.is_empty().then(|| view! { <p class="empty">{t!(words, "updates-empty")}</p> });
    // Whoever sees a draft sees its reports too.
    let heard_on = heard.max(updates.last().map(|last| last.on));
    let heard = heard_line(words, heard_on, entry.today, t!(words, "never-heard-of"));
    let form = entry.may(EntryVerb::Report).then(|| {
        let fresh = (FormState::default(), None);
        let (state, problem) = report.unwrap_or(&fresh);
        let problem = problem.map(|problem| {
            view! {
                <div class="error-summary" role="alert" tabindex="-1">
                    <h3>{t!(words, "nothing-was-saved-text-kept")}</h3>
                    <p>{words.text(&format!("report-problem-{}", <&str>::from(problem)))}</p>
                </div>
            }
        });
        let fields = SectionForm::new(words, REPORT, state).fields();
        let to = format!("/{}/{}/report", entry.kind.path(), entry.id);
        view! {
            <details open=report.is_some()>
                <summary>{t!(words, "update-report")}</summary>
                <p class="hint">{t!(words, "update-report-about")}</p>
                {problem}
                <form class="form" method="post" action=words.href(&to)>
                    {form_token()}
                    {fields}
                    <div class="form-actions"><button class="button">{t!(words, "update-report")}</button></div>
                </form>
            </details>
        }
    });
    view! {
        <section class="card" id="progress">
            <h2>{t!(words, "updates-title")}</h2>
            <p class="small">{heard}</p>
            {empty}
            <ol class="revisions">{list}</ol>
            {form}
        </section>
    }
}

fn update(words: Words, update: &Update) -> impl IntoView + use<> {
    let report = &update.report;
    let status = report
        .status
        .map(|status| view! { <strong>{words.label(Vocabulary::ProgressStatus, status.into())}</strong> });
    let evidence = report
        .evidence
        .map(|level| view! { <span class="tag" data-tone="quiet">{words.label(Vocabulary::EvidenceLevel, level.into())}</span> });
    let link = report.address.clone().map(|address| {
        view! { <a href=address rel="nofollow noopener external">{t!(words, "update-evidence-link")}</a> }
    });
    view! {
        <li class="revision">
            <div class="revision-head">
                {status}
                <span class="small">{t!(words, "update-by", author = words.author(&update.author), date = words.day(update.on))}</span>
                {evidence} {link}
            </div>
            <p>{report.text.clone()}</p>
        </li>
    }
}
