//! The drill: a register is backed up, wiped and restored, and is what it was, row by row.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{
    common::{fresh_postgres, official},
    filled::{clock, fill, found, list, open, record, sqlite},
};
use chrono::TimeDelta;
use migrations::{Migrator, MigratorTrait};
use register::{
    Register,
    backup::{KeepingError, MADE_ANEW, Manifest, back_up, restore},
};
use sea_orm::{ConnectionTrait, Database, Statement};
use tempfile::TempDir;

/// A filled register on each database, with its address and a backup of it, taken while it is open.
struct Drill {
    url: String,
    register: Register,
    record: i64,
    backup: PathBuf,
    manifest: Manifest,
    folder: TempDir,
}

async fn drills() -> Vec<Drill> {
    let mut drills = Vec::new();
    for postgres in [None, Some(fresh_postgres().await)] {
        let folder = tempfile::tempdir().expect("a folder");
        let url = postgres.unwrap_or_else(|| sqlite(folder.path()));
        let register = open(&url).await;
        let record = fill(&register).await;
        let done = back_up(&url, &clock(), &folder.path().join("backups"), None).await;
        let done = done.expect("backed up");
        let (backup, manifest) = (done.folder, done.manifest);
        drills.push(Drill { url, register, record, backup, manifest, folder });
    }
    drills
}

/// An empty database of the same kind.
async fn empty(drill: &Drill) -> String {
    if drill.url.starts_with("postgres") {
        return fresh_postgres().await;
    }
    let folder = drill.folder.path().join("empty");
    fs::create_dir_all(&folder).expect("a folder");
    sqlite(&folder)
}

/// The manifest of a backup of what is at `url`, taken into a folder of its own.
async fn told_of(url: &str, folder: &Path) -> Manifest {
    let folder = folder.join(url.replace(|char: char| !char.is_alphanumeric(), "_"));
    back_up(url, &clock(), &folder, None).await.expect("backed up").manifest
}

