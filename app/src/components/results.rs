//! Records in a list.

use domain::{fields::Vocabulary, status::Status};
use leptos::prelude::*;
use register::reading::Row;

use super::seen_by::seen_by;
use crate::words::{Language, Words, t};

/// Records below each other, each with where it stands.
pub fn results(words: Words, rows: &[Row]) -> impl IntoView + use<> {
    let rows = rows.iter().map(|row| result(words, row)).collect_view();
    view! { <ul class="results">{rows}</ul> }
}

/// One record with where it stands.
pub fn result(words: Words, row: &Row) -> impl IntoView + use<> {
    let kind = row.kind.as_deref().map(|kind| {
        view! { <span class="tag" data-tone="quiet">{words.label(Vocabulary::Kind, kind)}</span> }
    });
    let draft = seen_by(words, row.published, row.sharing);
    let mode = row.mode.as_deref().map(|mode| {
        view! { <span class="tag" data-tone="accent">{words.label(Vocabulary::SocialSecurityMode, mode)}</span> }
    });
    let contested = row
        .contests
        .iter()
        .map(|contest| {
            let section = words.text(&format!("section-{}", contest.section.code()));
            let state = words.state(&contest.state);
            view! { <span class="tag" data-tone="warn">{t!(words, "contested-in", section = section, state = state)}</span> }
        })
        .collect_view();
    let criteria = match row.criteria_met {
        Some(met) => t!(words, "criteria-met", met = met),
        None => t!(words, "not-coded"),
    };
    let (title, language) = title(words, row);
    view! {
        <li class="result">
            <h3><a href=words.href(&format!("/agreements/{}", row.id)) lang=language>{title}</a></h3>
            <div class="result-meta">
                <span>{parties(words, &row.parties)}</span>
                {draft}
                {status_tag(words, row.status, None)}
                {kind}
                {mode}
                {contested}
                <span class="small">{signed(words, row)}</span>
                <span class="small">{criteria}</span>
            </div>
        </li>
    }
}

/// The title for the reader, with its language where that is another.
pub fn title(words: Words, row: &Row) -> (String, Option<String>) {
    match &row.title_ru {
        Some(russian) if words.language == Language::Russian => (russian.clone(), None),
        _ if row.title.is_empty() => (t!(words, "no-title"), None),
        _ => {
            let other = row.title_language.clone();
            (row.title.clone(), other.filter(|language| language != words.language.code()))
        }
    }
}

/// The signature; both dates where a party has another one.
fn signed(words: Words, row: &Row) -> Option<String> {
    let date = row.signed.map(|date| words.date(date));
    let other = row.contests.iter().find_map(|contest| Some((&contest.state, contest.signed?)));
    match other {
        Some((state, other)) => {
            let recorder = match &row.recorded_by {
                Some(recorder) => words.state(recorder),
                None => t!(words, "side-public-source"),
            };
            Some(t!(
                words,
                "signed-by-both",
                recorder = recorder,
                date = date.unwrap_or_else(|| t!(words, "date-not-known")),
                state = words.state(state),
                other = words.date(other)
            ))
        }
        None => date.map(|date| t!(words, "signed-on", date = date)),
    }
}

/// "Kyrgyzstan → Republic of Korea" where the roles are known, else the names with dashes.
pub fn parties(words: Words, parties: &[(String, Option<String>)]) -> String {
    let of_role = |role: &str| {
        parties
            .iter()
            .find(|(_, given)| given.as_deref() == Some(role))
            .map(|(code, _)| words.state(code))
    };
    match (parties.len(), of_role("origin"), of_role("destination")) {
        (2, Some(origin), Some(destination)) => format!("{origin} → {destination}"),
        _ => {
            let mut names: Vec<String> =
                parties.iter().map(|(code, _)| words.state(code)).collect();
            words.sort_by_name(&mut names, Clone::clone);
            names.join(" – ")
        }
    }
}

/// The status as a tag, with since when.
pub fn status_tag(words: Words, status: Status, since: Option<String>) -> impl IntoView {
    let label = words.text(&format!("status-short-{}", <&str>::from(status)));
    let text = match since {
        Some(date) if status.is_applied() || status.is_ended() => {
            t!(words, "status-since", status = label, date = date)
        }
        _ => label,
    };
    view! { <span class="tag" data-tone=tone(status)>{text}</span> }
}

fn tone(status: Status) -> &'static str {
    match status {
        Status::InForce | Status::ProvisionallyApplied => "force",
        Status::Signed | Status::Initialled | Status::UnderNegotiation | Status::Proposed => {
            "partly"
        }
        Status::Suspended | Status::NoticeGiven => "warn",
        Status::NotKnown => "quiet",
        Status::Expired | Status::Terminated | Status::Superseded | Status::Abandoned => "ended",
    }
}
