//! Copies every table of a SQLite register into PostgreSQL.

use std::{collections::BTreeMap, mem};

use chrono::SubsecRound;
use futures::TryStreamExt;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseBackend, DatabaseTransaction, DbErr, EntityTrait,
    QueryFilter, QueryOrder, QuerySelect, Statement, StreamTrait,
    sea_query::{Alias, Expr, Query, Value},
};

use super::{
    contents::{Cell, Content, Contents, Tally, all_rows, cells},
    tables::{Column, HAS_ROWS_WHEN_NEW, Kind, Table, tables},
};
use crate::store::{agreements, entities::agreement, words};

/// Values in one statement: PostgreSQL takes 65,535.
const MOST_VALUES: usize = 20_000;
/// Bytes in one statement, as they are written out.
const MOST_BYTES: usize = 4 * 1024 * 1024;

/// Copies all rows of `from` into `to`, whose schema is the same and has no rows yet; makes the index of
/// words; sets what numbers new rows get. Gives back what was read.
///
/// # Errors
/// When the tables are not the same on both sides, or a database refuses.
pub async fn copy(from: &DatabaseTransaction, to: &DatabaseTransaction) -> Result<Contents, DbErr> {
    let (sources, targets) = (tables(from).await?, tables(to).await?);
    if shape(&sources) != shape(&targets) {
        return Err(DbErr::Custom("the tables are not the same on both sides".to_owned()));
    }
    let new = Query::delete().from_table(HAS_ROWS_WHEN_NEW).to_owned();
    to.execute(&new).await?;
    // Rows point to rows of other tables and of their own: all is looked at once everything is there.
    let keys = foreign_keys(to).await?;
    for key in &keys {
        to.execute_unprepared(&format!("{key} DEFERRABLE INITIALLY DEFERRED")).await?;
    }
    let mut copied = Contents::new();
    for (source, target) in sources.iter().zip(&targets) {
        copied.insert(source.name.clone(), copy_table(from, source, to, target).await?);
    }
    to.execute_unprepared("SET CONSTRAINTS ALL IMMEDIATE").await?;
    for key in &keys {
        to.execute_unprepared(&format!("{key} NOT DEFERRABLE")).await?;
    }
    go_on_counting(from, to).await?;
    write_words(to).await?;
    Ok(copied)
}

/// The names of the tables and of their columns.
fn shape(tables: &[Table]) -> Vec<(&str, Vec<&str>)> {
    tables
        .iter()
        .map(|table| {
            let columns = table.columns.iter().map(|column| column.name.as_str()).collect();
            (table.name.as_str(), columns)
        })
        .collect()
}

/// The statements that change a foreign key, without what it is changed to.
async fn foreign_keys(to: &DatabaseTransaction) -> Result<Vec<String>, DbErr> {
    let sql = "SELECT format('ALTER TABLE %s ALTER CONSTRAINT %I', conrelid::regclass, conname) \
               FROM pg_constraint \
               WHERE contype = 'f' AND connamespace = current_schema()::regnamespace \
               AND NOT condeferrable";
    let rows = to.query_all_raw(Statement::from_string(DatabaseBackend::Postgres, sql)).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}

async fn copy_table(
    from: &DatabaseTransaction,
    source: &Table,
    to: &DatabaseTransaction,
    target: &Table,
) -> Result<Content, DbErr> {
    let most_rows = (MOST_VALUES / target.columns.len()).max(1);
    let mut tally = Tally::default();
    let (mut batch, mut bytes) = (Vec::new(), 0);
    let mut rows = from.stream(&all_rows(source)).await?;
    while let Some(row) = rows.try_next().await? {
        let row = cells(&row, source)?;
        bytes += tally.add(&row)?;
        batch.push(row);
        if batch.len() == most_rows || bytes > MOST_BYTES {
            insert(to, target, mem::take(&mut batch)).await?;
            bytes = 0;
        }
    }
    if !batch.is_empty() {
        insert(to, target, batch).await?;
    }
    Ok(tally.content(source))
}

