//! One entry on a page of its own: what all kinds have around them. What each says itself stands in a
//! file of its kind.

mod commitment;
mod deliverable;
mod recommendation;
mod statement;
mod updates;

use chrono::NaiveDate;
use domain::{
    fields::Vocabulary,
    follow_up::{
        EntryKind,
        agreement_report::AgreementReport,
        commitment::Commitment,
        meeting::{Bilingual, Meeting},
        pledge::Pledge,
        practice::Practice,
        progress,
        statement::Statement,
    },
};
use leptos::prelude::*;
use register::{
    Error,
    following::{Entry, Wanted},
};

use super::lists::{entry_tools, owner, title};
use super::{filed, peer_review, report};
use crate::{
    components::layout::breadcrumbs,
    forms::{FormState, fields::error_summary},
    page::Page,
    request::Request,
    words::{Words, t},
};

/// What is shown beside the entry itself.
struct Around {
    meeting: Option<Entry>,
    parent: Option<Entry>,
    /// Commitments that came of it.
    children: Vec<Entry>,
    /// Records of agreements that it is about: number and title.
    agreements: Vec<(i64, String)>,
    /// The day on which somebody last spoke of it in public.
    heard: Option<NaiveDate>,
    /// What a practice's peer review needs.
    reviewed: peer_review::Around,
}

/// Shows the entry; `report` is the report that was typed and not taken.
///
/// # Errors
/// When the register does not answer.
pub async fn show(
    request: &Request,
    entry: Entry,
    report: Option<(FormState, Option<progress::ReportProblem>)>,
) -> Result<Page, Error> {
    shown(request, entry, report, None).await
}

/// Shows a practice with what was typed into a form of its peer review and not taken.
///
/// # Errors
/// As [`show`].
pub async fn show_review(
    request: &Request,
    entry: Entry,
    typed: peer_review::Typed,
) -> Result<Page, Error> {
    shown(request, entry, None, Some(typed)).await
}

async fn shown(
    request: &Request,
    entry: Entry,
    report: Option<(FormState, Option<progress::ReportProblem>)>,
    typed: Option<peer_review::Typed>,
) -> Result<Page, Error> {
    if entry.kind == EntryKind::Meeting {
        return super::meeting::show(request, entry).await;
    }
    if entry.kind == EntryKind::Review {
        return super::review::show(request, entry).await;
    }
    if entry.kind == EntryKind::Dossier {
        return super::dossier::show(request, entry, None).await;
    }
    let register = &request.register;
    let of = async |id: Option<i64>| match id {
        Some(id) => register.entry(&request.actor, id).await.ok(),
        None => None,
    };
    let wanted = Wanted { parent: Some(entry.id), ..Wanted::default() };
    let numbers: Vec<i64> = agreements_of(&entry).into_iter().map(i64::from).collect();
    let around = Around {
        meeting: of(entry.meeting).await,
        parent: of(entry.parent).await,
        children: register.entries_of(&request.actor, &wanted).await?,
        agreements: register.titles(&request.actor, &numbers).await?,
        heard: if entry.kind.is_followed() {
            register.last_heard_of_entry(&entry).await?
        } else {
            None
        },
        reviewed: peer_review::Around { to_name: register.reviewers_to_name(&entry).await?, typed },
    };
    let words = request.words;
    let is_public = entry.published_at.is_some();
    let typed = around.reviewed.typed.as_ref();
    let is_wrong = report.is_some() || typed.is_some_and(|typed| !typed.state.problems.is_empty());
    let saved = request.parameter("saved");
    let request = request.clone();
    let heading = title(words, &entry);
    let page = Page::new(heading, move || {
        whole(&request, &entry, &around, saved.as_deref(), report.as_ref())
    });
    let page = if is_public { page } else { page.private() };
    Ok(if is_wrong { page.with_status(422) } else { page })
}

fn agreements_of(entry: &Entry) -> Vec<u32> {
    match entry.kind {
        EntryKind::Statement => entry.content::<Statement>().statement.agreements,
        EntryKind::Commitment => entry.content::<Commitment>().commitment.agreements,
        EntryKind::Practice => entry.content::<Practice>().practice.agreements,
        EntryKind::Pledge => entry.content::<Pledge>().pledge.agreements,
        EntryKind::AgreementReport => {
            entry.content::<AgreementReport>().agreement_report.agreements
        }
        _ => Vec::new(),
    }
}

