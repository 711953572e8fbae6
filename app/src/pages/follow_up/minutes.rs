//! The versions of a meeting's minutes, and what differs between two of them.

use domain::{
    fields::follow_up::MINUTES,
    text_changes::{Line, Side, text_changes},
};
use leptos::prelude::*;
use register::{Error, entry_history::FormVersion, following::Entry};

use super::lists::title;
use crate::{
    components::layout::breadcrumbs,
    page::Page,
    request::Request,
    words::{Words, t},
};

/// A run of unchanged lines that is longer is told by its first and last.
const LONGEST_RUN: usize = 4;

/// Shows what differs between the two versions that the address names: without names, the last one and
/// the one before.
///
/// # Errors
/// When the register does not answer.
pub async fn show(request: &Request, entry: Entry) -> Result<Page, Error> {
    let words = request.words;
    let versions = request.register.form_versions(&entry, MINUTES).await?;
    let asked = |name: &str| {
        let number = request.parameter(name)?.parse::<usize>().ok()?;
        versions.iter().position(|version| version.number == number)
    };
    let after = asked("to").or_else(|| versions.len().checked_sub(1));
    let before = asked("from").or_else(|| after?.checked_sub(1));
    let pair = before.zip(after).filter(|(before, after)| before != after);
    let lines = match pair {
        Some((before, after)) => {
            let two = [&versions[before], &versions[after]];
            let [old, new] = request.register.form_at_versions(&entry, MINUTES, two).await?;
            Some(text_changes(old.get("text"), new.get("text")))
        }
        None => None,
    };
    let heading = format!("{}: {}", t!(words, "minutes-versions"), title(words, &entry));
    let page = Page::new(heading, move || whole(words, &entry, &versions, (before, after), lines));
    Ok(page.private())
}

fn whole(
    words: Words,
    entry: &Entry,
    versions: &[FormVersion],
    (before, after): (Option<usize>, Option<usize>),
    lines: Option<Vec<Line>>,
) -> impl IntoView + use<> {
    let steps = vec![
        ("/meetings".to_owned(), t!(words, "meetings-title")),
        (entry.path(), title(words, entry)),
    ];
    let select = |name: &'static str, label: String, chosen: Option<usize>| {
        let options = versions
            .iter()
            .enumerate()
            .map(|(place, version)| {
                let is_chosen = Some(place) == chosen;
                view! { <option value=version.number.to_string() selected=is_chosen>{told(words, version)}</option> }
            })
            .collect_view();
        view! {
            <div class="field">
                <label for=name>{label}</label>
                <select id=name name=name>{options}</select>
            </div>
        }
    };
    let choose = (versions.len() > 1).then(|| {
        let to = words.href(&format!("/meetings/{}/minutes", entry.id));
        view! {
            <form class="card" method="get" action=to>
                <div class="field-row">
                    {select("from", t!(words, "minutes-from"), before)}
                    {select("to", t!(words, "minutes-to"), after)}
                </div>
                <div class="form-actions">
                    <button class="button quiet">{t!(words, "minutes-compare")}</button>
                </div>
            </form>
        }
    });
    let differs = match lines {
        Some(lines) => {
            view! { <section class="card prose">{changes(words, &lines)}</section> }.into_any()
        }
        None => {
            let says = match versions {
                [] => t!(words, "meeting-no-minutes"),
                [only] => told(words, only),
                _ => t!(words, "minutes-same"),
            };
            view! { <p class="empty">{says}</p> }.into_any()
        }
    };
    let history = words.href(&format!("/meetings/{}/history", entry.id));
    view! {
        {breadcrumbs(words, steps, t!(words, "minutes-versions"))}
        <h1>{t!(words, "minutes-versions")}</h1>
        <p class="lede">{title(words, entry)}</p>
        {choose}
        {differs}
        <p><a href=history>{t!(words, "minutes-history")}</a></p>
    }
}

/// A version with its date and who saved it.
fn told(words: Words, version: &FormVersion) -> String {
    t!(
        words,
        "minutes-version",
        number = version.number,
        date = words.day(version.at.date_naive()),
        author = words.author(&version.author),
    )
}

fn changes(words: Words, lines: &[Line]) -> impl IntoView + use<> {
    let is_same = |line: &Line| line.iter().all(|span| span.side == Side::Both);
    lines
        .chunk_by(|one, other| is_same(one) == is_same(other))
        .map(|run| match run {
            [first, left @ .., last] if is_same(first) && run.len() > LONGEST_RUN => {
                let left = t!(words, "minutes-unchanged", count = left.len());
                view! { {line(first)} <p class="small">{left}</p> {line(last)} }.into_any()
            }
            _ => run.iter().map(line).collect_view().into_any(),
        })
        .collect_view()
}

/// A line with what went and what came in it.
fn line(line: &Line) -> impl IntoView + use<> {
    let spans = line
        .iter()
        .map(|span| {
            let text = span.text.clone();
            match span.side {
                Side::Both => text.into_any(),
                Side::Before => view! { <del>{text}</del> }.into_any(),
                Side::After => view! { <ins>{text}</ins> }.into_any(),
            }
        })
        .collect_view();
    view! { <p>{spans}</p> }
}

/// Which version of the minutes the meeting's page shows, with the way to the others.
pub(super) fn on_meeting(
    words: Words,
    entry: &Entry,
    versions: &[FormVersion],
) -> Option<impl IntoView + use<>> {
    versions.last().map(|last| {
        let to = words.href(&format!("/meetings/{}/minutes", entry.id));
        let label = if versions.len() > 1 {
            t!(words, "minutes-what-changed")
        } else {
            t!(words, "minutes-versions")
        };
        view! { <p class="small">{told(words, last)} " " <a href=to>{label}</a></p> }
    })
}
