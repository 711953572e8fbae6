//! Reviews and dossiers beyond what every entry has: taking part, drafting, questions and answers; and
//! the frozen registers.

use app::{
    drafting::draft,
    forms::FormState,
    pages::{
        follow_up::dossier::{self, NotTaken, Typed},
        frozen,
    },
    words::{Language, Words},
};
use axum::{
    Router,
    extract::{Path, State},
    response::Response,
    routing::{get, post},
};
use domain::{
    checkpoints,
    fields::{
        Form, Values,
        follow_up::{ANSWER, QUESTION},
    },
    follow_up::EntryKind,
    policy::EntryVerb,
};
use register::{Error, following::Entry, recording::Saved};

use super::{
    account::sign_in_and_go_on,
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
        .route("/reviews/{id}/taking-part", post(take_part))
        .route("/reviews/{id}/dossier", post(begin))
        .route("/dossiers/{id}/draft", post(draft_again))
        .route("/dossiers/{id}/ask", post(ask))
        .route("/dossiers/{id}/answer/{number}", post(answer_question))
        .route("/frozen", get(list_of_frozen).post(freeze))
        .route("/frozen/{id}", get(one_frozen))
}

/// The State's word on whether it takes part.
async fn take_part(
    State(site): State<Site>,
    Path(id): Path<String>,
    Posted { visit, values }: Posted,
) -> Response {
    let takes_part = values.get("takes_part") == "yes";
    act(&site, &visit, EntryKind::Review, &id, "taking-part", async |entry| {
        let (register, actor) = (&visit.asked.register, &visit.asked.actor);
        register.take_part(actor, entry.id, takes_part).await.map(|_| entry.path())
    })
    .await
}

/// In the language that was chosen, else in that of the page.
fn language_asked(visit: &Visit, values: &Values) -> Words {
    let language = Language::from_code(values.get("language"));
    Words { language: language.unwrap_or(visit.asked.words.language) }
}

/// Begins the dossier of the actor's State and drafts it.
async fn begin(
    State(site): State<Site>,
    Path(id): Path<String>,
    Posted { visit, values }: Posted,
) -> Response {
    let words = language_asked(&visit, &values);
    act(&site, &visit, EntryKind::Review, &id, "drafted", async |entry| {
        let (register, actor) = (&visit.asked.register, &visit.asked.actor);
        let material = register.dossier_material(actor, entry.id).await?;
        let dossier = register.begin_dossier(actor, entry.id).await?;
        register.draft_dossier(actor, dossier, draft(words, &material)).await?;
        Ok(format!("/{}/{dossier}", EntryKind::Dossier.path()))
    })
    .await
}

/// Drafts it again from the register as it is now.
async fn draft_again(
    State(site): State<Site>,
    Path(id): Path<String>,
    Posted { visit, values }: Posted,
) -> Response {
    let words = language_asked(&visit, &values);
    act(&site, &visit, EntryKind::Dossier, &id, "drafted", async |entry| {
        let (register, actor) = (&visit.asked.register, &visit.asked.actor);
        if !entry.may(EntryVerb::Edit) {
            return Err(Error::NotAllowed);
        }
        let review = entry.parent.ok_or(Error::NotFound)?;
        let material = register.dossier_material(actor, review).await?;
        register.draft_dossier(actor, entry.id, draft(words, &material)).await?;
        Ok(entry.path())
    })
    .await
}

async fn ask(
    State(site): State<Site>,
    Path(id): Path<String>,
    Posted { visit, values }: Posted,
) -> Response {
    let chapter = values.get("chapter").to_owned();
    let said = async |entry: &Entry, values: &Values| {
        visit.asked.register.ask_about(&visit.asked.actor, entry.id, values).await
    };
    say(&site, &visit, &id, values, (QUESTION, None), &format!("asked#{chapter}"), said).await
}

