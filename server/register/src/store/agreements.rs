//! Records one by one: read, written, with their revisions.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Agreement,
    audit::{LogAct, Subject},
    confirmation::{RecordAnswer, sections},
    duplicates::party_key,
    sharing::Shared,
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, NotSet, QueryFilter,
    QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, Query as Sql},
};

use super::{
    among::among,
    audit, confirmations,
    entities::agreement,
    index,
    revisions::{self, Note},
};

/// Records that are looked for at once when their day of publication has come.
const TO_PUBLISH_AT_ONCE: u64 = 100;

/// Whose a record is, and who sees it.
#[derive(Clone, Debug, Default)]
pub struct Custody {
    pub recorded_by: Option<String>,
    pub published_at: Option<DateTime<Utc>>,
    pub shared: Shared,
}

impl Custody {
    /// As it is.
    pub fn of(row: &agreement::Model) -> Self {
        Self {
            recorded_by: row.recorded_by.clone(),
            published_at: row.published_at,
            shared: shared(row),
        }
    }
}

/// Who sees a record while it is not published. What can't be read is shared with nobody.
pub fn shared(row: &agreement::Model) -> Shared {
    Shared { with: row.shared_with.parse().unwrap_or_default(), public_from: row.public_from }
}

/// The record with this number.
///
/// # Errors
/// When the database does not answer.
pub async fn find(
    connection: &impl ConnectionTrait,
    id: i64,
) -> Result<Option<agreement::Model>, DbErr> {
    agreement::Entity::find_by_id(id).one(connection).await
}

/// The record with this number, held for the transaction that will change it.
///
/// # Errors
/// When the database does not answer.
pub async fn find_to_change(
    connection: &impl ConnectionTrait,
    id: i64,
) -> Result<Option<agreement::Model>, DbErr> {
    agreement::Entity::find_by_id(id).lock_exclusive().one(connection).await
}

/// The record's whole content.
///
/// # Errors
/// When the stored text is no record, which only damage can do.
pub fn content(text: &str) -> Result<Agreement, DbErr> {
    serde_json::from_str(text).map_err(|error| DbErr::Json(error.to_string()))
}

pub(super) fn text(agreement: &Agreement) -> Result<String, DbErr> {
    serde_json::to_string(agreement).map_err(|error| DbErr::Json(error.to_string()))
}

/// The columns of a record that follow from its content.
pub(super) fn row(agreement: &Agreement) -> Result<agreement::ActiveModel, DbErr> {
    let head = index::Head::of(agreement);
    Ok(agreement::ActiveModel {
        content: Set(text(agreement)?),
        decade: Set(head.decade()),
        title_key: Set(head.title_key()),
        title: Set(head.title),
        title_language: Set(head.title_language),
        title_ru: Set(head.title_ru),
        kind: Set(head.kind),
        signed: Set(head.signed.map(|date| date.to_string())),
        signed_year: Set(head.signed.map(domain::PartialDate::year)),
        coded: Set(head.coded),
        mode: Set(head.mode),
        criteria_met: Set(head.criteria_met),
        party_key: Set(party_key(agreement)),
        section_count: Set(i32::try_from(sections(agreement).count()).unwrap_or(i32::MAX)),
        ..Default::default()
    })
}

/// Writes a new record with its first revision; answers its number.
///
/// # Errors
/// When the database does not take it.
pub async fn insert(
    connection: &DatabaseTransaction,
    record: &Agreement,
    recorded_by: Option<&str>,
    note: &Note,
) -> Result<i64, DbErr> {
    let custody = Custody { recorded_by: recorded_by.map(str::to_owned), ..Custody::default() };
    let row = agreement::ActiveModel {
        version: Set(1),
        recorded_by: Set(custody.recorded_by.clone()),
        from_source: Set(false),
        answer: Set(<&str>::from(RecordAnswer::OneParty).to_owned()),
        published_at: Set(None),
        shared_with: Set(custody.shared.with.code().to_owned()),
        created_at: Set(note.at),
        changed_at: Set(note.at),
        ..row(record)?
    };
    let id = row.insert(connection).await?.id;
    revisions::write(connection, id, 1, text(record)?, &custody, note).await?;
    index::insert(connection, &[(id, record.clone())]).await?;
    Ok(id)
}

