//! Taking part in a meeting: asking, the own page of whoever asked, and the coordinators' list. And the
//! versions of a meeting's minutes.

use app::{
    forms::FormState,
    pages::follow_up::{
        minutes,
        registrations::{self, Part, Typed},
        taking_part::{
            self,
            own::{self as own_page, OWN},
        },
    },
};
use axum::{
    Router,
    extract::{Path, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
    routing::get,
};
use domain::{
    fields::{FieldProblem, Problem, Values},
    follow_up::{
        EntryKind,
        meeting::ParticipantStanding,
        registration::{Decision, Standings},
    },
    limits::Counted,
};
use register::{Error, following::Entry};

use super::{
    account::{sign_in_and_go_on, sign_in_first},
    follow_up::found,
};
use crate::{
    answers::{answer, lead_to, render, trouble},
    door,
    forms::Posted,
    site::{Shown, Site, Visit},
    visitor::network,
};

/// The addresses.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/meetings/{id}/register", get(ask).post(send))
        .route("/meetings/{id}/registrations", get(list).post(decide))
        .route("/meetings/{id}/registrations.csv", get(at_the_door))
        .route("/meetings/{id}/registrations/erase", get(ask_to_erase).post(erase))
        .route("/meetings/{id}/minutes", get(versions))
        .route("/taking-part/{token}", get(own).post(change_own))
}

async fn meeting(visit: &Visit, id: &str) -> Result<Entry, Error> {
    found(visit, EntryKind::Meeting, id).await
}

async fn ask(State(site): State<Site>, Path(id): Path<String>, visit: Visit) -> Response {
    let shown = meeting(&visit, &id).await.map(|entry| taking_part::ask(&visit.asked, entry, None));
    answer(&site, &visit, shown).await
}

/// Sends a request. Success leads to the person's own page, whose address is the only way back to it.
async fn send(
    State(site): State<Site>,
    Path(id): Path<String>,
    Posted { visit, values }: Posted,
) -> Response {
    let entry = match meeting(&visit, &id).await {
        Ok(entry) => entry,
        Err(error) => return trouble(&site, &visit, &error).await,
    };
    let (register, actor) = (&visit.asked.register, &visit.asked.actor);
    // One network alone is slowed before the meeting's own limit is reached, which is everybody's.
    let network = network(&visit.parts, site.trusted_proxies);
    let asked = match register.take(Counted::TakingPart, &network).await {
        Ok(_) => register.ask_to_take_part(actor, entry.id, &values).await,
        Err(error) => Err(error),
    };
    let (problems, status) = match asked {
        Ok(token) => return lead_to(&visit, &format!("{OWN}{}?saved=asked", token.secret())),
        Err(Error::Invalid(problems)) => (problems, 422),
        // It was closed meanwhile; the page says so.
        Err(Error::NotAllowed) => (Vec::new(), 403),
        Err(Error::TooMany { .. }) => {
            let problem = Problem { name: "email".into(), problem: FieldProblem::TooMany };
            (vec![problem], 429)
        }
        Err(error) => return trouble(&site, &visit, &error).await,
    };
    let again = Some((FormState { values, problems }, status));
    render(&site, &visit, taking_part::ask(&visit.asked, entry, again)).await
}

