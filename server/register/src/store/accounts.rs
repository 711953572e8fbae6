//! Accounts and sessions.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait,
    QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};

use super::entities::{account, session};

/// The account that signs in with this address (in lower case).
///
/// # Errors
/// When the database does not answer.
pub async fn by_email(
    connection: &impl ConnectionTrait,
    email: &str,
) -> Result<Option<account::Model>, DbErr> {
    account::Entity::find().filter(account::Column::Email.eq(email)).one(connection).await
}

/// The account with this number.
///
/// # Errors
/// When the database does not answer.
pub async fn by_id(
    connection: &impl ConnectionTrait,
    id: i64,
) -> Result<Option<account::Model>, DbErr> {
    account::Entity::find_by_id(id).one(connection).await
}

/// The same, held for the transaction that will change what is its own.
///
/// # Errors
/// When the database does not answer.
pub async fn by_id_to_change(
    connection: &impl ConnectionTrait,
    id: i64,
) -> Result<Option<account::Model>, DbErr> {
    account::Entity::find_by_id(id).lock_exclusive().one(connection).await
}

/// The accounts of a role that are not disabled, by name.
///
/// # Errors
/// When the database does not answer.
pub async fn enabled_of_role(
    connection: &impl ConnectionTrait,
    role: &str,
) -> Result<Vec<account::Model>, DbErr> {
    account::Entity::find()
        .filter(account::Column::Role.eq(role))
        .filter(account::Column::DisabledAt.is_null())
        .order_by_asc(account::Column::Name)
        .order_by_asc(account::Column::Id)
        .all(connection)
        .await
}

/// Whether there is any account.
///
/// # Errors
/// When the database does not answer.
pub async fn is_any(connection: &impl ConnectionTrait) -> Result<bool, DbErr> {
    Ok(account::Entity::find().one(connection).await?.is_some())
}

/// Whether there is an account of any of these States.
///
/// # Errors
/// When the database does not answer.
pub async fn is_any_of<'a>(
    connection: &impl ConnectionTrait,
    states: impl Iterator<Item = &'a str>,
) -> Result<bool, DbErr> {
    let found = account::Entity::find().filter(account::Column::State.is_in(states));
    Ok(found.one(connection).await?.is_some())
}

/// Writes a new account; answers its number.
///
/// # Errors
/// When the database does not take it, as for an address that is there already.
pub async fn insert(
    connection: &impl ConnectionTrait,
    account: account::ActiveModel,
) -> Result<i64, DbErr> {
    Ok(account.insert(connection).await?.id)
}

/// Sets whether the account is disabled.
///
/// # Errors
/// When the database does not take it.
pub async fn set_disabled(
    connection: &impl ConnectionTrait,
    id: i64,
    at: Option<DateTime<Utc>>,
) -> Result<(), DbErr> {
    account::Entity::update_many()
        .col_expr(account::Column::DisabledAt, Expr::value(at))
        .filter(account::Column::Id.eq(id))
        .exec(connection)
        .await?;
    Ok(())
}

/// Leaves of an account its number, its role and its State, by which what it did stays understood. It can't be
/// signed in to.
///
/// # Errors
/// When the database does not take it.
pub async fn erase(
    connection: &impl ConnectionTrait,
    id: i64,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    account::Entity::update_many()
        // An address that nobody can have (RFC 2606), and one for each account.
        .col_expr(account::Column::Email, Expr::value(format!("erased.{id}@account.invalid")))
        .col_expr(account::Column::Name, Expr::value("—"))
        .col_expr(account::Column::PasswordHash, Expr::value(""))
        .col_expr(account::Column::DisabledAt, Expr::value(at))
        .filter(account::Column::Id.eq(id))
        .exec(connection)
        .await?;
    Ok(())
}

