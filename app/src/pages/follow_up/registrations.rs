//! Who asks to take part in a meeting: for the coordinators, who decide.

mod beside;

use domain::{
    fields::{FieldProblem, Problem, Values, Vocabulary},
    follow_up::registration::{Decision, RegistrationStatus},
};
use leptos::prelude::*;
use register::{
    Error,
    following::Entry,
    registering::{Count, REASON_LONGEST, Registered, Registrations},
};
use strum::VariantArray;

use beside::{afterwards, counted};

use super::{
    lists::{address, title},
    taking_part::{number, status},
};
use crate::{
    components::layout::breadcrumbs,
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Which part of the list is shown.
#[derive(Clone, Copy, Debug, Default)]
pub struct Part {
    pub status: Option<RegistrationStatus>,
    /// Counted from 0.
    pub page: u64,
}

impl Part {
    /// The part that an address or a form names.
    pub fn of(status: &str, page: &str) -> Self {
        let page = page.parse::<u64>().unwrap_or(1).clamp(1, 4000) - 1;
        Self { status: status.parse().ok(), page }
    }

    /// Its address, with what else it says.
    pub fn address(self, meeting: i64, said: &[(&str, String)]) -> String {
        let mut parameters = vec![("page", (self.page + 1).to_string())];
        if let Some(status) = self.status {
            parameters.push(("status", status.code().to_owned()));
        }
        parameters.extend(said.iter().cloned());
        address(&format!("/meetings/{meeting}/registrations"), &parameters)
    }
}

/// What stood in the form that is shown again.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub ids: Vec<i64>,
    pub reason: String,
    /// What is wrong: with `ids` or with `reason`.
    pub problems: Vec<Problem>,
}

impl Typed {
    /// What was ticked and written.
    pub fn of(values: &Values, problems: Vec<Problem>) -> Self {
        let ids = values.all("id").iter().filter_map(|id| id.parse().ok()).collect();
        Self { ids, reason: values.get("reason").to_owned(), problems }
    }
}

/// Shows a part of the list; `typed` is a form that was not taken.
///
/// # Errors
/// [`Error::NotAllowed`] for who is no coordinator.
pub async fn show(
    request: &Request,
    entry: Entry,
    part: Part,
    typed: Typed,
) -> Result<Page, Error> {
    let words = request.words;
    let actor = &request.actor;
    let found = request.register.registrations(actor, &entry, part.status, part.page).await?;
    let said = said(request);
    let may_erase = entry.may_erase_registrations(actor);
    let code = if typed.problems.is_empty() { 200 } else { 422 };
    let heading = format!("{}: {}", t!(words, "registrations"), title(words, &entry));
    let page = Page::new(heading, move || {
        view! {
            {breadcrumbs(words, steps(words, &entry), t!(words, "registrations"))}
            {problems(words, &typed)}
            {said.map(|said| view! { <div class="notice" data-tone="success" role="status">{said}</div> })}
            <h1>{t!(words, "registrations")}</h1>
            <p class="lede">{title(words, &entry)}</p>
            <p>{t!(words, "registrations-about")}</p>
            {filters(words, &entry, part, &found.counts)}
            {list(words, &entry, part, &found, &typed)}
            {pages(words, &entry, part, found.more)}
            {counted(words, &found.counts)}
            {afterwards(words, &entry, part, may_erase)}
        }
    });
    Ok(page.private().with_status(code))
}

fn steps(words: Words, entry: &Entry) -> Vec<(String, String)> {
    vec![("/meetings".to_owned(), t!(words, "meetings-title")), (entry.path(), title(words, entry))]
}

/// What the address says was done.
fn said(request: &Request) -> Option<String> {
    let words = request.words;
    let count = |name: &str| request.parameter(name).and_then(|count| count.parse::<u64>().ok());
    match request.parameter("done")?.as_str() {
        "decided" => {
            let changed = t!(words, "registrations-decided", count = count("changed").unwrap_or(0));
            let left = count("left").filter(|left| *left > 0);
            let left = left.map(|left| t!(words, "registrations-left", count = left));
            Some([Some(changed), left].into_iter().flatten().collect::<Vec<_>>().join(" "))
        }
        "added" => Some(t!(words, "registrations-added", count = count("count").unwrap_or(0))),
        "collided" => Some(t!(words, "registrations-collided")),
        "erased" => Some(t!(words, "registrations-erased", count = count("count").unwrap_or(0))),
        _ => None,
    }
}

