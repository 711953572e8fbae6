//! The follow-up's entries: their addresses, their lists, and the pages of one. Each kind has the same
//! addresses behind its own path. Forms, steps and what a new entry takes over stand in files of their
//! own.

mod forms;
mod steps;
mod taking_over;

use app::{
    forms::FormState,
    pages::{
        follow_up::{commitments, filed, form, history, meetings, one, reviews},
        section::{self, Again},
    },
};
use axum::{
    Extension, Router,
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use domain::{fields::Values, follow_up::EntryKind};
use register::{Error, following::Entry};
use strum::VariantArray;

use super::account::sign_in_and_go_on;
use crate::{
    answers::{answer, lead_to, trouble},
    site::{Shown, Site, Visit},
};

/// The addresses of all kinds.
pub fn routes() -> Router<Site> {
    let lists = Router::new()
        .route("/meetings", get(list_of_meetings))
        .route("/commitments", get(list_of_commitments))
        .route("/deliverables", get(list_of_deliverables))
        .route("/reviews", get(list_of_reviews))
        .route("/practices", get(list_of_practices))
        .route("/pledges", get(list_of_pledges));
    EntryKind::VARIANTS.iter().fold(lists, |routes, kind| routes.merge(routes_of(*kind)))
}

fn routes_of(kind: EntryKind) -> Router<Site> {
    let at = |rest: &str| format!("/{}{rest}", kind.path());
    Router::new()
        .route(&at("/new"), get(forms::new).post(forms::begin))
        .route(&at("/{id}"), get(show))
        .route(&at("/{id}/edit/{form}"), get(forms::edit).post(forms::save))
        .route(&at("/{id}/history"), get(past))
        .route(&at("/{id}/publish"), get(steps::ask_to_publish).post(steps::set_published))
        .route(&at("/{id}/confirm"), post(steps::confirm))
        .route(&at("/{id}/report"), post(steps::report))
        .route(&at("/{id}/stage"), post(steps::take_step))
        .route(&at("/{id}/text"), get(as_text))
        .route(&at("/{id}/commitment"), post(taking_over::commit))
        .layer(Extension(kind))
}

async fn list_of_meetings(State(site): State<Site>, visit: Visit) -> Response {
    let shown = meetings::show(&visit.asked).await;
    answer(&site, &visit, shown).await
}

async fn list_of_commitments(State(site): State<Site>, visit: Visit) -> Response {
    let shown = commitments::show(&visit.asked).await;
    answer(&site, &visit, shown).await
}

async fn list_of_deliverables(State(site): State<Site>, visit: Visit) -> Response {
    let shown = commitments::deliverables(&visit.asked).await;
    answer(&site, &visit, shown).await
}

async fn list_of_reviews(State(site): State<Site>, visit: Visit) -> Response {
    let shown = reviews::show(&visit.asked).await;
    answer(&site, &visit, shown).await
}

async fn list_of_practices(State(site): State<Site>, visit: Visit) -> Response {
    let shown = filed::list(&visit.asked, EntryKind::Practice).await;
    answer(&site, &visit, shown).await
}

async fn list_of_pledges(State(site): State<Site>, visit: Visit) -> Response {
    let shown = filed::list(&visit.asked, EntryKind::Pledge).await;
    answer(&site, &visit, shown).await
}

/// The entry of this kind with this number, or with this key of the starter data.
pub(super) async fn found(visit: &Visit, kind: EntryKind, id: &str) -> Result<Entry, Error> {
    let (register, actor) = (&visit.asked.register, &visit.asked.actor);
    let entry = match id.parse() {
        Ok(id) => register.entry(actor, id).await?,
        Err(_) => register.entry_by_key(actor, id).await?,
    };
    if entry.kind == kind { Ok(entry) } else { Err(Error::NotFound) }
}

async fn show(
    State(site): State<Site>,
    Extension(kind): Extension<EntryKind>,
    Path(id): Path<String>,
    visit: Visit,
) -> Response {
    let shown = match found(&visit, kind, &id).await {
        Ok(entry) => one::show(&visit.asked, entry, None).await,
        Err(error) => Err(error),
    };
    answer(&site, &visit, shown).await
}

async fn past(
    State(site): State<Site>,
    Extension(kind): Extension<EntryKind>,
    Path(id): Path<String>,
    visit: Visit,
) -> Response {
    let shown = match found(&visit, kind, &id).await {
        Ok(entry) => history::show(&visit.asked, entry.id).await,
        Err(error) => Err(error),
    };
    answer(&site, &visit, shown).await
}

/// A practice or a pledge as plain text, in the order of the form it goes into.
async fn as_text(
    State(site): State<Site>,
    Extension(kind): Extension<EntryKind>,
    Path(id): Path<String>,
    visit: Visit,
) -> Response {
    match found(&visit, kind, &id).await {
        Ok(entry) if kind.is_filed() => {
            let text = filed::text(visit.asked.words, &entry);
            ([(header::CACHE_CONTROL, "private, no-store")], text).into_response()
        }
        Ok(_) => trouble(&site, &visit, &Error::NotFound).await,
        Err(error) => trouble(&site, &visit, &error).await,
    }
}

/// Does something with an entry and leads to the page that the deed names, which says that it was done.
pub(super) async fn act(
    site: &Site,
    visit: &Visit,
    kind: EntryKind,
    id: &str,
    said: &str,
    deed: impl AsyncFnOnce(&Entry) -> Result<String, Error>,
) -> Response {
    if visit.asked.actor.account().is_none() {
        return sign_in_and_go_on(site, visit, Values::default()).await;
    }
    let done = match found(visit, kind, id).await {
        Ok(entry) => deed(&entry).await,
        Err(error) => Err(error),
    };
    match done {
        Ok(path) => lead_to(visit, &format!("{path}?saved={said}")),
        // Somebody changed it meanwhile: its page says what stands in the way now.
        Err(Error::Lacks(_)) => lead_to(visit, &format!("/{}/{id}?saved=lacks#steps", kind.path())),
        Err(error) => trouble(site, visit, &error).await,
    }
}

/// The form that was typed before the session ended, with the text: the path is one of an entry.
pub async fn go_on(visit: &Visit, path: &str, typed: &Values) -> Option<Shown> {
    let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    let kind = EntryKind::from_path(parts.first()?)?;
    match parts.as_slice() {
        [_, "new"] => {
            let mut typed = typed.clone();
            let place = form::place_of(&mut typed);
            typed.take("do");
            let state = FormState::new(typed);
            Some(form::begin(&visit.asked, kind, place, state, Again::SignedIn).await)
        }
        [_, id, "edit", code] => {
            let form = kind.form(code)?;
            let (values, version, _, _) = section::own_values(typed.clone());
            let typed = Some((FormState::new(values), version.unwrap_or(0)));
            Some(match found(visit, kind, id).await {
                Ok(entry) => form::change(&visit.asked, entry, form, typed, Again::SignedIn).await,
                Err(error) => Err(error),
            })
        }
        [_, id, "report"] => Some(match found(visit, kind, id).await {
            Ok(entry) => {
                let state = FormState::new(typed.clone());
                one::show(&visit.asked, entry, Some((state, None))).await
            }
            Err(error) => Err(error),
        }),
        _ => None,
    }
}
