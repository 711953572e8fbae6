//! Questions pinned to a chapter of a dossier, with their answers; and the forms to ask and to answer.

use domain::{
    fields::{
        Form,
        follow_up::{ANSWER, QUESTION},
    },
    follow_up::{
        dossier::{Chapter, Question},
        stage::Stage,
    },
    policy::EntryVerb,
};
use leptos::prelude::*;
use register::following::Entry;

use super::dossier::Typed;
use crate::{
    components::form_token::form_token,
    forms::{FormState, names},
    words::{Words, t},
};

/// What was asked about a chapter, each with the answer or a form for it, and a form for another.
pub fn on_chapter(
    words: Words,
    entry: &Entry,
    chapter: Chapter,
    asked: &[(usize, &Question)],
    typed: Option<&Typed>,
) -> Option<impl IntoView + use<>> {
    let may_ask = entry.may(EntryVerb::Review) && entry.stage == Stage::InReview;
    if asked.is_empty() && !may_ask {
        return None;
    }
    let list = asked
        .iter()
        .map(|(number, question)| one(words, entry, *number, question, typed))
        .collect_view();
    let heading = (!asked.is_empty()).then(|| view! { <h3>{t!(words, "questions-title")}</h3> });
    let ask = may_ask.then(|| ask(words, entry, chapter, typed));
    Some(view! { <div class="questions">{heading} <ol class="revisions">{list}</ol> {ask}</div> })
}

fn one(
    words: Words,
    entry: &Entry,
    number: usize,
    question: &Question,
    typed: Option<&Typed>,
) -> impl IntoView + use<> {
    let by = |author: &str, on| {
        t!(words, "update-by", author = words.author(author), date = words.day(on))
    };
    let answered = question.answer.as_ref().map(|answer| {
        view! {
            <p class="small">{t!(words, "question-answer")} " · " {by(&answer.author, answer.on)}</p>
            <p class="prose">{answer.text.clone()}</p>
        }
    });
    let is_open = question.answer.is_none();
    let waits = (is_open && !may_answer(entry))
        .then(|| view! { <span class="tag" data-tone="warn">{t!(words, "question-open")}</span> });
    let form = may_answer(entry).then(|| answer_form(words, entry, number, question, typed));
    view! {
        <li class="revision" id=format!("question-{number}")>
            <p class="small">{t!(words, "question-asked")} " · " {by(&question.author, question.on)} " " {waits}</p>
            <p class="prose">{question.text.clone()}</p>
            {answered}
            {form}
        </li>
    }
}

fn may_answer(entry: &Entry) -> bool {
    entry.may(EntryVerb::Edit) && entry.stage == Stage::InformationRequested
}

fn answer_form(
    words: Words,
    entry: &Entry,
    number: usize,
    question: &Question,
    typed: Option<&Typed>,
) -> impl IntoView + use<> {
    let typed = typed_for(typed, Some(number));
    let given = question.answer.as_ref().map(|answer| answer.text.clone()).unwrap_or_default();
    let field = text_field(words, ANSWER, &format!("answer-{number}"), &given, typed);
    let to = words.href(&format!("{}/answer/{number}", entry.path()));
    view! {
        <details open=typed.is_some() || question.answer.is_none()>
            <summary>{t!(words, "question-answer-now")}</summary>
            <form class="form" method="post" action=to>
                {form_token()}
                <input type="hidden" name="seen" value=given />
                {field}
                <div class="form-actions"><button class="button">{t!(words, "question-answer-now")}</button></div>
            </form>
        </details>
    }
}

fn ask(
    words: Words,
    entry: &Entry,
    chapter: Chapter,
    typed: Option<&Typed>,
) -> impl IntoView + use<> {
    let typed =
        typed_for(typed, None).filter(|state| state.values.get("chapter") == chapter.code());
    let field = text_field(words, QUESTION, &format!("ask-{}", chapter.code()), "", typed);
    let to = words.href(&format!("{}/ask", entry.path()));
    view! {
        <details open=typed.is_some()>
            <summary>{t!(words, "question-ask")}</summary>
            <form class="form" method="post" action=to>
                {form_token()}
                <input type="hidden" name="chapter" value=chapter.code() />
                {field}
                <div class="form-actions"><button class="button">{t!(words, "question-ask")}</button></div>
            </form>
        </details>
    }
}

/// The field of one of several small forms on the page: each has an id of its own.
fn text_field(
    words: Words,
    form: Form,
    id: &str,
    given: &str,
    typed: Option<&FormState>,
) -> impl IntoView + use<> {
    let problem = typed
        .and_then(|state| state.problem("text"))
        .map(|problem| names::problem(words, form, "text", problem));
    let value = typed.map_or_else(|| given.to_owned(), |state| state.values.get("text").to_owned());
    let problem_id = format!("{id}-problem");
    let described = problem.is_some().then(|| problem_id.clone());
    let problem =
        problem.map(|problem| view! { <p class="error" id=problem_id role="alert">{problem}</p> });
    let is_wrong = described.is_some();
    view! {
        <div class="field" data-wide="" data-invalid=is_wrong.then_some("")>
            <label for=id.to_owned()>{names::label(words, form, "text")}</label>
            {problem}
            <textarea id=id.to_owned() name="text" rows="4" required=true autofocus=is_wrong aria-describedby=described.clone()
                aria-invalid=described.map(|_| "true")>{value}</textarea>
        </div>
    }
}

/// The form with which a question is answered, or another is asked.
fn typed_for(typed: Option<&Typed>, number: Option<usize>) -> Option<&FormState> {
    typed
        .filter(|typed| {
            typed.number == number && (typed.form.code == ANSWER.code) == number.is_some()
        })
        .map(|typed| &typed.state)
}