async fn insert(
    to: &DatabaseTransaction,
    table: &Table,
    rows: Vec<Vec<Cell>>,
) -> Result<(), DbErr> {
    let columns = table.columns.iter().map(|column| Alias::new(&column.name));
    let mut query = Query::insert().into_table(Alias::new(&table.name)).columns(columns).to_owned();
    for row in rows {
        let values: Vec<Expr> = row
            .into_iter()
            .zip(&table.columns)
            .map(|(cell, column)| Ok(Expr::val(value(cell, table, column)?)))
            .collect::<Result<_, DbErr>>()?;
        query.values(values).map_err(|error| DbErr::Custom(error.to_string()))?;
    }
    to.execute(&query).await?;
    Ok(())
}

/// The value as the column takes it.
fn value(cell: Cell, table: &Table, column: &Column) -> Result<Value, DbErr> {
    let does_not_fit = || {
        DbErr::Custom(format!("a value of {}.{} does not fit its type", table.name, column.name))
    };
    Ok(match (column.kind, cell) {
        (Kind::Integer, Cell::Integer(number)) => {
            number.map(i32::try_from).transpose().map_err(|_| does_not_fit())?.into()
        }
        (Kind::BigInteger, Cell::Integer(number)) => number.into(),
        (Kind::Text, Cell::Text(text)) => text.into(),
        (Kind::Boolean, Cell::Boolean(is)) => is.into(),
        (Kind::Day, Cell::Day(day)) => day.into(),
        // PostgreSQL keeps microseconds.
        (Kind::Instant, Cell::Instant(at)) => at.map(|at| at.trunc_subsecs(6)).into(),
        (Kind::Bytes, Cell::Bytes(bytes)) => bytes.into(),
        _ => return Err(does_not_fit()),
    })
}

/// New rows get numbers that no row has or ever had: an address must not lead to something else.
async fn go_on_counting(from: &DatabaseTransaction, to: &DatabaseTransaction) -> Result<(), DbErr> {
    let given = "SELECT name, seq FROM sqlite_sequence";
    let given = from.query_all_raw(Statement::from_string(DatabaseBackend::Sqlite, given)).await?;
    let given: BTreeMap<String, i64> = given
        .iter()
        .map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?)))
        .collect::<Result<_, DbErr>>()?;
    let counted = "SELECT c.table_name::text, c.column_name::text, \
         pg_get_serial_sequence(quote_ident(c.table_name), c.column_name)::text \
         FROM information_schema.columns AS c \
         JOIN information_schema.tables AS t USING (table_schema, table_name) \
         WHERE table_schema = current_schema() AND t.table_type = 'BASE TABLE' \
         AND pg_get_serial_sequence(quote_ident(c.table_name), c.column_name) IS NOT NULL";
    let backend = DatabaseBackend::Postgres;
    for row in to.query_all_raw(Statement::from_string(backend, counted)).await? {
        let (table, column): (String, String) =
            (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let sequence: String = row.try_get_by_index(2)?;
        let highest = format!("SELECT MAX(\"{column}\")::bigint FROM \"{table}\"");
        let highest: Option<i64> =
            match to.query_one_raw(Statement::from_string(backend, highest)).await? {
                Some(row) => row.try_get_by_index(0)?,
                None => None,
            };
        if let Some(last) = highest.max(given.get(&table).copied()).filter(|last| *last > 0) {
            let sql = "SELECT setval($1::text::regclass, $2)";
            let values = [sequence.into(), last.into()];
            to.query_one_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
        }
    }
    Ok(())
}

async fn write_words(to: &DatabaseTransaction) -> Result<(), DbErr> {
    let mut last = 0;
    loop {
        let page = agreement::Entity::find()
            .filter(agreement::Column::Id.gt(last))
            .order_by_asc(agreement::Column::Id)
            .limit(200)
            .all(to)
            .await?;
        let Some(end) = page.last() else { return Ok(()) };
        last = end.id;
        let records = page
            .iter()
            .map(|row| Ok((row.id, agreements::content(&row.content)?)))
            .collect::<Result<Vec<_>, DbErr>>()?;
        words::write_new(to, &records).await?;
    }
}