/// Writes a changed record and its revision. `before` is the row that the transaction holds.
///
/// # Errors
/// When the database does not take it.
pub async fn update(
    connection: &DatabaseTransaction,
    before: &agreement::Model,
    record: &Agreement,
    custody: &Custody,
    note: &Note,
) -> Result<i32, DbErr> {
    let version = before.version + 1;
    let old = content(&before.content)?;
    let mut touched = index::replaces(connection, before.id).await?;
    let row = agreement::ActiveModel {
        id: Set(before.id),
        version: Set(version),
        recorded_by: Set(custody.recorded_by.clone()),
        published_at: Set(custody.published_at),
        shared_with: Set(custody.shared.with.code().to_owned()),
        public_from: Set(custody.shared.public_from),
        changed_at: Set(note.at),
        created_at: NotSet,
        ..row(record)?
    };
    row.update(connection).await?;
    revisions::write(connection, before.id, version, text(record)?, custody, note).await?;
    index::rewrite(connection, before.id, Some(&old), record).await?;
    index::write_status(connection, before.id, record).await?;
    let recorded_by = custody.recorded_by.as_deref();
    confirmations::write_answers(connection, before.id, record, recorded_by).await?;
    touched.extend(index::replaces(connection, before.id).await?);
    touched.sort_unstable();
    touched.dedup();
    for id in touched {
        if let Some(replaced) = find(connection, id).await? {
            index::write_status(connection, id, &content(&replaced.content)?).await?;
        }
    }
    Ok(version)
}

/// Puts a draft away or takes it out again; its content and revisions stay.
///
/// # Errors
/// When the database does not take it.
pub async fn set_discarded(
    transaction: &DatabaseTransaction,
    id: i64,
    discarded: bool,
    note: &Note,
) -> Result<(), DbErr> {
    let at = discarded.then_some(note.at);
    let row = agreement::ActiveModel { id: Set(id), discarded_at: Set(at), ..Default::default() };
    row.update(transaction).await?;
    let act = if discarded { LogAct::PutAway } else { LogAct::TakenOut };
    audit::write(transaction, vec![audit::told(note, act, Subject::agreement(id))]).await
}

/// The first drafts whose day of publication has come by `today`.
///
/// # Errors
/// When the database does not answer.
pub async fn to_publish(
    connection: &impl ConnectionTrait,
    today: NaiveDate,
) -> Result<Vec<i64>, DbErr> {
    agreement::Entity::find()
        .select_only()
        .column(agreement::Column::Id)
        .filter(agreement::Column::PublicFrom.lte(today))
        .filter(agreement::Column::PublishedAt.is_null())
        .filter(agreement::Column::DiscardedAt.is_null())
        .order_by_asc(agreement::Column::Id)
        .limit(TO_PUBLISH_AT_ONCE)
        .into_tuple()
        .all(connection)
        .await
}

/// Drafts of a State that were put away, last first, as number and title.
///
/// # Errors
/// When the database does not answer.
pub async fn discarded(
    connection: &impl ConnectionTrait,
    state: &str,
) -> Result<Vec<(i64, String)>, DbErr> {
    agreement::Entity::find()
        .select_only()
        .columns([agreement::Column::Id, agreement::Column::Title])
        .filter(agreement::Column::RecordedBy.eq(state))
        .filter(agreement::Column::DiscardedAt.is_not_null())
        .order_by_desc(agreement::Column::DiscardedAt)
        .limit(50)
        .into_tuple()
        .all(connection)
        .await
}

/// The records that these numbers have, for links; in no order.
///
/// # Errors
/// When the database does not answer.
pub async fn find_many(
    connection: &impl ConnectionTrait,
    ids: &[i64],
) -> Result<Vec<agreement::Model>, DbErr> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    agreement::Entity::find()
        .filter(among(connection.get_database_backend(), "id", ids))
        .all(connection)
        .await
}

/// The links that other records have to this one: their number and the relation.
///
/// # Errors
/// When the database does not answer.
pub async fn links_to(
    connection: &impl ConnectionTrait,
    id: i64,
) -> Result<Vec<(i64, String)>, DbErr> {
    let query = Sql::select()
        .columns(["agreement_id", "relation"])
        .from("agreement_link")
        .and_where(Expr::col("to_id").eq(id))
        .to_owned();
    let rows = connection.query_all(&query).await?;
    rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
}