async fn answer_question(
    State(site): State<Site>,
    Path((id, number)): Path<(String, usize)>,
    Posted { visit, values }: Posted,
) -> Response {
    let seen = Some(values.get("seen")).filter(|seen| !seen.is_empty()).map(str::to_owned);
    let said = async |entry: &Entry, values: &Values| {
        let (register, actor) = (&visit.asked.register, &visit.asked.actor);
        // A form brings line ends as CR LF; the answer is kept with LF.
        let seen = seen.map(|seen| seen.replace("\r\n", "\n"));
        register.answer_question(actor, entry.id, number, seen.as_deref(), values).await
    };
    let then = format!("answered#question-{number}");
    say(&site, &visit, &id, values, (ANSWER, Some(number)), &then, said).await
}

/// Says something about a dossier; what can't be taken is shown again with what was typed.
async fn say(
    site: &Site,
    visit: &Visit,
    id: &str,
    values: Values,
    (form, number): (Form, Option<usize>),
    then: &str,
    said: impl AsyncFnOnce(&Entry, &Values) -> Result<Saved, Error>,
) -> Response {
    if visit.asked.actor.account().is_none() {
        return sign_in_and_go_on(site, visit, values).await;
    }
    let entry = match found(visit, EntryKind::Dossier, id).await {
        Ok(entry) => entry,
        Err(error) => return trouble(site, visit, &error).await,
    };
    match said(&entry, &values).await {
        Ok(_) => lead_to(visit, &format!("{}?saved={then}", entry.path())),
        Err(error) => {
            let (problems, not_taken) = match error {
                Error::Invalid(problems) => (problems, None),
                Error::NotAllowed | Error::Lacks(_) => (Vec::new(), Some(NotTaken::Changed)),
                Error::Unavailable(cause) => {
                    tracing::error!(%cause, "a question or an answer was not saved");
                    (Vec::new(), Some(NotTaken::NotSaved))
                }
                other => return trouble(site, visit, &other).await,
            };
            let state = FormState { values, problems };
            let typed = Some(Typed { state, form, number, not_taken });
            // Where it stands now: who may see it is asked anew.
            let shown = match found(visit, EntryKind::Dossier, id).await {
                Ok(entry) => dossier::show(&visit.asked, entry, typed).await,
                Err(error) => Err(error),
            };
            answer(site, visit, shown).await
        }
    }
}

/// The question or answer that was typed before the session ended, with the text.
pub async fn go_on(visit: &Visit, path: &str, typed: &Values) -> Option<Shown> {
    let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    let (id, form, number) = match parts.as_slice() {
        ["dossiers", id, "ask"] => (*id, QUESTION, None),
        ["dossiers", id, "answer", number] => (*id, ANSWER, Some(number.parse().ok()?)),
        _ => return None,
    };
    let state = FormState::new(typed.clone());
    let typed = Some(Typed { state, form, number, not_taken: None });
    Some(match found(visit, EntryKind::Dossier, id).await {
        Ok(entry) => dossier::show(&visit.asked, entry, typed).await,
        Err(error) => Err(error),
    })
}

async fn list_of_frozen(State(site): State<Site>, visit: Visit) -> Response {
    let shown = frozen::list(&visit.asked).await;
    answer(&site, &visit, shown).await
}

async fn one_frozen(State(site): State<Site>, Path(id): Path<String>, visit: Visit) -> Response {
    let shown = match id.parse() {
        Ok(id) => frozen::one(&visit.asked, id).await,
        Err(_) => Err(Error::NotFound),
    };
    answer(&site, &visit, shown).await
}

/// Freezes the register as it is known now, to be looked at on the day of a checkpoint.
async fn freeze(State(site): State<Site>, Posted { visit, values }: Posted) -> Response {
    if visit.asked.actor.account().is_none() {
        return sign_in_and_go_on(&site, &visit, values).await;
    }
    let today = visit.asked.register.clock().today();
    let done = match checkpoints::moment(values.get("moment")) {
        Ok(day) => visit.asked.register.freeze(&visit.asked.actor, day.min(today)).await,
        Err(_) => Err(Error::NotFound),
    };
    match done {
        Ok(id) => lead_to(&visit, &format!("/frozen/{id}")),
        Err(error) => trouble(&site, &visit, &error).await,
    }
}
