//! The table against the sources, and against the real router on a real register.

use std::{collections::BTreeSet, io::Read};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode, header},
};
use domain::{account::Role, checkpoints::TALK, fields::SectionCode, follow_up::EntryKind};
use flate2::read::GzDecoder;
use register::{
    Clock, Register, accounts::NewAccount, form_token::form_token, signing_in::Opened,
    tokens::Token,
};
use strum::VariantArray;
use tempfile::TempDir;
use tower::ServiceExt;

use super::{Access, BY_PROGRAMS, GET, POST, ROUTES, built};
use crate::{router::router, second_factor::app_code, site::Site};

mod account_links;
mod addresses;
mod faults;
mod forms;
mod headers;
mod kept;
mod leaks;

const HOST: &str = "corridor.example";
const OWN: (&str, &str) = ("origin", "https://corridor.example");
const FOREIGN: (&str, &str) = ("origin", "https://elsewhere.example");
/// What a form may hold, so that a handler does not stop before it asks who is there.
const FORM: &str = "do=save&version=1&moment=2023&takes_part=yes&step=take_up";
/// What a browser without a session holds for its forms.
const VISITOR: &str = "00000000000000000000000000000000000000000000000000000000000000ff";

#[test]
fn every_route_of_the_site_is_declared_with_who_may_call_it() {
    let declared: BTreeSet<(&str, &str)> =
        ROUTES.iter().map(|(method, path, _)| (*method, *path)).collect();
    assert_eq!(declared.len(), ROUTES.len(), "a route is declared twice in server/src/routes.rs");
    let built = built::routes();
    let undeclared: BTreeSet<String> = built
        .iter()
        .filter(|route| !declared.contains(&(route.method, route.path.as_str())))
        .map(|route| format!("{} {} (built in {})", route.method, route.path, route.file))
        .collect();
    assert!(
        undeclared.is_empty(),
        "who may call them? Declare in ROUTES of server/src/routes.rs: {undeclared:#?}"
    );
    let gone: Vec<_> = declared
        .iter()
        .filter(|(method, path)| {
            !built.iter().any(|route| route.method == *method && route.path == *path)
        })
        .collect();
    assert!(
        gone.is_empty(),
        "declared in ROUTES of server/src/routes.rs and built nowhere: {gone:#?}"
    );
}

#[test]
fn routes_are_found_as_they_are_written() {
    let source = r#"
        // .route("/not-this", get(nothing))
        let address = format!("/{}/{{id}}/paper", kind.path());
        Router::new()
            .route("/one", get(pages::post).post(two))
            .route(&at("/{id}/edit"), post(papers::get))
            .route(&address, get(of_kind))
            .nest_service("/files", files)
    "#;
    let found: Vec<(&str, String)> =
        built::read(source, "here").into_iter().map(|route| (route.method, route.path)).collect();
    let expected = [
        ("GET", "/one"),
        ("POST", "/one"),
        ("POST", "/{kind}/{id}/edit"),
        ("GET", "/{kind}/{id}/paper"),
        ("GET", "/files"),
    ];
    assert_eq!(found, expected.map(|(method, path)| (method, path.to_owned())));
}

/// The site with the starter register.
struct Running {
    router: Router,
    register: Register,
    site: Site,
    folder: TempDir,
}

struct Answer {
    status: StatusCode,
    location: String,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    /// Whether it asks to sign in.
    fn asks_to_sign_in(&self) -> bool {
        self.location.starts_with("/sign-in") || self.body.contains(r#"name="password""#)
    }

    /// Whether it says that there is no such thing, or that it is not for who asks.
    fn refuses(&self) -> bool {
        matches!(self.status, StatusCode::FORBIDDEN | StatusCode::NOT_FOUND)
    }
}

async fn site() -> Running {
    // Leptos renders on this runtime. Another test may have set it.
    let _ = any_spawner::Executor::init_tokio();
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite://{}/register.db?mode=rwc", folder.path().display());
    let clock = Clock::standing("2026-03-01T09:00:00Z".parse().expect("an instant"));
    let register = Register::open(&url, clock).await.expect("the database opens");
    register.migrate().await.expect("the schema");
    register.seed().await.expect("the starter register");
    let site = Site::of(&register);
    Running { router: router(site.clone(), folder.path()), register, site, folder }
}

impl Running {
    /// Asks for a page, or posts a form that was made for this browser.
    async fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        if method == GET {
            return self.send(method, path, headers, "").await;
        }
        self.send_own(method, path, headers, FORM).await
    }

