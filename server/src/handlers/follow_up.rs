//! Pages and posts of the follow-up's entries. Each kind has the same addresses behind its own path.

use app::{
    forms::{FormState, fields::edit_rows},
    pages::{
        conflict,
        follow_up::{commitments, filed, form, history, meetings, one, publish, reviews},
        section::{self, Again},
    },
    prefill::{Source, from_record},
};
use axum::{
    Extension, Router,
    extract::{Path, State},
    http::header,
    response::{IntoResponse, Response},
    routing::{get, post},
};
use domain::{
    fields::{Form, Values},
    follow_up::{EntryKind, commitment::Commitment, statement::Statement},
};
use register::{
    Error,
    following::{Entry, Place},
};
use strum::VariantArray;

use super::account::{sign_in_and_go_on, sign_in_first};
use crate::{
    answers::{answer, lead_to, render, trouble},
    forms::Posted,
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
        .route(&at("/new"), get(new).post(begin))
        .route(&at("/{id}"), get(show))
        .route(&at("/{id}/edit/{form}"), get(edit).post(save))
        .route(&at("/{id}/history"), get(past))
        .route(&at("/{id}/publish"), get(ask_to_publish).post(set_published))
        .route(&at("/{id}/confirm"), post(confirm))
        .route(&at("/{id}/report"), post(report))
        .route(&at("/{id}/stage"), post(take_step))
        .route(&at("/{id}/text"), get(as_text))
        .route(&at("/{id}/commitment"), post(commit))
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

/// Where a new entry belongs when the address does not say whose it is: to the actor's State.
fn place_asked(visit: &Visit, kind: EntryKind) -> Place {
    let asked = &visit.asked;
    let number = |name: &str| asked.parameter(name).and_then(|number| number.parse().ok());
    let of_own_state = matches!(
        kind,
        EntryKind::Commitment
            | EntryKind::Practice
            | EntryKind::Pledge
            | EntryKind::AgreementReport
    );
    let own = of_own_state.then(|| asked.actor.state()).flatten();
    Place {
        owner: asked.parameter("owner").or_else(|| own.map(str::to_owned)),
        parent: number("parent"),
        meeting: number("meeting"),
        question: asked.parameter("question").and_then(|number| number.parse().ok()),
    }
}

async fn new(
    State(site): State<Site>,
    Extension(kind): Extension<EntryKind>,
    visit: Visit,
) -> Response {
    if let Some(sign_in) = sign_in_first(&site, &visit).await {
        return sign_in;
    }
    if kind == EntryKind::Dossier {
        // It is begun from its review.
        return trouble(&site, &visit, &Error::NotFound).await;
    }
    let place = place_asked(&visit, kind);
    let state = match from_agreement(&visit, kind).await {
        Ok(values) => FormState::new(values),
        Err(error) => return trouble(&site, &visit, &error).await,
    };
    let shown = form::begin(&visit.asked, kind, place, state, Again::No).await;
    answer(&site, &visit, shown).await
}

/// What a practice, a pledge or a report takes over from the record of the agreement that it begins
/// from.
async fn from_agreement(visit: &Visit, kind: EntryKind) -> Result<Values, Error> {
    let asked = visit.asked.parameter("agreement").and_then(|number| number.parse::<u32>().ok());
    let is_report = kind == EntryKind::AgreementReport;
    let (Some(number), true) = (asked, kind.is_filed() || is_report) else {
        return Ok(Values::default());
    };
    let record = visit.asked.register.agreement(&visit.asked.actor, number.into()).await?;
    if is_report {
        let mut values = Values::default();
        values.push("agreements", number.to_string());
        return Ok(values);
    }
    let source = Source {
        number: record.id,
        agreement: &record.agreement,
        state: visit.asked.actor.state(),
        today: record.today,
    };
    Ok(from_record(visit.asked.words, kind, &source))
}

async fn begin(
    State(site): State<Site>,
    Extension(kind): Extension<EntryKind>,
    Posted { visit, mut values }: Posted,
) -> Response {
    if visit.asked.actor.account().is_none() {
        return sign_in_and_go_on(&site, &visit, values).await;
    }
    let place = form::place_of(&mut values);
    let asked = values.take("do").pop().unwrap_or_else(|| "save".to_owned());
    if asked.contains(':') {
        edit_rows(&mut values, &asked);
        let shown =
            form::begin(&visit.asked, kind, place, FormState::new(values), Again::Rows).await;
        return answer(&site, &visit, shown).await;
    }
    let done =
        visit.asked.register.begin_entry(&visit.asked.actor, kind, place.clone(), &values).await;
    let (problems, again) = match done {
        Ok(saved) => {
            return lead_to(&visit, &format!("/{}/{}?saved=begun", kind.path(), saved.id));
        }
        Err(error) => match shown_again(error) {
            Ok(again) => again,
            Err(error) => return trouble(&site, &visit, &error).await,
        },
    };
    let state = FormState { values, problems };
    let shown = form::begin(&visit.asked, kind, place, state, again).await;
    answer(&site, &visit, shown).await
}

/// Problems with which a form is shown again; other errors have a page of their own.
fn shown_again(error: Error) -> Result<(Vec<domain::fields::Problem>, Again), Error> {
    match error {
        Error::Invalid(problems) => Ok((problems, Again::Wrong)),
        Error::Unavailable(cause) => {
            tracing::error!(%cause, "an entry was not saved");
            Ok((Vec::new(), Again::NotSaved))
        }
        other => Err(other),
    }
}

async fn edit(
    State(site): State<Site>,
    Extension(kind): Extension<EntryKind>,
    Path((id, form)): Path<(String, String)>,
    visit: Visit,
) -> Response {
    if let Some(sign_in) = sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let shown = match (found(&visit, kind, &id).await, kind.form(&form)) {
        (Ok(entry), Some(form)) => form::change(&visit.asked, entry, form, None, Again::No).await,
        (Err(error), _) => Err(error),
        (_, None) => Err(Error::NotFound),
    };
    answer(&site, &visit, shown).await
}

async fn save(
    State(site): State<Site>,
    Extension(kind): Extension<EntryKind>,
    Path((id, form)): Path<(String, String)>,
    Posted { visit, values }: Posted,
) -> Response {
    if visit.asked.actor.account().is_none() {
        return sign_in_and_go_on(&site, &visit, values).await;
    }
    let (entry, form) = match (found(&visit, kind, &id).await, kind.form(&form)) {
        (Ok(entry), Some(form)) => (entry, form),
        (Err(error), _) => return trouble(&site, &visit, &error).await,
        (_, None) => return trouble(&site, &visit, &Error::NotFound).await,
    };
    let (mut values, version, asked, reason) = section::own_values(values);
    let Some(version) = version else {
        return trouble(&site, &visit, &Error::Invalid(Vec::new())).await;
    };
    match asked.as_str() {
        "save" => {}
        "settle" => match settled(&visit, &entry, form, version, &values).await {
            Ok(settled) => values = settled,
            Err(error) => return trouble(&site, &visit, &error).await,
        },
        rows => {
            edit_rows(&mut values, rows);
            let typed = Some((FormState::new(values), version));
            let shown = form::change(&visit.asked, entry, form, typed, Again::Rows).await;
            return answer(&site, &visit, shown).await;
        }
    }
    let (register, actor) = (&visit.asked.register, &visit.asked.actor);
    let done = register.save_entry(actor, entry.id, form, version, &values, reason).await;
    let (problems, again) = match done {
        Ok(_) => return lead_to(&visit, &format!("{}?saved={}", entry.path(), form.code)),
        Err(Error::Conflict(collision)) => {
            let place = conflict::Place {
                action: format!("/{}/{}/edit/{}", kind.path(), entry.id, form.code),
                steps: vec![(entry.path(), collision.title.clone())],
            };
            let page = conflict::show(&visit.asked, place, form, values, *collision);
            return render(&site, &visit, page).await;
        }
        Err(error) => match shown_again(error) {
            Ok(again) => again,
            Err(error) => return trouble(&site, &visit, &error).await,
        },
    };
    let typed = Some((FormState { values, problems }, version));
    let shown = form::change(&visit.asked, entry, form, typed, again).await;
    answer(&site, &visit, shown).await
}

/// Their version as the person saw it, with each difference as chosen.
async fn settled(
    visit: &Visit,
    entry: &Entry,
    form: Form,
    version: i32,
    mine: &Values,
) -> Result<Values, Error> {
    let (register, actor) = (&visit.asked.register, &visit.asked.actor);
    let theirs = register.entry_form_at(actor, entry.id, form, version).await?;
    Ok(conflict::settled(form, &theirs, mine))
}

async fn ask_to_publish(
    State(site): State<Site>,
    Extension(kind): Extension<EntryKind>,
    Path(id): Path<String>,
    visit: Visit,
) -> Response {
    if let Some(sign_in) = sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let shown: Shown = match found(&visit, kind, &id).await {
        Ok(entry) => publish::show(&visit.asked, &entry),
        Err(error) => Err(error),
    };
    answer(&site, &visit, shown).await
}

async fn set_published(
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

async fn confirm(
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

/// Takes the step that the button names with a practice or a pledge.
async fn take_step(
    State(site): State<Site>,
    Extension(kind): Extension<EntryKind>,
    Path(id): Path<String>,
    Posted { visit, values }: Posted,
) -> Response {
    act(&site, &visit, kind, &id, "step", async |entry| {
        let (register, actor) = (&visit.asked.register, &visit.asked.actor);
        let step = values.get("step").parse().map_err(|_| Error::NotFound)?;
        register.take_step(actor, entry.id, step).await.map(|_| entry.path())
    })
    .await
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

/// A commitment of what was said or recommended, in one step: a draft that keeps its link.
async fn commit(
    State(site): State<Site>,
    Extension(kind): Extension<EntryKind>,
    Path(id): Path<String>,
    Posted { visit, .. }: Posted,
) -> Response {
    act(&site, &visit, kind, &id, "begun", async |entry| {
        let (register, actor) = (&visit.asked.register, &visit.asked.actor);
        let place = Place {
            owner: actor.state().map(str::to_owned),
            parent: Some(entry.id),
            meeting: entry.meeting,
            question: None,
        };
        let values = taken_over(entry);
        let saved = register.begin_entry(actor, EntryKind::Commitment, place, &values).await?;
        Ok(format!("/{}/{}", EntryKind::Commitment.path(), saved.id))
    })
    .await
}

/// What a commitment takes over from the statement or recommendation that it comes from.
fn taken_over(entry: &Entry) -> Values {
    use domain::follow_up::{
        commitment::{Committed, Recommendation},
        meeting::Bilingual,
    };
    let committed = match entry.kind {
        EntryKind::Recommendation => {
            let recommended = entry.content::<Recommendation>().recommendation;
            Committed {
                text: Some(recommended.in_language("en").to_owned()),
                due: recommended.due,
                objectives: recommended.objectives,
                ..Committed::default()
            }
        }
        _ => {
            let said = entry.content::<Statement>().statement;
            // A commitment is a sentence or two; the whole statement stays where it is.
            let text: String = said.text.unwrap_or_default().chars().take(2000).collect();
            Committed {
                text: Some(text),
                objectives: said.objectives,
                agreements: said.agreements,
                ..Committed::default()
            }
        }
    };
    let content = Commitment { commitment: committed, ..Commitment::default() };
    let section = serde_json::to_value(content.commitment).unwrap_or_default();
    domain::fields::write(domain::fields::follow_up::COMMITMENT, &section)
}

async fn report(
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
pub async fn go_on(visit: &Visit, path: &str, mut typed: Values) -> Option<Shown> {
    let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    let kind = EntryKind::from_path(parts.first()?)?;
    match parts.as_slice() {
        [_, "new"] => {
            let place = form::place_of(&mut typed);
            typed.take("do");
            let state = FormState::new(typed);
            Some(form::begin(&visit.asked, kind, place, state, Again::SignedIn).await)
        }
        [_, id, "edit", code] => {
            let form = kind.form(code)?;
            let (values, version, _, _) = section::own_values(typed);
            let typed = Some((FormState::new(values), version.unwrap_or(0)));
            Some(match found(visit, kind, id).await {
                Ok(entry) => form::change(&visit.asked, entry, form, typed, Again::SignedIn).await,
                Err(error) => Err(error),
            })
        }
        [_, id, "report"] => Some(match found(visit, kind, id).await {
            Ok(entry) => one::show(&visit.asked, entry, Some((FormState::new(typed), None))).await,
            Err(error) => Err(error),
        }),
        _ => None,
    }
}
