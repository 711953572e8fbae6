//! The only place that speaks SQL: connections, entities, queries. It knows no policy and makes no
//! decision; the use cases beside it do.

pub mod account_links;
pub mod accounts;
pub mod agreements;
pub mod among;
pub mod attempts;
pub mod audit;
pub mod calendars;
pub mod changes_between;
pub mod confirmations;
pub mod counts;
pub mod due;
pub mod dump;
pub mod entities;
pub mod entries;
pub mod filter;
pub mod frozen;
pub mod heard;
pub mod imported;
pub mod index;
pub mod jobs;
pub mod listing;
pub mod mail;
pub mod merges;
pub mod registrations;
pub mod reports;
pub mod revisions;
pub mod second_factors;
pub mod sets;
pub mod still_so;
pub mod two_people;
pub mod versions;
pub mod words;

use std::{sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use migrations::{Migrator, MigratorTrait};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseBackend, DatabaseConnection,
    DatabaseTransaction, DbErr, SqliteTransactionMode, TransactionOptions, TransactionTrait,
    sqlx::{
        Connection,
        sqlite::{SqliteJournalMode, SqliteSynchronous},
    },
};

use crate::private;

/// Readers on SQLite. There is one writer; others wait for it without failing.
const READERS: u32 = 6;
/// Connections on PostgreSQL for reading, and for writing: those who wait for the lock of writers hold
/// none that a reader needs, nor one that the writer at work would read with.
const CONNECTIONS: (u32, u32) = (8, 4);
/// How long a query may wait for a connection, and a writer for the other writer.
const PATIENCE: Duration = Duration::from_secs(10);
/// The number of PostgreSQL's lock that a writer holds until its transaction ends; any number that
/// nothing else in the database locks.
const WRITERS: i64 = 1_863_071_018;

/// The register's database.
#[derive(Clone, Debug)]
pub struct Store {
    reader: DatabaseConnection,
    writer: DatabaseConnection,
    signing_out: DatabaseConnection,
    is_read_only: bool,
    sets: Arc<sets::Sets>,
}

impl Store {
    /// Opens the database at `url`: `sqlite://path?mode=rwc` or `postgres://...`.
    ///
    /// # Errors
    /// When it can't be reached or opened.
    pub async fn open(url: &str) -> Result<Self, DbErr> {
        private::make_register(url).map_err(|error| DbErr::Custom(error.to_string()))?;
        let (readers, writers) = if dump::is_postgres(url) { CONNECTIONS } else { (READERS, 1) };
        let writer = connect(url, writers, false).await?;
        let reader = connect(url, readers, false).await?;
        Ok(Self {
            reader,
            signing_out: writer.clone(),
            writer,
            is_read_only: false,
            sets: Arc::default(),
        })
    }

    /// Opens the database at `url` to be read: the database itself refuses every change, except that
    /// people sign out.
    ///
    /// # Errors
    /// When it can't be reached or opened.
    pub async fn open_read_only(url: &str) -> Result<Self, DbErr> {
        let connections = if dump::is_postgres(url) { CONNECTIONS.0 } else { READERS };
        let reader = connect(url, connections, true).await?;
        let signing_out = connect(url, 1, false).await?;
        Ok(Self {
            writer: reader.clone(),
            reader,
            signing_out,
            is_read_only: true,
            sets: Arc::default(),
        })
    }

    /// Whether it is open to be read and takes no changes.
    pub fn is_read_only(&self) -> bool {
        self.is_read_only
    }

    /// Brings the schema to the newest step, and what is taken out of the records with it. The log of
    /// changes begins with what it finds at the instant `at`.
    ///
    /// # Errors
    /// When a step fails; on both databases a step is done whole or not at all.
    pub async fn migrate(&self, at: DateTime<Utc>) -> Result<(), DbErr> {
        self.bring_schema().await?;
        let transaction = self.begin().await?;
        audit::beginning::begin_if_empty(&transaction, at).await?;
        transaction.commit().await
    }

    /// Brings the schema to the newest step, and what is taken out of the records with it. No log of
    /// changes is begun: for an empty database that a whole register comes into, its log with it.
    ///
    /// # Errors
    /// When a step fails; on both databases a step is done whole or not at all.
    pub async fn bring_schema(&self) -> Result<(), DbErr> {
        Migrator::up(&self.writer, None).await?;
        let transaction = self.begin().await?;
        index::renew_if_old(&transaction).await?;
        transaction.commit().await
    }

    /// Whether the database answers and has every step of the schema.
    ///
    /// # Errors
    /// When it does not answer.
    pub async fn is_ready(&self) -> Result<bool, DbErr> {
        Ok(Migrator::get_pending_migrations_read_only(&self.reader).await?.is_empty())
    }

