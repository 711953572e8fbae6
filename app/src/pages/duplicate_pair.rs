//! Two records that may mean one agreement, side by side, with the ways to say what they are.

use domain::fields::Vocabulary;
use leptos::prelude::*;
use register::{
    Error,
    proposing::{Compared, Verdict},
    reading::Record,
};

use super::agreement::title;
use crate::{
    components::{
        agreement::sources,
        duplicates::{all_differences, differences, pair_path, reasons, side, told},
        form_token::form_token,
        layout::breadcrumbs,
    },
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Why the pair is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    First,
    /// The reason was typed before the session ended.
    Again(String),
    /// The reason lacks or is too long; it is kept.
    Wrong(String),
}

/// Shows two records side by side, with the ways to say what they are.
///
/// # Errors
/// [`Error::NotFound`] and [`Error::NotAllowed`] as the register has it.
pub async fn show(request: &Request, one: i64, other: i64, asked: Asked) -> Result<Page, Error> {
    let words = request.words;
    let compared = request.register.compare_records(&request.actor, one, other).await?;
    let done = request.parameter("done");
    let status = if matches!(asked, Asked::Wrong(_)) { 422 } else { 200 };
    let heading = t!(
        words,
        "duplicates-pair",
        first = compared.first.id.to_string(),
        second = compared.second.id.to_string()
    );
    let page = Page::new(heading.clone(), move || {
        let done = match done.as_deref() {
            Some("parted") => Some(t!(words, "duplicates-was-parted")),
            Some("two") => Some(t!(words, "duplicates-was-told-apart")),
            Some("open") => Some(t!(words, "duplicates-was-opened")),
            _ => None,
        };
        let done = done.map(
            |done| view! { <div class="notice" data-tone="success" role="status">{done}</div> },
        );
        let wrong = matches!(asked, Asked::Wrong(_)).then(|| {
            view! {
                <div class="error-summary" role="alert" tabindex="-1" autofocus=true>
                    <h2>{t!(words, "there-is-a-problem", count = 1)}</h2>
                    <ul><li><a href="#f-reason">{t!(words, "duplicates-reason-wrong")}</a></li></ul>
                </div>
            }
        });
        let steps = vec![("/duplicates".to_owned(), t!(words, "duplicates-title"))];
        view! {
            {breadcrumbs(words, steps, heading.clone())}
            {wrong} {done}
            <h1>{heading}</h1>
            {likely(words, &compared)}
            {side_by_side(words, &compared)}
            {details(words, &compared)}
            {decide(words, &compared, &asked)}
        }
    });
    Ok(page.with_status(status).private())
}

fn likely(words: Words, compared: &Compared) -> impl IntoView + use<> {
    let told = match (&compared.verdict, &compared.likeness) {
        (Verdict::One(merge), _) => told(words, merge).into_any(),
        (Verdict::Two { author, at }, _) => {
            let author = words.author(author);
            let date = words.day(at.date_naive());
            t!(words, "duplicates-are-two", author = author, date = date).into_any()
        }
        (Verdict::Open, Some(likeness)) => {
            let reasons = reasons(words, likeness);
            t!(words, "duplicates-because", reasons = reasons).into_any()
        }
        (Verdict::Open, None) => t!(words, "duplicates-little").into_any(),
    };
    view! { <div class="lede">{told}</div> }
}

/// A fact's name, and what a record says of it.
type Fact = (String, fn(Words, &Record) -> Vec<String>);

