//! Links by which an account gets a password.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};

use super::entities::account_link::{ActiveModel, Column, Entity, Model};

/// Writes a link, and clears away those that have run out at this instant.
///
/// # Errors
/// When the database does not take it.
pub async fn insert(
    connection: &impl ConnectionTrait,
    link: Model,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::ExpiresAt.lte(now)).exec(connection).await?;
    let Model { token_hash, account_id, purpose, expires_at } = link;
    let row = ActiveModel {
        token_hash: Set(token_hash),
        account_id: Set(account_id),
        purpose: Set(purpose),
        expires_at: Set(expires_at),
    };
    Entity::insert(row).exec_without_returning(connection).await?;
    Ok(())
}

/// The link with this hash, if it has not run out.
///
/// # Errors
/// When the database does not answer.
pub async fn find(
    connection: &impl ConnectionTrait,
    token_hash: &str,
    now: DateTime<Utc>,
) -> Result<Option<Model>, DbErr> {
    Entity::find_by_id(token_hash).filter(Column::ExpiresAt.gt(now)).one(connection).await
}

/// Uses a link up; answers whether it was still there: of several at the same moment one is let.
///
/// # Errors
/// When the database does not take it.
pub async fn use_up(connection: &impl ConnectionTrait, token_hash: &str) -> Result<bool, DbErr> {
    let deleted = Entity::delete_by_id(token_hash).exec(connection).await?;
    Ok(deleted.rows_affected > 0)
}

/// Ends all links of an account.
///
/// # Errors
/// When the database does not take it.
pub async fn delete_of(connection: &impl ConnectionTrait, account_id: i64) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::AccountId.eq(account_id)).exec(connection).await?;
    Ok(())
}
