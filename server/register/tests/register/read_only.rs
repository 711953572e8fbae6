//! While the register is maintained: everything is read, nothing is saved, and people sign out.

use crate::{
    common::{fresh_postgres, official, values},
    filled::{clock, fill, list, open, record, sqlite},
};
use chrono::TimeDelta;
use domain::{account::Actor, fields::SectionCode};
use register::{Error, Register, signing_in::Opened};

#[tokio::test(flavor = "multi_thread")]
async fn a_register_that_is_read_only_is_read_and_takes_no_change_but_a_sign_out() {
    let folder = tempfile::tempdir().expect("a folder");
    for url in [sqlite(folder.path()), fresh_postgres().await] {
        let writable = open(&url).await;
        let id = fill(&writable).await;
        let before = list(&writable).await;
        let password = || "a quiet morning in May".to_owned();
        let signed_in = writable.sign_in("official@example.org", password(), "").await;
        let (token, actor) =
            signed_in.expect("an answer").and_then(Opened::session).expect("signed in");

        let clock = clock();
        // Long enough for the session to be noted as used, which is let be.
        clock.advance(TimeDelta::minutes(20));
        let maintained = Register::open_read_only(&url, clock).await.expect("the database opens");
        assert!(maintained.is_read_only() && !writable.is_read_only());
        assert!(maintained.is_ready().await.expect("an answer"));
        assert_eq!(list(&maintained).await, before);
        let who = maintained.actor(token.secret()).await.expect("an answer");
        assert!(matches!(who, Actor::Account(_)), "the session goes on");

        let events = values(&[("events.0.kind", "signed"), ("events.0.date", "2018")]);
        let saved = maintained.save_section(&actor, id, SectionCode::Life, 4, &events, None).await;
        assert!(matches!(saved, Err(Error::Unavailable(_))), "{saved:?}");
        let published = maintained.set_published(&actor, id, false).await;
        assert!(matches!(published, Err(Error::Unavailable(_))), "{published:?}");
        // A single write, which no transaction begins.
        let again = maintained.sign_in("official@example.org", password(), "").await;
        assert!(matches!(again, Err(Error::Unavailable(_))));

        maintained.sign_out(token.secret()).await.expect("signed out");
        let who = maintained.actor(token.secret()).await.expect("an answer");
        assert!(matches!(who, Actor::Reader));
        maintained.close().await.expect("closed");

        assert_eq!(list(&writable).await, before);
        record(&writable, &official("AZE")).await;
        writable.close().await.expect("closed");
    }
}
