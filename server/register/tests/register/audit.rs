//! The log of changes: one line for each change, in its transaction; who reads it; and what verifying
//! finds where somebody changed something behind the register's back.

use crate::common::{NOW, account, fresh_postgres, official, on_both, values};
use chrono::{NaiveDate, TimeDelta};
use domain::{
    account::{Actor, Role},
    audit::{Break, Line, LogAct, SubjectKind},
    fields::SectionCode,
    follow_up::EntryKind,
    hearing::Item,
    own_password::PasswordChange,
};
use register::{
    Clock, Error, Register,
    accounts::NewAccount,
    audit::Wanted,
    following::Place,
    signing_in::Opened,
    verifying::{Fault, Verified},
};
use sea_orm::{ConnectionTrait, Database, DatabaseBackend, DatabaseConnection};

const WHY: &str = "Both name the agreement of 5 April 2017.";

fn administrator() -> Actor {
    account(Role::Administrator, None)
}

fn coordinator() -> Actor {
    account(Role::Coordinator, None)
}

async fn begun(register: &Register, state: &str) -> i64 {
    let identity = values(&[
        ("kind", "labour_migration_agreement"),
        ("legal_nature", "binding"),
        ("level", "state"),
        ("titles.0.text", "Agreement on seasonal work"),
        ("titles.0.language", "en"),
    ]);
    let parties = values(&[("parties.0.code", "AZE"), ("parties.1.code", "KAZ")]);
    register.record(&official(state), &identity, &parties).await.expect("recorded").id
}

async fn save(register: &Register, id: i64, state: &str, section: SectionCode, base: i32) {
    let typed = match section {
        SectionCode::Life => {
            values(&[("events.0.kind", "signed"), ("events.0.date", "2017-04-05")])
        }
        _ => values(&[("sources.0.title", "Example gazette")]),
    };
    let reason = Some("As printed in the gazette".to_owned());
    register
        .save_section(&official(state), id, section, base, &typed, reason)
        .await
        .expect("saved");
}

/// A published record of the State, in version 4.
async fn published(register: &Register, state: &str) -> i64 {
    let id = begun(register, state).await;
    save(register, id, state, SectionCode::Life, 1).await;
    save(register, id, state, SectionCode::References, 2).await;
    register.set_published(&official(state), id, true).await.expect("published");
    id
}

/// The last lines, the first of them first.
async fn lines(register: &Register) -> Vec<Line> {
    let page = register.log(&administrator(), &Wanted::default()).await.expect("the log");
    page.lines.into_iter().rev().collect()
}

/// Verifies, and finds nothing broken.
async fn intact(register: &Register) -> Verified {
    let verified = register.verify().await.expect("verified");
    assert!(verified.faults.is_empty(), "{:?}", verified.faults);
    verified
}

/// What the lines tell that were written since this was asked for last.
struct Watched<'a> {
    register: &'a Register,
    last: i64,
}