/// The page that belongs to one person: no browser and nothing on the way keeps it.
async fn answer_own(site: &Site, visit: &Visit, shown: Shown) -> Response {
    let mut response = answer(site, visit, shown).await;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

async fn own(State(site): State<Site>, Path(token): Path<String>, visit: Visit) -> Response {
    let address = own_address(&site, &visit, &token);
    let shown = own_page::show(&visit.asked, &token, address, None).await;
    answer_own(&site, &visit, shown).await
}

fn own_address(site: &Site, visit: &Visit, token: &str) -> String {
    format!("{}{}", site.public_url, visit.asked.words.href(&format!("{OWN}{token}")))
}

/// Chooses another way of taking part, or withdraws.
async fn change_own(
    State(site): State<Site>,
    Path(token): Path<String>,
    Posted { visit, values }: Posted,
) -> Response {
    let register = &visit.asked.register;
    let (done, said) = match values.get("do") {
        "withdraw" => (register.withdraw_registration(&token).await, "withdrawn"),
        _ => (register.change_attendance(&token, values.get("attendance")).await, "changed"),
    };
    match done {
        Ok(()) => lead_to(&visit, &format!("{OWN}{token}?saved={said}")),
        Err(Error::Invalid(problems)) => {
            let address = own_address(&site, &visit, &token);
            let problem = problems.first().map(|problem| problem.problem);
            let shown = own_page::show(&visit.asked, &token, address, problem).await;
            answer_own(&site, &visit, shown).await
        }
        Err(error) => trouble(&site, &visit, &error).await,
    }
}

async fn list(State(site): State<Site>, Path(id): Path<String>, visit: Visit) -> Response {
    if let Some(sign_in) = sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let asked = |name: &str| visit.asked.parameter(name).unwrap_or_default();
    let part = Part::of(&asked("status"), &asked("page"));
    let shown = match meeting(&visit, &id).await {
        Ok(entry) => registrations::show(&visit.asked, entry, part, Typed::default()).await,
        Err(error) => Err(error),
    };
    answer(&site, &visit, shown).await
}

/// What a button of the list asks for.
enum Asked {
    /// One request, or those that are ticked.
    Decide(Decision, Vec<i64>),
    Participants,
    /// The page again, with what was ticked and written.
    Look,
}

impl Asked {
    fn of(values: &Values) -> Self {
        let asked = values.get("do");
        if asked == "participants" {
            return Self::Participants;
        }
        let (decision, one) = match asked.split_once(':') {
            Some((decision, one)) => (decision, Some(one)),
            None => (asked, None),
        };
        let Ok(decision) = decision.parse::<Decision>() else { return Self::Look };
        let ids = match one {
            Some(one) => one.parse::<i64>().into_iter().collect(),
            None => Typed::of(values, Vec::new()).ids,
        };
        Self::Decide(decision, ids)
    }
}

/// Decides on requests, or takes approved ones over into the participants.
async fn decide(
    State(site): State<Site>,
    Path(id): Path<String>,
    Posted { visit, values }: Posted,
) -> Response {
    if visit.asked.actor.account().is_none() {
        return sign_in_and_go_on(&site, &visit, values).await;
    }
    let entry = match meeting(&visit, &id).await {
        Ok(entry) => entry,
        Err(error) => return trouble(&site, &visit, &error).await,
    };
    let part = Part::of(values.get("status"), values.get("page"));
    match decided(&visit, &entry, &values).await {
        Ok(said) => lead_to(&visit, &part.address(entry.id, &said)),
        Err(Error::Conflict(_)) => {
            let said = [("done", "collided".to_owned())];
            lead_to(&visit, &part.address(entry.id, &said))
        }
        Err(Error::Invalid(problems)) => {
            show_again(&site, &visit, entry, part, &values, problems).await
        }
        Err(error) => trouble(&site, &visit, &error).await,
    }
}

async fn show_again(
    site: &Site,
    visit: &Visit,
    entry: Entry,
    part: Part,
    values: &Values,
    problems: Vec<Problem>,
) -> Response {
    let typed = Typed::of(values, problems);
    let shown = registrations::show(&visit.asked, entry, part, typed).await;
    answer(site, visit, shown).await
}

/// What was done, as the list's address says it.
async fn decided(
    visit: &Visit,
    entry: &Entry,
    values: &Values,
) -> Result<Vec<(&'static str, String)>, Error> {
    let (register, actor) = (&visit.asked.register, &visit.asked.actor);
    match Asked::of(values) {
        Asked::Decide(decision, ids) => {
            let reason = values.get("reason");
            let done = register.decide_registrations(actor, entry, &ids, decision, reason).await?;
            Ok(vec![
                ("done", "decided".to_owned()),
                ("changed", done.changed.to_string()),
                ("left", done.left.to_string()),
            ])
        }
        Asked::Participants => {
            let standing = |name: &str| {
                values.get(name).parse::<ParticipantStanding>().map_err(|_| Error::NotFound)
            };
            let standings = Standings {
                states: standing("standing_states")?,
                organizations: standing("standing_organizations")?,
            };
            let reason = visit.asked.words.text("registrations-taken-over");
            let added =
                register.take_over_participants(actor, entry, standings, Some(reason)).await?;
            Ok(vec![("done", "added".to_owned()), ("count", added.to_string())])
        }
        Asked::Look => Err(Error::Invalid(Vec::new())),
    }
}

async fn ask_to_erase(State(site): State<Site>, Path(id): Path<String>, visit: Visit) -> Response {
    if let Some(sign_in) = sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let entry = meeting(&visit, &id).await;
    let shown = entry.and_then(|entry| registrations::ask_to_erase(&visit.asked, &entry));
    answer(&site, &visit, shown).await
}

async fn erase(
    State(site): State<Site>,
    Path(id): Path<String>,
    Posted { visit, values }: Posted,
) -> Response {
    if visit.asked.actor.account().is_none() {
        return sign_in_and_go_on(&site, &visit, values).await;
    }
    let done = match meeting(&visit, &id).await {
        Ok(entry) => {
            let erased = visit.asked.register.erase_registrations(&visit.asked.actor, &entry).await;
            erased.map(|count| (entry.id, count))
        }
        Err(error) => Err(error),
    };
    match done {
        Ok((meeting, count)) => {
            tracing::info!(meeting, count, "what people wrote who asked to take part was erased");
            let said = [("done", "erased".to_owned()), ("count", count.to_string())];
            lead_to(&visit, &Part::default().address(meeting, &said))
        }
        Err(error) => trouble(&site, &visit, &error).await,
    }
}

/// Everybody who is approved, as a table for the door.
async fn at_the_door(State(site): State<Site>, Path(id): Path<String>, visit: Visit) -> Response {
    if let Some(sign_in) = sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let (register, actor) = (&visit.asked.register, &visit.asked.actor);
    let approved = match meeting(&visit, &id).await {
        Ok(entry) => register.export_registrations(actor, &entry).await,
        Err(error) => Err(error),
    };
    let text = match approved {
        Ok(approved) => door::list(visit.asked.words, &approved),
        Err(error) => return trouble(&site, &visit, &error).await,
    };
    let account = actor.account().map(|account| account.id);
    tracing::info!(account, meeting = %id, "the list at the door was taken away");
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"participants.csv\""),
    ];
    (headers, text).into_response()
}

async fn versions(State(site): State<Site>, Path(id): Path<String>, visit: Visit) -> Response {
    let shown = match meeting(&visit, &id).await {
        Ok(entry) => minutes::show(&visit.asked, entry).await,
        Err(error) => Err(error),
    };
    answer(&site, &visit, shown).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_button_of_the_list_says_what_is_asked_for() {
        let of = |pairs: &[(&str, &str)]| {
            let values = pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
            match Asked::of(&values.collect()) {
                Asked::Decide(decision, ids) => format!("{decision:?} {ids:?}"),
                Asked::Participants => "participants".to_owned(),
                Asked::Look => "look".to_owned(),
            }
        };
        for (pairs, expected) in [
            (vec![("do", "approve"), ("id", "1"), ("id", "2")], "Approve [1, 2]"),
            // The button of one request decides on it alone, whatever is ticked.
            (vec![("do", "decline:7"), ("id", "1")], "Decline [7]"),
            (vec![("do", "approve:x")], "Approve []"),
            (vec![("do", "participants"), ("id", "1")], "participants"),
            (vec![("do", "look"), ("id", "1")], "look"),
            (vec![], "look"),
        ] {
            assert_eq!(of(&pairs), expected, "{pairs:?}");
        }
    }
}
