//! Pages that are the same for everybody without an account, kept as they were rendered and compressed.
//!
//! A page is kept for an address in a language, with the version of the register and the day of which it
//! tells. The database is asked for its version with every request: what it contradicts is rendered anew,
//! whichever instance changed it. The nonce is never kept: each answer gets its own. For that reason there
//! is no `ETag` either: the page that a browser has holds the nonce of the answer that brought it.

use std::sync::Arc;

use app::words::Language;
use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use chrono::NaiveDate;
use leptos::nonce::Nonce;
use quick_cache::{Weighter, sync::Cache};

use crate::{cookies, packed::Packed, site::Site};

/// How many bytes the kept pages may take.
const MOST_BYTES: u64 = 24 << 20;
/// About how many pages that is.
const ABOUT: usize = 2_000;

/// The pages that are kept.
pub struct KeptPages(Cache<(&'static str, String), Arc<Kept>, Bytes>);

impl Default for KeptPages {
    fn default() -> Self {
        Self(Cache::with_weighter(ABOUT, MOST_BYTES, Bytes))
    }
}

/// A page as it was at a version of the register.
struct Kept {
    version: i64,
    day: NaiveDate,
    page: Packed,
    headers: HeaderMap,
    /// The policy of the page, and the nonce in it that stands for that of the answer.
    policy: String,
    nonce: Option<String>,
}

#[derive(Clone)]
struct Bytes;

impl Weighter<(&'static str, String), Arc<Kept>> for Bytes {
    fn weight(&self, (_, address): &(&'static str, String), kept: &Arc<Kept>) -> u64 {
        // Beside the page: its headers and its place.
        const BESIDE: usize = 1_000;
        (address.len() + kept.page.bytes() + BESIDE) as u64
    }
}

/// Answers with the kept page where there is one that still tells the truth; else keeps the answer, if it
/// is one for everybody.
pub async fn keep(
    State((site, pages)): State<(Site, Arc<KeptPages>)>,
    request: Request,
    next: Next,
) -> Response {
    let headers = request.headers();
    let is_somebody = [cookies::session_name, cookies::half_name]
        .iter()
        .any(|name| cookies::get(headers, name(site.is_secure)).is_some());
    if *request.method() != Method::GET || is_somebody || !takes_gzip(headers) {
        return next.run(request).await;
    }
    // Before the page is rendered: it may tell of what comes later, never of what was before.
    let Ok(version) = site.register.version().await else { return next.run(request).await };
    let day = site.register.clock().today();
    let language = request.extensions().get::<Language>().copied().unwrap_or_default();
    let key = (language.code(), request.uri().to_string());
    if let Some(kept) = pages.0.get(&key)
        && (kept.version, kept.day) == (version, day)
    {
        return kept.answer();
    }
    let response = next.run(request).await;
    if !is_for_everybody(&response) {
        return response;
    }
    match Kept::new(response, version, day).await {
        Ok(kept) => {
            let kept = Arc::new(kept);
            pages.0.insert(key, kept.clone());
            kept.answer()
        }
        Err(error) => {
            tracing::error!(%error, "a page could not be kept");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// Whether who asks takes gzip, which all browsers do.
fn takes_gzip(headers: &HeaderMap) -> bool {
    headers
        .get_all(header::ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|coding| {
            let mut parts = coding.split(';').map(str::trim);
            let is_gzip = parts.next().is_some_and(|name| name.eq_ignore_ascii_case("gzip"));
            let is_refused = |part: &str| {
                part.strip_prefix("q=").is_some_and(|weight| weight.parse() == Ok(0.0_f32))
            };
            is_gzip && !parts.any(is_refused)
        })
}

/// Whether an answer is a page that everybody without an account sees alike: it says so itself.
fn is_for_everybody(response: &Response) -> bool {
    let headers = response.headers();
    let is = |name, start: &str| {
        headers.get(name).is_some_and(|value| value.as_bytes().starts_with(start.as_bytes()))
    };
    response.status() == StatusCode::OK
        && is(header::CACHE_CONTROL, "no-cache")
        && is(header::CONTENT_TYPE, "text/html")
        && !headers.contains_key(header::SET_COOKIE)
}

impl Kept {
    async fn new(response: Response, version: i64, day: NaiveDate) -> Result<Self, axum::BoxError> {
        let (parts, body) = response.into_parts();
        let mut headers = parts.headers;
        let text = to_bytes(body, usize::MAX).await?;
        let text = std::str::from_utf8(&text)?;
        let policy = headers.remove(header::CONTENT_SECURITY_POLICY);
        let policy = policy.as_ref().map(HeaderValue::to_str).transpose()?.unwrap_or_default();
        let nonce = policy.split_once("'nonce-").and_then(|(_, behind)| behind.split_once('\''));
        let nonce = nonce.map(|(nonce, _)| nonce.to_owned());
        let page = Packed::new(text, nonce.as_deref())?;
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        headers.append(header::VARY, HeaderValue::from_static("Accept-Encoding"));
        Ok(Self { version, day, page, headers, policy: policy.to_owned(), nonce })
    }

    /// An answer with a nonce of its own.
    fn answer(&self) -> Response {
        let nonce = Nonce::new();
        let policy = match &self.nonce {
            Some(gap) => HeaderValue::try_from(self.policy.replace(gap, &nonce)),
            None => HeaderValue::try_from(&self.policy),
        };
        let Ok(policy) = policy else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
        let mut response = Response::new(Body::from(self.page.with(&nonce)));
        *response.headers_mut() = self.headers.clone();
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
        response
    }
}
