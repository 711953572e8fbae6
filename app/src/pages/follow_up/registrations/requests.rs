//! The requests themselves: a table in which a coordinator decides on one, or on all that are ticked.

use domain::{
    fields::Vocabulary,
    follow_up::registration::{Decision, RegistrationStatus},
};
use leptos::prelude::*;
use register::{
    following::Entry,
    registering::{Registered, Registrations},
};

use super::{Part, Typed, told};
use crate::{
    components::form_token::form_token,
    pages::follow_up::taking_part::status,
    words::{Words, t},
};

pub(super) fn list(
    words: Words,
    entry: &Entry,
    part: Part,
    found: &Registrations,
    typed: &Typed,
) -> AnyView {
    if found.rows.is_empty() {
        return view! { <p class="empty" id="requests">{t!(words, "registrations-empty")}</p> }
            .into_any();
    }
    let rows = found
        .rows
        .iter()
        .map(|registered| row(words, registered, typed.ids.contains(&registered.id)))
        .collect_view();
    let wrong = typed.problems.iter().find(|problem| problem.name == "reason");
    let invalid = wrong.map(|_| "true");
    let described = if wrong.is_some() { "reason-hint reason-problem" } else { "reason-hint" };
    let wrong = wrong
        .map(|problem| view! { <p class="error" id="reason-problem">{told(words, problem)}</p> });
    let head = |label: String| view! { <th scope="col">{label}</th> };
    let carried = part.status.map(|status| {
        view! { <input type="hidden" name="status" value=status.code() /> }
    });
    view! {
        <form class="form" id="requests" method="post" action=words.href(&format!("/meetings/{}/registrations", entry.id))>
            {form_token()}
            <input type="hidden" name="page" value=(part.page + 1).to_string() />
            {carried}
            // Enter in the reason decides nothing: the first button of a form is what Enter presses.
            <button class="visually-hidden" name="do" value="look" tabindex="-1" aria-hidden="true">{t!(words, "registrations")}</button>
            <div class="table-scroll" tabindex="0" role="region" aria-label=t!(words, "registrations")>
                <table class="data">
                    <caption>{t!(words, "registrations-order")}</caption>
                    <thead>
                        <tr>
                            {head(t!(words, "registrations-tick"))}
                            {head(t!(words, "registrations-name"))}
                            {head(t!(words, "registrations-from"))}
                            {head(t!(words, "registrations-attendance"))}
                            {head(t!(words, "registrations-needs"))}
                            {head(t!(words, "registration-stands"))}
                            {head(t!(words, "registrations-decision"))}
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <div class="field" data-invalid=invalid.map(|_| "")>
                <label for="reason">{t!(words, "registration-reason")}</label>
                <span class="hint" id="reason-hint">{t!(words, "registrations-reason-about")}</span>
                {wrong}
                <input type="text" id="reason" name="reason" value=typed.reason.clone()
                    aria-describedby=described aria-invalid=invalid />
            </div>
            <div class="form-actions">
                <button class="button" name="do" value="approve">{t!(words, "registrations-approve-ticked")}</button>
                <button class="button quiet" name="do" value="decline">{t!(words, "registrations-decline-ticked")}</button>
            </div>
        </form>
    }
    .into_any()
}

fn row(words: Words, registered: &Registered, is_ticked: bool) -> impl IntoView + use<> {
    let who = &registered.who;
    let name = who.name.clone().unwrap_or_else(|| t!(words, "registration-erased"));
    let id = registered.id.to_string();
    let decision = |decision: Decision| {
        registered.status.after(decision)?;
        let code: &'static str = decision.into();
        let label = words.text(&format!("registration-decision-{code}"));
        let value = format!("{code}:{id}");
        let of = format!(": {name}");
        Some(view! {
            <button class="button quiet" name="do" value=value>
                {label} <span class="visually-hidden">{of}</span>
            </button>
        })
    };
    let is_decidable = registered.status != RegistrationStatus::Withdrawn && !registered.is_erased;
    let decisions = is_decidable.then(|| {
        view! { {decision(Decision::Approve)} " " {decision(Decision::Decline)} }
    });
    let tick = is_decidable.then(|| {
        let label = t!(words, "registrations-tick-one", name = name.clone());
        view! {
            <label class="choice">
                <input type="checkbox" name="id" value=id.clone() checked=is_ticked />
                <span class="visually-hidden">{label}</span>
            </label>
        }
    });
    let from =
        [registered.state.as_deref().map(|state| words.state(state)), who.organization.clone()];
    let from = from.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let language = who.interpretation.as_deref().map(|code| {
        let language = words.label(Vocabulary::Language, code);
        view! { <p>{t!(words, "registrations-interpretation", language = language)}</p> }
    });
    let again = (registered.of_address > 1).then(|| {
        let says = t!(words, "registrations-same-address", count = registered.of_address);
        view! { <span class="hint">{says}</span> }
    });
    let decided = registered.decided_at.zip(registered.decided_by.as_deref()).map(|(at, by)| {
        let by = words.author(by);
        let date = words.day(at.date_naive());
        view! { <span class="hint">{t!(words, "registrations-decided-by", author = by, date = date)}</span> }
    });
    let way = words.label(Vocabulary::Attendance, registered.attendance.into());
    view! {
        <tr>
            <td>{tick}</td>
            <th scope="row">
                {name.clone()}
                <span class="hint">{who.function.clone()}</span>
                <span class="hint">{who.email.clone()}</span>
                {again}
            </th>
            <td>{from}</td>
            <td>{way}</td>
            <td>{language} {who.needs.clone()}</td>
            <td>
                {status(words, registered.status)}
                <span class="hint">{t!(words, "registrations-asked-on", date = words.day(registered.at.date_naive()))}</span>
                {decided}
                <span class="hint">{registered.reason.clone()}</span>
            </td>
            <td>{decisions}</td>
        </tr>
    }
}
