//! The peer review of a practice: naming reviewers, declaring, giving an opinion; and the list of what
//! waits for a reviewer.

use app::{
    forms::FormState,
    pages::{
        follow_up::{one, peer_review::Typed},
        reviewing,
    },
};
use axum::{
    Router,
    extract::{Path, State},
    response::Response,
    routing::{get, post},
};
use domain::{
    fields::{
        Form, Values,
        follow_up::{DECLARATION, NAMED_REVIEWER, OPINION},
    },
    follow_up::EntryKind,
};
use register::{Error, following::Entry, recording::Saved};

use super::{
    account::{sign_in_and_go_on, sign_in_first},
    follow_up::{act, found},
};
use crate::{
    answers::{answer, lead_to, trouble},
    forms::Posted,
    site::{Shown, Site, Visit},
};

/// The addresses.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/reviewing", get(waiting))
        .route("/practices/{id}/reviewers", post(name))
        .route("/practices/{id}/declaration", post(declare))
        .route("/practices/{id}/opinion", post(give_opinion))
}

/// What waits for one's word as a reviewer.
async fn waiting(State(site): State<Site>, visit: Visit) -> Response {
    if let Some(sign_in) = sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let shown = reviewing::show(&visit.asked).await;
    answer(&site, &visit, shown).await
}

/// Names a reviewer, or takes one off the list who has said nothing yet.
async fn name(
    State(site): State<Site>,
    Path(id): Path<String>,
    Posted { visit, values }: Posted,
) -> Response {
    if let Some(account) = values.get("do").strip_prefix("release:") {
        return act(&site, &visit, EntryKind::Practice, &id, "reviewer-released", async |entry| {
            let (register, actor) = (&visit.asked.register, &visit.asked.actor);
            let account = account.parse().map_err(|_| Error::NotFound)?;
            register.release_reviewer(actor, entry.id, account).await.map(|_| entry.path())
        })
        .await;
    }
    let said = async |entry: &Entry, values: &Values| {
        visit.asked.register.name_reviewer(&visit.asked.actor, entry.id, values).await
    };
    say(&site, &visit, &id, values, NAMED_REVIEWER, "reviewer-named#peer-review", said).await
}

async fn declare(
    State(site): State<Site>,
    Path(id): Path<String>,
    Posted { visit, values }: Posted,
) -> Response {
    let said = async |entry: &Entry, values: &Values| {
        visit.asked.register.declare_interest(&visit.asked.actor, entry.id, values).await
    };
    say(&site, &visit, &id, values, DECLARATION, "declared#your-review", said).await
}

async fn give_opinion(
    State(site): State<Site>,
    Path(id): Path<String>,
    Posted { visit, values }: Posted,
) -> Response {
    let said = async |entry: &Entry, values: &Values| {
        visit.asked.register.give_opinion(&visit.asked.actor, entry.id, values).await
    };
    say(&site, &visit, &id, values, OPINION, "opinion#your-review", said).await
}

/// Writes something into a peer review; what can't be taken is shown again with what was typed.
async fn say(
    site: &Site,
    visit: &Visit,
    id: &str,
    values: Values,
    form: Form,
    then: &str,
    said: impl AsyncFnOnce(&Entry, &Values) -> Result<Saved, Error>,
) -> Response {
    if visit.asked.actor.account().is_none() {
        return sign_in_and_go_on(site, visit, values).await;
    }
    let entry = match found(visit, EntryKind::Practice, id).await {
        Ok(entry) => entry,
        Err(error) => return trouble(site, visit, &error).await,
    };
    match said(&entry, &values).await {
        Ok(_) => lead_to(visit, &format!("{}?saved={then}", entry.path())),
        Err(Error::Invalid(problems)) => {
            let typed = Typed { form, state: FormState { values, problems } };
            let shown = one::show_review(&visit.asked, entry, typed).await;
            answer(site, visit, shown).await
        }
        // It is not in review any more: its page says where it is now.
        Err(Error::Lacks(_)) => lead_to(visit, &format!("{}?saved=lacks#steps", entry.path())),
        Err(error) => trouble(site, visit, &error).await,
    }
}

/// The practice with what was typed before the session ended.
pub async fn go_on(visit: &Visit, path: &str, typed: &Values) -> Option<Shown> {
    let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    let ["practices", id, step] = parts.as_slice() else { return None };
    let form = match *step {
        "reviewers" => NAMED_REVIEWER,
        "declaration" => DECLARATION,
        "opinion" => OPINION,
        _ => return None,
    };
    Some(match found(visit, EntryKind::Practice, id).await {
        Ok(entry) => {
            let typed = Typed { form, state: FormState::new(typed.clone()) };
            one::show_review(&visit.asked, entry, typed).await
        }
        Err(error) => Err(error),
    })
}
