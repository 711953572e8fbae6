//! What waits for a State: its next deadlines, records of others that name it, statements that the
//! Network wrote down for it, pledges that name it as a partner, and practices that the Network asks
//! about.

use chrono::NaiveDate;
use domain::follow_up::{EntryKind, Target, pledge::Pledge, stage::Stage};
use leptos::prelude::*;
use register::{
    Error,
    due::Due,
    following::{Entry, Wanted},
};

use super::{
    follow_up::lists::{address, entry_list},
    still_so,
};
use crate::{
    components::{deadlines::due_list, results::result},
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Deadlines that the inbox shows; their own page has all.
const NEXT: usize = 5;

/// Shows a page of the inbox.
///
/// # Errors
/// [`Error::NotAllowed`] for who has no State.
pub async fn show(request: &Request) -> Result<Page, Error> {
    let words = request.words;
    let state = request.actor.state().ok_or(Error::NotAllowed)?.to_owned();
    let page = request.parameter("page").and_then(|page| page.parse::<u64>().ok()).unwrap_or(1);
    let page = page.clamp(1, 4000) - 1;
    let (waiting, more) = request.register.inbox(&request.actor, page).await?;
    let wanted = Wanted {
        kind: Some(EntryKind::Statement),
        owner: Some(Some(state.clone())),
        ..Wanted::default()
    };
    let mut statements = request.register.entries_of(&request.actor, &wanted).await?;
    statements.retain(|entry| entry.recorded_for);
    let filed = filed(request, &state).await?;
    let (mut due, _) = request.register.deadlines(&request.actor, 0).await?;
    due.truncate(NEXT);
    let today = request.register.clock().today();
    let shown = Page::new(t!(words, "inbox"), move || {
        let rows: Vec<_> = waiting
            .iter()
            .map(|waiting| {
                let changed = (waiting.changed > 0)
                    .then(|| t!(words, "inbox-changed", count = waiting.changed));
                let open = t!(words, "inbox-sections", count = waiting.sections);
                let to = format!("/agreements/{}#two-sides", waiting.row.id);
                view! {
                    {result(words, &waiting.row)}
                    <li class="inbox-note">
                        <a href=words.href(&to)>{open}</a> " " <span class="small">{changed}</span>
                    </li>
                }
            })
            .collect();
        let records = if rows.is_empty() {
            view! { <p class="empty">{t!(words, "inbox-no-records")}</p> }.into_any()
        } else {
            view! { <ul class="results">{rows}</ul> }.into_any()
        };
        let at = |page: u64| words.href(&address("/inbox", &[("page", (page + 1).to_string())]));
        let earlier = (page > 0).then(
            || view! { <a class="button quiet" href=at(page - 1)>{t!(words, "page-previous")}</a> },
        );
        let later = more.then(
            || view! { <a class="button quiet" href=at(page + 1)>{t!(words, "page-next")}</a> },
        );
        let pages =
            (page > 0 || more).then(|| view! { <div class="form-actions">{earlier} {later}</div> });
        view! {
            <h1>{t!(words, "inbox")}</h1>
            <p class="lede">{t!(words, "inbox-about", state = words.state(&state))}</p>
            <p><a href=words.href(still_so::PATH)>{t!(words, "still-so-link")}</a></p>
            {deadlines(words, &due, today)}
            <section class="card">
                <h2>{t!(words, "inbox-statements")}</h2>
                {entry_list(words, &statements.iter().collect::<Vec<&Entry>>(), t!(words, "inbox-no-statements"))}
            </section>
            <section class="card">
                <h2>{t!(words, "inbox-filed")}</h2>
                {entry_list(words, &filed.iter().collect::<Vec<&Entry>>(), t!(words, "inbox-no-filed"))}
            </section>
            <p><a href=words.href("/duplicates")>{t!(words, "duplicates-title")}</a></p>
            <section class="stack">
                <h2>{t!(words, "inbox-records")}</h2>
                <p class="hint">{t!(words, "inbox-records-about")}</p>
                {records} {pages}
            </section>
        }
    });
    Ok(shown.private())
}

/// The next deadlines, and the way to all.
fn deadlines(words: Words, due: &[Due], today: NaiveDate) -> impl IntoView + use<> {
    let list = if due.is_empty() {
        view! { <p class="empty">{t!(words, "deadlines-none")}</p> }.into_any()
    } else {
        due_list(words, due, today).into_any()
    };
    view! {
        <section class="card">
            <h2>{t!(words, "deadlines-next")}</h2>
            {list}
            <p><a href=words.href("/deadlines")>{t!(words, "deadlines-all")}</a></p>
        </section>
    }
}

/// Pledges that wait for the State's word, and its practices that the Network asks about.
async fn filed(request: &Request, state: &str) -> Result<Vec<Entry>, Error> {
    let (register, actor) = (&request.register, &request.actor);
    let naming = Wanted {
        kind: Some(EntryKind::Pledge),
        target: Some(Target::State(state.to_owned())),
        ..Wanted::default()
    };
    let own = Wanted {
        kind: Some(EntryKind::Practice),
        owner: Some(Some(state.to_owned())),
        ..Wanted::default()
    };
    let mut waiting = register.entries_of(actor, &naming).await?;
    waiting.retain(|entry| entry.content::<Pledge>().awaits(state));
    let mut asked = register.entries_of(actor, &own).await?;
    asked.retain(|entry| entry.stage == Stage::InformationRequested);
    waiting.append(&mut asked);
    Ok(waiting)
}
