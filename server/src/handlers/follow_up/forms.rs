//! The forms of an entry: it is begun with the first, and each is saved on its own. What can't be saved
//! is shown again as it was typed.

use app::{
    forms::{FormState, fields::edit_rows},
    pages::{
        conflict,
        follow_up::form,
        section::{self, Again},
    },
};
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use domain::{
    fields::{Form, Problem, Values},
    follow_up::EntryKind,
};
use register::{Error, following::Entry};

use super::{
    found,
    taking_over::{from_agreement, place_asked},
};
use crate::{
    answers::{answer, lead_to, render, trouble},
    forms::Posted,
    handlers::account::{sign_in_and_go_on, sign_in_first},
    site::{Site, Visit},
};

pub(super) async fn new(
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

pub(super) async fn begin(
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
fn shown_again(error: Error) -> Result<(Vec<Problem>, Again), Error> {
    match error {
        Error::Invalid(problems) => Ok((problems, Again::Wrong)),
        Error::Unavailable(cause) => {
            tracing::error!(%cause, "an entry was not saved");
            Ok((Vec::new(), Again::NotSaved))
        }
        other => Err(other),
    }
}

pub(super) async fn edit(
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

pub(super) async fn save(
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
