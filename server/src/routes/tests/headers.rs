//! What every answer tells browsers, and the address for reporting a weakness.

use axum::http::{HeaderName, StatusCode, header};
use domain::account::Role;

use super::{Answer, FOREIGN, GET, OWN, POST, Running, declared, site};
use crate::{
    headers::{ALWAYS, NOTHING, TLS_ALONE},
    router::router,
    site::Site,
};

impl Answer {
    pub(super) fn header(&self, name: &HeaderName) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    fn is_page(&self) -> bool {
        self.header(&header::CONTENT_TYPE).starts_with("text/html")
    }

    /// The nonce that the policy lets run.
    pub(super) fn nonce(&self) -> &str {
        let policy = self.header(&header::CONTENT_SECURITY_POLICY);
        let behind = policy.split("'nonce-").nth(1).unwrap_or_default();
        behind.split('\'').next().unwrap_or_default()
    }
}

impl Running {
    /// The same register on a site with these settings.
    pub(super) fn on(self, site: Site) -> Self {
        Self { router: router(site.clone(), self.folder.path()), site, ..self }
    }

    fn over_tls(self) -> Self {
        let site = Site { is_secure: true, ..self.site.clone() };
        self.on(site)
    }
}

fn expect_headers(answer: &Answer, what: &str) {
    for (name, value) in &ALWAYS {
        assert_eq!(answer.header(name), *value, "{what}");
    }
    assert_eq!(answer.header(&header::STRICT_TRANSPORT_SECURITY), TLS_ALONE, "{what}");
    assert_ne!(answer.header(&header::CACHE_CONTROL), "", "{what}");
    let policy = answer.header(&header::CONTENT_SECURITY_POLICY);
    if !answer.is_page() {
        assert_eq!(policy, NOTHING, "{what}");
        return;
    }
    for part in [
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
    ] {
        assert!(policy.split(';').any(|stands| stands.trim() == part), "{what}: {policy}");
    }
    assert!(policy.contains("report-uri /csp-report; report-to violations"), "{what}: {policy}");
    let endpoints = HeaderName::from_static("reporting-endpoints");
    assert_eq!(answer.header(&endpoints), "violations=\"/csp-report\"", "{what}");
    for unsafe_word in ["'unsafe-inline'", "'unsafe-eval'", "*"] {
        assert!(!policy.contains(unsafe_word), "{what}: {policy}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_tells_browsers_how_it_is_to_be_treated() {
    let site = site().await.over_tls();
    for method in [GET, POST] {
        for (path, _) in declared(method) {
            for from in [OWN, FOREIGN] {
                let answer = site.ask(method, &path, &[from]).await;
                expect_headers(&answer, &format!("{method} {path} from {}", from.1));
            }
        }
    }
    expect_headers(&site.ask(GET, "/nowhere", &[]).await, "an address that is not there");
    expect_headers(&site.ask("DELETE", "/", &[OWN]).await, "a method that is not there");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_site_behind_tls_asks_to_be_reached_over_tls_alone() {
    let answer = site().await.ask(GET, "/", &[]).await;
    assert_eq!(answer.header(&header::STRICT_TRANSPORT_SECURITY), "");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_signed_in_person_sees_is_kept_by_no_browser() {
    let site = site().await;
    let cookie = site.signed_in(Role::Coordinator).await;
    let same_for_all = ["/favicon.svg", "/pkg"];
    for (path, _) in declared(GET).filter(|(path, _)| !same_for_all.contains(&path.as_str())) {
        let answer = site.ask(GET, &path, &[("cookie", cookie.as_str())]).await;
        let keep = answer.header(&header::CACHE_CONTROL);
        assert!(keep.contains("no-store"), "{path}: {keep}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sign_in_that_carries_what_was_typed_is_kept_by_no_browser() {
    let site = site().await;
    let answer = site.ask(POST, "/agreements/1/edit/identity", &[OWN]).await;
    assert!(answer.asks_to_sign_in(), "{}", answer.status);
    assert_eq!(answer.header(&header::CACHE_CONTROL), "no-store");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_page_with_a_script_has_a_nonce_of_its_own_and_no_other_page_runs_any() {
    let site = site().await;
    let (one, other) =
        (site.ask(GET, "/agreements", &[]).await, site.ask(GET, "/agreements", &[]).await);
    assert_ne!(one.nonce(), "");
    assert_ne!(one.nonce(), other.nonce());
    for answer in [&one, &other] {
        let scripts: Vec<&str> = answer.body.split("<script").skip(1).collect();
        assert!(!scripts.is_empty());
        for script in scripts {
            let tag = script.split('>').next().unwrap_or_default();
            assert!(tag.contains(answer.nonce()), "<script{tag}>");
        }
    }
    let still = site.ask(GET, "/agreements/1", &[]).await;
    assert!(!still.body.contains("<script"));
    let policy = still.header(&header::CONTENT_SECURITY_POLICY);
    assert!(policy.contains("script-src 'none'"), "{policy}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_browser_reports_of_a_policy_is_answered_alike_whatever_it_is() {
    let site = site().await;
    let report = r#"{"csp-report":{"effective-directive":"img-src","blocked-uri":"inline"}}"#;
    let large = "x".repeat(1024 * 1024);
    for sent in [report, "", "no JSON", "[[[[", large.as_str()] {
        for headers in [vec![], vec![FOREIGN], vec![("content-type", "application/csp-report")]] {
            let answer = site.send(POST, "/csp-report", &headers, sent).await;
            assert_eq!(answer.status, StatusCode::NO_CONTENT, "{headers:?}");
            assert!(answer.body.is_empty());
            assert!(!answer.headers.contains_key(header::SET_COOKIE));
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn how_to_report_a_weakness_is_told_where_the_operator_names_an_address() {
    let without = site().await;
    for path in ["/.well-known/security.txt", "/security", "/ru/security"] {
        assert_eq!(without.ask(GET, path, &[]).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let contact = "mailto:security@corridor.example";
    let named = Site { security_contact: Some(contact.into()), ..without.site.clone() };
    let site = without.on(named);
    // Its place does not depend on the language of who asks.
    let russian = ("accept-language", "ru");
    let file = site.ask(GET, "/.well-known/security.txt", &[russian]).await;
    assert_eq!(file.status, StatusCode::OK);
    assert_eq!(file.header(&header::CONTENT_TYPE), "text/plain; charset=utf-8");
    assert!(file.body.contains(&format!("Contact: {contact}\n")), "{}", file.body);
    for path in ["/security", "/ru/security"] {
        let page = site.ask(GET, path, &[]).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(page.body.contains(contact), "{path}");
    }
}
