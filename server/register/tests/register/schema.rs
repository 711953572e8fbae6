//! The schema: every step up, down and up again, and what the database itself refuses.

use std::collections::BTreeSet;

use crate::common::{NOW, fresh_postgres};
use domain::{
    account::Actor,
    search::{Facet, Query},
};
use migrations::{Migrator, MigratorTrait};
use register::{Clock, Register};
use sea_orm::{ConnectionTrait, Database, Statement};

#[tokio::test]
async fn every_step_runs_up_down_and_up_again_on_both_databases() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let sqlite = format!("sqlite://{}/schema.db?mode=rwc", folder.path().display());
    for url in [sqlite, fresh_postgres().await] {
        let connection = Database::connect(&url).await.expect("the database opens");
        Migrator::up(&connection, None).await.expect("up");
        Migrator::down(&connection, None).await.expect("down");
        Migrator::up(&connection, None).await.expect("up again");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_older_program_took_out_of_the_records_is_made_anew() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let sqlite = format!("sqlite://{}/older.db?mode=rwc", folder.path().display());
    for url in [sqlite, fresh_postgres().await] {
        let clock = Clock::standing(NOW.parse().expect("an instant"));
        let register = Register::open(&url, clock.clone()).await.expect("the database opens");
        register.migrate().await.expect("the schema");
        register.seed().await.expect("the starter data");
        let members = Query::default().with(Facet::Group, "almaty:member");
        let count = async |register: &Register| {
            register.list(&Actor::Reader, &members).await.expect("a list").total
        };
        let before = count(&register).await;
        assert!(before > 30, "{before}");
        register.close().await.expect("the database closes");

        let connection = Database::connect(&url).await.expect("the database opens");
        for statement in ["DELETE FROM agreement_group", "UPDATE index_state SET version = 1"] {
            connection.execute_unprepared(statement).await.expect("as an older program left it");
        }
        let register = Register::open(&url, clock).await.expect("the database opens");
        assert_eq!(count(&register).await, 0);
        register.migrate().await.expect("the schema");
        assert_eq!(count(&register).await, before);
        register.close().await.expect("the database closes");
    }
}

/// Tables that no page which is kept, and nothing that lists and counts are made of, is taken from; and
/// those that change only together with a row of a table that counts.
const COUNTS_NOT: [&str; 35] = [
    "account",
    "account_link",
    "agreement_branch",
    "agreement_commission",
    "agreement_criterion",
    "agreement_event",
    "agreement_finding",
    "agreement_group",
    "agreement_link",
    "agreement_objective",
    "agreement_party",
    "agreement_sector",
    "agreement_words",
    "audit",
    "bucket",
    "calendar_token",
    "entry_revision",
    "entry_target",
    "half_session",
    "index_state",
    "job",
    "job_file",
    "known_browser",
    "last_change",
    "mail_setting",
    "notice",
    "offered_secret",
    "origin",
    "recovery_code",
    "registration",
    "revision",
    "seaql_migrations",
    "second_factor",
    "session",
    "two_people",
];

/// What is kept in memory would go on saying what was, if a table did not count.
#[tokio::test]
async fn every_table_raises_the_version_of_the_register_or_is_known_not_to() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let sqlite = format!("sqlite://{}/schema.db?mode=rwc", folder.path().display());
    for url in [sqlite, fresh_postgres().await] {
        let connection = Database::connect(&url).await.expect("the database opens");
        Migrator::up(&connection, None).await.expect("up");
        let (tables, triggers) = if url.starts_with("postgres") {
            (
                "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'",
                "SELECT DISTINCT event_object_table::text FROM information_schema.triggers \
                 WHERE action_statement LIKE '%change_is_counted%' \
                 GROUP BY 1 HAVING count(DISTINCT event_manipulation) = 3",
            )
        } else {
            (
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' \
                 AND name NOT LIKE 'agreement!_words!_%' ESCAPE '!'",
                "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%last_change%' \
                 GROUP BY 1 HAVING count(*) = 3",
            )
        };
        let backend = connection.get_database_backend();
        let named = async |sql: &str| -> BTreeSet<String> {
            let rows = connection.query_all_raw(Statement::from_string(backend, sql)).await;
            let names = rows.expect("the names").into_iter();
            names.map(|row| row.try_get_by_index(0).expect("a name")).collect()
        };
        let known: BTreeSet<String> =
            named(triggers).await.into_iter().chain(COUNTS_NOT.map(str::to_owned)).collect();
        assert_eq!(known, named(tables).await);
    }
}

#[tokio::test]
async fn the_database_refuses_to_change_or_delete_a_revision() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let sqlite = format!("sqlite://{}/schema.db?mode=rwc", folder.path().display());
    for url in [sqlite, fresh_postgres().await] {
        let connection = Database::connect(&url).await.expect("the database opens");
        Migrator::up(&connection, None).await.expect("up");
        for statement in [
            "INSERT INTO agreement (id, version, content, created_at, changed_at, title, coded) \
             VALUES (1, 1, '{}', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '', false)",
            "INSERT INTO revision (agreement_id, version, content, published, at, author, act) \
             VALUES (1, 1, '{}', false, '2026-01-01T00:00:00Z', 'Example', 'recorded')",
            "INSERT INTO entry (id, kind, recorded_for, version, content, title, created_at, changed_at) \
             VALUES (1, 'meeting', false, 1, '{}', '', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z')",
            "INSERT INTO entry_revision (entry_id, version, content, published, at, author, act) \
             VALUES (1, 1, '{}', false, '2026-01-01T00:00:00Z', 'Example', 'recorded')",
            "INSERT INTO heard (kind, item_id, state, day, at, account_id, author) \
             VALUES ('agreement', 1, 'AZE', '2026-01-01', '2026-01-01T00:00:00Z', 1, 'Example')",
        ] {
            connection.execute_unprepared(statement).await.expect("written");
        }
        for statement in [
            "UPDATE revision SET author = 'Somebody else'",
            "DELETE FROM revision",
            "UPDATE entry_revision SET author = 'Somebody else'",
            "DELETE FROM entry_revision",
            "UPDATE heard SET author = 'Somebody else'",
            "DELETE FROM heard",
        ] {
            let refused = connection.execute_unprepared(statement).await;
            assert!(
                refused.is_err_and(|error| error.to_string().contains("never changed")),
                "{statement}"
            );
        }
    }
}
