//! Records that came whole from elsewhere, and under which key of their source each is known again.

use domain::{Agreement, audit::Subject, confirmation::RecordAnswer, sharing::Sharing};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, Query as Sql},
};

use super::{
    agreements,
    audit::{self, Revised},
    entities::{agreement, origin, revision},
    index,
    revisions::{self, Note},
};

/// A record that came whole from elsewhere.
pub struct Import<'a> {
    pub key: &'a str,
    pub agreement: &'a Agreement,
}

/// The keys of `source` that were imported before, with the records they made.
///
/// # Errors
/// When the database does not answer.
pub async fn of_source(
    connection: &impl ConnectionTrait,
    source: &str,
) -> Result<Vec<origin::Model>, DbErr> {
    origin::Entity::find().filter(origin::Column::Source.eq(source)).all(connection).await
}

/// How many records of `source` were imported before.
///
/// # Errors
/// When the database does not answer.
pub async fn count(connection: &impl ConnectionTrait, source: &str) -> Result<u64, DbErr> {
    origin::Entity::find().filter(origin::Column::Source.eq(source)).count(connection).await
}

/// Whether there is any record that came from none of these sources.
///
/// # Errors
/// When the database does not answer.
pub async fn is_any_besides(
    connection: &impl ConnectionTrait,
    sources: &[&str],
) -> Result<bool, DbErr> {
    let theirs = Sql::select()
        .column("agreement_id")
        .from("origin")
        .and_where(Expr::col("source").is_in(sources.iter().copied()))
        .to_owned();
    let query = Sql::select()
        .column("id")
        .from("agreement")
        .and_where(Expr::col("id").not_in_subquery(theirs))
        .limit(1)
        .to_owned();
    Ok(connection.query_one(&query).await?.is_some())
}

/// Keeps under which key of `source` each record is known again.
///
/// # Errors
/// When the database does not take it.
pub async fn note_origins<'a>(
    connection: &impl ConnectionTrait,
    source: &str,
    records: impl Iterator<Item = (&'a str, i64)>,
) -> Result<(), DbErr> {
    let origins = records.map(|(key, id)| origin::ActiveModel {
        source: Set(source.to_owned()),
        key: Set(key.to_owned()),
        agreement_id: Set(id),
    });
    origin::Entity::insert_many(origins).exec_without_returning(connection).await?;
    Ok(())
}

/// Writes records that came whole from elsewhere, published, in few statements.
///
/// # Errors
/// When the database does not take them; then none is written.
pub async fn insert(
    connection: &DatabaseTransaction,
    source: &str,
    records: &[Import<'_>],
    note: &Note,
) -> Result<(), DbErr> {
    let highest = Sql::select().expr(Expr::col("id").max()).from("agreement").to_owned();
    let highest: Option<i64> = match connection.query_one(&highest).await? {
        Some(row) => row.try_get_by_index(0)?,
        None => None,
    };
    for chunk in records.chunks(500) {
        let rows = chunk
            .iter()
            .map(|record| {
                Ok(agreement::ActiveModel {
                    version: Set(1),
                    recorded_by: Set(None),
                    from_source: Set(true),
                    answer: Set(<&str>::from(RecordAnswer::OneParty).to_owned()),
                    published_at: Set(Some(note.at)),
                    shared_with: Set(Sharing::default().code().to_owned()),
                    created_at: Set(note.at),
                    changed_at: Set(note.at),
                    ..agreements::row(record.agreement)?
                })
            })
            .collect::<Result<Vec<_>, DbErr>>()?;
        agreement::Entity::insert_many(rows).exec_without_returning(connection).await?;
    }
    // The transaction holds the write lock (SQLite) or the table is only read by others; the new
    // numbers are those above the highest, in the order of insertion.
    let ids: Vec<i64> = agreement::Entity::find()
        .select_only()
        .column(agreement::Column::Id)
        .filter(agreement::Column::Id.gt(highest.unwrap_or(0)))
        .order_by_asc(agreement::Column::Id)
        .limit(records.len() as u64)
        .into_tuple()
        .all(connection)
        .await?;
    if ids.len() != records.len() {
        return Err(DbErr::Custom("another import ran at the same time".into()));
    }
    for (ids, records) in ids.chunks(500).zip(records.chunks(500)) {
        let mut first = Vec::new();
        let mut origins = Vec::new();
        let mut indexed = Vec::new();
        let mut told = Vec::new();
        for (id, record) in ids.iter().zip(records) {
            let content = agreements::text(record.agreement)?;
            told.push(Revised::new(&content, true, note).told(Subject::agreement(*id), 1));
            first.push(revisions::row(*id, 1, content, true, Sharing::default(), note));
            origins.push(origin::ActiveModel {
                source: Set(source.to_owned()),
                key: Set(record.key.to_owned()),
                agreement_id: Set(*id),
            });
            indexed.push((*id, record.agreement.clone()));
        }
        revision::Entity::insert_many(first).exec_without_returning(connection).await?;
        origin::Entity::insert_many(origins).exec_without_returning(connection).await?;
        audit::write(connection, told).await?;
        index::insert(connection, &indexed).await?;
    }
    Ok(())
}
