//! The log of changes, written in the transaction of each change.
//!
//! The lines are one chain, so whoever writes must come after whoever wrote last: every transaction
//! that changes anything holds the one lock of writers ([`super::Store::begin`]). Were that forgotten,
//! the database would refuse the second line that follows the same one.

pub mod beginning;
pub mod checks;
pub mod reading;

use chrono::{DateTime, Utc};
use domain::{
    audit::{End, Line, LogAct, Subject, Told, chain, digest},
    sharing::Sharing,
};
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryOrder,
    QuerySelect,
};

use super::{
    entities::{audit, confirmation, entry_revision, revision},
    revisions::Note,
};
use crate::audit::current_request;

/// Lines that one statement writes: far below the number of parameters that either database takes.
const AT_ONCE: usize = 500;
/// Whole snapshots that are held in memory at once.
const SNAPSHOTS: u64 = 200;

/// Writes lines at the end of the log, with the request in which this happens. All of them are
/// chained in memory, so that an import asks for the end of the log once.
///
/// # Errors
/// When the database does not take them; then the change is not done either.
pub async fn write(transaction: &DatabaseTransaction, told: Vec<Told>) -> Result<(), DbErr> {
    if told.is_empty() {
        return Ok(());
    }
    let request = current_request();
    let told = told.into_iter().map(|told| Told { request: request.clone(), ..told });
    let lines = chain(end(transaction).await?, told);
    for lines in lines.chunks(AT_ONCE) {
        audit::Entity::insert_many(lines.iter().map(row))
            .exec_without_returning(transaction)
            .await?;
    }
    Ok(())
}

fn row(line: &Line) -> audit::ActiveModel {
    let told = line.told.clone();
    audit::ActiveModel {
        id: Set(line.number),
        at: Set(told.at),
        account_id: Set(told.account_id),
        author: Set(told.author),
        act: Set(told.act),
        subject_kind: Set(told.kind),
        subject_id: Set(told.number),
        version: Set(told.version),
        detail: Set(told.detail),
        content_hash: Set(told.content_hash),
        reason: Set(told.reason),
        request_id: Set(told.request),
        previous_hash: Set(line.previous.clone()),
        hash: Set(line.hash.clone()),
    }
}

/// Where the log ends.
///
/// # Errors
/// When the database does not answer.
pub async fn end(connection: &impl ConnectionTrait) -> Result<End, DbErr> {
    let last = audit::Entity::find().order_by_desc(audit::Column::Id).limit(1).one(connection);
    let last = last.await?;
    Ok(last.map_or_else(End::default, |row| End { number: row.id, hash: row.hash }))
}

/// What a note tells of something that brings no revision.
pub fn told(note: &Note, act: LogAct, subject: Subject) -> Told {
    Told {
        reason: note.reason.clone(),
        ..Told::new(note.at, note.account_id, &note.author, act.code(), subject)
    }
}

/// A revision, as the log tells of it: every column is in the hash.
#[derive(Clone, Copy, Debug)]
pub struct Revised<'a> {
    content: &'a str,
    published: bool,
    /// Who sees it besides, where it is not; nothing for what is shared with nobody, so that lines from
    /// before anything was shared stay right.
    shared_with: Option<&'a str>,
    at: DateTime<Utc>,
    account_id: Option<i64>,
    author: &'a str,
    act: &'a str,
    /// The section or the form that was saved.
    part: Option<&'a str>,
    reason: Option<&'a str>,
}

impl<'a> Revised<'a> {
    /// The revision with this content that the note tells of.
    pub fn new(content: &'a str, published: bool, note: &'a Note) -> Self {
        Self {
            content,
            published,
            shared_with: None,
            at: note.at,
            account_id: note.account_id,
            author: &note.author,
            act: note.act,
            part: note.section,
            reason: note.reason.as_deref(),
        }
    }

    /// The same of a revision that others see too, where it is not published.
    pub fn shared_with(self, code: &'a str) -> Self {
        let is_shared = code != Sharing::OwnState.code();
        Self { shared_with: is_shared.then_some(code), ..self }
    }

    /// The hash of the whole revision.
    pub fn hash(&self) -> String {
        let published = if self.published { "published" } else { "draft" };
        let published = match self.shared_with {
            Some(shared_with) => format!("{published}, {shared_with}"),
            None => published.to_owned(),
        };
        let at = self.at.timestamp_micros().to_string();
        let account = self.account_id.map(|account| account.to_string());
        digest([
            Some(self.content),
            Some(published.as_str()),
            Some(at.as_str()),
            account.as_deref(),
            Some(self.author),
            Some(self.act),
            self.part,
            self.reason,
        ])
    }

    /// The line that tells of it.
    pub fn told(&self, subject: Subject, version: i32) -> Told {
        Told {
            version: Some(version),
            detail: self.part.map(str::to_owned),
            content_hash: Some(self.hash()),
            reason: self.reason.map(str::to_owned),
            ..Told::new(self.at, self.account_id, self.author, self.act, subject)
        }
    }
}

impl<'a> From<&'a revision::Model> for Revised<'a> {
    fn from(row: &'a revision::Model) -> Self {
        let revised = Self {
            content: &row.content,
            published: row.published,
            shared_with: None,
            at: row.at,
            account_id: row.account_id,
            author: &row.author,
            act: &row.act,
            part: row.section.as_deref(),
            reason: row.reason.as_deref(),
        };
        revised.shared_with(&row.shared_with)
    }
}

impl<'a> From<&'a entry_revision::Model> for Revised<'a> {
    fn from(row: &'a entry_revision::Model) -> Self {
        Self {
            content: &row.content,
            published: row.published,
            shared_with: None,
            at: row.at,
            account_id: row.account_id,
            author: &row.author,
            act: &row.act,
            part: row.form.as_deref(),
            reason: row.reason.as_deref(),
        }
    }
}

/// The hash of what a party said about a section. `own` is its own version.
pub fn said_hash(
    section: &str,
    state: &str,
    word: &str,
    about: &str,
    own: Option<&str>,
    reason: Option<&str>,
) -> String {
    digest([Some(section), Some(state), Some(word), Some(about), own, reason])
}

/// The hash of what a party said, as it stands in the database.
pub fn hash_of_said(row: &confirmation::Model) -> String {
    let (own, reason) = (row.own.as_deref(), row.reason.as_deref());
    said_hash(&row.section, &row.state, &row.word, &row.about, own, reason)
}