/// Sets the hash of a new password.
///
/// # Errors
/// When the database does not take it.
pub async fn set_password(
    connection: &impl ConnectionTrait,
    id: i64,
    hash: String,
) -> Result<(), DbErr> {
    account::Entity::update_many()
        .col_expr(account::Column::PasswordHash, Expr::value(hash))
        .filter(account::Column::Id.eq(id))
        .exec(connection)
        .await?;
    Ok(())
}

/// Writes a session, and clears away those that have run out.
///
/// # Errors
/// When the database does not take it.
pub async fn insert_session(
    connection: &impl ConnectionTrait,
    session: session::Model,
) -> Result<(), DbErr> {
    session::Entity::delete_many()
        .filter(session::Column::ExpiresAt.lt(session.created_at))
        .exec(connection)
        .await?;
    let session::Model { token_hash, account_id, created_at, last_seen_at, expires_at, user_agent } =
        session;
    let row = session::ActiveModel {
        token_hash: Set(token_hash),
        account_id: Set(account_id),
        created_at: Set(created_at),
        last_seen_at: Set(last_seen_at),
        expires_at: Set(expires_at),
        user_agent: Set(user_agent),
    };
    session::Entity::insert(row).exec_without_returning(connection).await?;
    Ok(())
}

/// The session with this hash and its account.
///
/// # Errors
/// When the database does not answer.
pub async fn session(
    connection: &impl ConnectionTrait,
    token_hash: &str,
) -> Result<Option<(session::Model, account::Model)>, DbErr> {
    let Some(session) = session::Entity::find_by_id(token_hash).one(connection).await? else {
        return Ok(None);
    };
    let account = account::Entity::find_by_id(session.account_id).one(connection).await?;
    Ok(account.map(|account| (session, account)))
}

/// Notes that the session was used.
///
/// # Errors
/// When the database does not take it.
pub async fn touch_session(
    connection: &impl ConnectionTrait,
    token_hash: &str,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    session::Entity::update_many()
        .col_expr(session::Column::LastSeenAt, Expr::value(at))
        .filter(session::Column::TokenHash.eq(token_hash))
        .exec(connection)
        .await?;
    Ok(())
}

/// Ends one session.
///
/// # Errors
/// When the database does not take it.
pub async fn delete_session(
    connection: &impl ConnectionTrait,
    token_hash: &str,
) -> Result<(), DbErr> {
    session::Entity::delete_by_id(token_hash).exec(connection).await?;
    Ok(())
}

/// Ends every session of an account; answers how many there were.
///
/// # Errors
/// When the database does not take it.
pub async fn delete_sessions(
    connection: &impl ConnectionTrait,
    account_id: i64,
) -> Result<u64, DbErr> {
    let result = session::Entity::delete_many()
        .filter(session::Column::AccountId.eq(account_id))
        .exec(connection)
        .await?;
    Ok(result.rows_affected)
}

/// The sessions of an account that have not run out and were used since an instant, the last used first.
///
/// # Errors
/// When the database does not answer.
pub async fn sessions_of(
    connection: &impl ConnectionTrait,
    account_id: i64,
    now: DateTime<Utc>,
    used_since: DateTime<Utc>,
    most: u64,
) -> Result<Vec<session::Model>, DbErr> {
    session::Entity::find()
        .filter(session::Column::AccountId.eq(account_id))
        .filter(session::Column::ExpiresAt.gt(now))
        .filter(session::Column::LastSeenAt.gt(used_since))
        .order_by_desc(session::Column::LastSeenAt)
        .order_by_desc(session::Column::CreatedAt)
        .limit(most)
        .all(connection)
        .await
}

/// Ends every session of an account but one; answers how many there were.
///
/// # Errors
/// When the database does not take it.
pub async fn delete_other_sessions(
    connection: &impl ConnectionTrait,
    account_id: i64,
    token_hash: &str,
) -> Result<u64, DbErr> {
    let result = session::Entity::delete_many()
        .filter(session::Column::AccountId.eq(account_id))
        .filter(session::Column::TokenHash.ne(token_hash))
        .exec(connection)
        .await?;
    Ok(result.rows_affected)
}
