//! Pages that are kept: the same as they would be rendered, and never older than the register.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use axum::http::header;
use chrono::TimeDelta;
use domain::{
    account::{Account, Actor, Role},
    fields::{SectionCode, Values},
};
use register::Register;

use super::{GET, site};
use crate::site::Site;

const GZIP: (&str, &str) = ("accept-encoding", "gzip, deflate, br");
const KEPT: [&str; 12] = [
    "/",
    "/agreements",
    "/agreements?q=work&sort=title",
    "/agreements/1",
    "/states",
    "/states/KAZ",
    "/corridors",
    "/corridors/AZE-KAZ",
    "/coverage?by=decade",
    "/compare",
    "/ru/agreements",
    "/ru/agreements/1",
];

const TITLE: &str = "Example agreement on the harvest";

#[tokio::test(flavor = "multi_thread")]
async fn a_kept_page_is_the_page_as_it_is_rendered_with_a_nonce_of_its_own() {
    let site = site().await;
    for path in KEPT {
        let rendered = site.ask(GET, path, &[]).await;
        let [first, second] =
            [site.ask(GET, path, &[GZIP]).await, site.ask(GET, path, &[GZIP]).await];
        for kept in [&first, &second] {
            assert_eq!(kept.header(&header::CONTENT_ENCODING), "gzip", "{path}");
            let without_nonce = |answer: &super::Answer| match answer.nonce() {
                "" => answer.body.clone(),
                nonce => answer.body.replace(nonce, "NONCE"),
            };
            assert_eq!(without_nonce(kept), without_nonce(&rendered), "{path}");
            assert_eq!(kept.header(&header::CACHE_CONTROL), "no-cache", "{path}");
        }
        let has_script = rendered.body.contains("<script");
        assert_eq!(first.nonce() != second.nonce(), has_script, "{path}");
    }
}

/// Publishes an agreement with this title.
async fn publish(register: &Register, title: &str) {
    let actor = Actor::Account(Account {
        id: 1,
        name: "Example Official".into(),
        email: "official@example.org".into(),
        role: Role::Official,
        state: Some("AZE".into()),
    });
    let values = |pairs: &[(&str, &str)]| -> Values {
        pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    };
    let identity = values(&[
        ("kind", "labour_migration_agreement"),
        ("legal_nature", "binding"),
        ("level", "state"),
        ("titles.0.text", title),
        ("titles.0.language", "en"),
    ]);
    let parties = values(&[("parties.0.code", "AZE"), ("parties.1.code", "KAZ")]);
    let id = register.record(&actor, &identity, &parties).await.expect("recorded").id;
    let life = values(&[("events.0.kind", "signed"), ("events.0.date", "2026-02-01")]);
    let references = values(&[("sources.0.title", "Example Gazette")]);
    for (section, base, values) in
        [(SectionCode::Life, 1, &life), (SectionCode::References, 2, &references)]
    {
        register.save_section(&actor, id, section, base, values, None).await.expect("saved");
    }
    register.set_published(&actor, id, true).await.expect("published");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kept_page_is_gone_with_the_next_change_and_with_the_day() {
    let site = site().await;
    let page = async || site.ask(GET, "/agreements", &[GZIP]).await.body;
    let before = page().await;
    assert!(!before.contains(TITLE) && before.contains("1 March 2026"));
    publish(&site.register, TITLE).await;
    assert!(page().await.contains(TITLE));
    site.register.clock().advance(TimeDelta::days(1));
    let after = page().await;
    assert!(after.contains("2 March 2026") && !after.contains("1 March 2026"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_signed_in_sees_is_neither_kept_nor_taken_from_what_is_kept() {
    let site = site().await;
    let cookie = site.signed_in(Role::Coordinator).await;
    for path in KEPT {
        let own = site.ask(GET, path, &[GZIP, ("cookie", &cookie)]).await;
        assert!(own.header(&header::CACHE_CONTROL).contains("no-store"), "{path}");
        let public = site.ask(GET, path, &[GZIP]).await;
        assert_eq!(public.header(&header::CACHE_CONTROL), "no-cache", "{path}");
        assert!(!public.body.contains("/sign-out"), "{path}");
        let own = site.ask(GET, path, &[GZIP, ("cookie", &cookie)]).await;
        assert!(own.header(&header::CACHE_CONTROL).contains("no-store"), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kept_page_asks_the_database_for_the_version_of_the_register_and_nothing_else() {
    let site = site().await;
    let asked = Arc::new(AtomicUsize::new(0));
    let mut register = site.register.clone();
    let count = asked.clone();
    register.watch(move |_| {
        count.fetch_add(1, Ordering::Relaxed);
    });
    let watched = Site { register, ..site.site.clone() };
    let site = site.on(watched);
    for path in KEPT {
        site.ask(GET, path, &[GZIP]).await;
        assert!(asked.swap(0, Ordering::Relaxed) > 1, "{path}");
        site.ask(GET, path, &[GZIP]).await;
        assert_eq!(asked.swap(0, Ordering::Relaxed), 1, "{path}");
    }
}
