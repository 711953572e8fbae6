//! The own page of whoever asked to take part: where the request stands, another way of taking part,
//! withdrawing.

use domain::{
    fields::{FieldProblem, Vocabulary, follow_up::REGISTRATION},
    follow_up::{
        meeting::{Attendance, Bilingual, Meeting},
        registration::{RegistrationStatus, ways},
    },
};
use leptos::prelude::*;
use register::{
    Error,
    registering::{OwnRegistration, Registered},
};

use super::{status, way_of};
use crate::{
    components::{agreement::fact, form_token::form_token},
    forms::names,
    page::Page,
    request::Request,
    words::{Words, t},
};

/// What an address of somebody's own page begins with; the token stands behind it.
pub const OWN: &str = "/taking-part/";

/// The page of whoever has the token. `address` is the page's whole address; `problem` is what is
/// wrong with the way of taking part that was chosen.
///
/// # Errors
/// [`Error::NotFound`] for a token that nobody has.
pub async fn show(
    request: &Request,
    token: &str,
    address: String,
    problem: Option<FieldProblem>,
) -> Result<Page, Error> {
    let words = request.words;
    let own = request.register.own_registration(token).await?;
    let here = format!("{OWN}{token}");
    let said = request.parameter("saved");
    let page = Page::new(t!(words, "registration-own"), move || {
        owned(words, &own, &here, address, said.as_deref(), problem)
    });
    Ok(page.private().with_status(if problem.is_some() { 422 } else { 200 }))
}

fn owned(
    words: Words,
    own: &OwnRegistration,
    here: &str,
    address: String,
    said: Option<&str>,
    problem: Option<FieldProblem>,
) -> impl IntoView + use<> {
    let about = own.meeting.content::<Meeting>().meeting;
    let title = about.in_language(words.language.code()).to_owned();
    let meeting = if own.meeting.published_at.is_some() {
        view! { <a href=words.href(&own.meeting.path())>{title}</a> }.into_any()
    } else {
        title.into_any()
    };
    let said = match said {
        Some("asked") => Some(t!(words, "registration-was-sent")),
        Some("changed") => Some(t!(words, "registration-was-changed")),
        Some("withdrawn") => Some(t!(words, "registration-was-withdrawn")),
        _ => None,
    };
    let said = said
        .map(|said| view! { <div class="notice" data-tone="success" role="status">{said}</div> });
    view! {
        {said}
        <h1>{t!(words, "registration-own")}</h1>
        <p class="lede">{meeting}</p>
        <section class="card">
            {facts(words, &own.registered)}
        </section>
        <section class="card">
            <div class="field">
                <label for="own-address">{t!(words, "registration-address")}</label>
                <span class="hint" id="own-address-hint">{t!(words, "registration-address-about")}</span>
                <input id="own-address" type="text" readonly=true value=address aria-describedby="own-address-hint" />
            </div>
        </section>
        {own.is_changeable().then(|| change(words, own, ways(about.format), here, problem))}
        {withdraw(words, own.registered.status, here)}
    }
}

/// Where the request stands and what was written.
fn facts(words: Words, registered: &Registered) -> impl IntoView + use<> {
    let who = &registered.who;
    let reason = registered.reason.clone();
    let decided = registered.decided_at.map(|at| words.day(at.date_naive()));
    let state = registered.state.as_deref().map(|state| words.state(state));
    let language =
        who.interpretation.as_deref().map(|code| words.label(Vocabulary::Language, code));
    let label = |name: &str| names::label(words, REGISTRATION, name);
    view! {
        <dl class="facts">
            {fact(t!(words, "registration-stands"), Some(status(words, registered.status)))}
            {fact(t!(words, "registration-decided-on"), decided)}
            {fact(t!(words, "registration-reason"), reason)}
            {fact(label("name"), who.name.clone())}
            {fact(label("function"), who.function.clone())}
            {fact(label("state"), state)}
            {fact(label("organization"), who.organization.clone())}
            {fact(label("email"), who.email.clone())}
            {fact(label("attendance"), Some(way_of(words, registered.attendance)))}
            {fact(label("interpretation"), language)}
            {fact(label("needs"), who.needs.clone())}
            {fact(t!(words, "registration-asked-on"), Some(words.day(registered.at.date_naive())))}
        </dl>
    }
}

/// The other way of taking part, where there is one to choose.
fn change(
    words: Words,
    own: &OwnRegistration,
    ways: &'static [Attendance],
    here: &str,
    problem: Option<FieldProblem>,
) -> Option<impl IntoView + use<>> {
    if ways.len() < 2 && ways.contains(&own.registered.attendance) {
        return None;
    }
    let chosen = own.registered.attendance;
    let choices = ways
        .iter()
        .map(|way| {
            let code: &'static str = (*way).into();
            let is_chosen = *way == chosen;
            view! {
                <label class="choice">
                    <input type="radio" name="attendance" value=code checked=is_chosen />
                    {way_of(words, *way)}
                </label>
            }
        })
        .collect_view();
    let problem = problem.map(|problem| {
        let text = names::problem(words, REGISTRATION, "attendance", problem);
        view! { <p class="error">{text}</p> }
    });
    let about = (own.registered.status == RegistrationStatus::Approved)
        .then(|| view! { <p class="hint">{t!(words, "registration-change-about")}</p> });
    Some(view! {
        <section class="card">
            <form class="stack" method="post" action=words.href(here)>
                {form_token()}
                <fieldset class="group">
                    <legend>{t!(words, "registration-change")}</legend>
                    {about} {problem}
                    <div class="choices">{choices}</div>
                </fieldset>
                <div class="form-actions">
                    <button class="button quiet" name="do" value="change">{t!(words, "save")}</button>
                </div>
            </form>
        </section>
    })
}

/// What is written is lost by it, so it is asked for once more.
fn withdraw(words: Words, status: RegistrationStatus, here: &str) -> Option<impl IntoView + use<>> {
    (status != RegistrationStatus::Withdrawn).then(|| {
        view! {
            <section class="card">
                <details>
                    <summary>{t!(words, "registration-withdraw")}</summary>
                    <p>{t!(words, "registration-withdraw-about")}</p>
                    <form class="form-actions" method="post" action=words.href(here)>
                        {form_token()}
                        <button class="button danger" name="do" value="withdraw">{t!(words, "registration-withdraw")}</button>
                    </form>
                </details>
            </section>
        }
    })
}
