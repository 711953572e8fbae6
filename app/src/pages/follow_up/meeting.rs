//! One meeting: its agenda, who takes part, what States said under its questions, and what came of it.

mod agenda;
mod statements;

use domain::{
    fields::{Vocabulary, follow_up::MINUTES},
    follow_up::{
        EntryKind,
        meeting::{Bilingual, Line, Meeting, ParticipantStanding},
    },
    policy::may_begin,
};
use leptos::prelude::*;
use register::{
    Error,
    following::{Entry, Wanted},
};
use strum::VariantArray;

use super::{
    lists::{address, entry_list, entry_tools},
    minutes, taking_part,
};
use crate::{
    components::{agreement::fact, layout::breadcrumbs},
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Shows the meeting.
///
/// # Errors
/// When the register does not answer.
pub async fn show(request: &Request, entry: Entry) -> Result<Page, Error> {
    let words = request.words;
    let wanted = Wanted { meeting: Some(entry.id), ..Wanted::default() };
    let of_meeting = request.register.entries_of(&request.actor, &wanted).await?;
    let counts = request.register.registration_counts(&request.actor, &entry).await?;
    let versions = request.register.form_versions(&entry, MINUTES).await?;
    let meeting: Meeting = entry.content();
    let title = meeting.meeting.in_language(words.language.code()).to_owned();
    let is_public = entry.published_at.is_some();
    let saved = request.parameter("saved");
    let request = request.clone();
    let page = Page::new(title, move || {
        let registration = taking_part::on_meeting(request.words, &entry, counts.as_deref());
        let minutes = minutes::on_meeting(request.words, &entry, &versions);
        let beside = Beside { registration: registration.into_any(), minutes: minutes.into_any() };
        whole(&request, &entry, &meeting, &of_meeting, saved.as_deref(), beside)
    })
    .with_island();
    Ok(if is_public { page } else { page.private() })
}

/// What is kept beside the meeting's own words.
struct Beside {
    /// Whether people may ask to take part.
    registration: AnyView,
    /// Which version of the minutes is shown.
    minutes: AnyView,
}

fn whole(
    request: &Request,
    entry: &Entry,
    meeting: &Meeting,
    of_meeting: &[Entry],
    saved: Option<&str>,
    beside: Beside,
) -> impl IntoView + use<> {
    let words = request.words;
    let language = words.language.code();
    let about = &meeting.meeting;
    let title = about.in_language(language).to_owned();
    let of_kind = |kind: EntryKind| -> Vec<&Entry> {
        of_meeting.iter().filter(|entry| entry.kind == kind).collect()
    };
    let recommend = may_begin(&request.actor, EntryKind::Recommendation, None).then(|| {
        let to = address("/recommendations/new", &[("meeting", entry.id.to_string())]);
        view! { <p><a class="button quiet" href=words.href(&to)>{t!(words, "recommendation-new")}</a></p> }
    });
    let recommendations = of_kind(EntryKind::Recommendation);
    let commitments = of_kind(EntryKind::Commitment);
    let minutes = meeting.minutes.text.clone().map_or_else(
        || view! { <p>{t!(words, "meeting-no-minutes")}</p> }.into_any(),
        |text| view! { <div class="prose">{text}</div> }.into_any(),
    );
    view! {
        {breadcrumbs(words, vec![("/meetings".to_owned(), t!(words, "meetings-title"))], title.clone())}
        {super::one::saved_notice(words, saved)}
        <div class="agreement-head">
            <p class="kicker">{t!(words, "entry-kind-meeting")}</p>
            <h1>{title}</h1>
            {entry_tools(words, entry)}
        </div>
        <section class="card">
            <dl class="facts">
                {fact(t!(words, "meeting-when"), about.date.map(|date| words.date(date)))}
                {fact(t!(words, "meeting-where"), about.place.clone())}
                {fact(t!(words, "meeting-how"), about.format.map(|format| words.label(Vocabulary::MeetingFormat, format.into())))}
                {fact(t!(words, "meeting-host"), about.host.clone())}
                {fact(t!(words, "meeting-follows"), about.follows.clone())}
            </dl>
            <p><a class="button quiet" href=words.href(&format!("{}/summary.docx", entry.path()))>{t!(words, "paper-of-meeting")}</a></p>
        </section>
        {beside.registration}
        <section class="card" id="statements">
            <h2>{t!(words, "meeting-statements")}</h2>
            <p class="hint">{t!(words, "meeting-statements-about")}</p>
            {statements::matrix(request, entry, meeting, &of_kind(EntryKind::Statement))}
        </section>
        <section class="card">
            <h2>{t!(words, "meeting-commitments")}</h2>
            {entry_list(words, &commitments, t!(words, "meeting-commitments-empty"))}
        </section>
        <section class="card">
            <h2>{t!(words, "meeting-recommendations")}</h2>
            {entry_list(words, &recommendations, t!(words, "meeting-recommendations-empty"))}
            {recommend}
        </section>
        <section class="card">
            <h2>{t!(words, "meeting-agenda")}</h2>
            {agenda::table(words, meeting)}
        </section>
        <section class="card">
            <h2>{t!(words, "meeting-participants")}</h2>
            {participants(words, meeting)}
        </section>
        {lines(words, t!(words, "meeting-goals"), &about.goals)}
        {lines(words, t!(words, "meeting-outcomes"), &about.outcomes)}
        {materials(words, meeting)}
        <section class="card"><h2>{t!(words, "meeting-minutes")}</h2>{beside.minutes} {minutes}</section>
    }
}

fn participants(words: Words, meeting: &Meeting) -> AnyView {
    let all = &meeting.participation.participants;
    if all.is_empty() {
        return view! { <p class="empty">{t!(words, "meeting-participants-empty")}</p> }.into_any();
    }
    let groups = ParticipantStanding::VARIANTS
        .iter()
        .filter_map(|standing| {
            let people: Vec<_> = all
                .iter()
                .filter(|participant| participant.standing == Some(*standing))
                .map(|participant| {
                    let name = match (&participant.state, &participant.organization) {
                        (Some(state), _) => view! { <a href=words.href(&format!("/states/{state}"))>{words.state(state)}</a> }.into_any(),
                        (None, organization) => organization.clone().unwrap_or_default().into_any(),
                    };
                    let attendance = participant.attendance.map_or_else(
                        || t!(words, "meeting-attendance-not-known"),
                        |attendance| words.label(Vocabulary::Attendance, attendance.into()),
                    );
                    view! { <li>{name} " " <span class="small">{attendance} {participant.note.clone().map(|note| format!(". {note}"))}</span></li> }
                })
                .collect();
            (!people.is_empty()).then(|| {
                view! { <div><h3>{words.label(Vocabulary::ParticipantStanding, (*standing).into())}</h3><ul>{people}</ul></div> }
            })
        })
        .collect_view();
    view! {
        <p class="hint">{t!(words, "meeting-participants-about")}</p>
        <div class="parties">{groups}</div>
    }
    .into_any()
}

fn lines(words: Words, heading: String, lines: &[Line]) -> Option<impl IntoView + use<>> {
    (!lines.is_empty()).then(|| {
        let lines = lines
            .iter()
            .map(|line| view! { <li>{line.in_language(words.language.code()).to_owned()}</li> })
            .collect_view();
        view! { <section class="card"><h2>{heading}</h2><ul>{lines}</ul></section> }
    })
}

fn materials(words: Words, meeting: &Meeting) -> Option<impl IntoView + use<>> {
    (!meeting.materials.materials.is_empty()).then(|| {
        let materials = meeting
            .materials
            .materials
            .iter()
            .map(|material| {
                let title = material.title.clone().unwrap_or_default();
                let title = match material.address.clone() {
                    Some(address) => view! { <a href=address rel="nofollow noopener external">{title}</a> }.into_any(),
                    None => title.into_any(),
                };
                view! { <li>{title} " " <span class="small">{material.note.clone()}</span></li> }
            })
            .collect_view();
        view! { <section class="card"><h2>{t!(words, "meeting-materials")}</h2><ul class="sources">{materials}</ul></section> }
    })
}