/// What tells an agreement, in both records; what differs is marked.
fn side_by_side(words: Words, compared: &Compared) -> impl IntoView + use<> {
    let (first, second) = (&compared.first, &compared.second);
    let facts: [Fact; 5] = [
        (t!(words, "duplicates-titles"), titles),
        (words.text("field-identity-kind"), kind),
        (words.text("section-parties"), parties),
        (words.text("table-life-events"), events),
        (t!(words, "identifiers"), identifiers),
    ];
    let rows = facts
        .into_iter()
        .map(|(name, told)| row(words, name, &told(words, first), &told(words, second)))
        .collect_view();
    let head = |record: &Record| {
        let number = t!(words, "record-number", id = record.id.to_string());
        view! { <a href=words.href(&format!("/agreements/{}", record.id))>{number}</a> }
    };
    let recorder = |record: &Record| match &record.recorded_by {
        Some(state) => t!(words, "recorded-by-one-party", state = words.state(state)),
        None => t!(words, "side-public-source"),
    };
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label=t!(words, "duplicates-side-by-side")>
            <table class="data">
                <caption>{t!(words, "duplicates-side-by-side")}</caption>
                <thead>
                    <tr><td></td><th scope="col">{head(first)}</th><th scope="col">{head(second)}</th></tr>
                </thead>
                <tbody>
                    {rows}
                    <tr>
                        <th scope="row">{t!(words, "duplicates-recorder")}</th>
                        <td>{recorder(first)}</td>
                        <td>{recorder(second)}</td>
                    </tr>
                    <tr>
                        <th scope="row">{t!(words, "sources")}</th>
                        <td>{sources(words, &first.agreement)}</td>
                        <td>{sources(words, &second.agreement)}</td>
                    </tr>
                </tbody>
            </table>
        </div>
    }
}

fn row(words: Words, name: String, one: &[String], other: &[String]) -> impl IntoView + use<> {
    let differs = (one != other).then(|| {
        view! { " " <span class="tag" data-tone="warn">{t!(words, "duplicates-differs")}</span> }
    });
    let cell = |texts: &[String]| {
        if texts.is_empty() {
            return t!(words, "left-open").into_any();
        }
        let texts = texts.iter().map(|text| view! { <div>{text.clone()}</div> }).collect_view();
        texts.into_any()
    };
    view! {
        <tr><th scope="row">{name} {differs}</th><td>{cell(one)}</td><td>{cell(other)}</td></tr>
    }
}

fn titles(_: Words, record: &Record) -> Vec<String> {
    record.agreement.identity.titles.iter().map(|title| title.text.clone()).collect()
}

fn kind(words: Words, record: &Record) -> Vec<String> {
    let kind = record.agreement.identity.kind;
    kind.map(|kind| words.label(Vocabulary::Kind, kind.into())).into_iter().collect()
}

fn parties(words: Words, record: &Record) -> Vec<String> {
    let mut parties: Vec<String> = record
        .agreement
        .parties
        .parties
        .iter()
        .map(|party| {
            let state = words.state(&party.code);
            match party.role {
                Some(role) => {
                    format!("{state} ({})", words.label(Vocabulary::PartyRole, role.into()))
                }
                None => state,
            }
        })
        .collect();
    parties.sort();
    parties
}

fn events(words: Words, record: &Record) -> Vec<String> {
    record
        .agreement
        .life
        .events
        .iter()
        .filter_map(|event| {
            let kind = words.label(Vocabulary::Event, event.kind?.into());
            let date = event.date.map(|date| words.date(date));
            Some(format!("{kind}: {}", date.unwrap_or_else(|| t!(words, "date-not-known"))))
        })
        .collect()
}

fn identifiers(words: Words, record: &Record) -> Vec<String> {
    let identifiers = record.agreement.references.identifiers.iter();
    identifiers
        .map(|identifier| {
            let scheme = identifier.scheme.map(|scheme| {
                let code: &str = scheme.into();
                words.label(Vocabulary::IdentifierScheme, code)
            });
            let series = identifier.series.clone().or(scheme).unwrap_or_default();
            format!("{series}: {}", identifier.value)
        })
        .collect()
}

