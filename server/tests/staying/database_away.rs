//! A database that turns slow, is silent or is gone: everybody is told at once, nothing that was typed is
//! lost, and it recovers by itself.

use std::time::{Duration, Instant};

use tokio::task::block_in_place;

use crate::{
    browser::{Answer, Browser},
    ground::Ground,
    program::{Program, verify},
    proxy::{Line, Proxy},
    waiting::until,
};

/// How long whoever is in the middle of something waits at the most, until they are told.
const IN_THE_MIDDLE: Duration = Duration::from_secs(6);
/// How long whoever comes later waits. The test's machine may be at other work.
const AT_ONCE: Duration = Duration::from_secs(2);
const RECOVERED: Duration = Duration::from_secs(20);

/// What it answers, and within which time.
fn timed(most: Duration, ask: impl FnOnce() -> Result<Answer, ureq::Error>) -> Answer {
    let begun = Instant::now();
    let answer = ask().expect("an answer");
    assert!(begun.elapsed() < most, "it took {:?}: {answer:?}", begun.elapsed());
    answer
}

fn says_not_saved(answer: &Answer, typed: &str) {
    assert_eq!(answer.status, 503, "{answer:?}");
    assert!(answer.retry_after.is_some());
    let kept = format!(r#"name="events.0.place" value="{typed}""#);
    for said in ["Not saved. What you typed is kept", kept.as_str(), "Send it again"] {
        assert!(answer.body.contains(said), "{said} is not in {}", answer.body);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_database_is_slow_silent_or_gone_everybody_is_told_at_once_and_no_text_is_lost() {
    let ground = Ground::on_postgres().await;
    let draft = ground.drafts(1).await[0];
    let (scheme, rest) = ground.database.split_once('@').expect("a user and a host");
    let (host, name) = rest.split_once('/').expect("a host and a name");
    let proxy = Proxy::to(host).await;
    let database = format!("{scheme}@{}/{name}", proxy.address);
    let program = Program::start(&ground, &[("DATABASE_URL", database.as_str())]);
    let address = program.address.as_str();
    let browser = block_in_place(|| Browser::signed_in(address));
    let is_ready = |status| {
        let answer = browser.get(&format!("{address}/readyz"));
        answer.expect("an answer").status == status
    };
    for (number, line) in
        [Line::Held, Line::Cut, Line::Slow(Duration::from_secs(3))].into_iter().enumerate()
    {
        let (version, typed) =
            (1 + i32::try_from(number).expect("small"), format!("Typed {number}"));
        let save = || browser.save(address, draft, version, &typed);
        proxy.set(line);
        block_in_place(|| {
            says_not_saved(&timed(IN_THE_MIDDLE, save), &typed);
            until("it knows", IN_THE_MIDDLE, || is_ready(503));
            says_not_saved(&timed(AT_ONCE, save), &typed);
            for (page, said) in [
                ("/agreements", "The register does not answer"),
                ("/ru/agreements", "Реестр не отвечает"),
            ] {
                let page = timed(AT_ONCE, || browser.get(&format!("{address}{page}")));
                assert_eq!(page.status, 503, "{line:?}");
                assert!(page.body.contains(said) && page.retry_after.is_some(), "{page:?}");
            }
            let health = timed(AT_ONCE, || browser.get(&format!("{address}/healthz")));
            assert_eq!(health.status, 200, "the program itself is well: {line:?}");
        });
        proxy.set(Line::Open);
        block_in_place(|| {
            until("it has recovered", RECOVERED, || is_ready(200));
            let saved = save().expect("an answer");
            assert_eq!(saved.status, 303, "{line:?}: {}", saved.body);
        });
    }
    drop(program);
    verify(&ground);
}
