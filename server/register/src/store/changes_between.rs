//! What happened to the records between two days: for the comparison of two checkpoints.

use chrono::NaiveDate;
use domain::status::Status;
use sea_orm::{
    ConnectionTrait, DbErr, QueryResult,
    sea_query::{Expr, ExprTrait, Query as Sql, SelectStatement},
};
use strum::VariantArray;

use super::filter::{NOT_KNOWN, Scope};

/// After `from`, up to and including `to`.
#[derive(Clone, Copy)]
pub struct Between {
    pub from: NaiveDate,
    pub to: NaiveDate,
}

fn ids(rows: &[QueryResult]) -> Result<Vec<i64>, DbErr> {
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}

fn in_scope(mut query: SelectStatement, scope: &Scope<'_>) -> SelectStatement {
    query.and_where(Expr::col("agreement_id").in_subquery(scope.ids()));
    query
}

/// Records with an event of this kind between the two days, each with its date as known.
///
/// # Errors
/// When the database does not answer.
pub async fn with_event(
    connection: &impl ConnectionTrait,
    scope: &Scope<'_>,
    between: Between,
    kind: &str,
) -> Result<Vec<(i64, String)>, DbErr> {
    let query = Sql::select()
        .column("agreement_id")
        .expr(Expr::col("known").max())
        .from("agreement_event")
        .and_where(Expr::col("kind").eq(kind))
        .and_where(Expr::col("day").gt(between.from))
        .and_where(Expr::col("day").lte(between.to))
        .group_by_col("agreement_id")
        .to_owned();
    let rows = connection.query_all(&in_scope(query, scope)).await?;
    rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
}

/// Records that came to their end between the two days.
///
/// # Errors
/// When the database does not answer.
pub async fn ended(
    connection: &impl ConnectionTrait,
    scope: &Scope<'_>,
    between: Between,
) -> Result<Vec<i64>, DbErr> {
    let ended = Status::VARIANTS
        .iter()
        .filter(|status| status.is_ended())
        .map(|status| <&str>::from(*status));
    let query = Sql::select()
        .distinct()
        .column("agreement_id")
        .from("agreement_status")
        .and_where(Expr::col("status").is_in(ended))
        .and_where(Expr::col("from_day").gt(between.from))
        .and_where(Expr::col("from_day").lte(between.to))
        .to_owned();
    ids(&connection.query_all(&in_scope(query, scope)).await?)
}

/// Records and the items that a later text brought them between the two days.
///
/// # Errors
/// When the database does not answer.
pub async fn provisions_gained(
    connection: &impl ConnectionTrait,
    scope: &Scope<'_>,
    between: Between,
) -> Result<Vec<(i64, String)>, DbErr> {
    let query = Sql::select()
        .columns(["agreement_id", "item"])
        .from("agreement_finding")
        .and_where(Expr::col("finding").is_in(["yes", "partly"]))
        .and_where(Expr::col("from_day").gt(between.from))
        .and_where(Expr::col("from_day").lte(between.to))
        .to_owned();
    let rows = connection.query_all(&in_scope(query, scope)).await?;
    rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
}

/// Records that were there on the first day and about which nothing dated after it is known.
///
/// # Errors
/// When the database does not answer.
pub async fn silent(
    connection: &impl ConnectionTrait,
    scope: &Scope<'_>,
    between: Between,
) -> Result<Vec<i64>, DbErr> {
    let since = |table: &'static str, column: &'static str| {
        Sql::select()
            .column("agreement_id")
            .from(table)
            .and_where(Expr::col(column).gt(between.from))
            .and_where(Expr::col(column).lte(between.to))
            .to_owned()
    };
    let alive = Status::VARIANTS
        .iter()
        .filter(|status| !status.is_ended() && **status != Status::NotKnown)
        .map(|status| <&str>::from(*status));
    let query = Sql::select()
        .distinct()
        .column("agreement_id")
        .from("agreement_status")
        .and_where(Expr::col("status").is_in(alive))
        .and_where(Expr::col("from_day").lte(between.from))
        .and_where(Expr::col("until_day").gt(between.from))
        .and_where(Expr::col("agreement_id").not_in_subquery(since("agreement_event", "day")))
        .and_where(
            Expr::col("agreement_id").not_in_subquery(since("agreement_finding", "from_day")),
        )
        .to_owned();
    ids(&connection.query_all(&in_scope(query, scope)).await?)
}

/// How many records have each status on `day`.
///
/// # Errors
/// When the database does not answer.
pub async fn statuses(
    connection: &impl ConnectionTrait,
    scope: &Scope<'_>,
    day: NaiveDate,
) -> Result<Vec<(String, u64)>, DbErr> {
    let query = Sql::select()
        .column("status")
        .expr_as(Expr::col("agreement_id").count_distinct(), "count")
        .from("agreement_status")
        .and_where(Expr::col("from_day").lte(day))
        .and_where(Expr::col("until_day").gt(day))
        .group_by_col("status")
        .to_owned();
    let rows = connection.query_all(&in_scope(query, scope)).await?;
    let mut counts: Vec<(String, u64)> = rows
        .iter()
        .map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index::<i64>(1)?.cast_unsigned())))
        .collect::<Result<_, DbErr>>()?;
    // What has no status on the day is counted too, so that the sums close.
    let all = super::listing::count(connection, scope).await?;
    let known: u64 = counts.iter().map(|(_, count)| count).sum();
    if all > known {
        counts.push((NOT_KNOWN.to_owned(), all - known));
    }
    Ok(counts)
}
