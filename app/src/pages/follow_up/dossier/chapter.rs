//! One chapter of a dossier: the State's words with the records that they name, where the register's
//! draft says something else, and the questions about it.

use domain::{
    follow_up::{
        EntryKind,
        dossier::{Chapter, Dossier, Piece, Question, difference, pieces},
    },
    policy::EntryVerb,
};
use leptos::prelude::*;
use register::following::Entry;

use super::Typed;
use crate::{
    pages::follow_up::questions,
    words::{Words, t},
};

/// What the chapter says, where the register says something else, and what was asked about it.
pub(super) fn card(
    words: Words,
    entry: &Entry,
    dossier: &Dossier,
    chapter: Chapter,
    typed: Option<&Typed>,
) -> impl IntoView + use<> {
    let code = chapter.code();
    let text = entry.content[code]["text"].as_str().unwrap_or_default();
    let body = if text.trim().is_empty() {
        view! { <p class="empty">{t!(words, "dossier-chapter-empty")}</p> }.into_any()
    } else {
        lines(words, text).into_any()
    };
    let edit = entry.may(EntryVerb::Edit).then(|| {
        let to = format!("{}/edit/{code}", entry.path());
        let name = words.text(&format!("form-{code}"));
        view! { <a class="button quiet" href=words.href(&to)>{t!(words, "entry-edit")} <span class="visually-hidden">": " {name}</span></a> }
    });
    let drafted = dossier.drafted.as_ref().and_then(|drafted| drafted.chapters.get(code));
    // What the register would say is the State's to weigh; what it left out is its own business.
    let differing = drafted
        .filter(|_| entry.may(EntryVerb::Edit))
        .and_then(|drafted| differs(words, text, drafted));
    let asked: Vec<(usize, &Question)> = dossier
        .questions
        .iter()
        .enumerate()
        .filter(|(_, question)| question.chapter == chapter)
        .collect();
    view! {
        <section class="card" id=code>
            <div class="cluster"><h2>{words.text(&format!("form-{code}"))}</h2> {edit}</div>
            <div class="prose">{body}</div>
            {differing}
            {questions::on_chapter(words, entry, chapter, &asked, typed)}
        </section>
    }
}

/// The lines of a text, each record that they name as a link.
fn lines(words: Words, text: &str) -> impl IntoView + use<> {
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| view! { <p>{line_with_links(words, line)}</p> })
        .collect_view()
}

fn line_with_links(words: Words, line: &str) -> Vec<AnyView> {
    pieces(line)
        .into_iter()
        .map(|piece| match piece {
            Piece::Words(text) => text.to_owned().into_any(),
            Piece::Record(record) => {
                let to = words.href(&format!("/{}/{}", record.path, record.id));
                let name = record_name(words, record.path, record.id);
                view! { <a class="small" href=to>"[" {name} "]"</a> }.into_any()
            }
        })
        .collect()
}

/// What a reference is called: "record 12", "commitment 3".
pub fn record_name(words: Words, path: &str, id: i64) -> String {
    let number = id.to_string();
    match EntryKind::from_path(path) {
        Some(kind) => {
            let kind = words.text(&format!("entry-kind-{}", kind.code()));
            t!(words, "reference-entry", kind = kind, id = number)
        }
        None if path == "agreements" => t!(words, "record-number", id = number),
        None => t!(words, "frozen-number", id = number),
    }
}

/// Where the State's words and the register's draft differ.
fn differs(words: Words, text: &str, drafted: &str) -> Option<impl IntoView + use<>> {
    let difference = difference(text, drafted);
    if difference.left_out.is_empty() || text.trim().is_empty() {
        return None;
    }
    let list = |lines: &[String]| {
        lines.iter().map(|line| view! { <li>{line_with_links(words, line)}</li> }).collect_view()
    };
    let own = (!difference.own.is_empty()).then(|| {
        view! { <h3>{t!(words, "dossier-own-words")}</h3> <ul>{list(&difference.own)}</ul> }
    });
    Some(view! {
        <details class="differs">
            <summary>{t!(words, "dossier-differs", count = difference.left_out.len())}</summary>
            <h3>{t!(words, "dossier-register-says")}</h3>
            <ul>{list(&difference.left_out)}</ul>
            {own}
        </details>
    })
}
