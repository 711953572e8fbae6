//! A party's word on a section of a record, and the inbox.

use app::{
    forms::{FormState, fields::edit_rows},
    pages::{
        answer::{self, Asked},
        inbox,
    },
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use domain::fields::{SectionCode, Values};
use register::Error;

use super::account::{sign_in_and_go_on, sign_in_first};
use crate::{
    answers::{answer as answered, lead_to, trouble},
    forms::Posted,
    site::{Shown, Site, Visit},
};

/// What waits for one's State.
pub async fn waiting(State(site): State<Site>, visit: Visit) -> Response {
    if let Some(sign_in) = sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let shown = inbox::show(&visit.asked).await;
    answered(&site, &visit, shown).await
}

/// The section with the two ways to answer.
pub async fn ask(
    State(site): State<Site>,
    Path((id, section)): Path<(String, String)>,
    visit: Visit,
) -> Response {
    if let Some(sign_in) = sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let shown = match (id.parse(), section.parse::<SectionCode>()) {
        (Ok(id), Ok(section)) => answer::show(&visit.asked, id, section, None, Asked::First).await,
        _ => Err(Error::NotFound),
    };
    answered(&site, &visit, shown).await
}

/// Takes the word.
pub async fn say(
    State(site): State<Site>,
    Path((id, section)): Path<(String, String)>,
    Posted { visit, mut values }: Posted,
) -> Response {
    let (Ok(id), Ok(section)) = (id.parse::<i64>(), section.parse::<SectionCode>()) else {
        return trouble(&site, &visit, &Error::NotFound).await;
    };
    if visit.asked.actor.account().is_none() {
        return sign_in_and_go_on(&site, &visit, values).await;
    }
    let asked = values.take("do").pop().unwrap_or_default();
    let version = values.take("version").pop().and_then(|version| version.parse().ok());
    let Some(version) = version else {
        return trouble(&site, &visit, &Error::Invalid(Vec::new())).await;
    };
    if asked.contains(':') {
        edit_rows(&mut values, &asked);
        let typed = Some(FormState::new(values));
        let shown = answer::show(&visit.asked, id, section, typed, Asked::Again).await;
        return answered(&site, &visit, shown).await;
    }
    let own = (asked == "contest").then_some(&values);
    let reason = Some(values.get("reason").to_owned());
    let done =
        visit.asked.register.answer(&visit.asked.actor, id, section, version, own, reason).await;
    let typed = |problems| own.map(|own: &Values| FormState { values: own.clone(), problems });
    let shown: Shown = match done {
        Ok(()) => return lead_to(&visit, &format!("/agreements/{id}?saved=word#two-sides")),
        Err(Error::Invalid(problems)) => {
            answer::show(&visit.asked, id, section, typed(problems), Asked::Wrong).await
        }
        Err(Error::Word(problem)) => {
            let asked = Asked::Refused(problem);
            answer::show(&visit.asked, id, section, typed(Vec::new()), asked).await
        }
        Err(Error::Conflict(_)) => {
            answer::show(&visit.asked, id, section, typed(Vec::new()), Asked::Changed).await
        }
        Err(error) => Err(error),
    };
    answered(&site, &visit, shown).await
}

/// The page with the text that was typed before the session ended.
pub async fn go_on(visit: &Visit, path: &str, typed: &Values) -> Option<Shown> {
    let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    let ["agreements", id, "answer", section] = parts.as_slice() else { return None };
    let (id, section) = (id.parse().ok()?, section.parse().ok()?);
    let mut typed = typed.clone();
    let asked = typed.take("do").pop().unwrap_or_default();
    typed.take("version");
    let typed = (asked != "confirm").then(|| FormState::new(typed));
    Some(answer::show(&visit.asked, id, section, typed, Asked::Again).await)
}