impl Watched<'_> {
    async fn told(&mut self) -> Vec<(String, Option<i64>, Option<i32>, Option<String>)> {
        let mut told = Vec::new();
        for line in lines(self.register).await {
            if line.number > self.last {
                self.last = line.number;
                let of = line.told;
                told.push((of.act, of.number, of.version, of.detail));
            }
        }
        told
    }

    /// Exactly one line was written, and it tells this.
    async fn expect(&mut self, act: &str, number: i64, version: Option<i32>, detail: &str) {
        let detail = (!detail.is_empty()).then(|| detail.to_owned());
        let expected = (act.to_owned(), Some(number), version, detail);
        assert_eq!(self.told().await, [expected]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_change_of_a_record_is_one_line_of_the_log() {
    Box::pin(on_both(async |register| {
        let mut watched = Watched { register: &register, last: 0 };
        let (of_azerbaijan, of_kazakhstan) = (official("AZE"), official("KAZ"));
        let id = begun(&register, "AZE").await;
        watched.expect("recorded", id, Some(1), "").await;
        save(&register, id, "AZE", SectionCode::Life, 1).await;
        watched.expect("saved", id, Some(2), "life").await;
        save(&register, id, "AZE", SectionCode::References, 2).await;
        watched.expect("saved", id, Some(3), "references").await;
        register.set_published(&of_azerbaijan, id, true).await.expect("published");
        watched.expect("published", id, Some(4), "").await;
        let life = SectionCode::Life;
        register.answer(&of_kazakhstan, id, life, 4, None, None).await.expect("confirmed");
        watched.expect("section_confirmed", id, None, "life").await;

        let items = [Item::Agreement(id)];
        assert_eq!(register.say_still_so(&of_azerbaijan, &items).await.expect("said"), 1);
        watched.expect("still_so", id, None, "").await;
        assert_eq!(register.say_still_so(&of_azerbaijan, &items).await.expect("said"), 0);
        assert!(watched.told().await.is_empty());
        assert_eq!(register.take_back_still_so(&of_azerbaijan).await.expect("taken back"), 1);
        watched.expect("still_so_taken_back", id, None, "").await;

        let draft = begun(&register, "AZE").await;
        watched.expect("recorded", draft, Some(1), "").await;
        register.set_discarded(&of_azerbaijan, draft, true).await.expect("put away");
        watched.expect("put_away", draft, None, "").await;
        register.set_discarded(&of_azerbaijan, draft, false).await.expect("taken out");
        watched.expect("taken_out", draft, None, "").await;

        let other = published(&register, "KAZ").await;
        assert_eq!(watched.told().await.len(), 4);
        let kept = id.to_string();
        register.merge(&of_kazakhstan, id, other, WHY).await.expect("merged");
        watched.expect("merged", other, None, &kept).await;
        register.unmerge(&of_kazakhstan, id, other).await.expect("taken apart");
        watched.expect("merge_undone", other, None, &kept).await;
        register.set_told_apart(&of_kazakhstan, other, id, true).await.expect("told apart");
        watched.expect("told_apart", id, None, &other.to_string()).await;
        register.set_told_apart(&of_kazakhstan, other, id, false).await.expect("taken back");
        watched.expect("told_apart_undone", id, None, &other.to_string()).await;

        let day = register.clock().today();
        let frozen = register.freeze(&coordinator(), day).await.expect("frozen");
        watched.expect("frozen", frozen, None, "").await;
        // The same register is not frozen twice.
        assert_eq!(register.freeze(&coordinator(), day).await.expect("frozen"), frozen);
        assert!(watched.told().await.is_empty());
        intact(&register).await;
    }))
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn entries_accounts_and_lists_taken_away_are_in_the_log_and_no_address_that_was_typed() {
    Box::pin(on_both(async |register| {
        let mut watched = Watched { register: &register, last: 0 };
        let about = values(&[
            ("title_en", "Example meeting"),
            ("date", "2026-04-01"),
            ("format", "hybrid"),
        ]);
        let meeting = register
            .begin_entry(&coordinator(), EntryKind::Meeting, Place::default(), &about)
            .await
            .expect("begun")
            .id;
        let told = watched.told().await;
        assert_eq!(told.len(), 1);
        assert_eq!((told[0].1, told[0].2), (Some(meeting), Some(1)));
        let entry = register.entry(&coordinator(), meeting).await.expect("seen");
        register.export_registrations(&coordinator(), &entry).await.expect("exported");
        watched.expect("registrations_exported", meeting, None, "0").await;

        let (email, password) = ("official@example.org", "a quiet morning in May");
        let new = NewAccount {
            email: email.into(),
            name: "Example Official".into(),
            role: Role::Official,
            state: Some("AZE".into()),
            password: password.into(),
        };
        let id = register.add_account(new).await.expect("made");
        watched.expect("account_made", id, None, "official").await;
        let signed_in = register.sign_in(email, password.into(), "").await.expect("an answer");
        assert!(signed_in.is_some());
        watched.expect("signed_in", id, None, "").await;
        let refused = register.sign_in(email, "not that one".into(), "").await.expect("an answer");
        assert!(refused.is_none());
        watched.expect("sign_in_refused", id, None, "").await;
        let other = "a.password@by.mistake";
        let refused = register.sign_in(other, password.into(), "").await.expect("an answer");
        assert!(refused.is_none());
        let line = lines(&register).await.pop().expect("a line");
        assert_eq!((line.told.act.as_str(), line.told.number), ("sign_in_refused", None));
        assert!(!format!("{line:?}").contains("mistake"), "{line:?}");
        watched.told().await;
        register.reset_password(email, "a quiet evening in May".into()).await.expect("reset");
        watched.expect("password_changed", id, None, "").await;
        register.disable_account(email).await.expect("disabled");
        watched.expect("account_disabled", id, None, "").await;
        intact(&register).await;
    }))
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_is_refused_leaves_no_line() {
    on_both(async |register| {
        let id = begun(&register, "AZE").await;
        let before = lines(&register).await;
        let (own, stranger) = (official("AZE"), official("KAZ"));
        let life = SectionCode::Life;
        let right = values(&[("events.0.kind", "signed"), ("events.0.date", "2017-04-05")]);
        let wrong = values(&[("events.0.kind", "signed"), ("events.0.date", "some day")]);
        let by_stranger = register.save_section(&stranger, id, life, 1, &right, None).await;
        assert!(matches!(by_stranger, Err(Error::NotFound)));
        let mistyped = register.save_section(&own, id, life, 1, &wrong, None).await;
        assert!(matches!(mistyped, Err(Error::Invalid(_))));
        let too_early = register.set_published(&own, id, true).await;
        assert!(matches!(too_early, Err(Error::Incomplete(_))));
        assert_eq!(lines(&register).await, before);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_is_in_the_log_and_a_try_that_is_not_looked_at_is_not() {
    on_both(async |register| {
        let mut watched = Watched { register: &register, last: 0 };
        let (email, first, second) =
            ("official@example.org", "a quiet morning in May", "a quiet evening in May");
        let new = NewAccount {
            email: email.into(),
            name: "Example Official".into(),
            role: Role::Official,
            state: Some("AZE".into()),
            password: first.into(),
        };
        let id = register.add_account(new).await.expect("made");
        let signed_in = register.sign_in(email, first.into(), "").await.expect("an answer");
        let (_, actor) = signed_in.and_then(Opened::session).expect("signed in");
        watched.told().await;
        let change = |current: &str| PasswordChange {
            current: current.into(),
            new: second.into(),
            again: second.into(),
        };
        let refused = register.change_password(&actor, change("not that one"), "").await;
        assert!(matches!(refused, Err(Error::NewPassword(_))));
        assert!(watched.told().await.is_empty());
        register.change_password(&actor, change(first), "").await.expect("changed");
        watched.expect("password_changed", id, None, "").await;
        let line = lines(&register).await.pop().expect("a line");
        assert_eq!(line.told.account_id, Some(id), "who owns it did it");

        for _ in 0..5 {
            let refused = register.sign_in(email, first.into(), "").await.expect("an answer");
            assert!(refused.is_none());
            watched.expect("sign_in_refused", id, None, "").await;
        }
        let slowed = register.sign_in(email, first.into(), "").await;
        assert!(matches!(slowed, Err(Error::TooMany { .. })));
        assert!(watched.told().await.is_empty());
        intact(&register).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn administrators_alone_read_the_log_and_find_lines_in_it() {
    on_both(async |register| {
        let id = published(&register, "AZE").await;
        register.clock().advance(TimeDelta::days(2));
        let other = begun(&register, "KAZ").await;
        for actor in [Actor::Reader, official("AZE"), coordinator()] {
            let refused = register.log(&actor, &Wanted::default()).await;
            assert!(matches!(refused, Err(Error::NotAllowed)), "{actor:?}");
        }
        let find = async |wanted: Wanted| {
            let page = register.log(&administrator(), &wanted).await.expect("the log");
            page.lines.iter().map(|line| line.number).collect::<Vec<_>>()
        };
        let all = Wanted::default;
        assert_eq!(find(all()).await, [5, 4, 3, 2, 1]);
        assert_eq!(find(Wanted { number: Some(other), ..all() }).await, [5]);
        let kind = Some(SubjectKind::Agreement);
        assert_eq!(find(Wanted { kind, number: Some(id), ..all() }).await, [4, 3, 2, 1]);
        assert!(find(Wanted { kind: Some(SubjectKind::Entry), ..all() }).await.is_empty());
        let day = |text: &str| Some(text.parse::<NaiveDate>().expect("a day"));
        assert_eq!(find(Wanted { from: day("2026-03-02"), ..all() }).await, [5]);
        assert_eq!(find(Wanted { until: day("2026-03-01"), ..all() }).await, [4, 3, 2, 1]);
        assert_eq!(find(Wanted { before: Some(3), ..all() }).await, [2, 1]);
        let email = Some("nobody@example.org".to_owned());
        assert!(find(Wanted { email, ..all() }).await.is_empty());
        // Why a draft was changed is told in its history, to those who may read it.
        assert!(lines(&register).await.iter().all(|line| line.told.reason.is_none()));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_history_names_the_line_of_each_version_to_accounts() {
    on_both(async |register| {
        let id = published(&register, "AZE").await;
        let record = register.agreement(&Actor::Reader, id).await.expect("seen");
        let versions = [1, 2, 3, 4, 5];
        let marks = register.log_of_record(&official("TUR"), &record, &versions).await;
        let marks = marks.expect("asked");
        assert_eq!(marks.len(), 4);
        let lines = lines(&register).await;
        let line = lines.iter().find(|line| line.told.version == Some(4)).expect("a line");
        assert_eq!((marks[&4].number, &marks[&4].hash), (line.number, &line.hash));
        let of_reader = register.log_of_record(&Actor::Reader, &record, &versions).await;
        assert!(of_reader.expect("asked").is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_is_in_the_log_record_by_record() {
    on_both(async |register| {
        register.seed().await.expect("loaded");
        let verified = intact(&register).await;
        let counts = verified.counts;
        assert_eq!((counts.records, counts.revisions), (65, 65));
        assert_eq!(counts.lines, counts.revisions + counts.entry_revisions);
        assert_eq!(verified.end.number.unsigned_abs(), counts.lines);
        register.seed().await.expect("loaded again");
        assert_eq!(intact(&register).await.end, verified.end);
        register.generate(20, 7, |_, _| ()).await.expect("generated");
        assert_eq!(intact(&register).await.counts.lines, counts.lines + 20);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn writers_at_the_same_time_make_no_fork() {
    on_both(async |register| {
        let writers: Vec<_> = (0..12)
            .map(|number| {
                let register = register.clone();
                let state = if number % 2 == 0 { "AZE" } else { "KAZ" };
                tokio::spawn(async move { published(&register, state).await })
            })
            .collect();
        for writer in writers {
            writer.await.expect("written");
        }
        let verified = intact(&register).await;
        assert_eq!((verified.counts.lines, verified.end.number), (48, 48));
    })
    .await;
}

/// A register on each database, with a connection of somebody who goes around the register.
async fn on_both_with_a_back_door(test: impl AsyncFn(Register, DatabaseConnection)) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let sqlite = format!("sqlite://{}/register.db?mode=rwc", folder.path().display());
    for url in [sqlite, fresh_postgres().await] {
        let clock = Clock::standing(NOW.parse().expect("an instant"));
        let register = Register::open(&url, clock).await.expect("the database opens");
        register.migrate().await.expect("the schema");
        let connection = Database::connect(&url).await.expect("the database opens");
        test(register.clone(), connection.clone()).await;
        connection.close().await.expect("the connection closes");
        register.close().await.expect("the database closes");
    }
}

async fn run(connection: &DatabaseConnection, statement: &str) {
    connection
        .execute_unprepared(statement)
        .await
        .unwrap_or_else(|error| panic!("{statement}: {error}"));
}

/// Takes away what makes the database refuse changes.
async fn unlock(connection: &DatabaseConnection) {
    for table in ["audit", "revision", "confirmation", "frozen"] {
        if connection.get_database_backend() == DatabaseBackend::Sqlite {
            for what in ["UPDATE", "DELETE"] {
                run(connection, &format!("DROP TRIGGER {table}_stays_{what}")).await;
            }
        } else {
            run(connection, &format!("DROP TRIGGER {table}_stays ON {table}")).await;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_database_refuses_to_change_the_log() {
    on_both_with_a_back_door(async |register, connection| {
        begun(&register, "AZE").await;
        let mut statements = vec![
            "UPDATE audit SET author = 'Somebody else'",
            "DELETE FROM audit",
            // A second line that follows the first one's predecessor would be a fork.
            "INSERT INTO audit SELECT 2, at, account_id, author, act, subject_kind, 9, version, \
             detail, content_hash, reason, request_id, previous_hash, 'other' FROM audit",
        ];
        if connection.get_database_backend() == DatabaseBackend::Sqlite {
            statements.push(
                "INSERT OR REPLACE INTO audit SELECT id, at, account_id, 'Somebody else', act, \
                 subject_kind, subject_id, version, detail, content_hash, reason, request_id, \
                 previous_hash, hash FROM audit",
            );
        } else {
            statements.push("TRUNCATE audit");
        }
        for statement in statements {
            assert!(connection.execute_unprepared(statement).await.is_err(), "{statement}");
        }
        intact(&register).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_changed_behind_the_registers_back_is_found() {
    Box::pin(on_both_with_a_back_door(async |register, connection| {
        let id = published(&register, "AZE").await;
        let life = SectionCode::Life;
        register.answer(&official("KAZ"), id, life, 4, None, None).await.expect("confirmed");
        let frozen = register.freeze(&coordinator(), register.clock().today()).await;
        let frozen = frozen.expect("frozen");
        let faults = async || register.verify().await.expect("verified").faults;
        intact(&register).await;
        unlock(&connection).await;
        let kind = SubjectKind::Agreement;
        // What somebody does, what is found, and how it is put right again.
        for (done, found, undone) in [
            (
                "UPDATE audit SET reason = 'Another' WHERE id = 2",
                vec![Fault::Line { number: 2, how: Break::Altered }],
                "UPDATE audit SET reason = 'As printed in the gazette' WHERE id = 2",
            ),
            (
                "UPDATE revision SET content = replace(content, 'seasonal', 'forestry') \
                 WHERE version = 1",
                vec![Fault::RevisionChanged { number: 1, kind, key: (id, 1) }],
                "UPDATE revision SET content = replace(content, 'forestry', 'seasonal') \
                 WHERE version = 1",
            ),
            (
                "UPDATE revision SET author = 'Somebody else' WHERE version = 2",
                vec![Fault::RevisionChanged { number: 2, kind, key: (id, 2) }],
                "UPDATE revision SET author = 'Example Official (AZE)' WHERE version = 2",
            ),
            (
                "UPDATE agreement SET content = replace(content, 'seasonal', 'forestry')",
                vec![Fault::UnlikeNewest { kind, id }],
                "UPDATE agreement SET content = replace(content, 'forestry', 'seasonal')",
            ),
            (
                "UPDATE agreement SET published_at = NULL",
                vec![Fault::UnlikeNewest { kind, id }],
                "UPDATE agreement SET published_at = changed_at",
            ),
            (
                "UPDATE confirmation SET word = 'contested'",
                vec![Fault::SaidWithoutLine { id: 1 }],
                "UPDATE confirmation SET word = 'confirmed'",
            ),
            (
                "UPDATE frozen SET hash = 'x' || hash",
                vec![Fault::FrozenChanged { id: frozen }],
                "UPDATE frozen SET hash = substr(hash, 2)",
            ),
        ] {
            run(&connection, done).await;
            assert_eq!(faults().await, found, "{done}");
            run(&connection, undone).await;
            intact(&register).await;
        }
        run(&connection, "DELETE FROM audit WHERE id = 2").await;
        let found = faults().await;
        assert!(found.contains(&Fault::Line { number: 3, how: Break::Gap }), "{found:?}");
        assert!(found.contains(&Fault::RevisionWithoutLine { kind, key: (id, 2) }), "{found:?}");
        run(&connection, "DELETE FROM revision WHERE version = 3").await;
        let found = faults().await;
        let gone = Fault::RevisionGone { number: 3, kind, key: (id, 3) };
        assert!(found.contains(&gone), "{found:?}");
        assert!(found.contains(&Fault::VersionsMissing { kind, id }), "{found:?}");
    }))
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_there_before_the_log_is_found_when_it_begins() {
    on_both_with_a_back_door(async |register, connection| {
        let id = published(&register, "AZE").await;
        register
            .answer(&official("KAZ"), id, SectionCode::Life, 4, None, None)
            .await
            .expect("said");
        let today = register.clock().today();
        register.freeze(&coordinator(), today).await.expect("frozen");
        register.seed().await.expect("loaded");
        let before = intact(&register).await.counts;
        // As an older program left it.
        unlock(&connection).await;
        run(&connection, "DELETE FROM audit").await;
        register.clock().advance(TimeDelta::days(1));
        register.migrate().await.expect("the schema");

        let verified = intact(&register).await;
        assert_eq!(verified.counts, before);
        let found = LogAct::FoundAtMigration.code();
        let now = register.clock().now();
        for line in lines(&register).await {
            assert_eq!((line.told.act.as_str(), line.told.at), (found, now), "{line:?}");
        }
        // It goes on from there, and is not begun again.
        register.migrate().await.expect("the schema");
        register.set_published(&official("AZE"), id, false).await.expect("withdrawn");
        assert_eq!(intact(&register).await.counts.lines, before.lines + 1);
    })
    .await;
}
