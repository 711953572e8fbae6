//! Who asks to take part in a meeting.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, IntoActiveModel,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, Query as Sql},
};

use super::entities::registration::{ActiveModel, Column, Entity, Model};

/// What stands in place of what was written, once it is erased.
pub const ERASED: &str = "{}";

/// Writes a request; answers its number.
///
/// # Errors
/// When the database does not take it.
pub async fn insert(connection: &impl ConnectionTrait, row: ActiveModel) -> Result<i64, DbErr> {
    Ok(row.insert(connection).await?.id)
}

/// Writes a request that was changed.
///
/// # Errors
/// When the database does not take it.
pub async fn update(connection: &impl ConnectionTrait, row: Model) -> Result<(), DbErr> {
    row.into_active_model().reset_all().update(connection).await?;
    Ok(())
}

/// The request whose own page has this hash.
///
/// # Errors
/// When the database does not answer.
pub async fn by_token(
    connection: &impl ConnectionTrait,
    token_hash: &str,
) -> Result<Option<Model>, DbErr> {
    Entity::find().filter(Column::TokenHash.eq(token_hash)).one(connection).await
}

/// The same, held for the transaction that will change it.
///
/// # Errors
/// When the database does not answer.
pub async fn by_token_to_change(
    connection: &impl ConnectionTrait,
    token_hash: &str,
) -> Result<Option<Model>, DbErr> {
    Entity::find().filter(Column::TokenHash.eq(token_hash)).lock_exclusive().one(connection).await
}

/// Those of a meeting that have these numbers, held for the transaction that will change them, first
/// come first.
///
/// # Errors
/// When the database does not answer.
pub async fn some_to_change(
    connection: &impl ConnectionTrait,
    meeting: i64,
    ids: &[i64],
) -> Result<Vec<Model>, DbErr> {
    Entity::find()
        .filter(Column::MeetingId.eq(meeting))
        .filter(Column::Id.is_in(ids.iter().copied()))
        .order_by_asc(Column::Id)
        .lock_exclusive()
        .all(connection)
        .await
}

/// A page of the requests of a meeting, first come first, and one more if there are more.
///
/// # Errors
/// When the database does not answer.
pub async fn list(
    connection: &impl ConnectionTrait,
    meeting: i64,
    status: Option<&str>,
    page: u64,
    size: u64,
) -> Result<Vec<Model>, DbErr> {
    let mut query = Entity::find().filter(Column::MeetingId.eq(meeting));
    if let Some(status) = status {
        query = query.filter(Column::Status.eq(status));
    }
    query.order_by_asc(Column::Id).offset(page * size).limit(size + 1).all(connection).await
}

/// How many requests of a meeting came since an instant.
///
/// # Errors
/// When the database does not answer.
pub async fn count_since(
    connection: &impl ConnectionTrait,
    meeting: i64,
    since: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let of_meeting = Entity::find().filter(Column::MeetingId.eq(meeting));
    of_meeting.filter(Column::At.gt(since)).count(connection).await
}

/// How many requests of a meeting came from each of these addresses.
///
/// # Errors
/// When the database does not answer.
pub async fn of_addresses(
    connection: &impl ConnectionTrait,
    meeting: i64,
    emails: Vec<String>,
) -> Result<HashMap<String, u64>, DbErr> {
    if emails.is_empty() {
        return Ok(HashMap::new());
    }
    let query = Sql::select()
        .column("email")
        .expr_as(Expr::col("id").count(), "count")
        .from("registration")
        .and_where(Expr::col("meeting_id").eq(meeting))
        .and_where(Expr::col("email").is_in(emails))
        .group_by_col("email")
        .to_owned();
    let rows = connection.query_all(&query).await?;
    rows.iter()
        .map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index::<i64>(1)?.cast_unsigned())))
        .collect()
}

/// The addresses of a meeting's requests with this status.
///
/// # Errors
/// When the database does not answer.
pub async fn addresses(
    connection: &impl ConnectionTrait,
    meeting: i64,
    status: &str,
) -> Result<HashSet<String>, DbErr> {
    let found: Vec<Option<String>> = Entity::find()
        .select_only()
        .column(Column::Email)
        .filter(Column::MeetingId.eq(meeting))
        .filter(Column::Status.eq(status))
        .into_tuple()
        .all(connection)
        .await?;
    Ok(found.into_iter().flatten().collect())
}

/// How many requests of a meeting there are with each status, way of taking part and State, in no
/// order.
///
/// # Errors
/// When the database does not answer.
pub async fn counts(
    connection: &impl ConnectionTrait,
    meeting: i64,
) -> Result<Vec<(String, String, Option<String>, u64)>, DbErr> {
    let query = Sql::select()
        .columns(["status", "attendance", "state"])
        .expr_as(Expr::col("id").count(), "count")
        .from("registration")
        .and_where(Expr::col("meeting_id").eq(meeting))
        .group_by_col("status")
        .group_by_col("attendance")
        .group_by_col("state")
        .to_owned();
    let rows = connection.query_all(&query).await?;
    rows.iter()
        .map(|row| {
            Ok((
                row.try_get_by_index(0)?,
                row.try_get_by_index(1)?,
                row.try_get_by_index(2)?,
                row.try_get_by_index::<i64>(3)?.cast_unsigned(),
            ))
        })
        .collect()
}

/// Erases what people wrote who asked to take part in a meeting, and the addresses of their own
/// pages. State, way and status stay. Answers how many requests were erased now.
///
/// # Errors
/// When the database does not take it.
pub async fn erase(
    connection: &impl ConnectionTrait,
    meeting: i64,
    at: DateTime<Utc>,
) -> Result<u64, DbErr> {
    // Who withdrew has nothing left but the page that says so.
    let is_left =
        Condition::any().add(Column::ErasedAt.is_null()).add(Column::TokenHash.is_not_null());
    let nothing = || Expr::value(None::<String>);
    let result = Entity::update_many()
        .col_expr(Column::Content, Expr::value(ERASED))
        .col_expr(Column::Email, nothing())
        .col_expr(Column::Reason, nothing())
        .col_expr(Column::TokenHash, nothing())
        .col_expr(Column::ErasedAt, Expr::value(at))
        .filter(Column::MeetingId.eq(meeting))
        .filter(is_left)
        .exec(connection)
        .await?;
    Ok(result.rows_affected)
}
