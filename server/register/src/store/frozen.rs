//! Frozen registers, and the revisions that they hold.

use chrono::NaiveDate;
use domain::audit::{LogAct, Subject, SubjectKind, Told};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
    sea_query::{Expr, ExprTrait, OnConflict, Query as Sql},
};

use super::{among::among_revisions, audit, entities::frozen, revisions::Note};

/// A record in the revision that is frozen: its number, its version, its content as it is kept.
pub type Kept = (i64, i32, String);

/// The published records as they are now, in the order of their numbers.
///
/// # Errors
/// When the database does not answer.
pub async fn published(connection: &impl ConnectionTrait) -> Result<Vec<Kept>, DbErr> {
    let query = Sql::select()
        .column(("revision", "agreement_id"))
        .column(("revision", "version"))
        .column(("revision", "content"))
        .from("agreement")
        .inner_join(
            "revision",
            Expr::col(("revision", "agreement_id"))
                .equals(("agreement", "id"))
                .and(Expr::col(("revision", "version")).equals(("agreement", "version"))),
        )
        .and_where(Expr::col(("agreement", "published_at")).is_not_null())
        .and_where(Expr::col(("agreement", "merged_into")).is_null())
        .order_by(("agreement", "id"), sea_orm::Order::Asc)
        .to_owned();
    kept(&connection.query_all(&query).await?)
}

/// These revisions, in the order of the numbers. What is missing is left out.
///
/// # Errors
/// When the database does not answer.
pub async fn revisions(
    connection: &impl ConnectionTrait,
    records: &[(i64, i32)],
) -> Result<Vec<Kept>, DbErr> {
    let query = Sql::select()
        .columns(["agreement_id", "version", "content"])
        .from("revision")
        .and_where(among_revisions(connection.get_database_backend(), records))
        .order_by("agreement_id", sea_orm::Order::Asc)
        .to_owned();
    kept(&connection.query_all(&query).await?)
}

fn kept(rows: &[sea_orm::QueryResult]) -> Result<Vec<Kept>, DbErr> {
    rows.iter()
        .map(|row| {
            Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?))
        })
        .collect()
}

/// What is to be frozen.
pub struct New<'a> {
    pub day: NaiveDate,
    pub records: &'a [(i64, i32)],
    pub hash: &'a str,
}

/// Freezes it; answers its number. What was frozen before with the same hash is the same.
///
/// # Errors
/// When the database does not take it.
pub async fn insert(
    transaction: &DatabaseTransaction,
    new: &New<'_>,
    note: &Note,
) -> Result<i64, DbErr> {
    if let Some(id) = same(transaction, new.hash).await? {
        return Ok(id);
    }
    let records =
        serde_json::to_string(new.records).map_err(|error| DbErr::Json(error.to_string()))?;
    let row = frozen::ActiveModel {
        day: Set(new.day),
        records: Set(records),
        hash: Set(new.hash.to_owned()),
        at: Set(note.at),
        account_id: Set(note.account_id),
        author: Set(note.author.clone()),
        ..Default::default()
    };
    // Two who freeze the same at once find the same one.
    let unless_there = OnConflict::column(frozen::Column::Hash).do_nothing().to_owned();
    let written = frozen::Entity::insert(row)
        .on_conflict(unless_there)
        .exec_without_returning(transaction)
        .await?;
    let missing = || DbErr::RecordNotFound("what was frozen".to_owned());
    let id = same(transaction, new.hash).await?.ok_or_else(missing)?;
    if written > 0 {
        let told = Told {
            content_hash: Some(new.hash.to_owned()),
            ..audit::told(note, LogAct::Frozen, Subject::new(SubjectKind::Frozen, id))
        };
        audit::write(transaction, vec![told]).await?;
    }
    Ok(id)
}

async fn same(connection: &impl ConnectionTrait, hash: &str) -> Result<Option<i64>, DbErr> {
    frozen::Entity::find()
        .select_only()
        .column(frozen::Column::Id)
        .filter(frozen::Column::Hash.eq(hash))
        .into_tuple()
        .one(connection)
        .await
}

/// The frozen register with this number.
///
/// # Errors
/// When the database does not answer.
pub async fn find(
    connection: &impl ConnectionTrait,
    id: i64,
) -> Result<Option<frozen::Model>, DbErr> {
    frozen::Entity::find_by_id(id).one(connection).await
}

/// The frozen registers that have these numbers, in no order.
///
/// # Errors
/// When the database does not answer.
pub async fn find_many(
    connection: &impl ConnectionTrait,
    ids: &[i64],
) -> Result<Vec<frozen::Model>, DbErr> {
    frozen::Entity::find()
        .filter(frozen::Column::Id.is_in(ids.iter().copied()))
        .all(connection)
        .await
}

/// A page of what is frozen, newest first, and one more if there are more.
///
/// # Errors
/// When the database does not answer.
pub async fn list(
    connection: &impl ConnectionTrait,
    page: u64,
    size: u64,
) -> Result<Vec<frozen::Model>, DbErr> {
    frozen::Entity::find()
        .order_by_desc(frozen::Column::Id)
        .offset(page * size)
        .limit(size + 1)
        .all(connection)
        .await
}
