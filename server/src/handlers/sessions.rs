//! One's own sessions and password.

use app::pages::{own_password, sessions};
use axum::{Router, extract::State, http::header, response::Response, routing::get};
use domain::own_password::PasswordChange;
use register::Error;

use super::account::{sign_in_first, user_agent};
use crate::{
    answers::{answer, lead_to, render, trouble, try_again_after},
    cookies,
    forms::Posted,
    site::{Site, Visit},
};

/// The addresses.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/account/sessions", get(list).post(end))
        .route("/account/password", get(ask).post(change))
}

async fn list(State(site): State<Site>, visit: Visit) -> Response {
    if let Some(sign_in) = sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let shown = sessions::show(&visit.asked, visit.token.as_deref()).await;
    answer(&site, &visit, shown).await
}

/// Ends one session, or all but this one.
async fn end(State(site): State<Site>, Posted { visit, values }: Posted) -> Response {
    if let Some(sign_in) = sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let (register, actor) = (&site.register, &visit.asked.actor);
    let done = match (values.get("do"), &visit.token) {
        ("end", _) => register.end_session(actor, values.get("session")).await,
        ("others", Some(token)) => register.end_other_sessions(actor, token).await.map(|_| ()),
        // No form of this site asks for it.
        _ => Err(Error::NotFound),
    };
    match done {
        Ok(()) => lead_to(&visit, "/account/sessions?saved=ended"),
        Err(error) => trouble(&site, &visit, &error).await,
    }
}

async fn ask(State(site): State<Site>, visit: Visit) -> Response {
    if let Some(sign_in) = sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let shown = own_password::show(&visit.asked, None);
    answer(&site, &visit, shown).await
}

/// Changes one's password. All sessions end, and this browser gets one of its own.
async fn change(State(site): State<Site>, Posted { visit, mut values }: Posted) -> Response {
    if let Some(sign_in) = sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let mut typed = |name: &str| values.take(name).pop().unwrap_or_default();
    let change =
        PasswordChange { current: typed("current"), new: typed("new"), again: typed("again") };
    let changed =
        site.register.change_password(&visit.asked.actor, change, user_agent(&visit)).await;
    let refusal = match changed {
        Ok(token) => {
            let mut response = lead_to(&visit, "/account/sessions?saved=password");
            let session = cookies::set_session(site.is_secure, Some(token.secret()));
            response.headers_mut().append(header::SET_COOKIE, session);
            return response;
        }
        Err(Error::NewPassword(problem)) => own_password::Refusal::Problem(problem),
        Err(Error::TooMany { seconds }) => own_password::Refusal::Slowed { seconds },
        Err(error) => return trouble(&site, &visit, &error).await,
    };
    let page = match own_password::show(&visit.asked, Some(refusal)) {
        Ok(page) => page,
        Err(error) => return trouble(&site, &visit, &error).await,
    };
    let mut response = render(&site, &visit, page).await;
    if let own_password::Refusal::Slowed { seconds } = refusal {
        try_again_after(&mut response, seconds);
    }
    response
}
