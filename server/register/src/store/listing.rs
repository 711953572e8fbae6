//! The list: a page of records as rows, and how many there are.

use std::collections::HashMap;

use domain::policy::Visible;
use sea_orm::{
    ConnectionTrait, DbErr, FromQueryResult, Order,
    sea_query::{Expr, ExprTrait, Query as Sql, SelectStatement},
};

use super::{
    among::among,
    filter::{readable, visible},
};

/// A row of the list.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Head {
    pub id: i64,
    pub title: String,
    pub title_language: Option<String>,
    pub title_ru: Option<String>,
    pub kind: Option<String>,
    pub signed: Option<String>,
    pub mode: Option<String>,
    pub coded: bool,
    pub criteria_met: Option<i32>,
    pub recorded_by: Option<String>,
    pub published: bool,
    pub shared_with: String,
}

/// A party of a record in the list.
#[derive(Clone, Debug, FromQueryResult)]
pub struct PartyOf {
    pub agreement_id: i64,
    pub code: String,
    pub role: Option<String>,
}

fn select_heads() -> SelectStatement {
    Sql::select()
        .columns(
            [
                "id",
                "title",
                "title_language",
                "title_ru",
                "kind",
                "signed",
                "mode",
                "coded",
                "criteria_met",
                "recorded_by",
                "shared_with",
            ]
            .map(|name| ("agreement", name)),
        )
        .expr_as(Expr::col(("agreement", "published_at")).is_not_null(), "published")
        .from("agreement")
        .to_owned()
}

/// Those of these records that may be seen, in the order of their numbers.
///
/// # Errors
/// When the database does not answer.
pub async fn heads(
    connection: &impl ConnectionTrait,
    seen: &Visible,
    ids: &[i64],
) -> Result<Vec<Head>, DbErr> {
    let mut query = select_heads();
    query
        .and_where(Expr::col(("agreement", "id")).is_in(ids.iter().copied()))
        .cond_where(visible(seen))
        .order_by(("agreement", "id"), Order::Asc);
    let rows = connection.query_all(&query).await?;
    rows.iter().map(|row| Head::from_query_result(row, "")).collect()
}

/// The parties of these records.
///
/// # Errors
/// When the database does not answer.
pub async fn parties(
    connection: &impl ConnectionTrait,
    ids: &[i64],
) -> Result<Vec<PartyOf>, DbErr> {
    let query = Sql::select()
        .columns(["agreement_id", "code", "role"])
        .from("agreement_party")
        .and_where(among(connection.get_database_backend(), "agreement_id", ids))
        .to_owned();
    let rows = connection.query_all(&query).await?;
    rows.iter().map(|row| PartyOf::from_query_result(row, "")).collect()
}

/// The status of these records on a day.
///
/// # Errors
/// When the database does not answer.
pub async fn statuses(
    connection: &impl ConnectionTrait,
    ids: &[i64],
    day: chrono::NaiveDate,
) -> Result<Vec<(i64, String)>, DbErr> {
    let query = Sql::select()
        .columns(["agreement_id", "status"])
        .from("agreement_status")
        .and_where(Expr::col("agreement_id").is_in(ids.iter().copied()))
        .and_where(Expr::col("from_day").lte(day))
        .and_where(Expr::col("until_day").gt(day))
        .to_owned();
    let rows = connection.query_all(&query).await?;
    rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
}

/// The titles of those of the records that may be seen, in the order of their numbers.
///
/// # Errors
/// When the database does not answer.
pub async fn visible_titles(
    connection: &impl ConnectionTrait,
    seen: &Visible,
    ids: &[i64],
) -> Result<Vec<(i64, String)>, DbErr> {
    let query = Sql::select()
        .columns([("agreement", "id"), ("agreement", "title")])
        .from("agreement")
        .and_where(Expr::col(("agreement", "id")).is_in(ids.iter().copied()))
        .cond_where(readable(seen))
        .order_by(("agreement", "id"), Order::Asc)
        .to_owned();
    let rows = connection.query_all(&query).await?;
    rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
}

/// The titles of these records.
///
/// # Errors
/// When the database does not answer.
pub async fn titles(
    connection: &impl ConnectionTrait,
    ids: &[i64],
) -> Result<HashMap<i64, String>, DbErr> {
    let query = Sql::select()
        .columns(["id", "title"])
        .from("agreement")
        .and_where(among(connection.get_database_backend(), "id", ids))
        .to_owned();
    let rows = connection.query_all(&query).await?;
    rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
}
