//! The choice of a State that nobody publishes alone.

use app::pages::two_people::{self, PATH};
use axum::{extract::State, response::Response};
use domain::fields::Values;
use register::Error;

use super::account::{sign_in_and_go_on, sign_in_first};
use crate::{
    answers::{answer, lead_to, trouble},
    forms::Posted,
    site::{Site, Visit},
};

/// What is chosen.
pub async fn show(State(site): State<Site>, visit: Visit) -> Response {
    if let Some(sign_in) = sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let shown = two_people::show(&visit.asked, None).await;
    answer(&site, &visit, shown).await
}

/// Chooses it or ends it.
pub async fn choose(State(site): State<Site>, Posted { visit, values }: Posted) -> Response {
    if visit.asked.actor.account().is_none() {
        return sign_in_and_go_on(&site, &visit, Values::default()).await;
    }
    let wanted = values.get("do") == "choose";
    match site.register.choose_two_people(&visit.asked.actor, wanted).await {
        Ok(()) => {
            let saved = if wanted { "chosen" } else { "ended" };
            lead_to(&visit, &format!("{PATH}?saved={saved}"))
        }
        Err(Error::TwoPeople(problem)) => {
            let shown = two_people::show(&visit.asked, Some(problem)).await;
            answer(&site, &visit, shown).await
        }
        Err(error) => trouble(&site, &visit, &error).await,
    }
}
