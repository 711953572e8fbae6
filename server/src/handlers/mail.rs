//! Which mail an account wants, and the end of mails for whoever holds one of them.

use app::{pages::mail, words::Language};
use axum::{
    Router,
    extract::{Path, State},
    response::Response,
    routing::get,
};
use domain::mailing::Pace;
use register::{Error, mailing::MailSetting};

use super::{account::sign_in_first, pages};
use crate::{
    answers::{lead_to, render, trouble},
    forms::Posted,
    site::{Site, Visit},
};

/// Before the token in the address that ends mails.
pub const STOP: &str = "/mail/stop/";

/// The addresses.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/account/mail", get(pages::account).post(choose))
        .route("/mail/stop/{token}", get(ask).post(stop))
}

/// Chooses for one's own account.
async fn choose(State(site): State<Site>, Posted { visit, values }: Posted) -> Response {
    if let Some(sign_in) = sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let setting = match values.get("pace") {
        "none" => Ok(None),
        pace => match (pace.parse::<Pace>(), Language::from_code(values.get("language"))) {
            (Ok(pace), Some(language)) if site.mailer.is_some() => {
                Ok(Some(MailSetting { pace, language: language.code().to_owned() }))
            }
            // No form of this site asks for it.
            _ => Err(Error::NotFound),
        },
    };
    let done = match setting {
        Ok(setting) => site.register.set_mail(&visit.asked.actor, setting.as_ref()).await,
        Err(error) => Err(error),
    };
    match done {
        Ok(()) => lead_to(&visit, "/account?mail=set#mail"),
        Err(error) => trouble(&site, &visit, &error).await,
    }
}

/// Asks first: programs that look at the links in a mail must not end it.
async fn ask(State(site): State<Site>, visit: Visit) -> Response {
    let page = mail::ask(&visit.asked);
    render(&site, &visit, page).await
}

/// Ends them. What a mail program posts beside the address does not matter.
async fn stop(State(site): State<Site>, Path(token): Path<String>, visit: Visit) -> Response {
    match site.register.stop_mail(&token).await {
        Ok(()) => {
            let page = mail::stopped(&visit.asked);
            render(&site, &visit, page).await
        }
        Err(error) => trouble(&site, &visit, &error).await,
    }
}
