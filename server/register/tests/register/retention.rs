//! The statement on how long data is kept names every table.

use std::{collections::BTreeSet, fs, path::Path};

use migrations::{Migrator, MigratorTrait};
use sea_orm::{ConnectionTrait, Database, DatabaseBackend, Statement};

#[tokio::test]
async fn the_statement_on_how_long_data_is_kept_names_every_table_and_no_other() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let url = format!("sqlite://{}/schema.db?mode=rwc", folder.path().display());
    let connection = Database::connect(&url).await.expect("the database opens");
    Migrator::up(&connection, None).await.expect("up");
    let all = "SELECT name FROM sqlite_master WHERE type = 'table'";
    let rows = connection
        .query_all_raw(Statement::from_string(DatabaseBackend::Sqlite, all))
        .await
        .expect("the tables");
    // What SQLite makes for itself and for its index of words.
    let is_own =
        |name: &String| !name.starts_with("sqlite_") && !name.starts_with("agreement_words_");
    let tables: BTreeSet<String> = rows
        .iter()
        .map(|row| row.try_get_by_index::<String>(0).expect("a name"))
        .filter(is_own)
        .collect();

    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/RETENTION.md");
    let text = fs::read_to_string(path).expect("the statement");
    let named: BTreeSet<String> = text
        .lines()
        .filter(|line| line.starts_with("| `"))
        .filter_map(|line| line.split('|').nth(1))
        .flat_map(|cell| cell.split('`').skip(1).step_by(2))
        .map(str::to_owned)
        .collect();
    assert_eq!(named, tables, "the tables that docs/RETENTION.md names, and those that there are");
}
