//! Every address with what answers it, and what every answer goes through.

use std::{path::Path, sync::Arc, time::Duration};

use app::pages::{choose_password, follow_up::taking_part::own::OWN};
use axum::{
    Router,
    extract::{DefaultBodyLimit, Request},
    http::{HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::CompressionLayer,
    csrf::CsrfLayer,
    request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer},
    services::ServeDir,
    set_header::SetResponseHeaderLayer,
    timeout::TimeoutLayer,
    trace::TraceLayer,
};

use crate::{
    admission::admit,
    forms::LARGEST,
    handlers::{
        account, account_links, answering, audit, deadlines, duplicates, exports, follow_up,
        health, hearing, jobs, mail, pages, papers, peer_review, recording, registrations, reviews,
        second_factor, security, sessions, two_people, violations,
    },
    headers::with_headers,
    kept_pages::{self, KeptPages},
    language,
    site::Site,
    telling::{REQUEST_ID, in_words, own_forms_only, panicked},
};

/// A page that takes longer than this is not worth waiting for.
const LONGEST: Duration = Duration::from_secs(20);

/// The whole site.
pub fn router(site: Site, pkg: &Path) -> Router {
    around(pages(&site), site, pkg)
}

/// The addresses of pages, forms and files that people take away.
fn pages(site: &Site) -> Router<Site> {
    // What everybody without an account sees alike.
    let for_everybody = Router::new()
        .route("/", get(pages::home))
        .route("/agreements", get(pages::agreements))
        .route("/agreements/{id}", get(pages::agreement))
        .route("/states", get(pages::states))
        .route("/states/{code}", get(pages::state))
        .route("/corridors", get(pages::corridors))
        .route("/corridors/{pair}", get(pages::corridor))
        .route("/coverage", get(pages::coverage))
        .route("/compare", get(pages::compare))
        .route_layer(middleware::from_fn_with_state(
            (site.clone(), Arc::new(KeptPages::default())),
            kept_pages::keep,
        ));
    Router::new()
        .merge(for_everybody)
        .route("/agreements/new", get(pages::new).post(recording::begin))
        .route("/agreements/{id}/history", get(pages::history))
        .route("/agreements/{id}/edit", get(pages::edit))
        .route("/agreements/{id}/edit/{section}", get(pages::section).post(recording::save_section))
        .route("/agreements/{id}/publish", get(pages::publish).post(recording::set_published))
        .route("/agreements/{id}/answer/{section}", get(answering::ask).post(answering::say))
        .route("/inbox", get(answering::waiting))
        .route("/still-so", get(hearing::ask).post(hearing::say))
        .route("/two-people", get(two_people::show).post(two_people::choose))
        .route("/agreements/{id}/sharing", get(pages::sharing).post(recording::share))
        .route("/agreements/{id}/discard", get(pages::discard).post(recording::set_discarded))
        .route("/coverage.csv", get(exports::coverage_csv))
        .route("/about", get(pages::about))
        .route("/account", get(pages::account))
        .route("/account/calendar", get(pages::account).post(deadlines::change_calendar))
        .route("/calendar/{file}", get(deadlines::calendar))
        .route("/deadlines", get(deadlines::list))
        .route("/sign-in", get(account::show).post(account::sign_in))
        .route("/sign-out", post(account::sign_out))
        .route("/favicon.svg", get(favicon))
        .merge(follow_up::routes())
        .merge(reviews::routes())
        .merge(duplicates::routes())
        .merge(papers::routes())
        .merge(mail::routes())
        .merge(registrations::routes())
        .merge(jobs::routes())
        .merge(peer_review::routes())
        .merge(security::routes())
        .merge(sessions::routes())
        .merge(second_factor::routes())
        .merge(account_links::routes())
        .merge(audit::routes())
        .fallback(pages::not_found)
}

