//! The revisions of records: what each save made of one, by whom, when and why. They are never changed.

use chrono::{DateTime, Utc};
use domain::{audit::Subject, sharing::Sharing};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    QueryFilter, QueryOrder, QuerySelect,
};

use super::{
    agreements::Custody,
    audit::{self, Revised},
    entities::revision,
};

/// Who does something, when and why, as the revision keeps it.
#[derive(Clone, Debug)]
pub struct Note {
    pub at: DateTime<Utc>,
    pub account_id: Option<i64>,
    pub author: String,
    pub act: &'static str,
    pub section: Option<&'static str>,
    pub reason: Option<String>,
}

/// Writes the revision, and the line of the log that tells of it.
pub(super) async fn write(
    transaction: &DatabaseTransaction,
    id: i64,
    version: i32,
    content: String,
    custody: &Custody,
    note: &Note,
) -> Result<(), DbErr> {
    let (published, sharing) = (custody.published_at.is_some(), custody.shared.with);
    let told = Revised::new(&content, published, note)
        .shared_with(sharing.code())
        .told(Subject::agreement(id), version);
    revision::Entity::insert(row(id, version, content, published, sharing, note))
        .exec_without_returning(transaction)
        .await?;
    audit::write(transaction, vec![told]).await
}

pub(super) fn row(
    id: i64,
    version: i32,
    content: String,
    published: bool,
    sharing: Sharing,
    note: &Note,
) -> revision::ActiveModel {
    revision::ActiveModel {
        agreement_id: Set(id),
        version: Set(version),
        content: Set(content),
        published: Set(published),
        shared_with: Set(sharing.code().to_owned()),
        at: Set(note.at),
        account_id: Set(note.account_id),
        author: Set(note.author.clone()),
        act: Set(note.act.to_owned()),
        section: Set(note.section.map(str::to_owned)),
        reason: Set(note.reason.clone()),
    }
}

/// The revisions of a record, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn newest(
    connection: &impl ConnectionTrait,
    id: i64,
    before: Option<i32>,
    limit: u64,
) -> Result<Vec<revision::Model>, DbErr> {
    let mut query = revision::Entity::find().filter(revision::Column::AgreementId.eq(id));
    if let Some(version) = before {
        query = query.filter(revision::Column::Version.lt(version));
    }
    query.order_by_desc(revision::Column::Version).limit(limit).all(connection).await
}

/// One revision.
///
/// # Errors
/// When the database does not answer.
pub async fn find(
    connection: &impl ConnectionTrait,
    id: i64,
    version: i32,
) -> Result<Option<revision::Model>, DbErr> {
    revision::Entity::find_by_id((id, version)).one(connection).await
}

/// The newest revision that tells of this act.
///
/// # Errors
/// When the database does not answer.
pub async fn last_of_act(
    connection: &impl ConnectionTrait,
    id: i64,
    act: &str,
) -> Result<Option<revision::Model>, DbErr> {
    revision::Entity::find()
        .filter(revision::Column::AgreementId.eq(id))
        .filter(revision::Column::Act.eq(act))
        .order_by_desc(revision::Column::Version)
        .one(connection)
        .await
}
