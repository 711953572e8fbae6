//! Entries of the follow-up: read, listed, written, with their revisions.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    PartialDate,
    audit::Subject,
    follow_up::{EntryKind, Target, head, stage::Stage},
    policy::VisibleEntries,
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, ExprTrait,
    IntoActiveModel, Iterable, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, Query as Sql, SelectStatement},
};
use serde_json::Value;

use super::{
    audit::{self, Revised},
    entities::{entry, entry_revision},
    revisions::Note,
};

/// Which entries a list is asked for. What is open does not narrow it.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub kind: Option<EntryKind>,
    /// `Some(None)` asks for the Network's own.
    pub owner: Option<Option<String>>,
    pub parent: Option<i64>,
    pub meeting: Option<i64>,
    pub target: Option<Target>,
    pub stage: Option<Stage>,
    pub status: Option<String>,
    /// Any of these; none asks for all.
    pub stages: Vec<Stage>,
    /// Due before this day, and neither completed nor dropped.
    pub overdue_on: Option<NaiveDate>,
}

/// What the policy lets be seen.
pub(super) fn visible(visible: &VisibleEntries) -> Condition {
    let published = Condition::any().add(entry::Column::PublishedAt.is_not_null());
    match visible {
        VisibleEntries::Published => published,
        VisibleEntries::PublishedAndOf(state) => {
            let named = entry::Column::Kind
                .eq(EntryKind::Pledge.code())
                .and(entry::Column::Id.in_subquery(of_target(&Target::State(state.clone()))));
            published.add(entry::Column::Owner.eq(state.as_str())).add(named)
        }
        VisibleEntries::PublishedAndOfNetwork => {
            let is_filed = entry::Column::Stage.ne(<&str>::from(Stage::Draft));
            published
                .add(entry::Column::Owner.is_null())
                .add(entry::Column::RecordedFor.eq(true))
                .add(is_filed)
        }
    }
}

/// The entries that are about something. What is about a record that was merged is about the one that
/// stands for both.
pub(super) fn of_target(target: &Target) -> SelectStatement {
    let mut code = Condition::any().add(Expr::col("code").eq(target.code()));
    if let Target::Agreement(id) = target {
        let merged = Sql::select()
            .expr(Expr::col("id").cast_as("text"))
            .from("agreement")
            .and_where(Expr::col("merged_into").eq(i64::from(*id)))
            .to_owned();
        code = code.add(Expr::col("code").in_subquery(merged));
    }
    Sql::select()
        .column("entry_id")
        .from("entry_target")
        .and_where(Expr::col("kind").eq(target.kind()))
        .cond_where(code)
        .to_owned()
}

fn select(seen: &VisibleEntries, wanted: &Wanted) -> Select<entry::Entity> {
    let mut condition = Condition::all().add(visible(seen));
    if let Some(kind) = wanted.kind {
        condition = condition.add(entry::Column::Kind.eq(kind.code()));
    }
    match &wanted.owner {
        Some(Some(state)) => condition = condition.add(entry::Column::Owner.eq(state.as_str())),
        Some(None) => condition = condition.add(entry::Column::Owner.is_null()),
        None => {}
    }
    if let Some(parent) = wanted.parent {
        condition = condition.add(entry::Column::ParentId.eq(parent));
    }
    if let Some(meeting) = wanted.meeting {
        condition = condition.add(entry::Column::MeetingId.eq(meeting));
    }
    if let Some(stage) = wanted.stage {
        condition = condition.add(entry::Column::Stage.eq(<&str>::from(stage)));
    }
    if let Some(status) = &wanted.status {
        condition = condition.add(entry::Column::Status.eq(status.as_str()));
    }
    if !wanted.stages.is_empty() {
        let stages = wanted.stages.iter().map(|stage| <&str>::from(*stage));
        condition = condition.add(entry::Column::Stage.is_in(stages));
    }
    if let Some(today) = wanted.overdue_on {
        let is_over = entry::Column::Status.is_in(["completed", "dropped"]);
        condition = condition
            .add(entry::Column::DueDay.lt(today))
            .add(entry::Column::Status.is_null().or(is_over.not()));
    }
    if let Some(target) = &wanted.target {
        condition = condition.add(entry::Column::Id.in_subquery(of_target(target)));
    }
    entry::Entity::find().filter(condition)
}

/// A page of the entries wanted, last changed first, and one more if there are more.
///
/// # Errors
/// When the database does not answer.
pub async fn list(
    connection: &impl ConnectionTrait,
    seen: &VisibleEntries,
    wanted: &Wanted,
    page: u64,
    size: u64,
) -> Result<Vec<entry::Model>, DbErr> {
    select(seen, wanted)
        .order_by_desc(entry::Column::ChangedAt)
        .order_by_desc(entry::Column::Id)
        .offset(page * size)
        .limit(size + 1)
        .all(connection)
        .await
}

