//! What States said at a meeting: a table of States by guiding questions.

use domain::{
    follow_up::{
        EntryKind,
        meeting::{Bilingual, Meeting},
    },
    policy::may_begin,
};
use leptos::prelude::*;
use register::following::Entry;

use crate::{pages::follow_up::lists::address, request::Request, words::t};

/// States by guiding questions. An empty cell is silence, and says so.
pub(super) fn matrix(
    request: &Request,
    entry: &Entry,
    meeting: &Meeting,
    statements: &[&Entry],
) -> impl IntoView + use<> {
    let words = request.words;
    let language = words.language.code();
    let questions = &meeting.meeting.questions;
    let list = questions
        .iter()
        .map(|question| view! { <li>{question.in_language(language).to_owned()}</li> })
        .collect_view();
    // Who said something belongs into the table, also where the programme does not name it.
    let mut states: Vec<String> = meeting.states().into_iter().map(str::to_owned).collect();
    states.extend(statements.iter().filter_map(|statement| statement.owner.clone()));
    words.sort_by_name(&mut states, |code| words.state(code));
    states.dedup();
    let head = (1..=questions.len())
        .map(
            |number| view! { <th scope="col">{t!(words, "question-number", number = number)}</th> },
        )
        .collect_view();
    let rows = states
        .into_iter()
        .map(|state| {
            let cells = (1..=questions.len())
                .map(|number| cell(request, entry, &state, number, statements))
                .collect_view();
            view! {
                <tr>
                    <th scope="row"><a href=words.href(&format!("/states/{state}"))>{words.state(&state)}</a></th>
                    {cells}
                </tr>
            }
        })
        .collect_view();
    view! {
        <h3>{t!(words, "meeting-questions")}</h3>
        <ol class="questions">{list}</ol>
        <div class="table-scroll" tabindex="0" role="region" aria-label=t!(words, "meeting-statements")>
            <table class="statements">
                <caption>{t!(words, "statements-caption", count = statements.len())}</caption>
                <thead><tr><th scope="col">{t!(words, "statements-state")}</th>{head}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn cell(
    request: &Request,
    entry: &Entry,
    state: &str,
    number: usize,
    statements: &[&Entry],
) -> impl IntoView + use<> {
    let words = request.words;
    let said: Vec<_> = statements
        .iter()
        .filter(|statement| {
            statement.owner.as_deref() == Some(state)
                && statement.question.map(|question| question as usize) == Some(number)
        })
        .map(|statement| {
            let mark = statement.recorded_for.then(|| {
                view! { <span class="small">{t!(words, "statement-recorded-for", state = words.state(state))}</span> }
            });
            view! { <p><a href=words.href(&statement.path())>{statement.title.clone()}</a> " " {mark}</p> }
        })
        .collect();
    let nothing = said
        .is_empty()
        .then(|| view! { <span class="cell" data-finding="not_coded">{t!(words, "statements-nothing")}</span> });
    let add = may_begin(&request.actor, EntryKind::Statement, Some(state)).then(|| {
        let to = address(
            "/statements/new",
            &[
                ("meeting", entry.id.to_string()),
                ("question", number.to_string()),
                ("owner", state.to_owned()),
            ],
        );
        let label = t!(words, "statement-of", state = words.state(state), number = number);
        view! { <p><a class="small" href=words.href(&to)>{t!(words, "statements-add")} <span class="visually-hidden">": " {label}</span></a></p> }
    });
    view! { <td>{said} {nothing} {add}</td> }
}
