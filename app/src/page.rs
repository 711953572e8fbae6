//! A page and the document around it.

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use leptos::{config::LeptosOptions, nonce::use_nonce, prelude::*};
use leptos_axum::ResponseOptions;

use crate::{
    components::{
        example::banner,
        layout::{Footer, Header},
        maintenance,
    },
    request::Request,
    words::t,
};

/// Where browsers report what the policy of a page kept from being loaded or run.
pub const VIOLATIONS: &str = "/csp-report";

/// What a page shows. The view is made where Leptos renders it.
pub struct Page {
    pub status: u16,
    pub title: String,
    /// Whether there is an island on it; a page without one ships no script at all.
    pub has_island: bool,
    /// Whether search engines may keep it: not forms, not drafts, not errors.
    pub is_public: bool,
    /// Seconds after which the browser asks for it again, while something is under way.
    pub asks_again_after: Option<u32>,
    body: Box<dyn FnOnce() -> AnyView + Send>,
}

impl Page {
    /// A public page without islands.
    pub fn new<View: IntoView + 'static>(
        title: String,
        body: impl FnOnce() -> View + Send + 'static,
    ) -> Self {
        Self {
            status: 200,
            title,
            has_island: false,
            is_public: true,
            asks_again_after: None,
            body: Box::new(move || body().into_any()),
        }
    }

    /// The same, with islands.
    #[must_use]
    pub fn with_island(self) -> Self {
        Self { has_island: true, ..self }
    }

    /// The same, for this reader alone.
    #[must_use]
    pub fn private(self) -> Self {
        Self { is_public: false, ..self }
    }

    /// The same, asked for again after so many seconds.
    #[must_use]
    pub fn asked_again_after(self, seconds: u32) -> Self {
        Self { asks_again_after: Some(seconds), ..self }
    }

    /// The same with another status.
    #[must_use]
    pub fn with_status(self, status: u16) -> Self {
        Self { status, is_public: false, ..self }
    }
}

/// The whole document.
pub fn document(
    page: Page,
    request: &Request,
    options: LeptosOptions,
    stylesheet: &str,
) -> impl IntoView + use<> {
    let words = request.words;
    let title = format!("{} · {}", page.title, t!(words, "product"));
    set_headers(page.status, page.has_island);
    let again = page
        .asks_again_after
        .map(|seconds| view! { <meta http-equiv="refresh" content=seconds.to_string() /> });
    let scripts = page.has_island.then(|| view! { <HydrationScripts options islands=true /> });
    view! {
        <!DOCTYPE html>
        <html lang=words.language.code() dir="ltr">
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>{title}</title>
                {again}
                {(!page.is_public).then(|| view! { <meta name="robots" content="noindex" /> })}
                <link rel="stylesheet" href=stylesheet.to_owned() />
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                {scripts}
            </head>
            <body>
                <a class="skip-link" href="#main">{t!(words, "skip-to-content")}</a>
                {Header(request)}
                {request.register.is_read_only().then(|| maintenance::banner(words))}
                {request.holds_example.then(|| banner(words))}
                <main class="wrap" id="main" tabindex="-1">{(page.body)()}</main>
                {Footer(request)}
            </body>
        </html>
    }
}

/// The status, and a policy that lets run only what carries this answer's nonce.
fn set_headers(status: u16, has_island: bool) {
    let Some(response) = use_context::<ResponseOptions>() else { return };
    let nonce = use_nonce().map(|nonce| nonce.to_string()).unwrap_or_default();
    let scripts = if has_island {
        format!("'nonce-{nonce}' 'strict-dynamic' 'wasm-unsafe-eval'")
    } else {
        "'none'".to_owned()
    };
    let policy = format!(
        "default-src 'self'; script-src {scripts}; style-src 'self'; img-src 'self' data:; object-src 'none'; \
         base-uri 'none'; frame-ancestors 'none'; form-action 'self'; report-uri {VIOLATIONS}; report-to violations"
    );
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
    }
    // The name by which newer browsers know the address.
    if let Ok(endpoint) = HeaderValue::from_str(&format!("violations=\"{VIOLATIONS}\"")) {
        response.insert_header(HeaderName::from_static("reporting-endpoints"), endpoint);
    }
    if let Ok(status) = StatusCode::from_u16(status) {
        response.set_status(status);
    }
}
