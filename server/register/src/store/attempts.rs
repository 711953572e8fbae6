//! How often something was tried, and the browsers that accounts are known to use.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter,
    sea_query::{Expr, OnConflict},
};

use super::entities::{bucket, known_browser};

/// The buckets of these names, held for the transaction that will change them; one that is not there
/// yet is as it is given.
///
/// # Errors
/// When the database does not answer.
pub async fn hold(
    connection: &impl ConnectionTrait,
    names: &[String],
    untouched: DateTime<Utc>,
) -> Result<HashMap<String, DateTime<Utc>>, DbErr> {
    // Always in the same order: two that wait for each other would wait for ever.
    let mut sorted = names.to_vec();
    sorted.sort();
    let rows = sorted
        .into_iter()
        .map(|name| bucket::ActiveModel { name: Set(name), full_at: Set(untouched) });
    // To write a name over itself changes nothing and holds the row, also one that another instance
    // makes at this moment.
    let hold = OnConflict::column("name").update_column("name").to_owned();
    bucket::Entity::insert_many(rows).on_conflict(hold).exec_without_returning(connection).await?;
    let found = bucket::Entity::find()
        .filter(bucket::Column::Name.is_in(names.iter().map(String::as_str)))
        .all(connection)
        .await?;
    Ok(found.into_iter().map(|row| (row.name, row.full_at)).collect())
}

/// Writes down when a bucket that is held is full again.
///
/// # Errors
/// When the database does not take it.
pub async fn set(
    connection: &impl ConnectionTrait,
    name: &str,
    full_at: DateTime<Utc>,
) -> Result<(), DbErr> {
    bucket::Entity::update_many()
        .col_expr(bucket::Column::FullAt, Expr::value(full_at))
        .filter(bucket::Column::Name.eq(name))
        .exec(connection)
        .await?;
    Ok(())
}

/// Clears away the buckets that were full before an instant.
///
/// # Errors
/// When the database does not take it.
pub async fn clear(connection: &impl ConnectionTrait, before: DateTime<Utc>) -> Result<(), DbErr> {
    bucket::Entity::delete_many()
        .filter(bucket::Column::FullAt.lt(before))
        .exec(connection)
        .await?;
    Ok(())
}

/// The accounts that a browser has signed in to since an instant.
///
/// # Errors
/// When the database does not answer.
pub async fn accounts_of_browser(
    connection: &impl ConnectionTrait,
    token_hash: &str,
    since: DateTime<Utc>,
) -> Result<Vec<i64>, DbErr> {
    let found = known_browser::Entity::find()
        .filter(known_browser::Column::TokenHash.eq(token_hash))
        .filter(known_browser::Column::UsedAt.gt(since))
        .all(connection)
        .await?;
    Ok(found.into_iter().map(|browser| browser.account_id).collect())
}

/// Notes that a browser signed in to an account, and clears away those that have not for long.
///
/// # Errors
/// When the database does not take it.
pub async fn know_browser(
    connection: &impl ConnectionTrait,
    token_hash: &str,
    account_id: i64,
    at: DateTime<Utc>,
    unused_since: DateTime<Utc>,
) -> Result<(), DbErr> {
    known_browser::Entity::delete_many()
        .filter(known_browser::Column::UsedAt.lte(unused_since))
        .exec(connection)
        .await?;
    let row = known_browser::ActiveModel {
        token_hash: Set(token_hash.to_owned()),
        account_id: Set(account_id),
        used_at: Set(at),
    };
    let again =
        OnConflict::columns(["token_hash", "account_id"]).update_column("used_at").to_owned();
    known_browser::Entity::insert(row)
        .on_conflict(again)
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

/// Forgets the browsers of an account.
///
/// # Errors
/// When the database does not take it.
pub async fn forget_browsers(
    connection: &impl ConnectionTrait,
    account_id: i64,
) -> Result<(), DbErr> {
    known_browser::Entity::delete_many()
        .filter(known_browser::Column::AccountId.eq(account_id))
        .exec(connection)
        .await?;
    Ok(())
}
