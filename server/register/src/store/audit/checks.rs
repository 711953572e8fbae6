//! What stands in the database beside what the log tells of it.

use std::collections::{HashMap, HashSet};

use domain::audit::{LogAct, SubjectKind};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseBackend, DbErr, EntityTrait, ExprTrait, Order,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Statement,
    sea_query::{Expr, Query as Sql, SelectStatement},
};

use super::{Revised, SNAPSHOTS, hash_of_said};
use crate::store::{
    agreements,
    entities::{agreement, audit, confirmation, entry, entry_revision, frozen, revision},
};

/// Places of one kind that are looked for: the first ones tell where to look.
pub const FIRST: u64 = 20;

/// The number of a record or an entry, and the version of one of its revisions.
pub type Key = (i64, i32);

/// A table of records beside that of their revisions.
struct Tables {
    kind: SubjectKind,
    record: &'static str,
    revision: &'static str,
    /// The column of the revision that names its record.
    key: &'static str,
}

const AGREEMENTS: Tables = Tables {
    kind: SubjectKind::Agreement,
    record: "agreement",
    revision: "revision",
    key: "agreement_id",
};
const ENTRIES: Tables = Tables {
    kind: SubjectKind::Entry,
    record: "entry",
    revision: "entry_revision",
    key: "entry_id",
};
const BOTH: [Tables; 2] = [AGREEMENTS, ENTRIES];

/// How much there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub lines: u64,
    pub records: u64,
    pub revisions: u64,
    pub entries: u64,
    pub entry_revisions: u64,
    pub said: u64,
    pub frozen: u64,
}

/// Counts what there is.
///
/// # Errors
/// When the database does not answer.
pub async fn counts(connection: &impl ConnectionTrait) -> Result<Counts, DbErr> {
    Ok(Counts {
        lines: audit::Entity::find().count(connection).await?,
        records: agreement::Entity::find().count(connection).await?,
        revisions: revision::Entity::find().count(connection).await?,
        entries: entry::Entity::find().count(connection).await?,
        entry_revisions: entry_revision::Entity::find().count(connection).await?,
        said: confirmation::Entity::find().count(connection).await?,
        frozen: frozen::Entity::find().count(connection).await?,
    })
}

/// The hashes of these revisions of agreements, calculated from what stands in the database now.
///
/// # Errors
/// When the database does not answer.
pub async fn revisions(
    connection: &impl ConnectionTrait,
    keys: &[Key],
) -> Result<HashMap<Key, String>, DbErr> {
    if keys.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = revision::Entity::find().filter(among(AGREEMENTS.key, keys)).all(connection).await?;
    let hashed =
        |row: &revision::Model| ((row.agreement_id, row.version), Revised::from(row).hash());
    Ok(rows.iter().map(hashed).collect())
}

/// The same of these revisions of entries.
///
/// # Errors
/// When the database does not answer.
pub async fn entry_revisions(
    connection: &impl ConnectionTrait,
    keys: &[Key],
) -> Result<HashMap<Key, String>, DbErr> {
    if keys.is_empty() {
        return Ok(HashMap::new());
    }
    let rows =
        entry_revision::Entity::find().filter(among(ENTRIES.key, keys)).all(connection).await?;
    let hashed =
        |row: &entry_revision::Model| ((row.entry_id, row.version), Revised::from(row).hash());
    Ok(rows.iter().map(hashed).collect())
}

fn among(column: &'static str, keys: &[Key]) -> Expr {
    Expr::tuple([Expr::col(column), Expr::col("version")]).in_tuples(keys.iter().copied())
}

/// The first revisions of which no line tells.
///
/// # Errors
/// When the database does not answer.
pub async fn without_line(
    connection: &impl ConnectionTrait,
) -> Result<Vec<(SubjectKind, Key)>, DbErr> {
    let mut found = Vec::new();
    for Tables { kind, revision, key, .. } in BOTH {
        let line = Expr::col(("audit", "subject_kind"))
            .eq(kind.code())
            .and(Expr::col(("audit", "subject_id")).equals((revision, key)))
            .and(Expr::col(("audit", "version")).equals((revision, "version")));
        let query = Sql::select()
            .column((revision, key))
            .column((revision, "version"))
            .from(revision)
            .left_join("audit", line)
            .and_where(Expr::col(("audit", "id")).is_null())
            .order_by((revision, key), Order::Asc)
            .order_by((revision, "version"), Order::Asc)
            .limit(FIRST)
            .to_owned();
        for row in connection.query_all(&query).await? {
            found.push((kind, (row.try_get_by_index(0)?, row.try_get_by_index(1)?)));
        }
    }
    Ok(found)
}

/// The first records whose revisions are not counted from 1 to their version without a gap.
///
/// # Errors
/// When the database does not answer.
pub async fn with_gaps(
    connection: &impl ConnectionTrait,
) -> Result<Vec<(SubjectKind, i64)>, DbErr> {
    let mut found = Vec::new();
    for tables in BOTH {
        let Tables { kind, record, revision, key } = tables;
        let version = || Expr::col((revision, "version"));
        // Different numbers, as many as the highest: all of them are there.
        let uncounted = version()
            .count()
            .ne(Expr::col((record, "version")))
            .or(version().max().ne(Expr::col((record, "version"))));
        let query = Sql::select()
            .column((record, "id"))
            .from(record)
            .left_join(revision, Expr::col((revision, key)).equals((record, "id")))
            .group_by_col((record, "id"))
            .group_by_col((record, "version"))
            .and_having(uncounted)
            .order_by((record, "id"), Order::Asc)
            .limit(FIRST)
            .to_owned();
        for row in connection.query_all(&query).await? {
            found.push((kind, row.try_get_by_index(0)?));
        }
    }
    Ok(found)
}