#[tokio::test(flavor = "multi_thread")]
async fn a_register_that_was_wiped_and_restored_is_what_it_was() {
    for drill in drills().await {
        let before = list(&drill.register).await;
        assert!(before.len() > 60, "{}", before.len());
        // The register goes on after the backup; what is restored is the backup.
        record(&drill.register, &official("AZE")).await;
        drill.register.close().await.expect("closed");

        let url = if drill.url.starts_with("postgres") {
            fresh_postgres().await
        } else {
            let file = drill.folder.path().join("register.db");
            fs::remove_file(&file).expect("wiped");
            // Nothing that lay beside the old file may find its way into the new one.
            fs::write(drill.folder.path().join("register.db-wal"), "left").expect("a file");
            drill.url.clone()
        };
        let restored = restore(&url, &drill.backup).await.expect("restored");
        assert_eq!(restored, drill.manifest);
        let again = told_of(&url, drill.folder.path()).await;
        assert_eq!(again.tables, drill.manifest.tables);

        let register = open(&url).await;
        assert_eq!(list(&register).await, before);
        assert_eq!(found(&register, "quoted").await, 1);
        let id = record(&register, &official("AZE")).await;
        assert!(id > drill.record);
        let verified = register.verify().await.expect("verified");
        assert!(verified.counts.lines > 0 && verified.faults.is_empty(), "{verified:?}");
        register.close().await.expect("closed");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_goes_into_a_register_that_has_its_schema_and_no_rows() {
    for drill in drills().await {
        let url = empty(&drill).await;
        open(&url).await.close().await.expect("closed");
        restore(&url, &drill.backup).await.expect("restored");
        let register = open(&url).await;
        assert_eq!(list(&register).await, list(&drill.register).await);
        register.close().await.expect("closed");
        drill.register.close().await.expect("closed");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_register_with_rows_is_not_overwritten() {
    for drill in drills().await {
        let before = list(&drill.register).await;
        let refused = restore(&drill.url, &drill.backup).await;
        assert!(matches!(refused, Err(KeepingError::NotEmpty(_))), "{refused:?}");
        assert_eq!(list(&drill.register).await, before);
        drill.register.close().await.expect("closed");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_with_a_changed_byte_is_refused_and_nothing_is_restored() {
    for drill in drills().await {
        let file = drill.backup.join(drill.manifest.database.file());
        let mut bytes = fs::read(&file).expect("the database's file");
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(&file, bytes).expect("changed");
        let url = empty(&drill).await;
        let refused = restore(&url, &drill.backup).await;
        assert!(matches!(refused, Err(KeepingError::Damaged(_))), "{refused:?}");
        let register = open(&url).await;
        assert_eq!(list(&register).await, Vec::<String>::new());
        register.close().await.expect("closed");
        drill.register.close().await.expect("closed");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_whose_manifest_promises_other_rows_is_refused() {
    for drill in drills().await {
        let path = drill.backup.join("manifest.json");
        let mut manifest = drill.manifest.clone();
        manifest.tables.get_mut("revision").expect("a table").sha256 = "0".repeat(64);
        fs::write(&path, serde_json::to_vec(&manifest).expect("JSON")).expect("changed");
        let refused = restore(&empty(&drill).await, &drill.backup).await;
        assert!(
            matches!(&refused, Err(KeepingError::Differs(tables)) if tables == &["revision"]),
            "{refused:?}"
        );
        drill.register.close().await.expect("closed");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_of_a_newer_program_or_of_the_other_database_is_refused() {
    let drills = drills().await;
    let refused = restore(&empty(&drills[1]).await, &drills[0].backup).await;
    assert!(matches!(refused, Err(KeepingError::OtherDatabase { .. })), "{refused:?}");
    for drill in drills {
        let manifest = Manifest { schema: "m9999_later".into(), ..drill.manifest.clone() };
        let path = drill.backup.join("manifest.json");
        fs::write(&path, serde_json::to_vec(&manifest).expect("JSON")).expect("changed");
        let refused = restore(&empty(&drill).await, &drill.backup).await;
        assert!(matches!(refused, Err(KeepingError::Newer { .. })), "{refused:?}");
        drill.register.close().await.expect("closed");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_of_an_older_schema_is_brought_to_the_newest() {
    let folder = tempfile::tempdir().expect("a folder");
    let older = folder.path().join("older");
    fs::create_dir_all(&older).expect("a folder");
    for (old, new, backups) in [
        (sqlite(&older), sqlite(folder.path()), "of-sqlite"),
        (fresh_postgres().await, fresh_postgres().await, "of-postgresql"),
    ] {
        let connection = Database::connect(&old).await.expect("the database opens");
        Migrator::up(&connection, Some(2)).await.expect("two steps");
        let agreement = "INSERT INTO agreement \
            (id, version, content, created_at, changed_at, title, coded) VALUES \
            (7, 1, '{}', '2026-01-01T00:00:00+00:00', '2026-01-01T00:00:00+00:00', 'Older', false)";
        connection.execute_unprepared(agreement).await.expect("written");
        let done = back_up(&old, &clock(), &folder.path().join(backups), None).await;
        let done = done.expect("backed up");
        connection.close().await.expect("closed");
        assert_eq!(done.manifest.schema, "m0002_agreements");
        restore(&new, &done.folder).await.expect("restored");
        let register = Register::open(&new, clock()).await.expect("the database opens");
        assert!(register.is_ready().await.expect("an answer"), "the schema is the newest");
        register.close().await.expect("closed");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_register_goes_on_being_written_while_it_is_backed_up() {
    for drill in drills().await {
        let writing = async {
            for _ in 0..5 {
                record(&drill.register, &official("AZE")).await;
            }
        };
        let later = clock();
        later.advance(TimeDelta::seconds(1));
        let backups = drill.folder.path().join("backups");
        let backing_up = back_up(&drill.url, &later, &backups, None);
        let ((), done) = tokio::join!(writing, backing_up);
        let done = done.expect("backed up");
        // Each record with its revision, or without both.
        let rows =
            |table: &str| done.manifest.tables[table].rows - drill.manifest.tables[table].rows;
        assert_eq!(rows("agreement"), rows("revision"));
        assert!(rows("agreement") <= 5);
        drill.register.close().await.expect("closed");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sqlite_register_that_is_open_elsewhere_is_not_replaced() {
    let folder = tempfile::tempdir().expect("a folder");
    let (full, used) = (folder.path().join("full"), folder.path().join("used"));
    for made in [&full, &used] {
        fs::create_dir_all(made).expect("a folder");
    }
    open(&sqlite(&full)).await.close().await.expect("closed");
    let backups = folder.path().join("backups");
    let done = back_up(&sqlite(&full), &clock(), &backups, None).await.expect("backed up");
    let register = open(&sqlite(&used)).await;
    let refused = restore(&sqlite(&used), &done.folder).await;
    assert!(matches!(refused, Err(KeepingError::InUse)), "{refused:?}");
    register.close().await.expect("closed");
    restore(&sqlite(&used), &done.folder).await.expect("restored");
}

/// A table that somebody adds is backed up, compared and moved without being named anywhere; these are the
/// only ones that are not.
#[tokio::test(flavor = "multi_thread")]
async fn every_table_is_kept_or_is_one_that_is_made_anew() {
    assert_eq!(MADE_ANEW, ["agreement_words", "last_change", "seaql_migrations"]);
    for drill in drills().await {
        let connection = Database::connect(&drill.url).await.expect("the database opens");
        let backend = connection.get_database_backend();
        let sql = if drill.url.starts_with("postgres") {
            "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'"
        } else {
            // What SQLite keeps for itself, and what its index of words keeps itself in.
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' \
             AND name NOT LIKE 'agreement\\_words\\_%' ESCAPE '\\'"
        };
        let rows = connection.query_all_raw(Statement::from_string(backend, sql)).await;
        let mut there: Vec<String> = rows
            .expect("the tables")
            .iter()
            .map(|row| row.try_get_by_index(0).expect("a name"))
            .collect();
        there.sort();
        let kept = drill.manifest.tables.keys().cloned();
        let mut known: Vec<String> = kept.chain(MADE_ANEW.map(str::to_owned)).collect();
        known.sort();
        assert_eq!(known, there);
        connection.close().await.expect("closed");
        drill.register.close().await.expect("closed");
    }
}
