//! Records that may mean one agreement, those that were merged, and those that are two.
//!
//! Pairs are found within the records of the same parties (`agreement.party_key`), so that no record is
//! held against the whole register.

use chrono::{DateTime, Utc};
use domain::audit::{LogAct, Subject, Told};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, JoinType,
    Order, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, Query as Sql, SelectStatement},
};

use super::{
    agreements, audit,
    entities::{agreement, merge, not_duplicate},
    index,
};

/// Who merges, takes apart or tells apart, and when.
#[derive(Clone, Debug)]
pub struct Deed {
    pub at: DateTime<Utc>,
    pub account_id: Option<i64>,
    pub author: String,
}

/// A published record that is in the lists.
fn is_listed(alias: &'static str) -> Condition {
    Condition::all()
        .add(Expr::col((alias, "published_at")).is_not_null())
        .add(Expr::col((alias, "discarded_at")).is_null())
        .add(Expr::col((alias, "merged_into")).is_null())
}

/// Signed in the same year, about the turn of one, or at a time that is not known. The rule of the
/// domain looks at the rest.
fn is_near_in_time() -> Condition {
    let year = |alias: &'static str| Expr::col((alias, "signed_year"));
    Condition::any()
        .add(year("one").is_null())
        .add(year("other").is_null())
        .add(year("one").sub(year("other")).between(-1, 1))
}

/// Pairs of records, `one` with the lower number, that the rule of the domain has to look at; of those
/// that name `state` where there is one.
fn pairs_to_look_at(state: Option<&str>) -> SelectStatement {
    let mut condition = Condition::all()
        .add(Expr::col(("one", "party_key")).ne(""))
        .add(Expr::col(("not_duplicate", "a_id")).is_null())
        .add(is_listed("one"))
        .add(is_listed("other"))
        .add(is_near_in_time());
    if let Some(state) = state {
        let of_party = Sql::select()
            .column("agreement_id")
            .from("agreement_party")
            .and_where(Expr::col("code").eq(state))
            .to_owned();
        condition = condition.add(Expr::col(("one", "id")).in_subquery(of_party));
    }
    Sql::select()
        .from_as("agreement", "one")
        .join_as(
            JoinType::InnerJoin,
            "agreement",
            "other",
            Expr::col(("one", "party_key"))
                .equals(("other", "party_key"))
                .and(Expr::col(("one", "id")).lt(Expr::col(("other", "id")))),
        )
        .left_join(
            "not_duplicate",
            Expr::col(("not_duplicate", "a_id"))
                .equals(("one", "id"))
                .and(Expr::col(("not_duplicate", "b_id")).equals(("other", "id"))),
        )
        .cond_where(condition)
        .to_owned()
}

/// In how many corridors there is a pair to look at.
///
/// # Errors
/// When the database does not answer.
pub async fn count_corridors(
    connection: &impl ConnectionTrait,
    state: Option<&str>,
) -> Result<u64, DbErr> {
    let mut query = pairs_to_look_at(state);
    query.expr(Expr::col(("one", "party_key")).count_distinct());
    let row = connection.query_one(&query).await?;
    let count: i64 = row.map_or(Ok(0), |row| row.try_get_by_index(0))?;
    Ok(count.cast_unsigned())
}

/// The pairs to look at in a page of the corridors.
///
/// # Errors
/// When the database does not answer.
pub async fn pairs(
    connection: &impl ConnectionTrait,
    state: Option<&str>,
    page: u64,
    size: u64,
) -> Result<Vec<(i64, i64)>, DbErr> {
    let mut corridors = pairs_to_look_at(state);
    corridors
        .distinct()
        .column(("one", "party_key"))
        .order_by(("one", "party_key"), Order::Asc)
        .offset(page * size)
        .limit(size);
    let rows = connection.query_all(&corridors).await?;
    let keys: Vec<String> =
        rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<_, DbErr>>()?;
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let mut query = pairs_to_look_at(state);
    query
        .column(("one", "id"))
        .column(("other", "id"))
        .and_where(Expr::col(("one", "party_key")).is_in(keys));
    let rows = connection.query_all(&query).await?;
    rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
}

/// The records with which this one makes a pair to look at. `key` is its own.
///
/// # Errors
/// When the database does not answer.
pub async fn partners(
    connection: &impl ConnectionTrait,
    key: &str,
    id: i64,
) -> Result<Vec<i64>, DbErr> {
    let either = Expr::col(("one", "id")).eq(id).or(Expr::col(("other", "id")).eq(id));
    let mut query = pairs_to_look_at(None);
    query
        .column(("one", "id"))
        .column(("other", "id"))
        .and_where(Expr::col(("one", "party_key")).eq(key))
        .and_where(either);
    let rows = connection.query_all(&query).await?;
    rows.iter()
        .map(|row| {
            let (one, other): (i64, i64) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
            Ok(if one == id { other } else { one })
        })
        .collect()
}

/// The record that this one was merged into, while it is.
///
/// # Errors
/// When the database does not answer.
pub async fn merged_into(connection: &impl ConnectionTrait, id: i64) -> Result<Option<i64>, DbErr> {
    let query = Sql::select()
        .column("merged_into")
        .from("agreement")
        .and_where(Expr::col("id").eq(id))
        .to_owned();
    match connection.query_one(&query).await? {
        Some(row) => row.try_get_by_index(0),
        None => Ok(None),
    }
}

