//! The grid in which a State says that its records still are as recorded.

use app::pages::still_so::{self, PATH, Ticked};
use axum::{extract::State, response::Response};
use domain::fields::Values;

use super::account::{sign_in_and_go_on, sign_in_first};
use crate::{
    answers::{answer, lead_to, trouble},
    forms::Posted,
    site::{Shown, Site, Visit},
};

/// A page of the grid.
pub async fn ask(State(site): State<Site>, visit: Visit) -> Response {
    if let Some(sign_in) = sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let shown = still_so::show(&visit.asked, None).await;
    answer(&site, &visit, shown).await
}

/// Takes the word on what is ticked or on all that the page showed, or takes today's words back.
pub async fn say(State(site): State<Site>, Posted { visit, values }: Posted) -> Response {
    if visit.asked.actor.account().is_none() {
        return sign_in_and_go_on(&site, &visit, values).await;
    }
    let (register, actor) = (&visit.asked.register, &visit.asked.actor);
    let (done, name) = if values.get("do") == "take-back" {
        (register.take_back_still_so(actor).await, "taken-back")
    } else {
        let ticked = Ticked::of(&values, values.get("do") == "all");
        if ticked.items.is_empty() {
            let again = Ticked { is_wrong: true, ..ticked };
            let shown = still_so::show(&visit.asked, Some(again)).await;
            return answer(&site, &visit, shown).await;
        }
        (register.say_still_so(actor, &ticked.items).await, "confirmed")
    };
    match done {
        Ok(count) => lead_to(&visit, &format!("{PATH}?{name}={count}")),
        Err(error) => trouble(&site, &visit, &error).await,
    }
}

/// The page with what was ticked before the session ended.
pub async fn go_on(visit: &Visit, path: &str, typed: &Values) -> Option<Shown> {
    if path != PATH {
        return None;
    }
    Some(still_so::show(&visit.asked, Some(Ticked::of(typed, false))).await)
}
