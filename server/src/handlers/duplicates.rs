//! Records that may mean one agreement: the list, two side by side, and what is said of them.

use app::pages::{
    duplicate_pair::{self, Asked},
    duplicates,
};
use axum::{
    Router,
    extract::{Path, State},
    response::Response,
    routing::get,
};
use domain::fields::Values;
use register::Error;

use super::account::{sign_in_and_go_on, sign_in_first};
use crate::{
    answers::{answer, lead_to, trouble},
    forms::Posted,
    site::{Shown, Site, Visit},
};

/// The addresses.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/duplicates", get(list))
        .route("/duplicates/{one}/{other}", get(show).post(decide))
}

async fn list(State(site): State<Site>, visit: Visit) -> Response {
    if let Some(sign_in) = sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let shown = duplicates::list(&visit.asked).await;
    answer(&site, &visit, shown).await
}

async fn show(
    State(site): State<Site>,
    Path((one, other)): Path<(String, String)>,
    visit: Visit,
) -> Response {
    if let Some(sign_in) = sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let shown = match (one.parse(), other.parse()) {
        (Ok(one), Ok(other)) => duplicate_pair::show(&visit.asked, one, other, Asked::First).await,
        _ => Err(Error::NotFound),
    };
    answer(&site, &visit, shown).await
}

/// Keeps one record for both, takes them apart, or says that they are two.
async fn decide(
    State(site): State<Site>,
    Path((one, other)): Path<(String, String)>,
    Posted { visit, values }: Posted,
) -> Response {
    let (Ok(one), Ok(other)) = (one.parse::<i64>(), other.parse::<i64>()) else {
        return trouble(&site, &visit, &Error::NotFound).await;
    };
    if visit.asked.actor.account().is_none() {
        return sign_in_and_go_on(&site, &visit, values).await;
    }
    let reason = values.get("reason").to_owned();
    let here = format!("/duplicates/{}/{}", one.min(other), one.max(other));
    match decided(&site, &visit, one, other, &values).await {
        Ok(Done::Merged { kept, merged }) => {
            lead_to(&visit, &format!("/agreements/{kept}?merged={merged}"))
        }
        Ok(Done::Said(said)) => lead_to(&visit, &format!("{here}?done={said}")),
        Err(Error::Invalid(_)) => {
            let asked = Asked::Wrong(reason);
            let shown = duplicate_pair::show(&visit.asked, one, other, asked).await;
            answer(&site, &visit, shown).await
        }
        Err(error) => trouble(&site, &visit, &error).await,
    }
}

/// What came of it.
enum Done {
    Merged {
        kept: i64,
        merged: i64,
    },
    /// What the pair's page says then.
    Said(&'static str),
}

async fn decided(
    site: &Site,
    visit: &Visit,
    one: i64,
    other: i64,
    values: &Values,
) -> Result<Done, Error> {
    let (register, actor) = (&site.register, &visit.asked.actor);
    match values.get("do") {
        "two" => {
            register.set_told_apart(actor, one, other, true).await?;
            Ok(Done::Said("two"))
        }
        "open" => {
            register.set_told_apart(actor, one, other, false).await?;
            Ok(Done::Said("open"))
        }
        "part" => {
            register.unmerge(actor, one, other).await?;
            Ok(Done::Said("parted"))
        }
        keep => {
            let kept = keep.strip_prefix("keep-").and_then(|id| id.parse::<i64>().ok());
            let kept = kept.filter(|kept| *kept == one || *kept == other).ok_or(Error::NotFound)?;
            let merged = if kept == one { other } else { one };
            register.merge(actor, kept, merged, values.get("reason")).await?;
            Ok(Done::Merged { kept, merged })
        }
    }
}

/// The page with the reason that was typed before the session ended.
pub async fn go_on(visit: &Visit, path: &str, typed: &Values) -> Option<Shown> {
    let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    let ["duplicates", one, other] = parts.as_slice() else { return None };
    let (one, other) = (one.parse().ok()?, other.parse().ok()?);
    let asked = Asked::Again(typed.get("reason").to_owned());
    Some(duplicate_pair::show(&visit.asked, one, other, asked).await)
}
