//! Choosing a password by a link, and asking for one.

use app::{
    letters::{self, Text},
    pages::{choose_password, forgotten_password},
};
use axum::{
    Router,
    extract::{Path, State},
    response::Response,
    routing::get,
};
use chrono::{DateTime, Utc};
use domain::{account::email_address, own_password::ChangeProblem};
use register::Error;

use crate::{
    answers::{lead_to, render, trouble},
    forms::Posted,
    mailing::Mailer,
    site::{Site, Visit},
    visitor::network,
};

/// The addresses.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/sign-in/forgotten", get(ask).post(send))
        .route("/sign-in/link/{token}", get(open).post(choose))
}

async fn ask(State(site): State<Site>, visit: Visit) -> Response {
    let page = forgotten_password::show(&visit.asked, None);
    render(&site, &visit, page).await
}

/// Sends a link, if there is somebody to send it to. What comes of it is seen in that mailbox alone: the
/// answer is given before it is known, so that neither its words nor its time tell.
async fn send(State(site): State<Site>, Posted { visit, values }: Posted) -> Response {
    let Some(mailer) = site.mailer.clone() else {
        // No form of this site asks for it.
        return trouble(&site, &visit, &Error::NotFound).await;
    };
    let typed = values.get("email").trim();
    let Some(email) = email_address(typed) else {
        let page = forgotten_password::show(&visit.asked, Some(typed.to_owned()));
        return render(&site, &visit, page).await;
    };
    let network = network(&visit.parts, site.trusted_proxies);
    if let Err(error) = site.register.count_forgotten(&network).await {
        return trouble(&site, &visit, &error).await;
    }
    let (register, words) = (site.register.clone(), visit.asked.words);
    tokio::spawn(async move {
        match register.forgotten(&email).await {
            Ok(Some(forgotten)) => {
                let at = register.clock().now();
                let text = letters::forgotten(words, mailer.site(), forgotten.token.secret());
                tell(&mailer, &forgotten.to, text, at).await;
            }
            Ok(None) => {}
            Err(cause) => tracing::error!(%cause, "a link to another password was not made"),
        }
    });
    let page = forgotten_password::asked(&visit.asked);
    render(&site, &visit, page).await
}

/// Sends a mail that nobody waits for.
async fn tell(mailer: &Mailer, to: &str, text: Text, at: DateTime<Utc>) {
    if let Err(cause) = mailer.send_text(to, text, at).await {
        tracing::error!(%cause, "a link to another password was not sent");
    }
}

/// Shows the form. Programs that look at the links in a mail must not use it up.
async fn open(State(site): State<Site>, Path(token): Path<String>, visit: Visit) -> Response {
    show(&site, &visit, &token, None).await
}

async fn show(site: &Site, visit: &Visit, token: &str, refusal: Option<ChangeProblem>) -> Response {
    let page = match site.register.opened_by(token).await {
        Ok(Some(opens)) => choose_password::show(&visit.asked, opens, token, refusal),
        Ok(None) => choose_password::ended(&visit.asked),
        Err(error) => return trouble(site, visit, &error).await,
    };
    render(site, visit, page).await
}

/// Sets the password. It signs nobody in: a second factor is asked for as at each sign-in.
async fn choose(
    State(site): State<Site>,
    Path(token): Path<String>,
    Posted { visit, mut values }: Posted,
) -> Response {
    let mut typed = |name: &str| values.take(name).pop().unwrap_or_default();
    let (new, again) = (typed("new"), typed("again"));
    match site.register.choose_password(&token, new, &again).await {
        Ok(true) => lead_to(&visit, "/sign-in?saved=password"),
        Ok(false) => render(&site, &visit, choose_password::ended(&visit.asked)).await,
        Err(Error::NewPassword(problem)) => show(&site, &visit, &token, Some(problem)).await,
        Err(error) => trouble(&site, &visit, &error).await,
    }
}
