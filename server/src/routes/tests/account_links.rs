//! Choosing a password by a link, and asking for one, as browsers do.

use std::sync::Arc;

use axum::http::StatusCode;
use domain::account::Role;

use super::{GET, OWN, POST, Running, site};
use crate::{mailing::Mailer, router::router, site::Site};

const EMAIL: &str = "official.isl@example.org";

/// A site that sends mail, with the account of an official.
async fn with_mail() -> Running {
    let mut running = site().await;
    running.signed_in(Role::Official).await;
    let site = Site { mailer: Some(Arc::new(Mailer::to_nobody())), ..running.site.clone() };
    running.router = router(site, running.folder.path());
    running
}

#[tokio::test(flavor = "multi_thread")]
async fn who_asks_for_a_link_is_told_the_same_whether_or_not_there_is_an_account() {
    let running = with_mail().await;
    let asked = async |email: &str| {
        let form = format!("email={email}");
        let answer = running.post("/sign-in/forgotten", &form, &[OWN]).await;
        (answer.status, answer.body)
    };
    let (status, page) = asked(EMAIL).await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("Look into your mailbox") && !page.contains(EMAIL));
    assert_eq!(asked("nobody@example.org").await, (status, page.clone()));
    // Also where no more links are sent to the one address.
    for _ in 0..4 {
        assert_eq!(asked(EMAIL).await, (status, page.clone()));
    }
    let (status, page) = asked("no address").await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("This is not an e-mail address") && page.contains("no address"));
    for _ in 0..20 {
        asked("nobody@example.org").await;
    }
    assert_eq!(asked(EMAIL).await.0, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_mail_server_people_are_told_whom_to_ask() {
    let running = site().await;
    let page = running.ask(GET, "/sign-in/forgotten", &[]).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("sends no e-mail") && !page.body.contains(r#"name="email""#));
    let refused = running.ask(POST, "/sign-in/forgotten", &[OWN]).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_is_looked_at_without_being_used_and_says_when_it_opens_nothing_any_more() {
    let running = with_mail().await;
    let link = running.register.make_reset_link(EMAIL).await.expect("a link");
    let path = format!("/sign-in/link/{}", link.secret());
    for _ in 0..2 {
        let page = running.ask(GET, &path, &[]).await;
        assert!(page.body.contains(EMAIL) && page.body.contains(r#"autocomplete="new-password""#));
        assert_eq!(page.headers["cache-control"], "no-store");
        assert_eq!(page.headers["referrer-policy"], "same-origin", "no other site is told");
    }
    let refused = running.post(&path, "new=short&again=short", &[OWN]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("needs at least 12 characters"));
    let form = "new=another+quiet+evening&again=another+quiet+evening";
    let set = running.post(&path, form, &[OWN]).await;
    assert_eq!(
        (set.status, set.location.as_str()),
        (StatusCode::SEE_OTHER, "/sign-in?saved=password")
    );
    assert!(set.headers.get("set-cookie").is_none(), "it signs nobody in");
    let sign_in = running.ask(GET, &set.location, &[]).await;
    assert!(sign_in.body.contains("Your password is set"));
    for used in [running.ask(GET, &path, &[]).await, running.post(&path, form, &[OWN]).await] {
        assert_eq!(used.status, StatusCode::NOT_FOUND);
        assert!(used.body.contains("opens nothing any more"));
    }
}
