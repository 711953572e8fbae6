//! Entries in a list, and what stands beside an entry's heading.

use domain::{
    fields::{Vocabulary, follow_up::PEER_REVIEW},
    follow_up::{EntryKind, commitment::Recommended, progress::ProgressStatus},
    policy::EntryVerb,
};
use leptos::prelude::*;
use register::following::Entry;

use crate::words::{Words, t};

/// A path with parameters.
pub fn address(path: &str, parameters: &[(&str, String)]) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in parameters {
        query.append_pair(name, value);
    }
    format!("{path}?{}", query.finish())
}

/// To whom something is recommended, by name.
pub fn addressed(words: Words, recommended: &Recommended) -> String {
    let states = recommended.states.iter().filter_map(|addressee| addressee.state.as_deref());
    let mut addressed: Vec<String> = states.map(|state| words.state(state)).collect();
    if recommended.to_network {
        addressed.push(t!(words, "the-network-records"));
    }
    if addressed.is_empty() { t!(words, "recommendation-all") } else { addressed.join(", ") }
}

/// Who owns an entry, by name.
pub fn owner(words: Words, entry: &Entry) -> String {
    match &entry.owner {
        Some(state) => words.state(state),
        None => t!(words, "the-network-records"),
    }
}

/// Its title, or what stands for it.
pub fn title(words: Words, entry: &Entry) -> String {
    match (&entry.owner, entry.kind) {
        (Some(state), EntryKind::Dossier) => t!(words, "dossier-of", state = words.state(state)),
        _ if entry.title.is_empty() => t!(words, "entry-no-title"),
        _ => entry.title.clone(),
    }
}

/// Where it stands, as a tag; overdue is said beside it.
pub fn progress(words: Words, entry: &Entry) -> impl IntoView + use<> {
    let (tone, label) = match entry.status {
        Some(status) => {
            let tone = match status {
                ProgressStatus::Completed => "force",
                ProgressStatus::InProgress => "partly",
                ProgressStatus::YetToStart => "quiet",
                ProgressStatus::Dropped => "ended",
            };
            (tone, words.label(Vocabulary::ProgressStatus, status.into()))
        }
        None => ("quiet", t!(words, "commitment-no-status")),
    };
    let overdue =
        late(words, entry).map(|late| view! { <span class="tag" data-tone="warn">{late}</span> });
    view! { <span class="tag" data-tone=tone>{label}</span> {overdue} }
}

/// That its date has passed. Silence is shown as silence: nobody has said that it is not done.
fn late(words: Words, entry: &Entry) -> Option<String> {
    entry.is_overdue.then(|| {
        if entry.status.is_some() {
            t!(words, "commitment-overdue")
        } else {
            t!(words, "commitment-date-passed")
        }
    })
}

/// Where it stands, as one line of text.
pub fn progress_told(words: Words, entry: &Entry) -> String {
    let status = match entry.status {
        Some(status) => words.label(Vocabulary::ProgressStatus, status.into()),
        None => t!(words, "commitment-no-status"),
    };
    late(words, entry).map_or_else(|| status.clone(), |late| format!("{status}, {late}"))
}

/// Entries below each other, each with whose it is and where it stands.
pub fn entry_list(words: Words, entries: &[&Entry], empty: String) -> AnyView {
    if entries.is_empty() {
        return view! { <p class="empty">{empty}</p> }.into_any();
    }
    let rows = entries.iter().map(|entry| row(words, entry)).collect_view();
    view! { <ul class="results">{rows}</ul> }.into_any()
}

fn row(words: Words, entry: &Entry) -> impl IntoView + use<> {
    let draft = (entry.published_at.is_none() && !entry.stage.is_filed())
        .then(|| view! { <span class="tag" data-tone="warn">{t!(words, "draft")}</span> });
    let is_filed = entry.kind.is_filed();
    let progress = entry.kind.is_followed().then(|| progress(words, entry));
    let stage = is_filed.then(|| super::filed::stage(words, entry)).flatten();
    let due = entry
        .due
        .filter(|_| entry.kind != EntryKind::Meeting)
        .map(|due| format!("{}: {}", t!(words, "commitment-due"), words.date(due)));
    let question = entry.question.map(|number| t!(words, "question-number", number = number));
    view! {
        <li class="result">
            <h3><a href=words.href(&entry.path())>{title(words, entry)}</a></h3>
            <div class="result-meta">
                <span>{owner(words, entry)}</span>
                {draft} {stage} {progress}
                <span class="small">{question}</span>
                <span class="small">{due}</span>
            </div>
        </li>
    }
}

/// Draft or published, and the ways to edit, publish and look back.
pub fn entry_tools(words: Words, entry: &Entry) -> impl IntoView + use<> {
    let draft = entry.published_at.is_none().then(|| {
        let owner = owner(words, entry);
        if entry.stage.is_filed() {
            let about = t!(words, "entry-filed-about", owner = owner);
            return view! { <span class="small">{about}</span> }.into_any();
        }
        let about = if entry.kind == EntryKind::Pledge {
            t!(words, "pledge-draft-about", owner = owner)
        } else {
            t!(words, "entry-draft-about", owner = owner)
        };
        view! {
            <span class="tag" data-tone="warn">{t!(words, "draft")}</span>
            <span class="small">{about}</span>
        }
        .into_any()
    });
    let path = format!("/{}/{}", entry.kind.path(), entry.id);
    let forms: Vec<_> = entry
        .kind
        .forms()
        .iter()
        .filter(|form| {
            let is_review = form.code == PEER_REVIEW.code;
            // Each chapter of a dossier has its own link beside it.
            entry.kind != EntryKind::Dossier
                && entry.may(if is_review { EntryVerb::Review } else { EntryVerb::Edit })
        })
        .collect();
    let edit = (!forms.is_empty() || entry.may(EntryVerb::Publish)).then(|| {
        let links = forms
            .iter()
            .map(|form| {
                let label = if forms.len() == 1 && form.code != PEER_REVIEW.code {
                    t!(words, "entry-edit")
                } else {
                    words.text(&format!("form-{}", form.code))
                };
                view! { <a class="button quiet" href=words.href(&format!("{path}/edit/{}", form.code))>{label}</a> }
            })
            .collect_view();
        let publish = entry.may(EntryVerb::Publish).then(|| {
            let to = words.href(&format!("{path}/publish"));
            if entry.published_at.is_none() {
                view! { <a class="button" href=to>{t!(words, "entry-publish")}</a> }.into_any()
            } else {
                view! { <a class="small" href=to>{t!(words, "entry-withdraw")}</a> }.into_any()
            }
        });
        view! { {links} {publish} }
    });
    view! {
        <div class="cluster">
            {draft} {edit}
            <a class="small" href=words.href(&format!("{path}/history"))>{t!(words, "entry-history")}</a>
        </div>
    }
}
