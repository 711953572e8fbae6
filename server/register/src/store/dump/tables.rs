//! Which tables there are, and of what kind their columns are.

use sea_orm::{ConnectionTrait, DatabaseBackend, DatabaseTransaction, DbErr, Statement};

/// Tables that are neither copied nor compared, because they are made anew: the index of words, which each
/// database keeps in a form of its own, out of the records; what changed last, by the database itself as
/// rows are written; the list of steps, by migrating.
pub const MADE_ANEW: [&str; 3] = ["agreement_words", "last_change", STEPS];
/// Which steps of the schema were taken.
const STEPS: &str = "seaql_migrations";
/// Has a row as soon as the schema is there. It is copied.
pub(super) const HAS_ROWS_WHEN_NEW: &str = "index_state";

/// How the values of a column are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Of 32 bits.
    Integer,
    /// Of 64 bits.
    BigInteger,
    Text,
    Boolean,
    Day,
    Instant,
    Bytes,
}

impl Kind {
    /// The kind that the database calls so.
    fn named(backend: DatabaseBackend, name: &str) -> Option<Self> {
        Some(match name {
            // SQLite has integers of one size.
            "integer" if backend == DatabaseBackend::Postgres => Self::Integer,
            "integer" | "bigint" => Self::BigInteger,
            "text" | "varchar" | "character varying" => Self::Text,
            "boolean" => Self::Boolean,
            "date" | "date_text" => Self::Day,
            "timestamp with time zone" | "timestamp_with_timezone_text" => Self::Instant,
            "bytea" | "blob" => Self::Bytes,
            _ => return None,
        })
    }
}

#[derive(Debug)]
pub(super) struct Column {
    pub name: String,
    pub kind: Kind,
}

/// A table, with its columns in the order of their names: an older database may have them in another.
#[derive(Debug)]
pub(super) struct Table {
    pub name: String,
    pub columns: Vec<Column>,
}

/// Every table that is copied and compared, in the order of their names.
pub(super) async fn tables(transaction: &DatabaseTransaction) -> Result<Vec<Table>, DbErr> {
    let backend = transaction.get_database_backend();
    let mut tables: Vec<Table> = Vec::new();
    for (table, column, type_name) in columns(transaction).await? {
        if MADE_ANEW.contains(&table.as_str()) {
            continue;
        }
        let kind = Kind::named(backend, &type_name).ok_or_else(|| {
            DbErr::Custom(format!(
                "nothing is known of the type {type_name}, which {table}.{column} has"
            ))
        })?;
        let column = Column { name: column, kind };
        match tables.last_mut().filter(|last| last.name == table) {
            Some(last) => last.columns.push(column),
            None => tables.push(Table { name: table, columns: vec![column] }),
        }
    }
    tables.sort_by(|a, b| a.name.cmp(&b.name));
    for table in &mut tables {
        table.columns.sort_by(|a, b| a.name.cmp(&b.name));
    }
    Ok(tables)
}

/// Table, column and type, in lower case; a table's columns stand together.
async fn columns(
    transaction: &DatabaseTransaction,
) -> Result<Vec<(String, String, String)>, DbErr> {
    let backend = transaction.get_database_backend();
    let sql = match backend {
        DatabaseBackend::Postgres => {
            "SELECT c.table_name::text, c.column_name::text, c.data_type::text \
             FROM information_schema.columns AS c \
             JOIN information_schema.tables AS t USING (table_schema, table_name) \
             WHERE table_schema = current_schema() AND t.table_type = 'BASE TABLE' ORDER BY 1, 2"
        }
        // The tables in which the index of words keeps itself are of another type.
        _ => {
            "SELECT t.name, c.name, lower(c.type) \
             FROM pragma_table_list AS t JOIN pragma_table_info(t.name) AS c \
             WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite!_%' ESCAPE '!' \
             ORDER BY 1, 2"
        }
    };
    let rows = transaction.query_all_raw(Statement::from_string(backend, sql)).await?;
    rows.iter()
        .map(|row| {
            Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?))
        })
        .collect()
}

/// Whether there are any tables.
///
/// # Errors
/// When the database does not answer.
pub async fn has_tables(transaction: &DatabaseTransaction) -> Result<bool, DbErr> {
    Ok(!columns(transaction).await?.is_empty())
}

/// The last step of the schema that was taken; nothing where there is no register.
///
/// # Errors
/// When the database does not answer.
pub async fn last_step(transaction: &DatabaseTransaction) -> Result<Option<String>, DbErr> {
    if !columns(transaction).await?.iter().any(|(table, _, _)| table == STEPS) {
        return Ok(None);
    }
    let backend = transaction.get_database_backend();
    let last = Statement::from_string(backend, format!("SELECT MAX(version) FROM {STEPS}"));
    match transaction.query_one_raw(last).await? {
        Some(row) => row.try_get_by_index(0),
        None => Ok(None),
    }
}

/// The first table in which somebody's work stands; nothing where the register is empty.
///
/// # Errors
/// When the database does not answer.
pub async fn first_with_rows(transaction: &DatabaseTransaction) -> Result<Option<String>, DbErr> {
    let backend = transaction.get_database_backend();
    for table in tables(transaction).await? {
        if table.name == HAS_ROWS_WHEN_NEW {
            continue;
        }
        let sql = format!("SELECT 1 FROM \"{}\" LIMIT 1", table.name);
        if transaction.query_one_raw(Statement::from_string(backend, sql)).await?.is_some() {
            return Ok(Some(table.name));
        }
    }
    Ok(None)
}
