//! A posted form as names and texts, exactly as typed.

use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
    http::{StatusCode, header},
    response::Response,
};
use domain::fields::Values;

use crate::{
    answers,
    site::{Site, Visit},
};
use app::pages::errors::{self, Trouble};

/// The largest form: 34 provisions with notes, many times over.
pub const LARGEST: usize = 1024 * 1024;

/// A visit that posted a form.
pub struct Posted {
    pub visit: Visit,
    pub values: Values,
}

impl FromRequest<Site> for Posted {
    type Rejection = Response;

    async fn from_request(request: Request, site: &Site) -> Result<Self, Response> {
        let (mut parts, body) = request.into_parts();
        let visit =
            <Visit as axum::extract::FromRequestParts<Site>>::from_request_parts(&mut parts, site)
                .await?;
        let is_form = parts
            .headers
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|value| value.starts_with("application/x-www-form-urlencoded"));
        let body = Bytes::from_request(Request::from_parts(parts, body), &()).await;
        let trouble = match (is_form, &body) {
            (true, Ok(_)) => None,
            (_, Err(error)) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                Some(Trouble::TooLarge)
            }
            _ => Some(Trouble::Refused),
        };
        match (trouble, body) {
            (None, Ok(body)) => {
                let values = form_urlencoded::parse(&body)
                    .map(|(name, text)| (name.into_owned(), text.replace('\0', "")))
                    .collect();
                Ok(Self { visit, values })
            }
            (trouble, _) => {
                let page = errors::show(&visit.asked, trouble.unwrap_or(Trouble::Refused));
                Err(answers::render(site, &visit, page).await)
            }
        }
    }
}