/// Everything else in which they differ: opened by who wants it.
fn details(words: Words, compared: &Compared) -> impl IntoView + use<> {
    let (first, second) = (&compared.first, &compared.second);
    let differing = differences(&first.agreement, &second.agreement);
    if differing.is_empty() {
        return view! { <p>{t!(words, "duplicate-no-differences")}</p> }.into_any();
    }
    let ours = side(words, first.id, first.recorded_by.as_deref());
    let theirs = side(words, second.id, second.recorded_by.as_deref());
    let count = differing.len();
    view! {
        <details class="card">
            <summary>{t!(words, "duplicate-differences", count = count)}</summary>
            {all_differences(words, differing, &ours, &theirs)}
        </details>
    }
    .into_any()
}

/// The ways to say what the two are, and to undo what was said.
fn decide(words: Words, compared: &Compared, asked: &Asked) -> AnyView {
    let to = words.href(&pair_path(compared.first.id, compared.second.id));
    if !compared.may_decide {
        return view! { <p class="notice">{t!(words, "duplicates-not-yours")}</p> }.into_any();
    }
    let button = |value: &'static str, label: String| {
        view! {
            <form class="form-actions" method="post" action=to.clone()>
                {form_token()}
                <button class="button quiet" name="do" value=value>{label}</button>
            </form>
        }
    };
    match &compared.verdict {
        Verdict::One(merge) => view! {
            <section class="card">
                <h2>{t!(words, "duplicate-take-apart")}</h2>
                <p>{t!(words, "duplicates-part-about", id = merge.merged.to_string())}</p>
                {button("part", t!(words, "duplicate-take-apart"))}
            </section>
        }
        .into_any(),
        Verdict::Two { .. } => button("open", t!(words, "duplicates-open-again")).into_any(),
        Verdict::Open => view! {
            {keep(words, compared, asked, to.clone())}
            <section class="card">
                <h2>{t!(words, "duplicates-two-question")}</h2>
                <p>{t!(words, "duplicates-two-about")}</p>
                {button("two", t!(words, "duplicates-two"))}
            </section>
        }
        .into_any(),
    }
}

/// The form by which one record is kept for both.
fn keep(
    words: Words,
    compared: &Compared,
    asked: &Asked,
    to: String,
) -> Option<impl IntoView + use<>> {
    let buttons = compared
        .may_keep
        .iter()
        .map(|id| {
            let label = t!(words, "duplicates-keep", id = id.to_string());
            view! { <button class="button" name="do" value=format!("keep-{id}")>{label}</button> }
        })
        .collect_view();
    let typed = match asked {
        Asked::First => String::new(),
        Asked::Again(typed) | Asked::Wrong(typed) => typed.clone(),
    };
    let is_wrong = matches!(asked, Asked::Wrong(_));
    let error = is_wrong.then(|| {
        view! { <p class="error" id="reason-error">{t!(words, "duplicates-reason-wrong")}</p> }
    });
    let stands = compared
        .stands_for_others
        .then(|| view! { <p class="hint">{t!(words, "duplicates-stands-for-others")}</p> });
    let names = [&compared.first, &compared.second]
        .into_iter()
        .map(|record| {
            let number = t!(words, "record-number", id = record.id.to_string());
            view! { <li>{number} ": " {title(words, record)}</li> }
        })
        .collect_view();
    (!compared.may_keep.is_empty()).then(|| {
        view! {
            <section class="card">
                <h2>{t!(words, "duplicates-one-question")}</h2>
                <p>{t!(words, "duplicates-one-about")}</p>
                <ul>{names}</ul>
                {stands}
                <form class="form" method="post" action=to novalidate=true>
                    {form_token()}
                    <div class="field" data-invalid=is_wrong.then_some("")>
                        <label for="f-reason">{t!(words, "duplicates-reason")}</label>
                        {error}
                        <textarea
                            id="f-reason"
                            name="reason"
                            rows="3"
                            aria-invalid=is_wrong.then_some("true")
                            aria-describedby=is_wrong.then_some("reason-error")
                        >{typed}</textarea>
                    </div>
                    <div class="form-actions">
                        {buttons}
                    </div>
                </form>
            </section>
        }
    })
}
