//! The schema: every step up, down and up again, and what the database itself refuses.

use crate::common::fresh_postgres;
use migrations::{Migrator, MigratorTrait};
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
        ] {
            connection.execute_unprepared(statement).await.expect("written");
        }
        for statement in ["UPDATE revision SET author = 'Somebody else'", "DELETE FROM revision"] {
            let refused = connection.execute_unprepared(statement).await;
            assert!(
                refused.is_err_and(|error| error.to_string().contains("never changed")),
                "{statement}"
            );
        }
    }
}
