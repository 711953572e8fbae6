//! Posts of the record's forms. Wrong input: the same page again, with what was typed. Success: on.

use app::{
    forms::{FormState, fields::edit_rows},
    pages::{
        conflict,
        new::{self, Begun},
        publish,
        section::{self, Again},
        sharing,
    },
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use domain::fields::{SectionCode, Values};
use register::Error;

use super::account::sign_in_and_go_on;
use crate::{
    answers::{answer, lead_to, render, trouble},
    forms::Posted,
    site::{Shown, Site, Visit},
};

/// Begins a record.
pub async fn begin(State(site): State<Site>, Posted { visit, mut values }: Posted) -> Response {
    if visit.asked.actor.account().is_none() {
        return sign_in_and_go_on(&site, &visit, values).await;
    }
    let asked = values.take("do").pop().unwrap_or_default();
    if asked.contains(':') {
        edit_rows(&mut values, &asked);
        let shown = new::show_again(&visit.asked, Begun::new(&values));
        return answer(&site, &visit, shown).await;
    }
    let mut begun = Begun::new(&values);
    let done = site
        .register
        .record(&visit.asked.actor, &begun.identity.values, &begun.parties.values)
        .await;
    match done {
        Ok(saved) => lead_to(&visit, &format!("/agreements/{}/edit", saved.id)),
        Err(Error::Invalid(problems)) => {
            let (parties, identity) =
                problems.into_iter().partition(|problem| problem.name.starts_with("parties."));
            begun.parties.problems = parties;
            begun.identity.problems = identity;
            let shown = new::show_again(&visit.asked, begun);
            answer(&site, &visit, shown).await
        }
        Err(error) => trouble(&site, &visit, &error).await,
    }
}

/// Saves a section, settles a conflict, or changes the rows of the form.
pub async fn save_section(
    State(site): State<Site>,
    Path((id, section)): Path<(String, String)>,
    Posted { visit, values }: Posted,
) -> Response {
    let (Ok(id), Ok(section)) = (id.parse::<i64>(), section.parse::<SectionCode>()) else {
        return trouble(&site, &visit, &Error::NotFound).await;
    };
    if visit.asked.actor.account().is_none() {
        return sign_in_and_go_on(&site, &visit, values).await;
    }
    let (mut values, version, asked, reason) = section::own_values(values);
    let Some(version) = version else {
        return trouble(&site, &visit, &Error::Invalid(Vec::new())).await;
    };
    match asked.as_str() {
        "save" => {}
        "settle" => match settled(&visit, id, section, version, &values).await {
            Ok(settled) => values = settled,
            Err(error) => return trouble(&site, &visit, &error).await,
        },
        rows => {
            edit_rows(&mut values, rows);
            let state = FormState::new(values);
            let shown =
                section::show_again(&visit.asked, id, section, version, state, Again::Rows).await;
            return answer(&site, &visit, shown).await;
        }
    }
    let saved =
        site.register.save_section(&visit.asked.actor, id, section, version, &values, reason).await;
    let (problems, again) = match saved {
        Ok(_) => {
            return lead_to(&visit, &format!("/agreements/{id}/edit?saved={}", section.code()));
        }
        Err(Error::Conflict(collision)) => {
            let place = section::place(visit.asked.words, id, section, &collision.title);
            let page = conflict::show(&visit.asked, place, section.form(), values, *collision);
            return render(&site, &visit, page).await;
        }
        Err(Error::Invalid(problems)) => (problems, Again::Wrong),
        Err(Error::Incomplete(gaps)) => (Vec::new(), Again::Incomplete(gaps)),
        Err(Error::Unavailable(cause)) => {
            tracing::error!(%cause, "a section was not saved");
            (Vec::new(), Again::NotSaved)
        }
        Err(error) => return trouble(&site, &visit, &error).await,
    };
    let state = FormState { values, problems };
    let shown = section::show_again(&visit.asked, id, section, version, state, again).await;
    answer(&site, &visit, shown).await
}

/// Their version as the person saw it, with each difference as chosen. Where a third save came in
/// between, the next save meets it as another conflict.
async fn settled(
    visit: &Visit,
    id: i64,
    section: SectionCode,
    version: i32,
    mine: &Values,
) -> Result<Values, Error> {
    let theirs = visit.asked.register.section_at(&visit.asked.actor, id, section, version).await?;
    Ok(conflict::settled(section.form(), &theirs, mine))
}

/// Publishes or takes back.
pub async fn set_published(
    State(site): State<Site>,
    Path(id): Path<String>,
    Posted { visit, values }: Posted,
) -> Response {
    let Ok(id) = id.parse::<i64>() else {
        return trouble(&site, &visit, &Error::NotFound).await;
    };
    if visit.asked.actor.account().is_none() {
        return sign_in_and_go_on(&site, &visit, Values::default()).await;
    }
    if values.get("do") == "ask" {
        return match site.register.ask_for_second_person(&visit.asked.actor, id).await {
            Ok(()) => lead_to(&visit, &format!("/agreements/{id}/edit?saved=asked")),
            Err(error) => trouble(&site, &visit, &error).await,
        };
    }
    let published = values.get("do") == "publish";
    match site.register.set_published(&visit.asked.actor, id, published).await {
        Ok(_) => {
            let done = if published { "published" } else { "withdrawn" };
            lead_to(&visit, &format!("/agreements/{id}/edit?saved={done}"))
        }
        Err(Error::Incomplete(gaps)) => {
            let shown = publish::show(&visit.asked, id, gaps).await;
            answer(&site, &visit, shown).await
        }
        Err(error) => trouble(&site, &visit, &error).await,
    }
}

/// Decides who sees a record before everybody does.
pub async fn share(
    State(site): State<Site>,
    Path(id): Path<String>,
    Posted { visit, values }: Posted,
) -> Response {
    let Ok(id) = id.parse::<i64>() else {
        return trouble(&site, &visit, &Error::NotFound).await;
    };
    if visit.asked.actor.account().is_none() {
        return sign_in_and_go_on(&site, &visit, values).await;
    }
    let (problems, missing) = match site.register.share(&visit.asked.actor, id, &values).await {
        Ok(_) => return lead_to(&visit, &format!("/agreements/{id}/edit?saved=shared")),
        Err(Error::Invalid(problems)) => (problems, Vec::new()),
        Err(Error::Incomplete(gaps)) => (Vec::new(), gaps),
        Err(error) => return trouble(&site, &visit, &error).await,
    };
    let state = FormState { values, problems };
    let shown = sharing::show_again(&visit.asked, id, state, missing).await;
    answer(&site, &visit, shown).await
}

/// Puts a draft away or takes it out again.
pub async fn set_discarded(
    State(site): State<Site>,
    Path(id): Path<String>,
    Posted { visit, values }: Posted,
) -> Response {
    let Ok(id) = id.parse::<i64>() else {
        return trouble(&site, &visit, &Error::NotFound).await;
    };
    if visit.asked.actor.account().is_none() {
        return sign_in_and_go_on(&site, &visit, Values::default()).await;
    }
    let discarded = values.get("do") == "discard";
    match site.register.set_discarded(&visit.asked.actor, id, discarded).await {
        Ok(()) if discarded => lead_to(&visit, "/account"),
        Ok(()) => lead_to(&visit, &format!("/agreements/{id}/edit?saved=taken-out")),
        Err(error) => trouble(&site, &visit, &error).await,
    }
}

/// The form that was typed before the session ended, with the text.
pub async fn go_on(visit: &Visit, path: &str, typed: &Values) -> Option<Shown> {
    let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    match parts.as_slice() {
        ["agreements", "new"] => Some(new::show_again(&visit.asked, Begun::new(typed))),
        ["agreements", id, "sharing"] => {
            let state = FormState::new(typed.clone());
            Some(sharing::show_again(&visit.asked, id.parse().ok()?, state, Vec::new()).await)
        }
        ["agreements", id, "edit", section] => {
            let (id, section) = (id.parse().ok()?, section.parse().ok()?);
            let (values, version, _, _) = section::own_values(typed.clone());
            let (state, base) = (FormState::new(values), version.unwrap_or(0));
            let asked = &visit.asked;
            Some(section::show_again(asked, id, section, base, state, Again::SignedIn).await)
        }
        _ => None,
    }
}
