//! Records one by one: read, written, with their revisions.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Agreement,
    audit::{LogAct, Subject},
    confirmation::{RecordAnswer, sections},
    duplicates::party_key,
    sharing::{Shared, Sharing},
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, NotSet, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, Query as Sql},
};

use super::{
    among::among,
    audit::{self, Revised},
    confirmations,
    entities::{agreement, origin, revision},
    index,
};

/// Records that are looked for at once when their day of publication has come.
const TO_PUBLISH_AT_ONCE: u64 = 100;

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

/// A record that came whole from elsewhere.
pub struct Import<'a> {
    pub key: &'a str,
    pub agreement: &'a Agreement,
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

fn text(agreement: &Agreement) -> Result<String, DbErr> {
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
    revise(connection, id, 1, text(record)?, &custody, note).await?;
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
    revise(connection, before.id, version, text(record)?, custody, note).await?;
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

/// Writes the revision, and the line of the log that tells of it.
async fn revise(
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
    revision::Entity::insert(revision_row(id, version, content, published, sharing, note))
        .exec_without_returning(transaction)
        .await?;
    audit::write(transaction, vec![told]).await
}

fn revision_row(
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

/// The keys of `source` that were imported before, with the records they made.
///
/// # Errors
/// When the database does not answer.
pub async fn imported(
    connection: &impl ConnectionTrait,
    source: &str,
) -> Result<Vec<origin::Model>, DbErr> {
    origin::Entity::find().filter(origin::Column::Source.eq(source)).all(connection).await
}

/// How many records of `source` were imported before.
///
/// # Errors
/// When the database does not answer.
pub async fn count_imported(connection: &impl ConnectionTrait, source: &str) -> Result<u64, DbErr> {
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
pub async fn insert_imported(
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
                    ..row(record.agreement)?
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
        let mut revisions = Vec::new();
        let mut origins = Vec::new();
        let mut indexed = Vec::new();
        let mut told = Vec::new();
        for (id, record) in ids.iter().zip(records) {
            let content = text(record.agreement)?;
            told.push(Revised::new(&content, true, note).told(Subject::agreement(*id), 1));
            revisions.push(revision_row(*id, 1, content, true, Sharing::default(), note));
            origins.push(origin::ActiveModel {
                source: Set(source.to_owned()),
                key: Set(record.key.to_owned()),
                agreement_id: Set(*id),
            });
            indexed.push((*id, record.agreement.clone()));
        }
        revision::Entity::insert_many(revisions).exec_without_returning(connection).await?;
        origin::Entity::insert_many(origins).exec_without_returning(connection).await?;
        audit::write(connection, told).await?;
        index::insert(connection, &indexed).await?;
    }
    Ok(())
}

/// The revisions of a record, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn revisions(
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
pub async fn revision(
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
