//! What stops a request before a page can answer it is told in words, with a way on. Of a form, all that
//! was typed is in the answer.

use std::any::Any;

use app::pages::errors::{self, Trouble};
use axum::{
    extract::{Request, State},
    http::{HeaderName, Method, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{
    answers,
    forms::arrived,
    handlers::mail,
    site::{Site, Visit},
};

/// The request's number, in the log and in the answer.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// An answer without words, which [`in_words`] finds for it.
pub fn stopped(trouble: Trouble) -> Response {
    let mut response = StatusCode::SERVICE_UNAVAILABLE.into_response();
    response.extensions_mut().insert(trouble);
    response
}

/// Finds words for an answer that has none: a form from elsewhere, a page that took too long, a crowd, a
/// fault in the program. The register is asked nothing for it: it may be what does not answer.
pub async fn in_words(State(site): State<Site>, request: Request, next: Next) -> Response {
    let request = match arrived(request).await {
        Ok(request) => request,
        Err((parts, trouble)) => {
            let visit = Visit::of_nobody(parts, &site);
            return answers::render(&site, &visit, errors::show(&visit.asked, trouble)).await;
        }
    };
    let (parts, body) = request.into_parts();
    let asked = parts.clone();
    let response = next.run(Request::from_parts(asked, body)).await;
    match trouble_of(&response) {
        Some(trouble) => told(&site, parts, trouble).await,
        None => response,
    }
}

fn trouble_of(response: &Response) -> Option<Trouble> {
    if let Some(trouble) = response.extensions().get::<Trouble>() {
        return Some(*trouble);
    }
    let is_told = response.headers().contains_key(header::CONTENT_TYPE);
    match response.status() {
        _ if is_told => None,
        StatusCode::FORBIDDEN | StatusCode::METHOD_NOT_ALLOWED => Some(Trouble::Refused),
        StatusCode::SERVICE_UNAVAILABLE => Some(Trouble::Unavailable),
        StatusCode::INTERNAL_SERVER_ERROR => Some(Trouble::Fault),
        _ => None,
    }
}

async fn told(site: &Site, parts: Parts, trouble: Trouble) -> Response {
    let visit = Visit::of_nobody(parts, site);
    answers::not_done(site, &visit, trouble).await
}

/// A post must say where it comes from: browsers do. The layer behind lets what says nothing pass,
/// which would be every post that another program makes with a stolen cookie.
pub async fn own_forms_only(request: Request, next: Next) -> Response {
    let changes = !matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    // Mail services end mails for their people (RFC 8058): the token in the address is what lets them.
    let changes = changes && !request.uri().path().starts_with(mail::STOP);
    let says = [HeaderName::from_static("sec-fetch-site"), header::ORIGIN]
        .iter()
        .any(|name| request.headers().contains_key(name));
    if changes && !says { StatusCode::FORBIDDEN.into_response() } else { next.run(request).await }
}

/// A fault in the program ends one request and nothing else. The log gets the cause.
#[expect(clippy::needless_pass_by_value, reason = "the layer hands the cause over")]
pub fn panicked(cause: Box<dyn Any + Send>) -> Response {
    let cause = cause
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| cause.downcast_ref::<&str>().copied())
        .unwrap_or("of no known cause");
    tracing::error!(cause, "a page failed");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
