//! What happened to the records between two days: for the comparison of two checkpoints.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{search::Facet, status::Status};
use roaring::RoaringBitmap;
use sea_orm::{
    ConnectionTrait, DbErr,
    sea_query::{Expr, ExprTrait, Query as Sql},
};
use strum::VariantArray;

use super::{
    among::among,
    sets::{Family, GIVEN, Kept, numbers_in, numbers_of},
};

/// After `from`, up to and including `to`.
#[derive(Clone, Copy, Debug)]
pub struct Between {
    pub from: NaiveDate,
    pub to: NaiveDate,
}

impl Between {
    fn holds(self, day: NaiveDate) -> bool {
        self.from < day && day <= self.to
    }
}

/// The records with an event between the two days, by the kind of the event.
///
/// # Errors
/// When the database does not answer.
pub async fn with_events(
    connection: &impl ConnectionTrait,
    between: Between,
) -> Result<HashMap<String, RoaringBitmap>, DbErr> {
    let query = Sql::select()
        .column("kind")
        .expr(numbers_of(connection.get_database_backend(), "agreement_id"))
        .from("agreement_event")
        .and_where(Expr::col("day").gt(between.from))
        .and_where(Expr::col("day").lte(between.to))
        .group_by_col("kind")
        .to_owned();
    let rows = connection.query_all(&query).await?;
    rows.iter()
        .map(|row| {
            let numbers: String = row.try_get_by_index(1)?;
            Ok((row.try_get_by_index(0)?, numbers_in(&numbers)?.into_iter().collect()))
        })
        .collect()
}

/// The dates, as known, of the last events of this kind between the two days, of these records.
///
/// # Errors
/// When the database does not answer.
pub async fn dates(
    connection: &impl ConnectionTrait,
    records: &[i64],
    between: Between,
) -> Result<HashMap<(i64, String), String>, DbErr> {
    let query = Sql::select()
        .columns(["agreement_id", "kind"])
        .expr(Expr::col("known").max())
        .from("agreement_event")
        .and_where(among(connection.get_database_backend(), "agreement_id", records))
        .and_where(Expr::col("day").gt(between.from))
        .and_where(Expr::col("day").lte(between.to))
        .group_by_columns(["agreement_id", "kind"])
        .to_owned();
    let rows = connection.query_all(&query).await?;
    rows.iter()
        .map(|row| {
            let of = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
            Ok((of, row.try_get_by_index(2)?))
        })
        .collect()
}

/// The records that came to their end between the two days.
///
/// # Errors
/// When the database does not answer.
pub async fn ended(
    connection: &impl ConnectionTrait,
    between: Between,
) -> Result<RoaringBitmap, DbErr> {
    let ended = Status::VARIANTS
        .iter()
        .filter(|status| status.is_ended())
        .map(|status| <&str>::from(*status));
    let query = Sql::select()
        .expr(numbers_of(connection.get_database_backend(), "agreement_id"))
        .from("agreement_status")
        .and_where(Expr::col("status").is_in(ended))
        .and_where(Expr::col("from_day").gt(between.from))
        .and_where(Expr::col("from_day").lte(between.to))
        .to_owned();
    let numbers: Option<String> = match connection.query_one(&query).await? {
        Some(row) => row.try_get_by_index(0)?,
        None => None,
    };
    Ok(numbers_in(&numbers.unwrap_or_default())?.into_iter().collect())
}

/// The records to which a later text brought something between the two days, each with the items.
pub fn provisions_gained(kept: &Kept, between: Between) -> HashMap<u32, Vec<String>> {
    let mut gained: HashMap<u32, Vec<String>> = HashMap::new();
    for (value, period) in kept.table(&Family::Values(Facet::Provision)).periods() {
        let Some((item, finding)) = value.split_once(':') else { continue };
        if GIVEN.contains(&finding) && between.holds(period.from) {
            for record in &period.records {
                gained.entry(record).or_default().push(item.to_owned());
            }
        }
    }
    gained
}

/// The records about whose text something is found from a day on that lies between the two.
pub fn with_later_findings(kept: &Kept, between: Between) -> RoaringBitmap {
    kept.table(&Family::Values(Facet::Provision))
        .periods()
        .filter(|(_, period)| between.holds(period.from))
        .fold(RoaringBitmap::new(), |all, (_, period)| all | &period.records)
}

/// The records that were there on the first day: neither ended nor without a known status.
pub fn alive(kept: &Kept, day: NaiveDate) -> RoaringBitmap {
    let statuses = kept.table(&Family::Status(day));
    Status::VARIANTS
        .iter()
        .filter(|status| !status.is_ended() && **status != Status::NotKnown)
        .fold(RoaringBitmap::new(), |all, status| all | &*statuses.on((*status).into(), day))
}
