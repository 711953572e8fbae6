//! What waits for a State: its next deadlines, what reviews and joint committees ask of it, statements
//! that the Network wrote down for it, pledges that name it as a partner, practices that the Network
//! asks about, and records of others that name it.

use chrono::NaiveDate;
use domain::follow_up::{
    EntryKind, Target, agreement_report::ActionPoint, pledge::Pledge, stage::Stage,
};
use leptos::prelude::*;
use register::{
    Error,
    due::Due,
    following::{Entry, Wanted},
    inboxes::{OfState, OpenPoint},
};

use super::{
    filed::{dossiers, reviews},
    records::records,
};
use crate::{
    components::{
        deadlines::due_list,
        joint_committee::{Reporter, action_points},
    },
    page::Page,
    pages::{follow_up::lists::entry_list, still_so},
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
    let (register, actor) = (&request.register, &request.actor);
    let state = actor.state().ok_or(Error::NotAllowed)?.to_owned();
    let page = request.page();
    let (waiting, more) = register.inbox(actor, page).await?;
    let asked = register.inbox_of_state(actor).await?;
    let wanted = Wanted {
        kind: Some(EntryKind::Statement),
        owner: Some(Some(state.clone())),
        ..Wanted::default()
    };
    let mut statements = register.entries_of(actor, &wanted).await?;
    statements.retain(|entry| entry.recorded_for);
    let filed = filed(request, &state).await?;
    let (mut due, _) = register.deadlines(actor, 0).await?;
    due.truncate(NEXT);
    let today = register.clock().today();
    let shown = Page::new(t!(words, "inbox"), move || {
        view! {
            <h1>{t!(words, "inbox")}</h1>
            <p class="lede">{t!(words, "inbox-about", state = words.state(&state))}</p>
            <p><a href=words.href(still_so::PATH)>{t!(words, "still-so-link")}</a></p>
            {deadlines(words, &due, today)}
            {from_reviews(words, &asked)}
            {points(words, &asked.points, today)}
            <section class="card">
                <h2>{t!(words, "inbox-statements")}</h2>
                {entry_list(words, &statements.iter().collect::<Vec<&Entry>>(), t!(words, "inbox-no-statements"))}
            </section>
            <section class="card">
                <h2>{t!(words, "inbox-filed")}</h2>
                {entry_list(words, &filed.iter().collect::<Vec<&Entry>>(), t!(words, "inbox-no-filed"))}
            </section>
            <p><a href=words.href("/duplicates")>{t!(words, "duplicates-title")}</a></p>
            {records(words, &waiting, page, more)}
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

/// What the Network asks about the State's dossiers, and the reviews on which its word is awaited.
fn from_reviews(words: Words, asked: &OfState) -> impl IntoView + use<> {
    view! {
        <section class="card">
            <h2>{t!(words, "inbox-dossiers-asked")}</h2>
            {dossiers(words, &asked.dossiers, true, t!(words, "inbox-no-dossiers-asked"))}
            <h2>{t!(words, "inbox-reviews")}</h2>
            <p class="hint">{t!(words, "inbox-reviews-about")}</p>
            {reviews(words, &asked.reviews, t!(words, "inbox-no-reviews"))}
        </section>
    }
}

/// What the State is to do for joint committees.
fn points(words: Words, open: &[OpenPoint], today: NaiveDate) -> impl IntoView + use<> {
    let points: Vec<(&ActionPoint, Option<Reporter<'_>>)> = open
        .iter()
        .map(|open| {
            let by = Reporter { state: &open.reporter, report: open.report };
            (&open.point, Some(by))
        })
        .collect();
    let list = if points.is_empty() {
        view! { <p class="empty">{t!(words, "inbox-no-points")}</p> }.into_any()
    } else {
        action_points(words, &points, today).into_any()
    };
    view! {
        <section class="card">
            <h2>{t!(words, "inbox-points")}</h2>
            {list}
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
    let asked = Wanted {
        kind: Some(EntryKind::Practice),
        owner: Some(Some(state.to_owned())),
        stages: vec![Stage::InformationRequested],
        ..Wanted::default()
    };
    let mut waiting = register.entries_of(actor, &naming).await?;
    waiting.retain(|entry| entry.content::<Pledge>().awaits(state));
    waiting.extend(register.entries_of(actor, &asked).await?);
    Ok(waiting)
}
