//! The schema: every step up, down and up again, and what the database itself refuses.

use crate::common::{NOW, fresh_postgres};
use domain::{
    account::Actor,
    search::{Facet, Query},
};
use migrations::{Migrator, MigratorTrait};
use register::{Clock, Register};
use sea_orm::{ConnectionTrait, Database};

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
        let register = Register::open(&url, clock).await.expect("the database opens");
        register.migrate().await.expect("the schema");
        register.seed().await.expect("the starter data");
        let members = Query::default().with(Facet::Group, "almaty:member");
        let count = async || register.list(&Actor::Reader, &members).await.expect("a list").total;
        let before = count().await;
        assert!(before > 30, "{before}");

        let connection = Database::connect(&url).await.expect("the database opens");
        for statement in ["DELETE FROM agreement_group", "UPDATE index_state SET version = 1"] {
            connection.execute_unprepared(statement).await.expect("as an older program left it");
        }
        assert_eq!(count().await, 0);
        register.migrate().await.expect("the schema");
        assert_eq!(count().await, before);
        register.close().await.expect("the database closes");
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
