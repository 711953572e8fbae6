//! The addresses of calendars: only their hashes are known here.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use super::entities::{account, calendar_token};

/// Gives an account this address in place of the one it had.
///
/// # Errors
/// When the database does not take it.
pub async fn replace(
    connection: &impl ConnectionTrait,
    token: calendar_token::Model,
) -> Result<(), DbErr> {
    delete(connection, token.account_id).await?;
    let calendar_token::Model { account_id, token_hash, created_at } = token;
    let row = calendar_token::ActiveModel {
        account_id: Set(account_id),
        token_hash: Set(token_hash),
        created_at: Set(created_at),
    };
    calendar_token::Entity::insert(row).exec_without_returning(connection).await?;
    Ok(())
}

/// Takes an account's address away, if it has one.
///
/// # Errors
/// When the database does not take it.
pub async fn delete(connection: &impl ConnectionTrait, account_id: i64) -> Result<(), DbErr> {
    calendar_token::Entity::delete_by_id(account_id).exec(connection).await?;
    Ok(())
}

/// When the account's address was made.
///
/// # Errors
/// When the database does not answer.
pub async fn made_at(
    connection: &impl ConnectionTrait,
    account_id: i64,
) -> Result<Option<DateTime<Utc>>, DbErr> {
    let token = calendar_token::Entity::find_by_id(account_id).one(connection).await?;
    Ok(token.map(|token| token.created_at))
}

/// The account whose address has this hash.
///
/// # Errors
/// When the database does not answer.
pub async fn account(
    connection: &impl ConnectionTrait,
    token_hash: &str,
) -> Result<Option<account::Model>, DbErr> {
    let token = calendar_token::Entity::find()
        .filter(calendar_token::Column::TokenHash.eq(token_hash))
        .one(connection)
        .await?;
    let Some(token) = token else { return Ok(None) };
    account::Entity::find_by_id(token.account_id).one(connection).await
}