/// The merges into any of these records that stand, the first one first.
///
/// # Errors
/// When the database does not answer.
pub async fn standing_into(
    connection: &impl ConnectionTrait,
    ids: &[i64],
) -> Result<Vec<merge::Model>, DbErr> {
    merge::Entity::find()
        .filter(merge::Column::KeptId.is_in(ids.iter().copied()))
        .filter(merge::Column::UndoneAt.is_null())
        .order_by_asc(merge::Column::Id)
        .all(connection)
        .await
}

/// All merges that a record had a part in, undone ones too, the last first.
///
/// # Errors
/// When the database does not answer.
pub async fn all_of(
    connection: &impl ConnectionTrait,
    id: i64,
) -> Result<Vec<merge::Model>, DbErr> {
    let part =
        Condition::any().add(merge::Column::KeptId.eq(id)).add(merge::Column::MergedId.eq(id));
    merge::Entity::find()
        .filter(part)
        .order_by_desc(merge::Column::Id)
        .limit(HISTORY)
        .all(connection)
        .await
}

/// Merges of one record that its history tells of.
const HISTORY: u64 = 50;

/// Merges one record into another.
///
/// # Errors
/// When the database does not take it.
pub async fn merge(
    transaction: &DatabaseTransaction,
    kept: i64,
    merged: i64,
    reason: &str,
    deed: &Deed,
) -> Result<(), DbErr> {
    let row = merge::ActiveModel {
        kept_id: Set(kept),
        merged_id: Set(merged),
        at: Set(deed.at),
        account_id: Set(deed.account_id),
        author: Set(deed.author.clone()),
        reason: Set(reason.to_owned()),
        ..Default::default()
    };
    merge::Entity::insert(row).exec_without_returning(transaction).await?;
    let told = Told { reason: Some(reason.to_owned()), ..told(LogAct::Merged, merged, kept, deed) };
    audit::write(transaction, vec![told]).await?;
    set_merged_into(transaction, merged, Some(kept)).await
}

/// What the log tells of a record and another one.
fn told(act: LogAct, record: i64, other: i64, deed: &Deed) -> Told {
    let subject = Subject::agreement(record);
    Told {
        detail: Some(other.to_string()),
        ..Told::new(deed.at, deed.account_id, &deed.author, act.code(), subject)
    }
}

/// Takes a merge back: the record is as it was, and the merge stays known.
///
/// # Errors
/// When the database does not take it.
pub async fn undo(
    transaction: &DatabaseTransaction,
    merge: &merge::Model,
    deed: &Deed,
) -> Result<(), DbErr> {
    let row = merge::ActiveModel {
        id: Set(merge.id),
        undone_at: Set(Some(deed.at)),
        undone_by: Set(Some(deed.author.clone())),
        ..Default::default()
    };
    row.update(transaction).await?;
    let told = told(LogAct::MergeUndone, merge.merged_id, merge.kept_id, deed);
    audit::write(transaction, vec![told]).await?;
    set_merged_into(transaction, merge.merged_id, None).await
}

async fn set_merged_into(
    connection: &impl ConnectionTrait,
    id: i64,
    kept: Option<i64>,
) -> Result<(), DbErr> {
    let row = agreement::ActiveModel { id: Set(id), merged_into: Set(kept), ..Default::default() };
    row.update(connection).await?;
    // What it replaces is replaced no longer, or again.
    for replaced in index::replaces(connection, id).await? {
        if let Some(row) = agreements::find(connection, replaced).await? {
            index::write_status(connection, replaced, &agreements::content(&row.content)?).await?;
        }
    }
    Ok(())
}

/// What somebody said of a pair: that they are two. The lower number stands first.
///
/// # Errors
/// When the database does not answer.
pub async fn told_apart(
    connection: &impl ConnectionTrait,
    pair: (i64, i64),
) -> Result<Option<not_duplicate::Model>, DbErr> {
    not_duplicate::Entity::find_by_id(pair).one(connection).await
}

/// Writes down that a pair is two, or takes that back.
///
/// # Errors
/// When the database does not take it.
pub async fn tell_apart(
    transaction: &DatabaseTransaction,
    pair: (i64, i64),
    apart: bool,
    deed: &Deed,
) -> Result<(), DbErr> {
    let gone = not_duplicate::Entity::delete_by_id(pair).exec(transaction).await?.rows_affected;
    let act = if apart {
        let row = not_duplicate::ActiveModel {
            a_id: Set(pair.0),
            b_id: Set(pair.1),
            at: Set(deed.at),
            account_id: Set(deed.account_id),
            author: Set(deed.author.clone()),
        };
        not_duplicate::Entity::insert(row).exec_without_returning(transaction).await?;
        LogAct::ToldApart
    } else if gone > 0 {
        LogAct::ToldApartUndone
    } else {
        return Ok(());
    };
    audit::write(transaction, vec![told(act, pair.0, pair.1, deed)]).await
}
