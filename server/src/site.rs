//! What every handler has at hand, and who asks.

use std::sync::Arc;

use app::{
    page::Page,
    request::Request as Asked,
    words::{Language, Words},
};
use axum::{
    extract::{FromRef, FromRequestParts},
    http::request::Parts,
};
use leptos::config::LeptosOptions;
use register::Register;

use crate::{admission::Admission, cookies, mailing::Mailer, telling::REQUEST_ID};

/// The site as it runs.
#[derive(Clone, Debug)]
pub struct Site {
    pub register: Register,
    pub options: LeptosOptions,
    /// The address of the style sheet, with its hash.
    pub stylesheet: Arc<str>,
    pub is_secure: bool,
    /// The address at which people reach it, without a path: papers and calendars lead back to it.
    pub public_url: Arc<str>,
    /// Hands mail to the mail server, where there is one.
    pub mailer: Option<Arc<Mailer>>,
    /// Where people report a weakness, where the operator says so.
    pub security_contact: Option<Arc<str>>,
    /// How many proxies stand in front that say whom they were asked by.
    pub trusted_proxies: usize,
    /// Who is let in.
    pub admission: Admission,
}

#[cfg(test)]
impl Site {
    /// For tests: this register, without mail, without limits by network, reached over plain HTTP.
    pub fn of(register: &Register) -> Self {
        Self {
            register: register.clone(),
            options: LeptosOptions::builder().output_name("corridor").build(),
            stylesheet: "/pkg/corridor.css".into(),
            is_secure: false,
            public_url: "https://corridor.example".into(),
            mailer: None,
            security_contact: None,
            trusted_proxies: 0,
            admission: Admission::of_all(),
        }
    }
}

impl FromRef<Site> for LeptosOptions {
    fn from_ref(site: &Site) -> Self {
        site.options.clone()
    }
}

/// The request of a page or a form: who asks, in which language, for what; and the session's token.
pub struct Visit {
    pub asked: Asked,
    pub token: Option<String>,
    /// The secret on which the forms of this browser rest.
    pub form_secret: Option<String>,
    /// The head of the request, with which the page is rendered.
    pub parts: Parts,
}

impl Visit {
    /// The visit of somebody of whom nothing is known: the register is asked nothing.
    pub fn of_nobody(parts: Parts, site: &Site) -> Self {
        let language = parts.extensions.get::<Language>().copied().unwrap_or_default();
        let number = parts.headers.get(&REQUEST_ID).and_then(|value| value.to_str().ok());
        let form_secret = cookies::form_secret(&parts.headers, site.is_secure).map(str::to_owned);
        let asked = Asked {
            register: site.register.clone(),
            actor: domain::account::Actor::Reader,
            words: Words { language },
            path: parts.uri.path().to_owned(),
            query: parts.uri.query().unwrap_or_default().to_owned(),
            sends_mail: site.mailer.is_some(),
            holds_example: false,
            number: number.unwrap_or_default().to_owned(),
        };
        Self { asked, token: None, form_secret, parts }
    }
}

impl FromRequestParts<Site> for Visit {
    type Rejection = axum::response::Response;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Self::Rejection> {
        let mut visit = Self::of_nobody(parts.clone(), site);
        // Where the database does not answer, the page says so itself.
        visit.asked.holds_example = site.register.holds_example().await.unwrap_or_default();
        let token = cookies::get(&parts.headers, cookies::session_name(site.is_secure));
        if let Some(token) = token {
            visit.token = Some(token.to_owned());
            match site.register.actor(token).await {
                Ok(actor) => visit.asked.actor = actor,
                Err(error) => return Err(crate::answers::trouble(site, &visit, &error).await),
            }
        }
        Ok(visit)
    }
}

/// A page, or why there is none.
pub type Shown = Result<Page, register::Error>;
