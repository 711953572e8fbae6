//! Who asks to take part in a meeting: for the coordinators, who decide.

mod beside;
mod requests;

use domain::{
    fields::{FieldProblem, Problem, Values},
    follow_up::registration::RegistrationStatus,
};
use leptos::prelude::*;
use register::{
    Error,
    following::Entry,
    registering::{Count, REASON_LONGEST},
};
use strum::VariantArray;

use beside::{afterwards, counted};

use super::{
    lists::{address, title},
    taking_part::number,
};
use crate::{
    components::{form_token::form_token, layout::breadcrumbs, pager::before_and_after},
    page::Page,
    request::{Request, page_number},
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
        Self { status: status.parse().ok(), page: page_number(page) }
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
            {requests::list(words, &entry, part, &found, &typed)}
            {before_and_after(words, part.page, found.more, |page| Part { page, ..part }.address(entry.id, &[]))}
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

/// What is wrong, in words.
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
                {form_token()}
                <div class="form-actions">
                    <button class="button danger">{t!(words, "registrations-erase")}</button>
                    <a href=words.href(&here)>{t!(words, "cancel")}</a>
                </div>
            </form>
        }
    });
    Ok(page.private())
}
