//! The beginning of the log in a register that was there before it.

use chrono::{DateTime, Utc};
use domain::audit::{End, LogAct, Subject, SubjectKind, Told};
use sea_orm::{
    ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::{Revised, SNAPSHOTS, end, hash_of_said, write};
use crate::store::entities::{confirmation, entry_revision, frozen, revision};

/// Begins the log with what is there already, where it has no line: revisions, what parties said, and
/// what was frozen. Each line says that it was found, when it was, and the hash of what was found.
///
/// # Errors
/// When the database does not take it; then there is no log.
pub async fn begin_if_empty(
    transaction: &DatabaseTransaction,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    if end(transaction).await? != End::default() {
        return Ok(());
    }
    find_revisions(transaction, at).await?;
    find_entry_revisions(transaction, at).await?;
    find_said(transaction, at).await?;
    let rows = frozen::Entity::find().order_by_asc(frozen::Column::Id).all(transaction).await?;
    let lines = rows.into_iter().map(|row| Told {
        content_hash: Some(row.hash),
        ..Told::new(
            at,
            row.account_id,
            &row.author,
            LogAct::FoundAtMigration.code(),
            Subject::new(SubjectKind::Frozen, row.id),
        )
    });
    write(transaction, lines.collect()).await
}

/// The same line, as of something that was found.
fn found(at: DateTime<Utc>, told: Told) -> Told {
    Told { at, act: LogAct::FoundAtMigration.code().to_owned(), ..told }
}

async fn find_revisions(transaction: &DatabaseTransaction, at: DateTime<Utc>) -> Result<(), DbErr> {
    let mut last: (i64, i32) = (0, 0);
    loop {
        let later = revision::Column::AgreementId
            .eq(last.0)
            .and(revision::Column::Version.gt(last.1))
            .or(revision::Column::AgreementId.gt(last.0));
        let rows = revision::Entity::find()
            .filter(later)
            .order_by_asc(revision::Column::AgreementId)
            .order_by_asc(revision::Column::Version)
            .limit(SNAPSHOTS)
            .all(transaction)
            .await?;
        let Some(end) = rows.last() else { return Ok(()) };
        last = (end.agreement_id, end.version);
        let lines = rows.iter().map(|row| {
            found(at, Revised::from(row).told(Subject::agreement(row.agreement_id), row.version))
        });
        write(transaction, lines.collect()).await?;
    }
}

async fn find_entry_revisions(
    transaction: &DatabaseTransaction,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let mut last: (i64, i32) = (0, 0);
    loop {
        let later = entry_revision::Column::EntryId
            .eq(last.0)
            .and(entry_revision::Column::Version.gt(last.1))
            .or(entry_revision::Column::EntryId.gt(last.0));
        let rows = entry_revision::Entity::find()
            .filter(later)
            .order_by_asc(entry_revision::Column::EntryId)
            .order_by_asc(entry_revision::Column::Version)
            .limit(SNAPSHOTS)
            .all(transaction)
            .await?;
        let Some(end) = rows.last() else { return Ok(()) };
        last = (end.entry_id, end.version);
        let lines = rows.iter().map(|row| {
            found(at, Revised::from(row).told(Subject::entry(row.entry_id), row.version))
        });
        write(transaction, lines.collect()).await?;
    }
}

async fn find_said(transaction: &DatabaseTransaction, at: DateTime<Utc>) -> Result<(), DbErr> {
    let mut last: i64 = 0;
    loop {
        let rows = confirmation::Entity::find()
            .filter(confirmation::Column::Id.gt(last))
            .order_by_asc(confirmation::Column::Id)
            .limit(SNAPSHOTS)
            .all(transaction)
            .await?;
        let Some(end) = rows.last() else { return Ok(()) };
        last = end.id;
        let lines = rows.iter().map(|row| {
            let subject = Subject::agreement(row.agreement_id);
            let told = Told {
                detail: Some(row.section.clone()),
                content_hash: Some(hash_of_said(row)),
                ..Told::new(at, row.account_id, &row.author, "", subject)
            };
            found(at, told)
        });
        write(transaction, lines.collect()).await?;
    }
}
