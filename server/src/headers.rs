//! What every answer tells browsers about how it is to be treated.

use axum::{
    Router,
    http::{HeaderName, HeaderValue, header},
};
use tower::ServiceBuilder;
use tower_http::set_header::SetResponseHeaderLayer;

/// For what is no page: nothing is run or loaded from it, and no page of others holds it. Pages have
/// a policy of their own, with a nonce (`app::page`).
pub const NOTHING: &str =
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// For two years this host and those below it are asked for over TLS alone.
pub const TLS_ALONE: &str = "max-age=63072000; includeSubDomains";
/// What holds for every answer, pages and files alike.
pub const ALWAYS: [(HeaderName, &str); 4] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
];

/// The same site with its headers. What an answer says itself stands; one that says nothing about being
/// kept is kept by nobody.
pub fn with_headers(mut router: Router, is_secure: bool) -> Router {
    for (name, value) in ALWAYS {
        router = router.layer(fixed(name, value));
    }
    let router = router.layer(
        ServiceBuilder::new()
            .layer(fixed(header::CONTENT_SECURITY_POLICY, NOTHING))
            .layer(fixed(header::CACHE_CONTROL, "no-store")),
    );
    // Over plain HTTP browsers pay no heed to it, and somebody who tries the program out on this
    // machine is not to be kept from it later.
    if is_secure {
        router.layer(fixed(header::STRICT_TRANSPORT_SECURITY, TLS_ALONE))
    } else {
        router
    }
}

fn fixed(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
}
