//! What is done with an entry as it stands: it is published, confirmed, filed step by step, and
//! reported on.

use app::{
    forms::FormState,
    pages::follow_up::{one, publish},
};
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use domain::follow_up::EntryKind;
use register::Error;

use super::{act, found};
use crate::{
    answers::{answer, lead_to, trouble},
    forms::Posted,
    handlers::account::{sign_in_and_go_on, sign_in_first},
    site::{Shown, Site, Visit},
};

pub(super) async fn ask_to_publish(
    State(site): State<Site>,
    Extension(kind): Extension<EntryKind>,
    Path(id): Path<String>,
    visit: Visit,
) -> Response {
    if let Some(sign_in) = sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let shown: Shown = match found(&visit, kind, &id).await {
        Ok(entry) => publish::show(&visit.asked, &entry).await,
        Err(error) => Err(error),
    };
    answer(&site, &visit, shown).await
}

pub(super) async fn set_published(
    State(site): State<Site>,
    Extension(kind): Extension<EntryKind>,
    Path(id): Path<String>,
    Posted { visit, values }: Posted,
) -> Response {
    let published = values.get("do") == "publish";
    let said = if published { "published" } else { "withdrawn" };
    act(&site, &visit, kind, &id, said, async |entry| {
        let (register, actor) = (&visit.asked.register, &visit.asked.actor);
        register.set_entry_published(actor, entry.id, published).await.map(|_| entry.path())
    })
    .await
}

pub(super) async fn confirm(
    State(site): State<Site>,
    Extension(kind): Extension<EntryKind>,
    Path(id): Path<String>,
    Posted { visit, .. }: Posted,
) -> Response {
    let said = if kind == EntryKind::Pledge { "part" } else { "confirmed" };
    act(&site, &visit, kind, &id, said, async |entry| {
        let (register, actor) = (&visit.asked.register, &visit.asked.actor);
        register.confirm_entry(actor, entry.id).await.map(|_| entry.path())
    })
    .await
}

/// Takes the step that the button names with what is filed, or with a review.
pub(super) async fn take_step(
    State(site): State<Site>,
    Extension(kind): Extension<EntryKind>,
    Path(id): Path<String>,
    Posted { visit, values }: Posted,
) -> Response {
    act(&site, &visit, kind, &id, "step", async |entry| {
        let (register, actor) = (&visit.asked.register, &visit.asked.actor);
        let step = values.get("step").parse().map_err(|_| Error::NotFound)?;
        let seen = values.get("version").parse().map_err(|_| Error::NotFound)?;
        register.take_step_seen(actor, entry.id, step, seen).await.map(|_| entry.path())
    })
    .await
}

pub(super) async fn report(
    State(site): State<Site>,
    Extension(kind): Extension<EntryKind>,
    Path(id): Path<String>,
    Posted { visit, values }: Posted,
) -> Response {
    if visit.asked.actor.account().is_none() {
        return sign_in_and_go_on(&site, &visit, values).await;
    }
    let entry = match found(&visit, kind, &id).await {
        Ok(entry) => entry,
        Err(error) => return trouble(&site, &visit, &error).await,
    };
    let done = visit.asked.register.report(&visit.asked.actor, entry.id, &values).await;
    let shown = match done {
        Ok(_) => return lead_to(&visit, &format!("{}?saved=reported#progress", entry.path())),
        Err(Error::Invalid(problems)) => {
            one::show(&visit.asked, entry, Some((FormState { values, problems }, None))).await
        }
        Err(Error::Report(problem)) => {
            let state = FormState::new(values);
            one::show(&visit.asked, entry, Some((state, Some(problem)))).await
        }
        Err(error) => Err(error),
    };
    answer(&site, &visit, shown).await
}
