//! Faults and crowds, on the router of the site with routes that fail or never end.

use std::future::pending;

use axum::{Router, http::StatusCode, routing::any};
use tokio::task::JoinSet;

use super::{Answer, GET, OWN, POST, Running, site};
use crate::router::around;

/// The site, and beside its pages one that fails, one that waits for ever and one that is well.
async fn with_faults() -> Running {
    let site = site().await;
    let pages = Router::new()
        .route("/fails", any(fails))
        .route("/sign-in/fails", any(fails))
        .route("/waits", any(pending::<&str>))
        .route("/well", any(async || "well"));
    let router = around(pages, site.site.clone(), site.folder.path());
    Running { router, ..site }
}

async fn fails() -> &'static str {
    panic!("the secret of a fault")
}

fn number(answer: &Answer) -> &str {
    answer.headers["x-request-id"].to_str().expect("a text")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fault_ends_one_request_and_is_found_by_its_number() {
    let site = with_faults().await;
    for (path, said) in [("/fails", "This page failed"), ("/ru/fails", "Эта страница не открылась")]
    {
        let answer = site.ask(GET, path, &[]).await;
        assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
        for said in [said, number(&answer)] {
            assert!(answer.body.contains(said), "{said} is not in {}", answer.body);
        }
        assert!(!answer.body.contains("secret"), "nothing of the inside: {}", answer.body);
    }
    let form = site.ask(POST, "/fails", &[OWN]).await;
    assert_eq!(form.status, StatusCode::INTERNAL_SERVER_ERROR);
    for said in ["What you typed is kept", number(&form), r#"name="moment" value="2023""#] {
        assert!(form.body.contains(said), "{said} is not in {}", form.body);
    }
    let code = site.ask(POST, "/sign-in/fails", &[OWN]).await;
    assert_eq!(code.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(!code.body.contains(r#"name="moment""#), "a code is typed anew: {}", code.body);
    assert_eq!(site.ask(GET, "/well", &[]).await.body, "well", "the program lives");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_comes_when_the_machine_bears_no_more_is_told_so_and_keeps_what_was_typed() {
    let site = with_faults().await;
    let mut waiting = JoinSet::new();
    let site = std::sync::Arc::new(site);
    for _ in 0..300 {
        let site = site.clone();
        waiting.spawn(async move { site.ask(GET, "/waits", &[]).await });
    }
    // Those beyond what is borne are told first; then all places are taken.
    let first = waiting.join_next().await.expect("somebody").expect("no panic");
    assert_eq!(first.status, StatusCode::SERVICE_UNAVAILABLE);
    let page = site.ask(GET, "/well", &[]).await;
    let form = site.ask(POST, "/well", &[OWN]).await;
    for (answer, said) in [
        (page, "Very many people are here at this moment"),
        (form, r#"name="moment" value="2023""#),
    ] {
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(answer.headers.contains_key("retry-after"));
        assert!(answer.body.contains(said), "{said} is not in {}", answer.body);
    }
    waiting.shutdown().await;
    assert_eq!(site.ask(GET, "/well", &[]).await.body, "well", "there is room again");
}
