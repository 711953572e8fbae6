//! Who changed what in an entry, and when.

use std::collections::HashMap;

use leptos::prelude::*;
use register::{Error, audit::Mark, entry_history::EntryStep, following::Entry};

use super::lists::title;
use crate::{
    components::{layout::breadcrumbs, log_mark::log_mark},
    page::Page,
    pages::history::{change_list, revision_head},
    request::Request,
    words::{Words, t},
};

/// Shows a page of the history.
///
/// # Errors
/// [`Error::NotFound`] where the entry may not be seen.
pub async fn show(request: &Request, id: i64) -> Result<Page, Error> {
    let words = request.words;
    let before = request.parameter("before").and_then(|before| before.parse().ok());
    let (entry, steps, more) = request.register.entry_history(&request.actor, id, before).await?;
    let versions: Vec<i32> = steps.iter().map(|step| step.version).collect();
    let marks = request.register.log_of_entry(&request.actor, &entry, &versions).await?;
    let heading = format!("{}: {}", t!(words, "history"), title(words, &entry));
    Ok(Page::new(heading, move || whole(words, &entry, &steps, &marks, more)).private())
}

/// What was done: an act, or a step on the way of what is filed.
fn deed(words: Words, step: &EntryStep) -> String {
    let act = step.act.map(|act| words.text(&format!("act-{}", <&str>::from(act))));
    let taken = step.step.map(|step| words.text(&format!("step-done-{}", <&str>::from(step))));
    act.or(taken).unwrap_or_default()
}

fn whole(
    words: Words,
    entry: &Entry,
    steps: &[EntryStep],
    marks: &HashMap<i32, Mark>,
    more: bool,
) -> impl IntoView + use<> {
    let list = steps
        .iter()
        .map(|step| {
            let report = step.update.as_ref().and_then(|update| update.report.text.clone());
            view! {
                <li class="revision">
                    {revision_head(words, deed(words, step), None, &step.author, step.at, step.version)}
                    {step.reason.clone().map(|reason| view! { <p>{reason}</p> })}
                    {report.map(|report| view! { <p>{report}</p> })}
                    {change_list(words, &step.changes)}
                    {log_mark(words, marks.get(&step.version))}
                </li>
            }
        })
        .collect_view();
    let earlier = steps.last().filter(|_| more).map(|last| {
        let to = format!("/{}/{}/history?before={}", entry.kind.path(), entry.id, last.version);
        view! { <p><a class="button quiet" href=words.href(&to)>{t!(words, "earlier-changes")}</a></p> }
    });
    let empty =
        steps.is_empty().then(|| view! { <p class="empty">{t!(words, "history-empty")}</p> });
    view! {
        {breadcrumbs(words, vec![(entry.path(), title(words, entry))], t!(words, "history"))}
        <h1>{t!(words, "history")}</h1>
        <p class="lede">{title(words, entry)}</p>
        {empty}
        <ol class="revisions">{list}</ol>
        {earlier}
    }
}