/// The entries wanted, with an empty content: for lists of what may be long, up to a number that no page
/// goes beyond.
///
/// # Errors
/// When the database does not answer.
pub async fn without_content(
    connection: &impl ConnectionTrait,
    seen: &VisibleEntries,
    wanted: &Wanted,
    most: u64,
) -> Result<Vec<entry::Model>, DbErr> {
    let columns = entry::Column::iter().filter(|column| !matches!(column, entry::Column::Content));
    select(seen, wanted)
        .select_only()
        .columns(columns)
        .expr_as(Expr::val("{}"), "content")
        .order_by_desc(entry::Column::ChangedAt)
        .order_by_desc(entry::Column::Id)
        .limit(most)
        .into_model::<entry::Model>()
        .all(connection)
        .await
}

/// How many entries are wanted.
///
/// # Errors
/// When the database does not answer.
pub async fn count(
    connection: &impl ConnectionTrait,
    seen: &VisibleEntries,
    wanted: &Wanted,
) -> Result<u64, DbErr> {
    use sea_orm::PaginatorTrait;
    select(seen, wanted).count(connection).await
}

/// The entry with this number.
///
/// # Errors
/// When the database does not answer.
pub async fn find(
    connection: &impl ConnectionTrait,
    id: i64,
) -> Result<Option<entry::Model>, DbErr> {
    entry::Entity::find_by_id(id).one(connection).await
}

/// The entry of the starter data with this key.
///
/// # Errors
/// When the database does not answer.
pub async fn find_by_key(
    connection: &impl ConnectionTrait,
    key: &str,
) -> Result<Option<entry::Model>, DbErr> {
    entry::Entity::find().filter(entry::Column::Key.eq(key)).one(connection).await
}

/// The entries that have these numbers, in no order.
///
/// # Errors
/// When the database does not answer.
pub async fn find_many(
    connection: &impl ConnectionTrait,
    ids: &[i64],
) -> Result<Vec<entry::Model>, DbErr> {
    entry::Entity::find().filter(entry::Column::Id.is_in(ids.iter().copied())).all(connection).await
}

/// The entry with this number, held for the transaction that will change it.
///
/// # Errors
/// When the database does not answer.
pub async fn find_to_change(
    connection: &impl ConnectionTrait,
    id: i64,
) -> Result<Option<entry::Model>, DbErr> {
    entry::Entity::find_by_id(id).lock_exclusive().one(connection).await
}

/// The kind of a stored entry.
///
/// # Errors
/// When it is none, which only damage or a newer program makes it.
pub fn kind(row: &entry::Model) -> Result<EntryKind, DbErr> {
    row.kind.parse().map_err(|_| DbErr::Type(format!("there is no kind of entry {:?}", row.kind)))
}

/// The content of a stored text.
///
/// # Errors
/// When it is no JSON, which only damage makes it.
pub fn content(text: &str) -> Result<Value, DbErr> {
    serde_json::from_str(text).map_err(|error| DbErr::Json(error.to_string()))
}

/// An entry that is not there yet.
#[derive(Clone, Debug)]
pub struct New<'a> {
    pub kind: EntryKind,
    pub key: Option<&'a str>,
    pub owner: Option<&'a str>,
    pub recorded_for: bool,
    pub parent: Option<i64>,
    pub meeting: Option<i64>,
    pub question: Option<u32>,
    pub content: &'a Value,
    pub published: bool,
}

/// Writes a new entry with its first revision; answers its number.
///
/// # Errors
/// When the database does not take it.
pub async fn insert(
    connection: &DatabaseTransaction,
    new: &New<'_>,
    note: &Note,
) -> Result<i64, DbErr> {
    let mut row = entry::ActiveModel {
        kind: Set(new.kind.code().to_owned()),
        key: Set(new.key.map(str::to_owned)),
        owner: Set(new.owner.map(str::to_owned)),
        recorded_for: Set(new.recorded_for),
        parent_id: Set(new.parent),
        meeting_id: Set(new.meeting),
        question: Set(new.question.map(u32::cast_signed)),
        version: Set(1),
        stage: Set(Stage::first(new.kind).map(|stage| <&str>::from(stage).to_owned())),
        published_at: Set(new.published.then_some(note.at)),
        created_at: Set(note.at),
        changed_at: Set(note.at),
        ..Default::default()
    };
    let targets = fill(&mut row, new.kind, new.content);
    let id = row.insert(connection).await?.id;
    write_targets(connection, id, targets).await?;
    revise(connection, id, 1, new.content, new.published, note).await?;
    Ok(id)
}

