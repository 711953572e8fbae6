//! Second factors, recovery codes, and sign-ins that are half done.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait,
    QueryFilter, sea_query::Expr,
};

use super::entities::{half_session, offered_secret, recovery_code, second_factor};

/// The second factor of an account, if it has one.
///
/// # Errors
/// When the database does not answer.
pub async fn find(
    connection: &impl ConnectionTrait,
    account_id: i64,
) -> Result<Option<second_factor::Model>, DbErr> {
    second_factor::Entity::find_by_id(account_id).one(connection).await
}

/// Gives an account this second factor in place of the one it had; it has no recovery codes then.
///
/// # Errors
/// When the database does not take it.
pub async fn replace(
    connection: &impl ConnectionTrait,
    factor: second_factor::Model,
) -> Result<(), DbErr> {
    delete(connection, factor.account_id).await?;
    let second_factor::Model { account_id, secret, last_step, created_at } = factor;
    let row = second_factor::ActiveModel {
        account_id: Set(account_id),
        secret: Set(secret),
        last_step: Set(last_step),
        created_at: Set(created_at),
    };
    second_factor::Entity::insert(row).exec_without_returning(connection).await?;
    Ok(())
}

/// Takes an account's second factor away, with its recovery codes and the secret that waits; answers
/// whether there was one.
///
/// # Errors
/// When the database does not take it.
pub async fn delete(connection: &impl ConnectionTrait, account_id: i64) -> Result<bool, DbErr> {
    offered_secret::Entity::delete_by_id(account_id).exec(connection).await?;
    delete_codes(connection, account_id).await?;
    let deleted = second_factor::Entity::delete_by_id(account_id).exec(connection).await?;
    Ok(deleted.rows_affected > 0)
}

/// Notes that the code of this step was taken; answers whether it may be: of several at the same moment
/// one is let.
///
/// # Errors
/// When the database does not take it.
pub async fn take_step(
    connection: &impl ConnectionTrait,
    account_id: i64,
    step: i64,
) -> Result<bool, DbErr> {
    let taken = second_factor::Entity::update_many()
        .col_expr(second_factor::Column::LastStep, Expr::value(step))
        .filter(second_factor::Column::AccountId.eq(account_id))
        .filter(second_factor::Column::LastStep.lt(step))
        .exec(connection)
        .await?;
    Ok(taken.rows_affected == 1)
}

/// Shows an account this secret in place of one that waits already.
///
/// # Errors
/// When the database does not take it.
pub async fn offer(
    connection: &impl ConnectionTrait,
    offered: offered_secret::Model,
) -> Result<(), DbErr> {
    let offered_secret::Model { account_id, secret, created_at } = offered;
    offered_secret::Entity::delete_by_id(account_id).exec(connection).await?;
    let row = offered_secret::ActiveModel {
        account_id: Set(account_id),
        secret: Set(secret),
        created_at: Set(created_at),
    };
    offered_secret::Entity::insert(row).exec_without_returning(connection).await?;
    Ok(())
}

/// The secret that waits for its first code since this instant or later.
///
/// # Errors
/// When the database does not answer.
pub async fn offered(
    connection: &impl ConnectionTrait,
    account_id: i64,
    since: DateTime<Utc>,
) -> Result<Option<String>, DbErr> {
    let found = offered_secret::Entity::find_by_id(account_id)
        .filter(offered_secret::Column::CreatedAt.gte(since))
        .one(connection)
        .await?;
    Ok(found.map(|offered| offered.secret))
}

/// Gives an account these recovery codes in place of those it had.
///
/// # Errors
/// When the database does not take them.
pub async fn replace_codes(
    connection: &impl ConnectionTrait,
    account_id: i64,
    hashes: impl Iterator<Item = String> + Send,
) -> Result<(), DbErr> {
    delete_codes(connection, account_id).await?;
    let rows = hashes.map(|code_hash| recovery_code::ActiveModel {
        account_id: Set(account_id),
        code_hash: Set(code_hash),
        used_at: Set(None),
    });
    recovery_code::Entity::insert_many(rows).exec_without_returning(connection).await?;
    Ok(())
}

async fn delete_codes(connection: &impl ConnectionTrait, account_id: i64) -> Result<(), DbErr> {
    recovery_code::Entity::delete_many()
        .filter(recovery_code::Column::AccountId.eq(account_id))
        .exec(connection)
        .await?;
    Ok(())
}

/// Uses a recovery code up; answers whether there was one that had not been used.
///
/// # Errors
/// When the database does not take it.
pub async fn use_code(
    connection: &impl ConnectionTrait,
    account_id: i64,
    code_hash: &str,
    at: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let used = recovery_code::Entity::update_many()
        .col_expr(recovery_code::Column::UsedAt, Expr::value(at))
        .filter(recovery_code::Column::AccountId.eq(account_id))
        .filter(recovery_code::Column::CodeHash.eq(code_hash))
        .filter(recovery_code::Column::UsedAt.is_null())
        .exec(connection)
        .await?;
    Ok(used.rows_affected == 1)
}

/// How many recovery codes of an account have not been used.
///
/// # Errors
/// When the database does not answer.
pub async fn codes_left(connection: &impl ConnectionTrait, account_id: i64) -> Result<u64, DbErr> {
    recovery_code::Entity::find()
        .filter(recovery_code::Column::AccountId.eq(account_id))
        .filter(recovery_code::Column::UsedAt.is_null())
        .count(connection)
        .await
}

/// Writes a sign-in that is half done, and clears away those that have run out at this instant.
///
/// # Errors
/// When the database does not take it.
pub async fn insert_half(
    connection: &impl ConnectionTrait,
    half: half_session::Model,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    half_session::Entity::delete_many()
        .filter(half_session::Column::ExpiresAt.lte(now))
        .exec(connection)
        .await?;
    let half_session::Model { token_hash, account_id, expires_at } = half;
    let row = half_session::ActiveModel {
        token_hash: Set(token_hash),
        account_id: Set(account_id),
        expires_at: Set(expires_at),
    };
    half_session::Entity::insert(row).exec_without_returning(connection).await?;
    Ok(())
}

/// The number of the account whose sign-in is half done with this hash and has not run out.
///
/// # Errors
/// When the database does not answer.
pub async fn half(
    connection: &impl ConnectionTrait,
    token_hash: &str,
    now: DateTime<Utc>,
) -> Result<Option<i64>, DbErr> {
    let found = half_session::Entity::find_by_id(token_hash)
        .filter(half_session::Column::ExpiresAt.gt(now))
        .one(connection)
        .await?;
    Ok(found.map(|half| half.account_id))
}

/// Ends a sign-in that is half done; answers whether there was one.
///
/// # Errors
/// When the database does not take it.
pub async fn delete_half(
    connection: &impl ConnectionTrait,
    token_hash: &str,
) -> Result<bool, DbErr> {
    let deleted = half_session::Entity::delete_by_id(token_hash).exec(connection).await?;
    Ok(deleted.rows_affected > 0)
}

/// Ends every sign-in of an account that is half done.
///
/// # Errors
/// When the database does not take it.
pub async fn delete_halves(
    connection: &impl ConnectionTrait,
    account_id: i64,
) -> Result<(), DbErr> {
    half_session::Entity::delete_many()
        .filter(half_session::Column::AccountId.eq(account_id))
        .exec(connection)
        .await?;
    Ok(())
}
