//! The log of all changes, for administrators: who did what with which record, and when. What a record
//! holds and why it was changed stand in its history, for who may read it.

use chrono::NaiveDate;
use domain::{
    audit::{Line, LogAct, SubjectKind, Told},
    fields::{SectionCode, Vocabulary},
    follow_up::stage::Step,
};
use leptos::prelude::*;
use register::{
    Error,
    audit::{LogPage, Wanted},
    recording::Act,
};
use strum::VariantArray;

use super::follow_up::lists::address;
use crate::{
    components::{layout::breadcrumbs, log_mark::short},
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Where the list is.
pub const PATH: &str = "/audit";

/// Shows a page of the list.
///
/// # Errors
/// [`Error::NotAllowed`] for who is no administrator.
pub async fn show(request: &Request) -> Result<Page, Error> {
    let words = request.words;
    let wanted = wanted(request);
    let found = request.register.log(&request.actor, &wanted).await?;
    let page = Page::new(t!(words, "log-title"), move || whole(words, &wanted, &found));
    Ok(page.private())
}

/// What the address asks for.
fn wanted(request: &Request) -> Wanted {
    let number = |name: &str| request.parameter(name).and_then(|number| number.parse::<i64>().ok());
    let day = |name: &str| request.parameter(name).and_then(|day| day.parse::<NaiveDate>().ok());
    Wanted {
        email: request.parameter("email"),
        kind: request.parameter("kind").and_then(|kind| kind.parse().ok()),
        number: number("number"),
        from: day("from"),
        until: day("until"),
        before: number("before"),
    }
}

/// The address of what is asked for, from the line before `before` on.
fn address_of(wanted: &Wanted, before: Option<i64>) -> String {
    let parameters = [
        ("email", wanted.email.clone()),
        ("kind", wanted.kind.map(|kind| kind.code().to_owned())),
        ("number", wanted.number.map(|number| number.to_string())),
        ("from", wanted.from.map(|day| day.to_string())),
        ("until", wanted.until.map(|day| day.to_string())),
        ("before", before.map(|before| before.to_string())),
    ];
    let parameters: Vec<(&str, String)> =
        parameters.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    address(PATH, &parameters)
}

fn whole(words: Words, wanted: &Wanted, found: &LogPage) -> impl IntoView + use<> {
    let list = if found.lines.is_empty() {
        view! { <p class="empty">{t!(words, "log-empty")}</p> }.into_any()
    } else {
        table(words, found).into_any()
    };
    let newest = wanted.before.map(|_| {
        let to = words.href(&address_of(wanted, None));
        view! { <a class="button quiet" href=to>{t!(words, "log-newest")}</a> }
    });
    let earlier = found.lines.last().filter(|_| found.more).map(|last| {
        let to = words.href(&address_of(wanted, Some(last.number)));
        view! { <a class="button quiet" href=to>{t!(words, "log-earlier")}</a> }
    });
    let steps = vec![("/account".to_owned(), t!(words, "account"))];
    view! {
        {breadcrumbs(words, steps, t!(words, "log-title"))}
        <h1>{t!(words, "log-title")}</h1>
        <p class="lede">{t!(words, "log-about")}</p>
        {filter(words, wanted)}
        {list}
        <div class="form-actions">{newest} {earlier}</div>
        <p class="small">{t!(words, "log-verify")}</p>
    }
}

fn filter(words: Words, wanted: &Wanted) -> impl IntoView + use<> {
    let kinds = SubjectKind::VARIANTS
        .iter()
        .map(|kind| {
            let label = words.text(&format!("log-kind-{}", kind.code()));
            let is_chosen = wanted.kind == Some(*kind);
            view! { <option value=kind.code() selected=is_chosen>{label}</option> }
        })
        .collect_view();
    let field = |name: &'static str, kind: &'static str, label: String, value: Option<String>| {
        view! {
            <div class="field">
                <label for=name>{label}</label>
                <input type=kind id=name name=name value=value.unwrap_or_default() autocomplete="off" />
            </div>
        }
    };
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    let number = wanted.number.map(|number| number.to_string());
    view! {
        <form class="card form" method="get" action=words.href(PATH)>
            <div class="field-row">
                {field("email", "text", t!(words, "log-account"), wanted.email.clone())}
                <div class="field">
                    <label for="kind">{t!(words, "log-kind")}</label>
                    <select id="kind" name="kind">
                        <option value="">{t!(words, "log-any-kind")}</option>
                        {kinds}
                    </select>
                </div>
                {field("number", "number", t!(words, "log-number"), number)}
                {field("from", "date", t!(words, "log-from"), day(wanted.from))}
                {field("until", "date", t!(words, "log-until"), day(wanted.until))}
            </div>
            <div class="form-actions">
                <button class="button quiet">{t!(words, "log-show")}</button>
                <a href=words.href(PATH)>{t!(words, "log-show-all")}</a>
            </div>
        </form>
    }
}

fn table(words: Words, found: &LogPage) -> impl IntoView + use<> {
    let rows = found.lines.iter().map(|line| row(words, found, line)).collect_view();
    let head = |label: String| view! { <th scope="col">{label}</th> };
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=t!(words, "log-title")>
            <table class="data">
                <caption>{t!(words, "log-order")}</caption>
                <thead>
                    <tr>
                        {head(t!(words, "log-line"))}
                        {head(t!(words, "log-when"))}
                        {head(t!(words, "log-who"))}
                        {head(t!(words, "log-what"))}
                        {head(t!(words, "log-subject"))}
                        {head(t!(words, "log-request"))}
                        {head(t!(words, "log-hash"))}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn row(words: Words, found: &LogPage, line: &Line) -> impl IntoView + use<> {
    let told = &line.told;
    let who = if told.author.is_empty() {
        t!(words, "log-nobody-known")
    } else {
        words.author(&told.author)
    };
    let version = told.version.map(|version| t!(words, "version", number = version));
    view! {
        <tr>
            <th scope="row">{line.number.to_string()}</th>
            <td><time datetime=told.at.to_rfc3339()>{words.instant(told.at)}</time></td>
            <td>{who}</td>
            <td>{deed(words, &told.act)} <span class="hint">{detail(words, told)}</span></td>
            <td>{subject(words, found, told)} <span class="hint">{version}</span></td>
            <td><code class="hash">{told.request.clone()}</code></td>
            <td><code>{short(&line.hash)}</code></td>
        </tr>
    }
}

/// What was done: in the words of the log, of a record's history, or of a step of what is filed.
fn deed(words: Words, code: &str) -> String {
    if code.parse::<LogAct>().is_ok() {
        words.text(&format!("log-act-{code}"))
    } else if code.parse::<Act>().is_ok() {
        words.text(&format!("act-{code}"))
    } else if code.parse::<Step>().is_ok() {
        words.text(&format!("step-done-{code}"))
    } else {
        code.to_owned()
    }
}

/// What else a line tells: the section or form, the other record, the role, how many.
fn detail(words: Words, told: &Told) -> Option<String> {
    let detail = told.detail.clone()?;
    Some(match told.act.parse::<LogAct>() {
        Ok(LogAct::Merged | LogAct::MergeUndone | LogAct::ToldApart | LogAct::ToldApartUndone) => {
            t!(words, "log-other-record", id = detail)
        }
        Ok(LogAct::AccountMade) => words.label(Vocabulary::Role, &detail),
        Ok(
            LogAct::RegistrationsExported
            | LogAct::RegistrationsDecided
            | LogAct::RegistrationsErased,
        ) => t!(words, "log-requests", count = detail),
        _ => {
            let form = format!("form-{detail}");
            if detail.parse::<SectionCode>().is_ok() {
                words.text(&format!("section-{detail}"))
            } else if words.has(&form) {
                words.text(&form)
            } else {
                detail
            }
        }
    })
}

/// What a line is about, with the way to its history.
fn subject(words: Words, found: &LogPage, told: &Told) -> AnyView {
    let Some(subject) = told.subject() else { return told.kind.clone().into_any() };
    let Some(id) = subject.number else { return t!(words, "log-no-account").into_any() };
    let label = words.text(&format!("log-kind-{}", subject.kind.code()));
    let path = match subject.kind {
        SubjectKind::Agreement => Some(format!("/agreements/{id}/history")),
        SubjectKind::Entry => {
            found.kinds.get(&id).map(|kind| format!("/{}/{id}/history", kind.path()))
        }
        SubjectKind::Frozen => Some(format!("/frozen/{id}")),
        SubjectKind::Account => None,
    };
    let name = format!("{label} {id}");
    let address = found.addresses.get(&id).filter(|_| subject.kind == SubjectKind::Account);
    match path {
        Some(path) => view! { <a href=words.href(&path)>{name}</a> }.into_any(),
        None => view! { {name} <span class="hint">{address.cloned()}</span> }.into_any(),
    }
}
