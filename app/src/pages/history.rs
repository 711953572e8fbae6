//! Who changed what in a record, and when.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::{changes::Change, fields::SectionCode};
use leptos::prelude::*;
use register::{
    Error,
    audit::Mark,
    merging::Merge,
    reading::{HistoryEntry, Record},
};

use super::agreement::title;
use crate::{
    components::{duplicates::merge_history, layout::breadcrumbs, log_mark::log_mark},
    forms::telling,
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Shows a page of the history.
///
/// # Errors
/// [`Error::NotFound`] where the record may not be seen.
pub async fn show(request: &Request, id: i64) -> Result<Page, Error> {
    let words = request.words;
    let before = request.parameter("before").and_then(|before| before.parse().ok());
    let (record, entries, more) = request.register.history(&request.actor, id, before).await?;
    let merges = request.register.merges_of(&record).await?;
    let versions: Vec<i32> = entries.iter().map(|entry| entry.version).collect();
    let marks = request.register.log_of_record(&request.actor, &record, &versions).await?;
    let title = format!("{}: {}", t!(words, "history"), title(words, &record));
    Ok(Page::new(title, move || whole(words, &record, &entries, &merges, &marks, more)).private())
}

fn whole(
    words: Words,
    record: &Record,
    entries: &[HistoryEntry],
    merges: &[Merge],
    marks: &HashMap<i32, Mark>,
    more: bool,
) -> impl IntoView + use<> {
    let here = format!("/agreements/{}", record.id);
    let steps = vec![
        ("/agreements".to_owned(), t!(words, "nav-register")),
        (here.clone(), title(words, record)),
    ];
    let list =
        entries.iter().map(|found| entry(words, found, marks.get(&found.version))).collect_view();
    let earlier = entries.last().filter(|_| more).map(|last| {
        let address = words.href(&format!("{here}/history?before={}", last.version));
        view! { <p><a class="button quiet" href=address>{t!(words, "earlier-changes")}</a></p> }
    });
    let empty =
        entries.is_empty().then(|| view! { <p class="empty">{t!(words, "history-empty")}</p> });
    view! {
        {breadcrumbs(words, steps, t!(words, "history"))}
        <h1>{t!(words, "history")}</h1>
        <p class="lede">{title(words, record)}</p>
        {merge_history(words, record, merges)}
        {empty}
        <ol class="revisions">{list}</ol>
        {earlier}
    }
}

fn entry(words: Words, entry: &HistoryEntry, mark: Option<&Mark>) -> impl IntoView + use<> {
    let deed =
        entry.act.map(|act| words.text(&format!("act-{}", <&str>::from(act)))).unwrap_or_default();
    view! {
        <li class="revision">
            {revision_head(words, deed, entry.section, &entry.author, entry.at, entry.version)}
            {entry.reason.clone().map(|reason| view! { <p>{reason}</p> })}
            {change_list(words, &entry.changes)}
            {log_mark(words, mark)}
        </li>
    }
}

/// What was done, by whom and when.
pub fn revision_head(
    words: Words,
    deed: String,
    section: Option<SectionCode>,
    author: &str,
    at: DateTime<Utc>,
    version: i32,
) -> impl IntoView + use<> {
    let section = section.map(|section| words.text(&format!("section-{}", section.code())));
    view! {
        <div class="revision-head">
            <h2>{deed}</h2>
            <span>{section}</span>
            <span class="small">{words.author(author)}</span>
            <span class="small"><time datetime=at.to_rfc3339()>{words.instant(at)}</time></span>
            <span class="small muted">{t!(words, "version", number = version)}</span>
        </div>
    }
}

/// What changed, field by field: before and after.
pub fn change_list(words: Words, changes: &[Change]) -> impl IntoView + use<> {
    let changes = changes
        .iter()
        .map(|change| {
            let told = telling::change(words, change);
            let before = (!told.before.is_empty()).then(|| view! { <del>{told.before}</del> });
            let after = (!told.after.is_empty()).then(|| view! { <ins>{told.after}</ins> });
            view! { <dt>{told.about}</dt> <dd>{before} " " {after}</dd> }
        })
        .collect_view();
    view! { <dl class="changes">{changes}</dl> }
}