    /// Posts this form as one that was made for this browser.
    async fn post(&self, path: &str, form: &str, headers: &[(&str, &str)]) -> Answer {
        self.send_own(POST, path, headers, form).await
    }

    async fn send_own(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        form: &str,
    ) -> Answer {
        let session = headers.iter().find_map(|(_, value)| value.strip_prefix("session="));
        let form = format!("{form}&form-token={}", form_token(session.unwrap_or(VISITOR)));
        let visitor = format!("form={VISITOR}");
        let cookie = session.is_none().then_some(("cookie", visitor.as_str()));
        let headers: Vec<_> = headers.iter().copied().chain(cookie).collect();
        self.send(method, path, &headers, &form).await
    }

    /// Sends this form, as it is.
    async fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], form: &str) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, HOST)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(form.to_owned())).expect("a request");
        let Ok(response) = self.router.clone().oneshot(request).await;
        let status = response.status();
        let location = response.headers().get(header::LOCATION);
        let location =
            location.and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
        let headers = response.headers().clone();
        let mut body =
            to_bytes(response.into_body(), usize::MAX).await.expect("a whole answer").to_vec();
        if headers.get(header::CONTENT_ENCODING).is_some_and(|coding| coding == "gzip") {
            let packed = std::mem::take(&mut body);
            GzDecoder::new(&*packed).read_to_end(&mut body).expect("a whole gzip stream");
        }
        Answer { status, location, headers, body: String::from_utf8_lossy(&body).into_owned() }
    }

    /// The cookie of somebody with this role; of a State that the starter register does not name.
    async fn signed_in(&self, role: Role) -> String {
        self.signed_in_for(role, role.is_of_a_state().then_some("ISL")).await
    }

    /// The cookie of somebody with this role, of this State or of the Network.
    async fn signed_in_for(&self, role: Role, state: Option<&str>) -> String {
        let of = state.unwrap_or("network").to_lowercase();
        let email = format!("{}.{of}@example.org", <&str>::from(role));
        let password = "a quiet morning in May".to_owned();
        let new = NewAccount {
            email: email.clone(),
            name: "Example".into(),
            role,
            state: state.map(str::to_owned),
            password: password.clone(),
        };
        self.register.add_account(new).await.expect("the account is made");
        let signed_in = self.register.sign_in(&email, password, "").await.expect("an answer");
        let token = match signed_in.expect("the password is right") {
            Opened::Session(token, _) => token,
            Opened::Half(half) => self.with_second_factor(half).await,
        };
        let cookie = format!("session={}", token.secret());
        let account = self.ask(GET, "/account", &[("cookie", cookie.as_str())]).await;
        assert!(!account.asks_to_sign_in() && account.status == StatusCode::OK, "{role:?}");
        cookie
    }

    /// The session of who is asked for a second factor and sets it up.
    async fn with_second_factor(&self, half: Token) -> Token {
        let half_done = self.register.half_done(half.secret()).await.expect("an answer");
        let secret = half_done.and_then(|half| half.offered).expect("a secret is shown");
        let code = app_code(&secret.text, self.register.clock().now());
        let completed = self.register.complete_sign_in(half.secret(), &code, "").await;
        completed.expect("an answer").expect("the code is right").token
    }
}

/// The addresses that a declared one stands for, with something in the place of what is open: what the
/// starter register has, where it has any.
fn addresses(path: &str) -> Vec<String> {
    let kinds: Vec<String> = if path.starts_with("/{kind}/") {
        let of_kind = |kind: &EntryKind| path.replace("{kind}", kind.path());
        EntryKind::VARIANTS.iter().map(of_kind).collect()
    } else {
        vec![path.to_owned()]
    };
    let filled = |path: String| {
        let kind = path.split('/').nth(1).and_then(EntryKind::from_path);
        let form = kind.and_then(|kind| kind.forms().first()).map_or("", |form| form.code);
        let id = match kind {
            Some(EntryKind::Meeting) => TALK,
            Some(EntryKind::Review) => "rr-escap-2025",
            Some(EntryKind::Deliverable) => "blma-e-course",
            _ => "1",
        };
        path.replace("{id}", id)
            .replace("{form}", form)
            .replace("{section}", SectionCode::Identity.code())
            .replace("{code}", "KAZ")
            .replace("{pair}", "AZE-KAZ")
            .replace("{file}", "0123456789abcdef.ics")
            .replace("{one}", "1")
            .replace("{other}", "2")
            .replace("{number}", "0")
            // What a newer address leaves open.
            .split('/')
            .map(|part| if part.starts_with('{') { "1" } else { part })
            .collect::<Vec<_>>()
            .join("/")
    };
    kinds.into_iter().map(filled).collect()
}

