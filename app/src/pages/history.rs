//! Who changed what in a record, and when.

use domain::fields::SectionCode;
use leptos::prelude::*;
use register::{
    Error,
    reading::{HistoryEntry, Record},
};

use super::agreement::title;
use crate::{
    components::layout::breadcrumbs,
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
    let title = format!("{}: {}", t!(words, "history"), title(words, &record));
    Ok(Page::new(title, move || whole(words, &record, &entries, more)).private())
}

fn whole(
    words: Words,
    record: &Record,
    entries: &[HistoryEntry],
    more: bool,
) -> impl IntoView + use<> {
    let here = format!("/agreements/{}", record.id);
    let steps = vec![
        ("/agreements".to_owned(), t!(words, "nav-register")),
        (here.clone(), title(words, record)),
    ];
    let list = entries.iter().map(|found| entry(words, found)).collect_view();
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
        {empty}
        <ol class="revisions">{list}</ol>
        {earlier}
    }
}

fn entry(words: Words, entry: &HistoryEntry) -> impl IntoView + use<> {
    let act =
        entry.act.map(|act| words.text(&format!("act-{}", <&str>::from(act)))).unwrap_or_default();
    let section = entry
        .section
        .map(|section: SectionCode| words.text(&format!("section-{}", section.code())));
    let changes = entry
        .changes
        .iter()
        .map(|change| {
            let told = telling::change(words, change);
            let before = (!told.before.is_empty()).then(|| view! { <del>{told.before}</del> });
            let after = (!told.after.is_empty()).then(|| view! { <ins>{told.after}</ins> });
            view! { <dt>{told.about}</dt> <dd>{before} " " {after}</dd> }
        })
        .collect_view();
    view! {
        <li class="revision">
            <div class="revision-head">
                <h2>{act}</h2>
                <span>{section}</span>
                <span class="small">{entry.author.clone()}</span>
                <span class="small">
                    <time datetime=entry.at.to_rfc3339()>{words.instant(entry.at)}</time>
                </span>
                <span class="small muted">{t!(words, "version", number = entry.version)}</span>
            </div>
            {entry.reason.clone().map(|reason| view! { <p>{reason}</p> })}
            <dl class="changes">{changes}</dl>
        </li>
    }
}
