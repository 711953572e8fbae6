//! The whole database, whatever tables it has: for backups, and for the move to the other database. The
//! tables are asked of the database itself, so that a new one is never forgotten.

mod contents;
mod copying;
mod tables;

pub use contents::{Content, Contents, contents};
pub use copying::copy;
pub use tables::{MADE_ANEW, first_with_rows, has_tables, last_step};

use std::{
    path::{Path, PathBuf},
    str::FromStr,
};

use migrations::{Migrator, MigratorTrait};
use sea_orm::{
    AccessMode, ConnectionTrait, DatabaseBackend, DatabaseConnection, DatabaseTransaction, DbErr,
    IsolationLevel, Statement, TransactionOptions, TransactionTrait,
    sqlx::{
        self, ConnectOptions,
        sqlite::{SqliteConnectOptions, SqlitePoolOptions},
    },
};

use super::{PATIENCE, connect};

/// Whether the address is one of PostgreSQL.
pub fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres")
}

/// The file that an address of SQLite names.
///
/// # Errors
/// When it is no such address.
pub fn sqlite_file(url: &str) -> Result<PathBuf, DbErr> {
    Ok(SqliteConnectOptions::from_str(url).map_err(failed)?.get_filename().to_owned())
}

/// One connection to the database at `url`, as it is: it makes nothing that is not there.
///
/// # Errors
/// When there is none, or it does not answer.
pub async fn open(url: &str) -> Result<DatabaseConnection, DbErr> {
    if is_postgres(url) {
        return connect(url, 1, false).await;
    }
    let options = SqliteConnectOptions::from_str(url).map_err(failed)?;
    sqlite(options.create_if_missing(false).busy_timeout(PATIENCE)).await
}

/// A SQLite file that nobody writes to: looking at it changes not one byte of it.
///
/// # Errors
/// When it is no such file.
pub async fn open_file(path: &Path) -> Result<DatabaseConnection, DbErr> {
    sqlite(SqliteConnectOptions::new().filename(path).read_only(true).immutable(true)).await
}

async fn sqlite(options: SqliteConnectOptions) -> Result<DatabaseConnection, DbErr> {
    let options = options.disable_statement_logging();
    let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await;
    Ok(DatabaseConnection::from(pool.map_err(failed)?))
}

#[expect(clippy::needless_pass_by_value, reason = "it stands where errors are handed over")]
fn failed(error: sqlx::Error) -> DbErr {
    DbErr::Custom(error.to_string())
}

/// Begins to read the database as it is at this moment, whatever is written meanwhile.
///
/// # Errors
/// When the database does not answer.
pub async fn snapshot(connection: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    // A transaction on SQLite is one anyway.
    let is_postgres = connection.get_database_backend() == DatabaseBackend::Postgres;
    connection
        .begin_with_options(TransactionOptions {
            isolation_level: is_postgres.then_some(IsolationLevel::RepeatableRead),
            access_mode: is_postgres.then_some(AccessMode::ReadOnly),
            sqlite_transaction_mode: None,
        })
        .await
}

/// The name by which `pg_dump` reads the same moment of PostgreSQL as this snapshot, while it is open.
///
/// # Errors
/// When the database does not answer.
pub async fn name_of(snapshot: &DatabaseTransaction) -> Result<String, DbErr> {
    one(snapshot, "SELECT pg_export_snapshot()").await
}

/// Writes the SQLite database as it is at this moment into a new file, while others go on reading and
/// writing.
///
/// # Errors
/// When the file is there already or can't be written.
pub async fn write_copy(connection: &DatabaseConnection, file: &Path) -> Result<(), DbErr> {
    let file = file.display().to_string();
    let copy =
        Statement::from_sql_and_values(DatabaseBackend::Sqlite, "VACUUM INTO ?", [file.into()]);
    connection.execute_raw(copy).await?;
    Ok(())
}

/// Whether SQLite finds its file whole: its pages, its indexes, its foreign keys.
///
/// # Errors
/// When the file can't be read.
pub async fn is_sound(file: &DatabaseTransaction) -> Result<bool, DbErr> {
    let said: String = one(file, "PRAGMA integrity_check").await?;
    let keys = Statement::from_string(DatabaseBackend::Sqlite, "PRAGMA foreign_key_check");
    Ok(said == "ok" && file.query_one_raw(keys).await?.is_none())
}

/// Counts up whenever another connection has written to the SQLite database.
///
/// # Errors
/// When the database does not answer.
pub async fn changes_by_others(connection: &DatabaseConnection) -> Result<i64, DbErr> {
    one(connection, "PRAGMA data_version").await
}

/// Brings all that was written into the one file of a SQLite database and takes the files beside it away.
/// It fails while any other connection has the database open.
///
/// # Errors
/// When the database is in use.
pub async fn settle(connection: &DatabaseConnection) -> Result<(), DbErr> {
    let mode: String = one(connection, "PRAGMA journal_mode = DELETE").await?;
    if mode == "delete" { Ok(()) } else { Err(DbErr::Custom("the database is in use".to_owned())) }
}

/// Takes down the schema of a register without rows.
///
/// # Errors
/// When a step can't be undone.
pub async fn take_down(connection: &DatabaseConnection) -> Result<(), DbErr> {
    Migrator::reset(connection).await
}

/// The first value of the first row.
async fn one<Value: sea_orm::TryGetable>(
    connection: &impl ConnectionTrait,
    sql: &str,
) -> Result<Value, DbErr> {
    let statement = Statement::from_string(connection.get_database_backend(), sql);
    let row = connection.query_one_raw(statement).await?;
    let row = row.ok_or_else(|| DbErr::RecordNotFound(sql.to_owned()))?;
    row.try_get_by_index(0)
}
