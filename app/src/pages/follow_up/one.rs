//! One statement, recommendation, commitment, report or piece of the Network's work.

use chrono::NaiveDate;
use domain::{
    PartialDate,
    fields::Vocabulary,
    follow_up::{
        EntryKind,
        agreement_report::AgreementReport,
        commitment::{Commitment, Deliverable, Partner, Recommendation},
        meeting::{Bilingual, Meeting},
        pledge::Pledge,
        practice::Practice,
        progress::{self, Update},
        statement::Statement,
    },
    policy::{EntryVerb, may_begin},
};
use leptos::prelude::*;
use register::{
    Error,
    following::{Entry, Wanted, updates},
};

use super::lists::{entry_list, entry_tools, owner, progress as progress_tag, title};
use super::{filed, peer_review, report};
use crate::{
    components::{agreement::fact, heard::heard_line, layout::breadcrumbs},
    forms::{
        FormState,
        fields::{SectionForm, error_summary},
    },
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
        EntryKind::Statement => statement(request, entry, around).into_any(),
        EntryKind::Recommendation => recommendation(request, entry, around).into_any(),
        EntryKind::Commitment => commitment(words, entry, around).into_any(),
        EntryKind::Deliverable => deliverable(words, entry).into_any(),
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
    let followed = entry.kind.is_followed().then(|| updates_card(words, entry, around, report));
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

fn statement(request: &Request, entry: &Entry, around: &Around) -> impl IntoView + use<> {
    let words = request.words;
    let said = entry.content::<Statement>().statement;
    let state = entry.owner.clone().unwrap_or_default();
    let number = entry.question.unwrap_or(0);
    let heading = t!(words, "statement-of", state = words.state(&state), number = number);
    let question = around.meeting.as_ref().and_then(|meeting| {
        let questions = meeting.content::<Meeting>().meeting.questions;
        let question = questions.get((number as usize).checked_sub(1)?)?;
        Some(question.in_language(words.language.code()).to_owned())
    });
    let mark = if entry.recorded_for {
        t!(words, "statement-recorded-for", state = words.state(&state))
    } else {
        t!(words, "statement-own")
    };
    let path = format!("/statements/{}", entry.id);
    let confirm = entry.may(EntryVerb::Confirm).then(|| {
        view! {
            <form class="card" method="post" action=words.href(&format!("{path}/confirm"))>
                <p>{t!(words, "statement-confirm-about")}</p>
                <button class="button">{t!(words, "statement-confirm")}</button>
            </form>
        }
    });
    let commit = may_begin(&request.actor, EntryKind::Commitment, Some(&state)).then(|| {
        view! {
            <form method="post" action=words.href(&format!("{path}/commitment"))>
                <p class="hint">{t!(words, "statement-to-commitment-about")}</p>
                <button class="button quiet">{t!(words, "statement-to-commitment")}</button>
            </form>
        }
    });
    let corridors = said
        .corridors
        .iter()
        .filter_map(|corridor| {
            let pair = corridor.pair()?;
            let (a, b) = pair.split_once('-')?;
            let name = format!("{} – {}", words.state(a), words.state(b));
            Some(view! { <li><a href=words.href(&format!("/corridors/{pair}"))>{name}</a></li> })
        })
        .collect::<Vec<_>>();
    let children: Vec<&Entry> = around.children.iter().collect();
    let source = said.source.clone().or_else(|| said.address.clone()).map(|name| {
        match said.address.clone() {
            Some(address) => {
                view! { <a href=address rel="nofollow noopener external">{name}</a> }.into_any()
            }
            None => name.into_any(),
        }
    });
    view! {
        {head(words, entry, t!(words, "entry-kind-statement"), heading)}
        <p class="small">{mark}</p>
        {confirm}
        <section class="card">
            <blockquote class="prose" lang=said.language.clone()>{said.text.clone()}</blockquote>
            <dl class="facts">
                {fact(t!(words, "statement-question"), question)}
                {fact(words.text("field-statement-speaker"), said.speaker.clone())}
                {fact(t!(words, "statement-source"), source)}
                {fact(t!(words, "entry-linked-agreements"), agreements(words, around))}
                {fact(t!(words, "entry-linked-corridors"), (!corridors.is_empty()).then(|| view! { <ul>{corridors}</ul> }))}
                {fact(t!(words, "entry-linked-objectives"), objectives(words, &said.objectives))}
            </dl>
        </section>
        <section class="card">
            <h2>{t!(words, "statement-commitments")}</h2>
            {entry_list(words, &children, t!(words, "meeting-commitments-empty"))}
            {commit}
        </section>
    }
}

fn recommendation(request: &Request, entry: &Entry, around: &Around) -> impl IntoView + use<> {
    let words = request.words;
    let recommended = entry.content::<Recommendation>().recommendation;
    let heading = recommended.in_language(words.language.code()).to_owned();
    let mut addressed: Vec<String> = recommended
        .states
        .iter()
        .filter_map(|addressee| addressee.state.as_deref().map(|state| words.state(state)))
        .collect();
    if recommended.to_network {
        addressed.push(t!(words, "the-network-records"));
    }
    let addressed =
        if addressed.is_empty() { t!(words, "recommendation-all") } else { addressed.join(", ") };
    // A State takes up what is addressed to it; the Network what is addressed to it.
    let actor_state = request.actor.state().map(str::to_owned);
    let commit = may_begin(&request.actor, EntryKind::Commitment, actor_state.as_deref()).then(|| {
        view! {
            <form method="post" action=words.href(&format!("/recommendations/{}/commitment", entry.id))>
                <button class="button quiet">{t!(words, "recommendation-to-commitment")}</button>
            </form>
        }
    });
    let children: Vec<&Entry> = around.children.iter().collect();
    view! {
        {head(words, entry, t!(words, "entry-kind-recommendation"), heading)}
        <div class="cluster">{progress_tag(words, entry)}</div>
        <section class="card">
            <dl class="facts">
                {fact(t!(words, "recommendation-addressed"), Some(addressed))}
                {fact(t!(words, "commitment-due"), recommended.due.map(|due| words.date(due)))}
                {fact(t!(words, "statement-source"), recommended.source.clone())}
                {fact(t!(words, "entry-linked-objectives"), objectives(words, &recommended.objectives))}
            </dl>
        </section>
        <section class="card">
            <h2>{t!(words, "meeting-commitments")}</h2>
            {entry_list(words, &children, t!(words, "meeting-commitments-empty"))}
            {commit}
        </section>
    }
}

fn commitment(words: Words, entry: &Entry, around: &Around) -> impl IntoView + use<> {
    let committed = entry.content::<Commitment>().commitment;
    let partner = |partner: &Partner| {
        partner
            .state
            .as_deref()
            .map(|state| words.state(state))
            .or_else(|| partner.organization.clone())
    };
    let partners: Vec<String> = committed.partners.iter().filter_map(partner).collect();
    let evidence = progress::evidence(&updates(&entry.content))
        .map(|level| words.label(Vocabulary::EvidenceLevel, level.into()));
    let from = around.parent.as_ref().map(|parent| {
        view! { <a href=words.href(&parent.path())>{title(words, parent)}</a> }
    });
    view! {
        {head(words, entry, t!(words, "entry-kind-commitment"), committed.text.clone().unwrap_or_default())}
        <div class="cluster">{progress_tag(words, entry)}</div>
        <section class="card">
            <dl class="facts">
                {fact(t!(words, "commitment-owner"), Some(owner(words, entry)))}
                {fact(t!(words, "commitment-target"), committed.target.clone())}
                {fact(t!(words, "commitment-due"), committed.due.map(|due| words.date(due)))}
                {fact(t!(words, "commitment-partners"), (!partners.is_empty()).then(|| partners.join(", ")))}
                {fact(t!(words, "commitment-evidence"), evidence)}
                {fact(t!(words, "entry-came-from"), from)}
                {fact(t!(words, "entry-linked-agreements"), agreements(words, around))}
                {fact(t!(words, "entry-linked-objectives"), objectives(words, &committed.objectives))}
                {fact(words.text("field-commitment-note"), committed.note.clone())}
            </dl>
        </section>
    }
}

fn deliverable(words: Words, entry: &Entry) -> impl IntoView + use<> {
    let delivered = entry.content::<Deliverable>().deliverable;
    let language = words.language.code();
    let kind = delivered.kind.map_or_else(
        || t!(words, "entry-kind-deliverable"),
        |kind| words.label(Vocabulary::DeliverableKind, kind.into()),
    );
    let is_work =
        delivered.kind == Some(domain::follow_up::commitment::DeliverableKind::Deliverable);
    let due_label =
        if is_work { t!(words, "commitment-due") } else { t!(words, "deliverable-published") };
    let status = is_work.then(|| view! { <div class="cluster">{progress_tag(words, entry)}</div> });
    let provisions = (!delivered.provisions.is_empty()).then(|| {
        let items = delivered
            .provisions
            .iter()
            .map(|item| {
                let to = format!("/agreements?provision={item}");
                view! { <li><a href=words.href(&to)>{words.label(Vocabulary::Item, item)}</a></li> }
            })
            .collect_view();
        view! { <ul>{items}</ul> }
    });
    let link = delivered
        .address
        .clone()
        .map(|address| view! { <a href=address.clone() rel="nofollow noopener external">{address.clone()}</a> });
    view! {
        {head(words, entry, kind, delivered.in_language(language).to_owned())}
        {status}
        <section class="card">
            <p>{delivered.about(language).map(str::to_owned)}</p>
            <dl class="facts">
                {fact(due_label, delivered.due.map(|due: PartialDate| words.date(due)))}
                {fact(words.text("field-deliverable-address"), link)}
                {fact(t!(words, "deliverable-explains"), provisions)}
            </dl>
        </section>
    }
}

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

fn objectives(words: Words, numbers: &[String]) -> Option<impl IntoView + use<>> {
    (!numbers.is_empty()).then(|| {
        let objectives = numbers
            .iter()
            .map(|number| view! { <li>{words.label(Vocabulary::Objective, number)}</li> })
            .collect_view();
        view! { <ul>{objectives}</ul> }
    })
}

/// Reports, newest first, and the form for another.
fn updates_card(
    words: Words,
    entry: &Entry,
    around: &Around,
    report: Option<&(FormState, Option<progress::ReportProblem>)>,
) -> impl IntoView + use<> {
    let updates = updates(&entry.content);
    let list = updates.iter().rev().map(|found| update(words, found)).collect_view();
    let empty =
        updates.is_empty().then(|| view! { <p class="empty">{t!(words, "updates-empty")}</p> });
    // Whoever sees a draft sees its reports too.
    let heard_on = around.heard.max(updates.last().map(|last| last.on));
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
        let fields = SectionForm::new(words, domain::fields::follow_up::REPORT, state).fields();
        let to = format!("/{}/{}/report", entry.kind.path(), entry.id);
        view! {
            <details open=report.is_some()>
                <summary>{t!(words, "update-report")}</summary>
                <p class="hint">{t!(words, "update-report-about")}</p>
                {problem}
                <form class="form" method="post" action=words.href(&to)>
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