fn told(words: Words, problem: &Problem) -> String {
    match problem.name.as_str() {
        "ids" => t!(words, "registrations-none-ticked"),
        _ if problem.problem == FieldProblem::TooLong => {
            t!(words, "registrations-reason-too-long", limit = REASON_LONGEST)
        }
        _ => t!(words, "registrations-reason-needed"),
    }
}

fn problems(words: Words, typed: &Typed) -> Option<impl IntoView + use<>> {
    (!typed.problems.is_empty()).then(|| {
        let problems = typed
            .problems
            .iter()
            .map(|problem| {
                let to = if problem.name == "ids" { "#requests" } else { "#reason" };
                view! { <li><a href=to>{told(words, problem)}</a></li> }
            })
            .collect_view();
        view! {
            <div class="error-summary" role="alert" tabindex="-1" autofocus=true>
                <h2>{t!(words, "there-is-a-problem", count = typed.problems.len())}</h2>
                <ul>{problems}</ul>
            </div>
        }
    })
}

/// A link for each status, with how many there are.
fn filters(words: Words, entry: &Entry, part: Part, counts: &[Count]) -> impl IntoView + use<> {
    let all: u64 = counts.iter().map(|count| count.count).sum();
    let link = |status: Option<RegistrationStatus>, label: String, count: u64| {
        let to = words.href(&Part { status, page: 0 }.address(entry.id, &[]));
        let current = (status == part.status).then_some("page");
        let label = t!(words, "registrations-filter", label = label, count = count);
        view! { <a class="button quiet" href=to aria-current=current>{label}</a> }
    };
    let each = RegistrationStatus::VARIANTS
        .iter()
        .map(|status| {
            let label = words.text(&format!("registration-status-{}", status.code()));
            link(Some(*status), label, number(counts, *status))
        })
        .collect_view();
    view! {
        <nav class="cluster" aria-label=t!(words, "registrations-by-status")>
            {link(None, t!(words, "registrations-all"), all)}
            {each}
        </nav>
    }
}

fn list(words: Words, entry: &Entry, part: Part, found: &Registrations, typed: &Typed) -> AnyView {
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

fn pages(words: Words, entry: &Entry, part: Part, more: bool) -> Option<impl IntoView + use<>> {
    let link = |page: u64, label: String| {
        let to = words.href(&Part { page, ..part }.address(entry.id, &[]));
        view! { <a class="button quiet" href=to>{label}</a> }
    };
    let earlier = (part.page > 0).then(|| link(part.page - 1, t!(words, "page-previous")));
    let later = more.then(|| link(part.page + 1, t!(words, "page-next")));
    (part.page > 0 || more).then(|| view! { <div class="form-actions">{earlier} {later}</div> })
}

/// Asks once more before what people wrote is erased.
///
/// # Errors
/// [`Error::NotAllowed`] for who is no coordinator, and before the meeting is over.
pub fn ask_to_erase(request: &Request, entry: &Entry) -> Result<Page, Error> {
    if !entry.may_erase_registrations(&request.actor) {
        return Err(Error::NotAllowed);
    }
    let words = request.words;
    let here = format!("/meetings/{}/registrations", entry.id);
    let mut steps = steps(words, entry);
    steps.push((here.clone(), t!(words, "registrations")));
    let name = title(words, entry);
    let heading = t!(words, "registrations-erase-question");
    let page = Page::new(heading.clone(), move || {
        view! {
            {breadcrumbs(words, steps, heading.clone())}
            <h1>{heading}</h1>
            <p class="lede">{name}</p>
            <p>{t!(words, "registrations-erase-about")}</p>
            <form method="post" action=words.href(&format!("{here}/erase"))>
                <div class="form-actions">
                    <button class="button danger">{t!(words, "registrations-erase")}</button>
                    <a href=words.href(&here)>{t!(words, "cancel")}</a>
                </div>
            </form>
        }
    });
    Ok(page.private())
}