/// What was just done, in words.
pub fn saved_notice(words: Words, saved: Option<&str>) -> Option<impl IntoView + use<>> {
    let said = match saved? {
        "published" => t!(words, "entry-was-published"),
        "withdrawn" => t!(words, "entry-was-withdrawn"),
        "confirmed" => t!(words, "entry-was-confirmed"),
        "part" => t!(words, "pledge-part-was-confirmed"),
        "reported" => t!(words, "entry-was-reported"),
        "step" => t!(words, "step-was-taken"),
        "lacks" => t!(words, "step-was-not-taken"),
        "taking-part" => t!(words, "review-was-said"),
        "drafted" => t!(words, "dossier-was-drafted"),
        "asked" => t!(words, "question-was-asked"),
        "answered" => t!(words, "question-was-answered"),
        "reviewer-named" => t!(words, "reviewer-was-named"),
        "reviewer-released" => t!(words, "reviewer-was-released"),
        "declared" => t!(words, "reviewer-was-declared"),
        "opinion" => t!(words, "reviewer-opinion-was-given"),
        _ => t!(words, "entry-was-saved"),
    };
    let tone = if saved == Some("lacks") { "warn" } else { "success" };
    Some(view! { <div class="notice" data-tone=tone role="status">{said}</div> })
}

fn whole(
    request: &Request,
    entry: &Entry,
    around: &Around,
    saved: Option<&str>,
    report: Option<&(FormState, Option<progress::ReportProblem>)>,
) -> impl IntoView + use<> {
    let words = request.words;
    let body = match entry.kind {
        // These have pages of their own.
        EntryKind::Meeting | EntryKind::Review | EntryKind::Dossier => ().into_any(),
        EntryKind::Statement => statement::body(request, entry, around).into_any(),
        EntryKind::Recommendation => recommendation::body(request, entry, around).into_any(),
        EntryKind::Commitment => commitment::body(words, entry, around).into_any(),
        EntryKind::Deliverable => deliverable::body(words, entry).into_any(),
        EntryKind::AgreementReport => {
            report::body(words, entry, agreements(words, around).map(IntoAny::into_any)).into_any()
        }
        EntryKind::Practice | EntryKind::Pledge => {
            let kicker = words.text(&format!("entry-kind-{}", entry.kind.code()));
            let rests_on = agreements(words, around).map(|agreements| {
                view! {
                    <section class="card">
                        <h2>{t!(words, "entry-linked-agreements")}</h2>
                        {agreements}
                    </section>
                }
            });
            view! {
                {head(words, entry, kicker, title(words, entry))}
                <p class="small">{owner(words, entry)}</p>
                {filed::body(request, entry, &around.reviewed)}
                {rests_on}
            }
            .into_any()
        }
    };
    let followed =
        entry.kind.is_followed().then(|| updates::card(words, entry, around.heard, report));
    let problems = report
        .and_then(|(state, _)| error_summary(words, domain::fields::follow_up::REPORT, state));
    let of_review = around.reviewed.typed.as_ref();
    let of_review = of_review.and_then(|typed| error_summary(words, typed.form, &typed.state));
    view! {
        {breadcrumbs(words, steps(words, entry, around), title(words, entry))}
        {problems} {of_review}
        {saved_notice(words, saved)}
        {body}
        {followed}
    }
}

fn steps(words: Words, entry: &Entry, around: &Around) -> Vec<(String, String)> {
    match (&around.meeting, entry.kind) {
        (Some(meeting), _) => {
            let about = meeting.content::<Meeting>().meeting;
            let name = about.in_language(words.language.code()).to_owned();
            vec![("/meetings".to_owned(), t!(words, "meetings-title")), (meeting.path(), name)]
        }
        (None, EntryKind::Deliverable) => {
            vec![("/deliverables".to_owned(), t!(words, "deliverables-title"))]
        }
        (None, kind @ (EntryKind::Practice | EntryKind::Pledge)) => {
            let name = words.text(&format!("{}-list-title", kind.code()));
            vec![(format!("/{}", kind.path()), name)]
        }
        (None, EntryKind::AgreementReport) => {
            let of = |(id, title): &(i64, String)| (format!("/agreements/{id}"), title.clone());
            let register = ("/agreements".to_owned(), t!(words, "nav-register"));
            std::iter::once(register).chain(around.agreements.iter().map(of)).collect()
        }
        (None, _) => vec![("/commitments".to_owned(), t!(words, "commitments-title"))],
    }
}

/// What it is, its heading, and what may be done with it.
pub(super) fn head(
    words: Words,
    entry: &Entry,
    kicker: String,
    heading: String,
) -> impl IntoView + use<> {
    view! {
        <div class="agreement-head">
            <p class="kicker">{kicker}</p>
            <h1>{heading}</h1>
            {entry_tools(words, entry)}
        </div>
    }
}

/// The records that it is about, as links.
fn agreements(words: Words, around: &Around) -> Option<impl IntoView + use<>> {
    (!around.agreements.is_empty()).then(|| {
        let links = around
            .agreements
            .iter()
            .map(|(id, title)| view! { <li><a href=words.href(&format!("/agreements/{id}"))>{title.clone()}</a></li> })
            .collect_view();
        view! { <ul>{links}</ul> }
    })
}

/// The objectives of the Global Compact that it serves.
fn objectives(words: Words, numbers: &[String]) -> Option<impl IntoView + use<>> {
    (!numbers.is_empty()).then(|| {
        let objectives = numbers
            .iter()
            .map(|number| view! { <li>{words.label(Vocabulary::Objective, number)}</li> })
            .collect_view();
        view! { <ul>{objectives}</ul> }
    })
}