/// Writes a changed entry and its revision: `row` is what the transaction holds, with its columns as
/// they shall be.
///
/// # Errors
/// When the database does not take it.
pub async fn update(
    connection: &DatabaseTransaction,
    row: entry::Model,
    content: &Value,
    note: &Note,
) -> Result<i32, DbErr> {
    let (id, version, published) = (row.id, row.version + 1, row.published_at.is_some());
    let kind = kind(&row)?;
    let mut row = row.into_active_model().reset_all();
    row.version = Set(version);
    row.changed_at = Set(note.at);
    let targets = fill(&mut row, kind, content);
    row.update(connection).await?;
    let old =
        Sql::delete().from_table("entry_target").and_where(Expr::col("entry_id").eq(id)).to_owned();
    connection.execute(&old).await?;
    write_targets(connection, id, targets).await?;
    revise(connection, id, version, content, published, note).await?;
    Ok(version)
}

/// Puts in the content and what is taken out of it; answers what the entry is about.
fn fill(row: &mut entry::ActiveModel, kind: EntryKind, content: &Value) -> Vec<Target> {
    let head = head(kind, content);
    row.content = Set(content.to_string());
    row.title = Set(head.title);
    row.status = Set(head.status.map(|status| <&str>::from(status).to_owned()));
    row.due = Set(head.due.map(|due| due.to_string()));
    row.due_day = Set(head.due.map(PartialDate::last_day));
    head.targets
}

async fn write_targets(
    connection: &impl ConnectionTrait,
    id: i64,
    targets: Vec<Target>,
) -> Result<(), DbErr> {
    if targets.is_empty() {
        return Ok(());
    }
    let mut insert =
        Sql::insert().into_table("entry_target").columns(["entry_id", "kind", "code"]).to_owned();
    for target in targets {
        insert.values_panic([Expr::val(id), Expr::val(target.kind()), Expr::val(target.code())]);
    }
    connection.execute(&insert).await?;
    Ok(())
}

/// Writes the revision, and the line of the log that tells of it.
async fn revise(
    transaction: &DatabaseTransaction,
    id: i64,
    version: i32,
    content: &Value,
    published: bool,
    note: &Note,
) -> Result<(), DbErr> {
    let content = content.to_string();
    let told = Revised::new(&content, published, note).told(Subject::entry(id), version);
    let row = entry_revision::ActiveModel {
        entry_id: Set(id),
        version: Set(version),
        content: Set(content),
        published: Set(published),
        at: Set(note.at),
        account_id: Set(note.account_id),
        author: Set(note.author.clone()),
        act: Set(note.act.to_owned()),
        form: Set(note.section.map(str::to_owned)),
        reason: Set(note.reason.clone()),
    };
    entry_revision::Entity::insert(row).exec_without_returning(transaction).await?;
    audit::write(transaction, vec![told]).await
}

/// The revisions of an entry, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn revisions(
    connection: &impl ConnectionTrait,
    id: i64,
    before: Option<i32>,
    limit: u64,
) -> Result<Vec<entry_revision::Model>, DbErr> {
    let mut query = entry_revision::Entity::find().filter(entry_revision::Column::EntryId.eq(id));
    if let Some(version) = before {
        query = query.filter(entry_revision::Column::Version.lt(version));
    }
    query.order_by_desc(entry_revision::Column::Version).limit(limit).all(connection).await
}

/// When this was last done with an entry; nothing where it never was.
///
/// # Errors
/// When the database does not answer.
pub async fn last_done(
    connection: &impl ConnectionTrait,
    id: i64,
    act: &str,
) -> Result<Option<DateTime<Utc>>, DbErr> {
    let revision = entry_revision::Entity::find()
        .filter(entry_revision::Column::EntryId.eq(id))
        .filter(entry_revision::Column::Act.eq(act))
        .order_by_desc(entry_revision::Column::Version)
        .limit(1)
        .one(connection)
        .await?;
    Ok(revision.map(|revision| revision.at))
}

/// One revision.
///
/// # Errors
/// When the database does not answer.
pub async fn revision(
    connection: &impl ConnectionTrait,
    id: i64,
    version: i32,
) -> Result<Option<entry_revision::Model>, DbErr> {
    entry_revision::Entity::find_by_id((id, version)).one(connection).await
}

/// A save of one form of an entry.
#[derive(Clone, Debug)]
pub struct FormSave {
    pub version: i32,
    pub published: bool,
    pub at: DateTime<Utc>,
    pub author: String,
}

/// The saves of one form of an entry, first one first, without what was saved.
///
/// # Errors
/// When the database does not answer.
pub async fn form_saves(
    connection: &impl ConnectionTrait,
    id: i64,
    form: &str,
) -> Result<Vec<FormSave>, DbErr> {
    let rows: Vec<(i32, bool, DateTime<Utc>, String)> = entry_revision::Entity::find()
        .select_only()
        .column(entry_revision::Column::Version)
        .column(entry_revision::Column::Published)
        .column(entry_revision::Column::At)
        .column(entry_revision::Column::Author)
        .filter(entry_revision::Column::EntryId.eq(id))
        .filter(entry_revision::Column::Form.eq(form))
        .order_by_asc(entry_revision::Column::Version)
        .into_tuple()
        .all(connection)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(version, published, at, author)| FormSave { version, published, at, author })
        .collect())
}
