//! From SQLite to PostgreSQL, without loss.

use crate::{
    common::{fresh_postgres, official},
    filled::{clock, fill, found, list, open, record, sqlite},
};
use domain::account::Actor;
use migrations::{Migrator, MigratorTrait};
use register::{
    Register,
    backup::{KeepingError, back_up},
    moving::move_register,
    signing_in::Opened,
};
use sea_orm::{ConnectionTrait, Database, Statement};

#[tokio::test(flavor = "multi_thread")]
async fn a_register_that_is_moved_to_postgresql_is_what_it_was_and_goes_on_there() {
    let folder = tempfile::tempdir().expect("a folder");
    let (old, new) = (sqlite(folder.path()), fresh_postgres().await);
    let register = open(&old).await;
    fill(&register).await;
    let last = record(&register, &official("AZE")).await;
    let before = list(&register).await;
    let words = found(&register, "workers").await;
    assert!(words > 0);
    register.close().await.expect("closed");
    // As if a hundred records had been there that are there no more.
    let connection = Database::connect(&old).await.expect("the database opens");
    let given = "UPDATE sqlite_sequence SET seq = seq + 100 WHERE name = 'agreement'";
    connection.execute_unprepared(given).await.expect("written");
    connection.close().await.expect("closed");

    let moved = move_register(&old, &new).await.expect("moved");
    for table in ["agreement", "revision", "confirmation", "entry", "account", "session"] {
        assert!(moved[table].rows > 0, "{table} is among what is moved");
    }
    // Both are looked at once more, by themselves.
    let backups = |name: &str| folder.path().join(name);
    let of_old = back_up(&old, &clock(), &backups("old"), None).await.expect("backed up");
    let of_new = back_up(&new, &clock(), &backups("new"), None).await.expect("backed up");
    assert_eq!(of_old.manifest.tables, moved);
    assert_eq!(of_new.manifest.tables, moved);

    let register = open(&new).await;
    assert_eq!(list(&register).await, before);
    assert_eq!(found(&register, "workers").await, words);
    // Also by the log of changes, which came with it and goes on.
    let verified = register.verify().await.expect("verified");
    assert!(verified.counts.lines > 0 && verified.faults.is_empty(), "{verified:?}");
    let password = "a quiet morning in May".to_owned();
    let signed_in = register.sign_in("official@example.org", password, "").await;
    let (_, actor) = signed_in.expect("an answer").and_then(Opened::session).expect("signed in");
    // A number that was given once is not given again.
    let id = record(&register, &actor).await;
    assert_eq!(id, last + 101);
    assert_eq!(found(&register, "quoted").await, 3);
    let later = register.verify().await.expect("verified");
    assert!(later.counts.lines > verified.counts.lines && later.faults.is_empty(), "{later:?}");
    register.close().await.expect("closed");

    // The foreign keys ask at once again, as before the move.
    let connection = Database::connect(&new).await.expect("the database opens");
    let sql = "SELECT COUNT(*) FROM pg_constraint WHERE condeferrable";
    let backend = connection.get_database_backend();
    let row = connection.query_one_raw(Statement::from_string(backend, sql)).await;
    let deferred: i64 =
        row.expect("an answer").expect("a row").try_get_by_index(0).expect("a number");
    assert_eq!(deferred, 0);
    connection.close().await.expect("closed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_register_is_not_moved_into_one_that_has_rows_nor_between_the_wrong_databases() {
    let folder = tempfile::tempdir().expect("a folder");
    let (old, new) = (sqlite(folder.path()), fresh_postgres().await);
    for (from, to) in [(&old, &new), (&new, &new), (&old, &old)] {
        let refused = move_register(from, to).await;
        let is_right = match (from == &new, to == &old) {
            (true, _) => matches!(refused, Err(KeepingError::NotFromSqlite)),
            (_, true) => matches!(refused, Err(KeepingError::NotToPostgres)),
            _ => matches!(refused, Err(KeepingError::NoRegister)),
        };
        assert!(is_right, "{refused:?}");
    }
    let register = open(&old).await;
    register.seed().await.expect("the starter register");
    register.close().await.expect("closed");
    let there = open(&new).await;
    record(&there, &official("AZE")).await;
    let refused = move_register(&old, &new).await;
    assert!(matches!(refused, Err(KeepingError::NotEmpty(_))), "{refused:?}");
    assert_eq!(list(&there).await.len(), 1);
    there.close().await.expect("closed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_register_with_an_older_schema_is_not_moved() {
    let folder = tempfile::tempdir().expect("a folder");
    let (old, new) = (sqlite(folder.path()), fresh_postgres().await);
    let connection = Database::connect(&old).await.expect("the database opens");
    Migrator::up(&connection, Some(3)).await.expect("three steps");
    connection.close().await.expect("closed");
    let refused = move_register(&old, &new).await;
    assert!(matches!(refused, Err(KeepingError::OldSchema)), "{refused:?}");
    let register = Register::open(&new, clock()).await.expect("the database opens");
    register.migrate().await.expect("the schema");
    assert!(register.agreement(&Actor::Reader, 1).await.is_err());
    register.close().await.expect("closed");
}