    /// The connections for reading.
    pub fn reader(&self) -> &DatabaseConnection {
        &self.reader
    }

    /// Answers from the sets of records that are kept in memory, as the register is now.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn ask<Answer>(
        &self,
        wanted: &sets::Wanted,
        answer: impl FnOnce(&sets::Kept) -> Answer,
    ) -> Result<Answer, DbErr> {
        self.sets.ask(&self.reader, wanted, answer).await
    }

    /// Begins a transaction that writes, alone: the log of changes is one chain. On SQLite it takes the
    /// write lock at once: a transaction that first reads and then finds another writer could only
    /// fail. On PostgreSQL it takes one lock of the database's, at once too: taken at the first line
    /// of the log, two writers could each hold what the other waits for. The cost: writers come one
    /// after the other, each for the milliseconds of its transaction. Readers never wait.
    ///
    /// # Errors
    /// When the database does not answer in time, or is open to be read.
    pub async fn begin(&self) -> Result<DatabaseTransaction, DbErr> {
        if self.is_read_only {
            return Err(DbErr::Custom("the register is being maintained: it is read only".into()));
        }
        let backend = self.writer.get_database_backend();
        let sqlite_transaction_mode =
            (backend == DatabaseBackend::Sqlite).then_some(SqliteTransactionMode::Immediate);
        let transaction = self
            .writer
            .begin_with_options(TransactionOptions {
                sqlite_transaction_mode,
                ..TransactionOptions::default()
            })
            .await?;
        if backend == DatabaseBackend::Postgres {
            let lock = format!("SELECT pg_advisory_xact_lock({WRITERS})");
            transaction.execute_unprepared(&lock).await?;
        }
        Ok(transaction)
    }

    /// Has `told` told of every statement, once it is done.
    pub fn watch(&mut self, told: impl Fn(&str) + Clone + Send + Sync + 'static) {
        for connection in [&mut self.reader, &mut self.writer] {
            let told = told.clone();
            connection.set_metric_callback(move |done| told(&done.statement.sql));
        }
    }

    /// Has the database count anew what its planner of queries goes by.
    ///
    /// # Errors
    /// When the database fails to.
    pub async fn recount(&self) -> Result<(), DbErr> {
        self.writer.execute_unprepared("ANALYZE").await?;
        Ok(())
    }

    /// The connection for single writes.
    pub fn writer(&self) -> &DatabaseConnection {
        &self.writer
    }

    /// The connection for ending sessions, which is done also while the database is only read.
    pub fn signing_out(&self) -> &DatabaseConnection {
        &self.signing_out
    }

    /// Closes all connections; on SQLite this also tidies the file.
    ///
    /// # Errors
    /// When the database fails to.
    pub async fn close(self) -> Result<(), DbErr> {
        self.reader.close().await?;
        self.signing_out.close().await?;
        self.writer.close().await
    }
}

/// Connects to the database at `url`, with so many connections at the most.
///
/// # Errors
/// When it can't be reached or opened.
pub async fn connect(
    url: &str,
    connections: u32,
    is_read_only: bool,
) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .acquire_timeout(PATIENCE)
        .sqlx_logging(false)
        .map_sqlx_postgres_opts(move |options| {
            if is_read_only {
                options.options([("default_transaction_read_only", "on")])
            } else {
                options
            }
        })
        .map_sqlx_sqlite_opts(move |options| {
            let options = options
                .journal_mode(SqliteJournalMode::Wal)
                // A register does not lose a save that it acknowledged.
                .synchronous(SqliteSynchronous::Full)
                .busy_timeout(PATIENCE)
                .foreign_keys(true)
                // For each of the connections. Lists and counts are made of what is in memory, so that what
                // is read is small; the system keeps the file's pages for all of them.
                .pragma("cache_size", "-2000")
                .pragma("temp_store", "memory")
                // So many rows of an index are looked at when they are counted for the planner. Without a
                // limit it keeps samples of values too, and a statement is then planned anew for each value
                // that is bound to it, which takes longer than the answer.
                .analysis_limit(1_000)
                .optimize_on_close(!is_read_only, None);
            if is_read_only { options.pragma("query_only", "on") } else { options }
        })
        .map_sqlx_sqlite_pool_opts(|options| {
            // SQLite ends a transaction by itself when the disk is full; the connection then counts one
            // that there is not, and all that comes after would be a part of it that nobody commits.
            options.after_release(|connection, _| {
                Box::pin(async move {
                    // What is to be rolled back is, before this is answered.
                    connection.ping().await?;
                    Ok(!connection.is_in_transaction())
                })
            })
        });
    Database::connect(options).await
}
