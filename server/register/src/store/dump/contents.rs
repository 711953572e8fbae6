//! What stands in a table, as one number of rows and one hash: the same on both databases.
//!
//! A row is a JSON array of its values in the order of the columns' names: numbers, `true` and `false`,
//! texts, days as `2026-03-01`, instants to the microsecond as `2026-03-01T09:00:00.000000Z` (PostgreSQL
//! keeps no more), bytes in hexadecimal, `null`. The hash is the SHA-256 of the columns' names, one a line,
//! and then the SHA-256 of each row, in the order of these: so it does not matter in which order a
//! database gives its rows back, or by which alphabet it sorts.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use futures::TryStreamExt;
use sea_orm::{
    DatabaseTransaction, DbErr, QueryResult, StreamTrait,
    sea_query::{Alias, Query, SelectStatement},
};
use serde::{Deserialize, Serialize, Serializer};
use sha2::{Digest, Sha256};

use super::tables::{Kind, Table, tables};
use crate::tokens::hexadecimal;

const INSTANT: &str = "%Y-%m-%dT%H:%M:%S%.6fZ";

/// What stands in one table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    pub rows: usize,
    /// SHA-256 in hexadecimal.
    pub sha256: String,
}

/// What stands in every table, by its name.
pub type Contents = BTreeMap<String, Content>;

/// A value of a row; none for NULL.
#[derive(Debug)]
pub(super) enum Cell {
    Integer(Option<i64>),
    Text(Option<String>),
    Boolean(Option<bool>),
    Day(Option<NaiveDate>),
    Instant(Option<DateTime<Utc>>),
    Bytes(Option<Vec<u8>>),
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Integer(number) => number.serialize(serializer),
            Self::Text(text) => text.serialize(serializer),
            Self::Boolean(is) => is.serialize(serializer),
            Self::Day(day) => day.map(|day| day.to_string()).serialize(serializer),
            Self::Instant(at) => at.map(|at| at.format(INSTANT).to_string()).serialize(serializer),
            Self::Bytes(bytes) => bytes.as_deref().map(hexadecimal).serialize(serializer),
        }
    }
}

/// Asks for all rows of a table.
pub(super) fn all_rows(table: &Table) -> SelectStatement {
    let columns = table.columns.iter().map(|column| Alias::new(&column.name));
    Query::select().columns(columns).from(Alias::new(&table.name)).to_owned()
}

/// The values of one of the rows that [`all_rows`] asks for.
pub(super) fn cells(row: &QueryResult, table: &Table) -> Result<Vec<Cell>, DbErr> {
    let cell = |at: usize, kind: Kind| -> Result<Cell, DbErr> {
        Ok(match kind {
            Kind::Integer => Cell::Integer(row.try_get_by_index::<Option<i32>>(at)?.map(i64::from)),
            Kind::BigInteger => Cell::Integer(row.try_get_by_index(at)?),
            Kind::Text => Cell::Text(row.try_get_by_index(at)?),
            Kind::Boolean => Cell::Boolean(row.try_get_by_index(at)?),
            Kind::Day => Cell::Day(row.try_get_by_index(at)?),
            Kind::Instant => Cell::Instant(row.try_get_by_index(at)?),
            Kind::Bytes => Cell::Bytes(row.try_get_by_index(at)?),
        })
    };
    table.columns.iter().enumerate().map(|(at, column)| cell(at, column.kind)).collect()
}

/// Counts and hashes the rows of a table as they come.
#[derive(Default)]
pub(super) struct Tally(Vec<[u8; 32]>);

impl Tally {
    /// Takes a row in; gives back how many bytes it has when it is written out.
    pub fn add(&mut self, row: &[Cell]) -> Result<usize, DbErr> {
        let line = serde_json::to_vec(row).map_err(|error| DbErr::Json(error.to_string()))?;
        self.0.push(Sha256::digest(&line).into());
        Ok(line.len())
    }

    /// What came in.
    pub fn content(mut self, table: &Table) -> Content {
        self.0.sort_unstable();
        let mut digest = Sha256::new();
        for column in &table.columns {
            digest.update(&column.name);
            digest.update("\n");
        }
        for row in &self.0 {
            digest.update(row);
        }
        Content { rows: self.0.len(), sha256: hexadecimal(&digest.finalize()) }
    }
}

/// What stands in every table that is copied.
///
/// # Errors
/// When the database does not answer, or has a column of a type that nothing is known of.
pub async fn contents(transaction: &DatabaseTransaction) -> Result<Contents, DbErr> {
    let mut found = Contents::new();
    for table in tables(transaction).await? {
        let mut tally = Tally::default();
        let mut rows = transaction.stream(&all_rows(&table)).await?;
        while let Some(row) = rows.try_next().await? {
            tally.add(&cells(&row, &table)?)?;
        }
        let content = tally.content(&table);
        found.insert(table.name, content);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::super::tables::Column;
    use super::*;

    fn table() -> Table {
        let column = |name: &str| Column { name: name.to_owned(), kind: Kind::Text };
        Table { name: "example".into(), columns: vec![column("a"), column("b")] }
    }

    fn text(text: &str) -> Cell {
        Cell::Text(Some(text.to_owned()))
    }

    fn hash(rows: &[Vec<Cell>]) -> String {
        let mut tally = Tally::default();
        for row in rows {
            tally.add(row).expect("a row");
        }
        tally.content(&table()).sha256
    }

    #[test]
    fn the_order_of_rows_does_not_matter_and_everything_else_does() {
        let one = || vec![text("1"), text("2")];
        let other = || vec![text("12"), text("")];
        let both = hash(&[one(), other()]);
        assert_eq!(both, hash(&[other(), one()]));
        for different in [
            vec![one()],
            vec![one(), one(), other()],
            vec![one(), vec![text(""), text("12")]],
            vec![one(), vec![text("12"), Cell::Text(None)]],
        ] {
            assert_ne!(both, hash(&different), "{different:?}");
        }
    }

    #[test]
    fn a_row_is_written_as_documented() {
        let row = [
            Cell::Integer(Some(-7)),
            Cell::Text(Some("\"Ж\"\n".into())),
            Cell::Boolean(Some(true)),
            Cell::Day(NaiveDate::from_ymd_opt(2026, 3, 1)),
            // What PostgreSQL does not keep is not compared.
            Cell::Instant("2026-03-01T09:00:00.123456789Z".parse().ok()),
            Cell::Bytes(Some(vec![0, 255])),
            Cell::Day(None),
        ];
        assert_eq!(
            serde_json::to_string(&row).expect("JSON"),
            r#"[-7,"\"Ж\"\n",true,"2026-03-01","2026-03-01T09:00:00.123456Z","00ff",null]"#
        );
    }
}
