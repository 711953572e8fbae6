//! How a weakness is reported: the file where programs and people look for it (RFC 9116), and what is
//! asked of whoever reports. An installation whose operator names no address has neither.

use app::pages;
use axum::{
    Router,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};
use chrono::{DateTime, TimeDelta, Utc};
use register::Error;

use crate::{
    answers::answer,
    site::{Site, Visit},
};

/// How long the file may be relied on. RFC 9116 asks for less than a year.
const LASTS: TimeDelta = TimeDelta::days(180);

/// The addresses.
pub fn routes() -> Router<Site> {
    Router::new().route("/.well-known/security.txt", get(file)).route("/security", get(policy))
}

async fn file(State(site): State<Site>, visit: Visit) -> Response {
    match site.security_contact.as_deref() {
        Some(contact) => {
            let text = text(contact, &site.public_url, site.register.clock().now());
            ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
        }
        None => answer(&site, &visit, Err(Error::NotFound)).await,
    }
}

async fn policy(State(site): State<Site>, visit: Visit) -> Response {
    let contact = site.security_contact.as_deref().ok_or(Error::NotFound);
    let shown = contact.map(|contact| pages::security::show(&visit.asked, contact));
    answer(&site, &visit, shown).await
}

/// The file, as it stands at this instant.
fn text(contact: &str, site: &str, now: DateTime<Utc>) -> String {
    let expires = (now + LASTS).format("%Y-%m-%dT%H:%M:%SZ");
    format!(
        "Contact: {contact}\n\
         Expires: {expires}\n\
         Preferred-Languages: en, ru\n\
         Canonical: {site}/.well-known/security.txt\n\
         Policy: {site}/security\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_for_reporting_a_weakness_names_its_contact_and_expires_within_a_year() {
        let now = "2026-03-01T09:00:00Z".parse().expect("an instant");
        let text = text("mailto:security@example.org", "https://corridor.example", now);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines,
            [
                "Contact: mailto:security@example.org",
                "Expires: 2026-08-28T09:00:00Z",
                "Preferred-Languages: en, ru",
                "Canonical: https://corridor.example/.well-known/security.txt",
                "Policy: https://corridor.example/security",
            ]
        );
    }
}