/// Whether it is programs that post to this address.
fn is_by_programs(path: &str) -> bool {
    BY_PROGRAMS.iter().any(|declared| addresses(declared).iter().any(|found| found == path))
}

/// Every address that is called in this way, with who may.
fn declared(wanted: &str) -> impl Iterator<Item = (String, Access)> {
    ROUTES
        .iter()
        .filter(move |(method, _, _)| *method == wanted)
        .flat_map(|(_, path, access)| addresses(path).into_iter().map(move |path| (path, *access)))
}

#[tokio::test(flavor = "multi_thread")]
async fn no_form_is_taken_from_another_site_or_from_nowhere() {
    let site = site().await;
    let cookie = site.signed_in(Role::Coordinator).await;
    // With a secret in the address, the secret is what lets one post: programs may do it, too.
    for (path, _) in
        declared(POST).filter(|(path, access)| *access != Access::ByToken && !is_by_programs(path))
    {
        for headers in
            [vec![("cookie", cookie.as_str()), FOREIGN], vec![("cookie", cookie.as_str())]]
        {
            let answer = site.ask(POST, &path, &headers).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "POST {path} with {headers:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_an_account_a_form_is_answered_by_the_sign_in_or_refused() {
    let site = site().await;
    for (path, access) in declared(POST) {
        let answer = site.ask(POST, &path, &[OWN]).await;
        let status = answer.status;
        assert!(!status.is_server_error(), "POST {path}: {status}");
        let is_kept_out = answer.asks_to_sign_in() || answer.refuses();
        let is_as_declared = match access {
            Access::Everybody => true,
            // With a secret that nobody knows nothing was done; whether it is known need not be told.
            Access::ByToken => answer.location.is_empty(),
            Access::Account
            | Access::State
            | Access::Network
            | Access::Coordinator
            | Access::Administrator
            | Access::Record => is_kept_out,
        };
        assert!(is_as_declared, "POST {path} is for {access:?} and answers {status}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_an_account_a_page_for_accounts_is_not_shown() {
    let site = site().await;
    for (path, access) in declared(GET) {
        let answer = site.ask(GET, &path, &[]).await;
        let status = answer.status;
        assert!(!status.is_server_error(), "GET {path}: {status}");
        let is_as_declared = match access {
            Access::Everybody => path.starts_with("/sign-in") || !answer.asks_to_sign_in(),
            // With a secret that nobody knows.
            Access::ByToken => answer.refuses(),
            // What is published, all may read.
            Access::Record => true,
            Access::Account
            | Access::State
            | Access::Network
            | Access::Coordinator
            | Access::Administrator => answer.asks_to_sign_in() || answer.refuses(),
        };
        assert!(is_as_declared, "GET {path} is for {access:?} and answers {status}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_nul_in_an_address_is_left_out_of_it() {
    let site = site().await;
    for path in ["/meetings/gcm%00-talk-baku-2023", "/meetings/gcm-talk-baku-2023%%0000"] {
        let answer = site.ask(GET, path, &[]).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
    }
    for path in ["/agreements?q=%00&region=a%00", "/%00", "/%0%000"] {
        let answer = site.ask(GET, path, &[]).await;
        assert!(!answer.status.is_server_error(), "{path}: {}", answer.status);
    }
}

/// Whether accounts of this role are kept out of what others may call.
fn keeps_out(access: Access, role: Role) -> bool {
    match access {
        Access::State => !role.is_of_a_state(),
        Access::Network => role.is_of_a_state(),
        Access::Coordinator => role != Role::Coordinator,
        Access::Administrator => role != Role::Administrator,
        Access::Everybody | Access::Account | Access::ByToken | Access::Record => false,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_of_another_role_is_refused() {
    let site = site().await;
    for role in Role::VARIANTS {
        let cookie = site.signed_in(*role).await;
        for method in [GET, POST] {
            for (path, _) in declared(method).filter(|(_, access)| keeps_out(*access, *role)) {
                let answer = site.ask(method, &path, &[("cookie", cookie.as_str()), OWN]).await;
                let status = answer.status;
                assert!(answer.refuses(), "{method} {path} as {role:?} answers {status}");
            }
        }
    }
}