/// The site with these pages: what every request goes through before them, and every answer after.
pub fn around(pages: Router<Site>, site: Site, pkg: &Path) -> Router {
    let pages = pages.layer(DefaultBodyLimit::max(LARGEST)).with_state(site.clone());
    // Around the routes: the language changes the address by which they are found, and what stops a
    // request before its page is told in that language.
    let pages = ServiceBuilder::new()
        .layer(middleware::from_fn(in_its_request))
        .layer(middleware::from_fn(without_nul))
        .layer(middleware::from_fn(language::choose))
        .layer(middleware::from_fn_with_state(site.clone(), in_words))
        .layer(middleware::from_fn(own_forms_only))
        .layer(CsrfLayer::new())
        .layer(middleware::from_fn_with_state(site.clone(), admit))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, LONGEST))
        .layer(CatchPanicLayer::custom(panicked))
        .service(pages);
    let is_secure = site.is_secure;
    let violations = violations::routes(site.register.clock().clone());
    let checks = Router::new()
        .route("/healthz", get(health::health))
        .route("/readyz", get(health::ready))
        .with_state(site);
    let whole = checks
        .merge(violations)
        .nest_service("/pkg", built_files(pkg))
        .fallback_service(pages)
        .layer(
            ServiceBuilder::new()
                .layer(SetRequestIdLayer::new(REQUEST_ID, MakeRequestUuid))
                .layer(TraceLayer::new_for_http().make_span_with(span))
                .layer(PropagateRequestIdLayer::new(REQUEST_ID))
                .layer(CompressionLayer::new()),
        );
    with_headers(whole, is_secure)
}

/// Scripts and style: their names change with their content, so they are kept for ever.
fn built_files(
    pkg: &Path,
) -> impl tower::Service<Request, Response = Response, Error = std::convert::Infallible, Future: Send>
+ Clone
+ use<> {
    let forever = SetResponseHeaderLayer::if_not_present(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    ServiceBuilder::new()
        .layer(forever)
        .map_response(found_or_not)
        .service(ServeDir::new(pkg).precompressed_br().precompressed_gzip())
}

/// A file that is not there may be there after the next start: its absence is not kept.
fn found_or_not(response: impl IntoResponse) -> Response {
    let mut response = response.into_response();
    if response.status().is_client_error() {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

/// No address of the site holds a NUL, and PostgreSQL takes none. It is left out, as it is of forms.
async fn without_nul(mut request: Request, next: Next) -> Response {
    const NUL: &str = "%00";
    let mut address = request.uri().to_string();
    if address.contains(NUL) {
        // What is left out may leave another behind.
        while address.contains(NUL) {
            address = address.replace(NUL, "");
        }
        match address.parse() {
            Ok(uri) => *request.uri_mut() = uri,
            Err(_) => return StatusCode::FORBIDDEN.into_response(),
        }
    }
    next.run(request).await
}

/// What a request writes into the log of changes names the request, as the program's own log does.
async fn in_its_request(request: Request, next: Next) -> Response {
    let number = request.headers().get(&REQUEST_ID).and_then(|value| value.to_str().ok());
    let number = number.map(str::to_owned);
    register::audit::within_request(number, next.run(request)).await
}

fn span(request: &Request) -> tracing::Span {
    let id = request
        .headers()
        .get(&REQUEST_ID)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    // The path alone: what was searched for is nobody's business.
    let path = without_secret(request.uri().path());
    tracing::info_span!("request", id, method = %request.method(), path)
}

/// The path as the log may hold it: who knows a calendar's address may read it, who knows the one in a
/// mail ends the mails, and who knows that of somebody's own page acts for them.
pub fn without_secret(path: &str) -> &str {
    ["/calendar/", mail::STOP, OWN, choose_password::PATH]
        .iter()
        .find_map(|before| Some(&path[..path.find(*before)? + before.len()]))
        .unwrap_or(path)
}

async fn favicon() -> impl IntoResponse {
    const ICON: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b506d"/><path d="M7 12h18M7 20h18" stroke="#fff" stroke-width="3" stroke-linecap="round"/><circle cx="11" cy="12" r="3" fill="#fff"/><circle cx="21" cy="20" r="3" fill="#fff"/></svg>"##;
    (
        [(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "public, max-age=86400")],
        ICON,
    )
}

#[cfg(test)]
mod tests {
    use super::without_secret;

    #[test]
    fn the_log_does_not_hold_the_secret_of_an_address() {
        assert_eq!(without_secret("/ru/calendar/0123abcd.ics"), "/ru/calendar/");
        assert_eq!(without_secret("/calendar/0123abcd.ics"), "/calendar/");
        assert_eq!(without_secret("/ru/mail/stop/0123abcd"), "/ru/mail/stop/");
        assert_eq!(without_secret("/taking-part/0123abcd"), "/taking-part/");
        assert_eq!(without_secret("/ru/sign-in/link/0123abcd"), "/ru/sign-in/link/");
        assert_eq!(without_secret("/agreements/7"), "/agreements/7");
    }
}
