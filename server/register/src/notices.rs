//! Notices are written into the outbox within the transaction of what causes them: what was not done is
//! not told, and what was done is. The rules stand in [`domain::notices`].

use domain::{
    Agreement,
    confirmation::Said,
    fields::SectionCode,
    follow_up::{EntryKind, review::Review, stage::Step},
    hearing::Item,
    notices::{Notice, Saving, Stepping, saved, stepped},
};
use sea_orm::DatabaseTransaction;

use crate::{
    error::Error,
    following::Entry,
    store::{confirmations, entries, mail, revisions::Note},
};

/// Writes notices about a record or an entry to the accounts that want to be told. Who did it is not.
///
/// # Errors
/// When the database does not take them.
pub(crate) async fn write(
    transaction: &DatabaseTransaction,
    about: Item,
    notices: &[Notice],
    note: &Note,
) -> Result<(), Error> {
    for notice in notices {
        let accounts = mail::recipients(transaction, &notice.to, note.account_id).await?;
        let new = accounts.into_iter().map(|account_id| mail::New {
            account_id,
            kind: notice.kind.code(),
            item_kind: about.kind(),
            item_id: about.number(),
            detail: notice.detail,
            cause: notice.cause.clone(),
            day: None,
            at: note.at,
        });
        mail::write(transaction, new.collect()).await?;
    }
    Ok(())
}

/// A section of a record before and after it was saved.
pub(crate) struct Saved<'a> {
    pub before: &'a Agreement,
    pub after: &'a Agreement,
    pub section: SectionCode,
    /// Whether everybody sees it, not only those with whom it is shared.
    pub published: bool,
    pub version: i32,
}

/// Tells of a section of a record, which others see, of the State that saved it.
///
/// # Errors
/// When the database does not answer or take it.
pub(crate) async fn on_save(
    transaction: &DatabaseTransaction,
    id: i64,
    recorded_by: Option<&str>,
    section: &Saved<'_>,
    note: &Note,
) -> Result<(), Error> {
    let said = confirmations::said(transaction, id).await?;
    let said: Vec<Said> = said.into_iter().map(|by| by.said).collect();
    let told = saved(&Saving {
        before: section.before,
        after: section.after,
        section: section.section,
        recorded_by,
        published: section.published,
        said: &said,
        version: section.version,
    });
    write(transaction, Item::Agreement(id), &told, note).await
}

/// Tells of a step with what is filed. `entry` is as it was before.
///
/// # Errors
/// When the database does not answer or take it.
pub(crate) async fn on_step(
    transaction: &DatabaseTransaction,
    entry: &Entry,
    step: Step,
    version: i32,
    note: &Note,
) -> Result<(), Error> {
    let review = match entry.parent.filter(|_| entry.kind == EntryKind::Dossier) {
        Some(review) => entries::find(transaction, review).await?,
        None => None,
    };
    let review: Review = match review {
        Some(row) => domain::follow_up::entry::read(&entries::content(&row.content)?),
        None => Review::default(),
    };
    let owner = entry.owner.as_deref();
    let told = stepped(&Stepping {
        kind: entry.kind,
        owner,
        before: entry.stage,
        step,
        reviewer: owner.and_then(|state| review.reviewers.of_state(state)),
        version,
    });
    write(transaction, Item::Entry(entry.id), told.as_slice(), note).await
}
