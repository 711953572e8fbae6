//! States that chose that nobody of their people publishes alone, and who wrote something last.

use domain::two_people::TwoPeople;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder,
};

use super::entities::{account, entry_revision, revision, two_people};

/// What a State chose; nothing where it did not.
///
/// # Errors
/// When the database does not answer.
pub async fn of(
    connection: &impl ConnectionTrait,
    state: &str,
) -> Result<Option<TwoPeople>, DbErr> {
    let row = two_people::Entity::find_by_id(state).one(connection).await?;
    Ok(row.map(|row| TwoPeople { since: row.since, chosen_by: row.chosen_by }))
}

/// Writes that a State chose it.
///
/// # Errors
/// When the database does not take it.
pub async fn insert(
    connection: &impl ConnectionTrait,
    state: &str,
    chosen: TwoPeople,
) -> Result<(), DbErr> {
    let row = two_people::ActiveModel {
        state: Set(state.to_owned()),
        since: Set(chosen.since),
        chosen_by: Set(chosen.chosen_by),
    };
    two_people::Entity::insert(row).exec_without_returning(connection).await?;
    Ok(())
}

/// Ends it.
///
/// # Errors
/// When the database does not take it.
pub async fn delete(connection: &impl ConnectionTrait, state: &str) -> Result<(), DbErr> {
    two_people::Entity::delete_by_id(state).exec(connection).await?;
    Ok(())
}

/// How many accounts of a State are open.
///
/// # Errors
/// When the database does not answer.
pub async fn accounts_of(connection: &impl ConnectionTrait, state: &str) -> Result<u64, DbErr> {
    account::Entity::find()
        .filter(account::Column::State.eq(state))
        .filter(account::Column::DisabledAt.is_null())
        .count(connection)
        .await
}

/// The newest revision of a record that tells of one of these acts.
///
/// # Errors
/// When the database does not answer.
pub async fn last_of_record(
    connection: &impl ConnectionTrait,
    id: i64,
    acts: &[&str],
) -> Result<Option<revision::Model>, DbErr> {
    revision::Entity::find()
        .filter(revision::Column::AgreementId.eq(id))
        .filter(revision::Column::Act.is_in(acts.iter().copied()))
        .order_by_desc(revision::Column::Version)
        .one(connection)
        .await
}

/// The same of an entry of the follow-up.
///
/// # Errors
/// When the database does not answer.
pub async fn last_of_entry(
    connection: &impl ConnectionTrait,
    id: i64,
    acts: &[&str],
) -> Result<Option<entry_revision::Model>, DbErr> {
    entry_revision::Entity::find()
        .filter(entry_revision::Column::EntryId.eq(id))
        .filter(entry_revision::Column::Act.is_in(acts.iter().copied()))
        .order_by_desc(entry_revision::Column::Version)
        .one(connection)
        .await
}
