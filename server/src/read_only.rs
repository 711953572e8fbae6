//! A register that is only read, as people meet it: every page says so, no typed text is lost, and who is
//! signed in can sign out.

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, StatusCode, header},
};
use domain::{account::Role, fields::Values};
use register::{Clock, Register, accounts::NewAccount, form_token::form_token, signing_in::Opened};
use tower::ServiceExt;

use crate::{router::router, site::Site};

const EMAIL: &str = "official@example.org";
const PASSWORD: &str = "a quiet morning in May";
const BANNER: &str = "Everything can be read; nothing can be saved";

struct Answer {
    status: StatusCode,
    body: String,
}

/// Posts the form as one that was made for this session; without one, asks for the page.
async fn ask(router: &Router, path: &str, cookie: &str, form: Option<&str>) -> Answer {
    let token = form_token(cookie.strip_prefix("session=").unwrap_or_default());
    let request = Request::builder()
        .method(if form.is_some() { "POST" } else { "GET" })
        .uri(path)
        .header(header::HOST, "corridor.example")
        .header(header::ORIGIN, "https://corridor.example")
        .header(header::COOKIE, cookie)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(form.map(|form| format!("{form}&form-token={token}")).unwrap_or_default()))
        .expect("a request");
    let Ok(response) = router.clone().oneshot(request).await;
    let status = response.status();
    let body = to_bytes(response.into_body(), usize::MAX).await.expect("a whole answer");
    Answer { status, body: String::from_utf8_lossy(&body).into_owned() }
}

fn values(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

/// A register with an official of Azerbaijan and a draft of theirs, opened to be read; the cookie of the
/// official, and the draft's number.
async fn maintained(url: &str) -> (Register, String, i64) {
    let clock = Clock::standing("2026-03-01T09:00:00Z".parse().expect("an instant"));
    let register = Register::open(url, clock.clone()).await.expect("the database opens");
    register.migrate().await.expect("the schema");
    let account = NewAccount {
        email: EMAIL.into(),
        name: "Example".into(),
        role: Role::Official,
        state: Some("AZE".into()),
        password: PASSWORD.into(),
    };
    register.add_account(account).await.expect("an account");
    let signed_in = register.sign_in(EMAIL, PASSWORD.into(), "").await.expect("an answer");
    let (token, actor) = signed_in.and_then(Opened::session).expect("the password is right");
    let identity = values(&[
        ("kind", "labour_migration_agreement"),
        ("titles.0.text", "Example agreement"),
        ("titles.0.language", "en"),
    ]);
    let parties = values(&[("parties.0.code", "AZE"), ("parties.1.code", "KAZ")]);
    let draft = register.record(&actor, &identity, &parties).await.expect("recorded").id;
    register.close().await.expect("the database closes");
    let register = Register::open_read_only(url, clock).await.expect("the database opens");
    (register, format!("session={}", token.secret()), draft)
}

#[tokio::test(flavor = "multi_thread")]
async fn while_it_is_maintained_every_page_says_so_and_nothing_that_is_typed_is_lost() {
    // Leptos renders on this runtime. Another test may have set it.
    let _ = any_spawner::Executor::init_tokio();
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite://{}/register.db?mode=rwc", folder.path().display());
    let (register, cookie, draft) = maintained(&url).await;
    let site = Site::of(&register);
    let router = router(site, folder.path());
    let form = format!("/agreements/{draft}/edit/life");
    for path in ["/", "/agreements", "/sign-in", "/account", "/nowhere", form.as_str()] {
        let answer = ask(&router, path, &cookie, None).await;
        assert!(answer.body.contains(BANNER), "{path} answers {}", answer.status);
    }
    let russian = ask(&router, "/ru/agreements", "", None).await;
    assert!(russian.body.contains("Ведётся техническое обслуживание реестра"));
    let ready = ask(&router, "/readyz", "", None).await;
    assert_eq!(ready.status, StatusCode::OK, "it can be read: {}", ready.body);

    let typed =
        "do=save&version=1&events.0.kind=signed&events.0.date=2018&events.0.place=Typed+place";
    let section = ask(&router, &form, &cookie, Some(typed)).await;
    assert_eq!(section.status, StatusCode::SERVICE_UNAVAILABLE);
    for said in ["Typed place", "Not saved: the register is being maintained"] {
        assert!(section.body.contains(said), "{said}");
    }
    let begun = "do=begin&kind=labour_migration_agreement&titles.0.text=Another&titles.0.language=en\
                 &parties.0.code=AZE&parties.1.code=KAZ";
    let sign_in = format!("email={EMAIL}&password={}", PASSWORD.replace(' ', "+"));
    let put_away = format!("/agreements/{draft}/discard");
    for (path, form) in [
        ("/agreements/new", begun),
        ("/sign-in", sign_in.as_str()),
        (put_away.as_str(), "do=discard"),
    ] {
        let answer = ask(&router, path, &cookie, Some(form)).await;
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "POST {path}");
        assert!(answer.body.contains("Not saved: the register is being maintained"), "POST {path}");
    }

    let out = ask(&router, "/sign-out", &cookie, Some("")).await;
    assert_eq!(out.status, StatusCode::SEE_OTHER);
    let account = ask(&router, "/account", &cookie, None).await;
    assert!(account.body.contains(r#"name="password""#), "signed out: asked to sign in");
    register.close().await.expect("the database closes");
}
