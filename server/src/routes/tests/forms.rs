//! The token in every form, and what becomes of a form without it.

use std::{fs, path::Path};

use app::components::form_token::FORM_TOKEN;
use axum::http::{HeaderMap, StatusCode, header};
use domain::account::Role;
use register::{accounts::NewAccount, form_token::form_token, signing_in::Opened};
use strum::VariantArray;

use super::{
    Answer, FORM, GET, OWN, POST, Running, VISITOR, built::find_files, declared, is_by_programs,
    site,
};

/// What somebody typed, on a page and, carried along, in the sign-in.
const TYPED: &str = "note=Typed+text&typed.note=Typed+text";

/// The secret of this cookie that an answer sets.
fn set_cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::SET_COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .find_map(|cookie| cookie.strip_prefix(name)?.strip_prefix('=')?.split(';').next())
}

/// The forms of a page that are posted.
fn posted_forms(body: &str) -> impl Iterator<Item = &str> {
    body.split("<form").skip(1).filter_map(|form| {
        let form = form.split("</form>").next()?;
        form.split('>').next()?.contains(r#"method="post""#).then_some(form)
    })
}

/// The names and texts that a form holds without anybody typing, as they are sent.
fn hidden(form: &str) -> String {
    let attribute = |field: &str, name: &str| {
        let behind = field.split(&format!("{name}=\"")).nth(1)?;
        Some(behind.split('"').next()?.to_owned())
    };
    let fields = form.split("<input").skip(1).filter(|field| field.contains(r#"type="hidden""#));
    let pairs = fields.map(|field| {
        let value = attribute(field, "value").unwrap_or_default().replace(' ', "+");
        format!("{}={value}", attribute(field, "name").expect("a name"))
    });
    pairs.collect::<Vec<_>>().join("&")
}

/// Every address to which people post.
fn posted_by_people() -> impl Iterator<Item = String> {
    declared(POST).map(|(path, _)| path).filter(|path| !is_by_programs(path))
}

#[test]
fn every_form_in_the_sources_carries_the_token() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src");
    let mut files = Vec::new();
    find_files(&source, &mut files);
    let mut forms = 0;
    for file in files {
        let text = fs::read_to_string(&file).expect("the source is read");
        for (at, _) in text.match_indices(r#"method="post""#) {
            let behind = text[at..].lines().nth(1).unwrap_or_default().trim();
            assert_eq!(behind, "{form_token()}", "a form of {}", file.display());
            forms += 1;
        }
    }
    assert!(forms > 40, "{forms}");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_form_of_every_page_carries_the_token_of_its_reader() {
    let site = site().await;
    let mut forms = 0;
    let mut readers = vec![None];
    for role in Role::VARIANTS {
        readers.push(Some(site.signed_in(*role).await));
    }
    for cookie in &readers {
        let headers: Vec<_> = cookie.iter().map(|cookie| ("cookie", cookie.as_str())).collect();
        for (path, _) in declared(GET) {
            let answer = site.send(GET, &path, &headers, "").await;
            let session = cookie.as_deref().and_then(|cookie| cookie.strip_prefix("session="));
            let secret = session.or_else(|| set_cookie(&answer.headers, "form"));
            for form in posted_forms(&answer.body) {
                let secret = secret.unwrap_or_else(|| panic!("{path} gives no secret"));
                let expected = format!(r#"name="form-token" value="{}""#, form_token(secret));
                assert!(form.contains(&expected), "{path} with {headers:?}: {form}");
                forms += 1;
            }
        }
    }
    assert!(forms > 50, "{forms} forms were seen");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_holds_no_form_is_for_all_and_every_other_for_one_browser() {
    let site = site().await;
    for (path, _) in declared(GET) {
        let page = site.ask(GET, &path, &[]).await;
        let holds_form = posted_forms(&page.body).next().is_some();
        assert_eq!(set_cookie(&page.headers, "form").is_some(), holds_form, "{path}");
    }
    // What most people ask for is rendered once for them all.
    for path in ["/", "/agreements", "/agreements/1", "/states/KAZ", "/coverage", "/compare"] {
        let page = site.ask(GET, path, &[]).await;
        assert_eq!(page.headers[header::CACHE_CONTROL], "no-cache", "{path}");
        assert!(!page.body.contains(FORM_TOKEN), "{path}");
    }
    let (one, other) = (site.ask(GET, "/sign-in", &[]).await, site.ask(GET, "/sign-in", &[]).await);
    assert_ne!(set_cookie(&one.headers, "form"), set_cookie(&other.headers, "form"));
    assert_eq!(one.headers[header::CACHE_CONTROL], "no-store");
    // Two pages of one browser rest on one secret: both can be sent.
    let cookie = format!("form={VISITOR}");
    let again = site.ask(GET, "/sign-in", &[("cookie", cookie.as_str())]).await;
    assert_eq!(set_cookie(&again.headers, "form"), None);
    assert!(again.body.contains(&form_token(VISITOR)));
}

/// Whether it is refused in words, and holds what was typed.
fn refuses_and_keeps(answer: &Answer) -> bool {
    let is_in_words = ["Not sent yet", "Type the password once more", "Your session has ended"]
        .iter()
        .any(|words| answer.body.contains(words));
    let is_refused = matches!(answer.status, StatusCode::FORBIDDEN | StatusCode::UNAUTHORIZED);
    is_refused && is_in_words && answer.body.contains(r#"value="Typed text""#)
}

#[tokio::test(flavor = "multi_thread")]
async fn no_form_is_taken_without_the_token_of_its_browser_and_no_text_is_lost() {
    let site = site().await;
    let session = site.signed_in(Role::Coordinator).await;
    let visitor = format!("form={VISITOR}");
    let others = format!("{FORM}&{TYPED}&form-token={}", form_token("somebody else's"));
    let none = format!("{FORM}&{TYPED}");
    let of_nothing = format!("{FORM}&{TYPED}&form-token={}", form_token(""));
    for path in posted_by_people() {
        for cookie in [session.as_str(), visitor.as_str(), "session=; form="] {
            for form in [&others, &none, &of_nothing] {
                let answer = site.send(POST, &path, &[("cookie", cookie), OWN], form).await;
                assert!(
                    refuses_and_keeps(&answer),
                    "POST {path} with {cookie} answers {}: {}",
                    answer.status,
                    answer.body
                );
            }
        }
    }
    let account = site.ask(GET, "/account", &[("cookie", session.as_str())]).await;
    assert!(!account.asks_to_sign_in(), "the form that signs out was not taken either");
}

impl Running {
    /// The session of an official of Azerbaijan, who signs in once more in the same browser.
    async fn signed_in_twice(&self) -> [String; 2] {
        let (email, password) = ("twice@example.org", "a quiet morning in May");
        let new = NewAccount {
            email: email.into(),
            name: "Example".into(),
            role: Role::Official,
            state: Some("AZE".into()),
            password: password.into(),
        };
        self.register.add_account(new).await.expect("the account is made");
        let mut sessions = Vec::new();
        for _ in 0..2 {
            let signed_in = self.register.sign_in(email, password.into(), "").await;
            let opened = signed_in.expect("an answer").and_then(Opened::session);
            let (token, _) = opened.expect("the password is right");
            sessions.push(token.secret().to_owned());
        }
        sessions.try_into().expect("two")
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_left_open_over_a_new_sign_in_is_sent_once_more_with_all_that_was_typed() {
    let site = site().await;
    let [before, now] = site.signed_in_twice().await;
    let cookie = format!("session={now}");
    let headers = [("cookie", cookie.as_str()), OWN];
    let typed = "do=begin&kind=labour_migration_agreement&titles.0.text=Left+open&titles.0.language=en\
                 &parties.0.code=AZE&parties.1.code=KAZ";
    let form = format!("{typed}&form-token={}", form_token(&before));
    let asked = site.send(POST, "/agreements/new", &headers, &form).await;
    assert_eq!(asked.status, StatusCode::FORBIDDEN);
    assert!(asked.body.contains("It is sent in the name of Example."), "{}", asked.body);
    let again = posted_forms(&asked.body).next().expect("a form");
    let done = site.send(POST, "/agreements/new", &headers, &hidden(again)).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let record = site.ask(GET, &done.location, &headers).await;
    assert!(record.body.contains("Left open"), "{}", done.location);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_holds_a_password_that_was_typed() {
    let site = site().await;
    let session = site.signed_in(Role::Reviewer).await;
    let form =
        "email=a@example.org&password=a+secret+typed&current=a+secret+typed&new=a+secret+typed";
    for path in ["/sign-in", "/account/password"] {
        for cookie in [session.as_str(), ""] {
            let answer = site.send(POST, path, &[("cookie", cookie), OWN], form).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
            assert!(!answer.body.contains("a secret typed"), "{path}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_no_session_signs_in_with_the_form_that_was_shown_and_goes_on() {
    let site = site().await;
    site.signed_in(Role::Official).await;
    // The browser was closed over a form: its session is gone, and what was typed goes on.
    let asked =
        site.send(POST, "/agreements/new", &[OWN], "do=begin&titles.0.text=Left+open").await;
    assert!(asked.asks_to_sign_in());
    let secret = set_cookie(&asked.headers, "form").expect("a secret").to_owned();
    let shown = hidden(posted_forms(&asked.body).next().expect("a form"));
    let form = format!("{shown}&email=official.isl@example.org&password=a+quiet+morning+in+May");
    let cookie = format!("form={secret}");
    let done = site.send(POST, "/sign-in", &[("cookie", cookie.as_str()), OWN], &form).await;
    let session = set_cookie(&done.headers, "session").expect("a session");
    assert_ne!(session, "");
    for form in posted_forms(&done.body) {
        assert!(form.contains(&form_token(session)), "the page that follows is of the new session");
    }
}