/// Records with their newest revision: number, content, the revision's content.
fn with_newest(tables: &Tables) -> SelectStatement {
    let Tables { record, revision, key, .. } = *tables;
    Sql::select()
        .column((record, "id"))
        .column((record, "content"))
        .column((revision, "content"))
        .from(record)
        .inner_join(
            revision,
            Expr::col((revision, key))
                .equals((record, "id"))
                .and(Expr::col((revision, "version")).equals((record, "version"))),
        )
        .order_by((record, "id"), Order::Asc)
        .to_owned()
}

/// The first records and entries that are not as their newest revision says: what they hold, whether they
/// are published, or with whom they are shared.
///
/// # Errors
/// When the database does not answer.
pub async fn unlike_newest(
    connection: &impl ConnectionTrait,
) -> Result<Vec<(SubjectKind, i64)>, DbErr> {
    let mut found = Vec::new();
    for tables in BOTH {
        let Tables { kind, record, revision, .. } = tables;
        let is_published = Expr::col((record, "published_at"));
        let said = |published: bool| Expr::col((revision, "published")).eq(published);
        let mut otherwise = Condition::any()
            .add(said(true).and(is_published.clone().is_null()))
            .add(said(false).and(is_published.is_not_null()));
        if kind == SubjectKind::Agreement {
            let shared_with = Expr::col((record, "shared_with"));
            otherwise = otherwise.add(shared_with.ne(Expr::col((revision, "shared_with"))));
        }
        let mut query = with_newest(&tables);
        query.cond_where(otherwise).limit(FIRST);
        for row in connection.query_all(&query).await? {
            found.push((kind, row.try_get_by_index(0)?));
        }
        let mut last: i64 = 0;
        let mut others = 0;
        while others < FIRST {
            let mut query = with_newest(&tables);
            query
                .and_where(Expr::col((record, "id")).gt(last))
                .and_where(Expr::col((record, "content")).ne(Expr::col((revision, "content"))))
                .limit(SNAPSHOTS);
            let rows = connection.query_all(&query).await?;
            let Some(end) = rows.last() else { break };
            last = end.try_get_by_index(0)?;
            for row in &rows {
                let (now, then): (String, String) =
                    (row.try_get_by_index(1)?, row.try_get_by_index(2)?);
                if !is_same(kind, &now, &then) {
                    found.push((kind, row.try_get_by_index(0)?));
                    others += 1;
                }
            }
        }
    }
    Ok(found)
}

/// Whether two texts are one content. A newer program may write the same record in other words, when it
/// takes out of it anew what is asked for.
fn is_same(kind: SubjectKind, one: &str, other: &str) -> bool {
    match (kind, agreements::content(one), agreements::content(other)) {
        (SubjectKind::Agreement, Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

/// The first words of parties of which no line tells as they stand there now.
///
/// # Errors
/// When the database does not answer.
pub async fn said_without_line(connection: &impl ConnectionTrait) -> Result<Vec<i64>, DbErr> {
    let acts = [LogAct::SectionConfirmed, LogAct::SectionContested, LogAct::FoundAtMigration];
    let mut found = Vec::new();
    let mut last: i64 = 0;
    loop {
        let rows = confirmation::Entity::find()
            .filter(confirmation::Column::Id.gt(last))
            .order_by_asc(confirmation::Column::Id)
            .limit(SNAPSHOTS)
            .all(connection)
            .await?;
        let Some(end) = rows.last() else { return Ok(found) };
        last = end.id;
        let lines: Vec<(Option<i64>, Option<String>)> = audit::Entity::find()
            .select_only()
            .columns([audit::Column::SubjectId, audit::Column::ContentHash])
            .filter(audit::Column::SubjectKind.eq(SubjectKind::Agreement.code()))
            .filter(audit::Column::SubjectId.is_in(rows.iter().map(|row| row.agreement_id)))
            .filter(audit::Column::Version.is_null())
            .filter(audit::Column::Act.is_in(acts.map(LogAct::code)))
            .into_tuple()
            .all(connection)
            .await?;
        let told: HashSet<(Option<i64>, Option<String>)> = lines.into_iter().collect();
        for row in &rows {
            if !told.contains(&(Some(row.agreement_id), Some(hash_of_said(row)))) {
                found.push(row.id);
            }
        }
    }
}

/// What the database says of its own file; nothing where it is whole, and on PostgreSQL, which has its
/// own ways to check.
///
/// # Errors
/// When the database does not answer.
pub async fn own_check(connection: &impl ConnectionTrait) -> Result<Option<Vec<String>>, DbErr> {
    if connection.get_database_backend() != DatabaseBackend::Sqlite {
        return Ok(None);
    }
    let check = Statement::from_string(DatabaseBackend::Sqlite, "PRAGMA integrity_check");
    let mut said = Vec::new();
    for row in connection.query_all_raw(check).await? {
        let line: String = row.try_get_by_index(0)?;
        if line != "ok" {
            said.push(line);
        }
    }
    Ok(Some(said))
}
