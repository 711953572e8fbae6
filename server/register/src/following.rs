//! The follow-up: meetings, statements, recommendations, commitments and the Network's work. Here
//! they are read, with what the actor may do with them; they are begun, saved form by form, and
//! published, confirmed and reported on in the files below. Every save writes a revision in the same
//! transaction.

mod beginning;
mod changing;
mod saving;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    PartialDate,
    account::Actor,
    follow_up::{
        EntryKind, Target,
        entry::read as typed,
        head,
        progress::{self, ProgressStatus, Update},
        review::Review,
        stage::Stage,
    },
    policy::{EntryStanding, EntryVerb, may_with_entry, visible_entries},
};
use serde_json::Value;
use strum::VariantArray;

use crate::{
    Register,
    error::Error,
    filing::keep_review,
    store::{entities::entry, entries},
};

pub use crate::store::entries::Wanted;
pub use beginning::Place;

/// Entries that a page of a list holds.
const ENTRIES_PAGE: u64 = 25;

/// An entry, with what the actor may do with it.
#[derive(Clone, Debug)]
pub struct Entry {
    pub id: i64,
    pub kind: EntryKind,
    pub key: Option<String>,
    /// The State; none for the Network.
    pub owner: Option<String>,
    /// The Network wrote it for the State, which has not confirmed it.
    pub recorded_for: bool,
    pub parent: Option<i64>,
    pub meeting: Option<i64>,
    pub question: Option<u32>,
    pub version: i32,
    /// An object with the sections of its forms.
    pub content: Value,
    pub title: String,
    /// Where it is on its way, for what is filed with the Network.
    pub stage: Stage,
    pub status: Option<ProgressStatus>,
    pub due: Option<PartialDate>,
    pub is_overdue: bool,
    pub published_at: Option<DateTime<Utc>>,
    pub changed_at: DateTime<Utc>,
    pub today: NaiveDate,
    /// What the policy lets the actor do with it.
    allowed: Vec<EntryVerb>,
}

impl Entry {
    /// Whether the actor for whom it was read may do this with it.
    pub fn may(&self, verb: EntryVerb) -> bool {
        self.allowed.contains(&verb)
    }

    /// The typed content, such as [`domain::follow_up::meeting::Meeting`].
    pub fn content<Content: serde::de::DeserializeOwned + Default>(&self) -> Content {
        typed(&self.content)
    }

    /// The address of its page.
    pub fn path(&self) -> String {
        match &self.key {
            Some(key) => format!("/{}/{key}", self.kind.path()),
            None => format!("/{}/{}", self.kind.path(), self.id),
        }
    }
}

impl Register {
    /// The entry with this number.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none or it may not be seen.
    pub async fn entry(&self, actor: &Actor, id: i64) -> Result<Entry, Error> {
        let row = entries::find(self.store.reader(), id).await?.ok_or(Error::NotFound)?;
        self.seen(actor, row)
    }

    /// The entry of the starter data with this key.
    ///
    /// # Errors
    /// As [`Register::entry`].
    pub async fn entry_by_key(&self, actor: &Actor, key: &str) -> Result<Entry, Error> {
        let row = entries::find_by_key(self.store.reader(), key).await?.ok_or(Error::NotFound)?;
        self.seen(actor, row)
    }

    fn seen(&self, actor: &Actor, row: entry::Model) -> Result<Entry, Error> {
        let entry = self.made(actor, row)?;
        let standing = standing(&entry);
        if may_with_entry(actor, EntryVerb::Read, &standing) {
            Ok(entry)
        } else {
            Err(Error::NotFound)
        }
    }

    pub(crate) fn made(&self, actor: &Actor, row: entry::Model) -> Result<Entry, Error> {
        let today = self.clock().today();
        let status = row.status.as_deref().and_then(|status| status.parse().ok());
        let mut entry = Entry {
            id: row.id,
            kind: entries::kind(&row)?,
            key: row.key,
            owner: row.owner,
            recorded_for: row.recorded_for,
            parent: row.parent_id,
            meeting: row.meeting_id,
            question: row.question.map(i32::cast_unsigned),
            version: row.version,
            content: entries::content(&row.content)?,
            title: row.title,
            stage: row.stage.as_deref().and_then(|stage| stage.parse().ok()).unwrap_or_default(),
            status,
            due: row.due.as_deref().and_then(|due| due.parse().ok()),
            is_overdue: progress::is_overdue(row.due_day, status, today),
            published_at: row.published_at,
            changed_at: row.changed_at,
            today,
            allowed: Vec::new(),
        };
        keep_review(actor, &mut entry);
        let standing = standing(&entry);
        entry.is_overdue &= entry.kind.is_followed();
        entry.allowed = EntryVerb::VARIANTS
            .iter()
            .copied()
            .filter(|verb| may_with_entry(actor, *verb, &standing))
            .collect();
        Ok(entry)
    }

    /// A page of the entries wanted, last changed first, and whether there are more.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn entries(
        &self,
        actor: &Actor,
        wanted: &Wanted,
        page: u64,
    ) -> Result<(Vec<Entry>, bool), Error> {
        self.some_entries(actor, wanted, page, ENTRIES_PAGE).await
    }

    /// All entries wanted, up to a number that no page goes beyond: for what belongs to one meeting
    /// or one record.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn entries_of(&self, actor: &Actor, wanted: &Wanted) -> Result<Vec<Entry>, Error> {
        Ok(self.some_entries(actor, wanted, 0, 500).await?.0)
    }

    /// The same without what they say: where each is, whose, and what it is called.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn entries_without_content(
        &self,
        actor: &Actor,
        wanted: &Wanted,
    ) -> Result<Vec<Entry>, Error> {
        let seen = visible_entries(actor);
        let rows = entries::without_content(self.store.reader(), &seen, wanted, 500).await?;
        rows.into_iter().map(|row| self.made(actor, row)).collect()
    }

    /// All entries wanted, however many: for what is counted.
    pub(crate) async fn every_entry(
        &self,
        actor: &Actor,
        wanted: &Wanted,
    ) -> Result<Vec<Entry>, Error> {
        let mut all = Vec::new();
        for page in 0.. {
            let (some, more) = self.some_entries(actor, wanted, page, 500).await?;
            all.extend(some);
            if !more {
                break;
            }
        }
        Ok(all)
    }

    async fn some_entries(
        &self,
        actor: &Actor,
        wanted: &Wanted,
        page: u64,
        size: u64,
    ) -> Result<(Vec<Entry>, bool), Error> {
        let seen = visible_entries(actor);
        let mut rows = entries::list(self.store.reader(), &seen, wanted, page, size).await?;
        let more = rows.len() as u64 > size;
        rows.truncate(usize::try_from(size).unwrap_or(usize::MAX));
        let entries =
            rows.into_iter().map(|row| self.made(actor, row)).collect::<Result<Vec<_>, _>>()?;
        Ok((entries, more))
    }

    /// How many entries are wanted.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn count_entries(&self, actor: &Actor, wanted: &Wanted) -> Result<u64, Error> {
        Ok(entries::count(self.store.reader(), &visible_entries(actor), wanted).await?)
    }
}

/// The reports on what is followed, oldest first.
pub fn updates(content: &Value) -> Vec<Update> {
    let updates = content["updates"].as_array().into_iter().flatten();
    updates.filter_map(|update| serde_json::from_value(update.clone()).ok()).collect()
}

/// What the policy must know of an entry.
pub(crate) fn standing(entry: &Entry) -> EntryStanding {
    let (mut partners, mut reviewers) = (Vec::new(), Vec::new());
    for target in head(entry.kind, &entry.content).targets {
        match target {
            Target::State(state) => partners.push(state),
            Target::Reviewer(account) => reviewers.push(account),
            _ => {}
        }
    }
    if entry.kind == EntryKind::Review {
        // Who said something about a review is a target of it too; whose review it is, its commission
        // and its invitations say.
        let about = typed::<Review>(&entry.content).review;
        partners = about.member_states().map(str::to_owned).collect();
        partners.extend(about.invited().map(str::to_owned));
    }
    EntryStanding {
        kind: entry.kind,
        owner: entry.owner.clone(),
        recorded_for: entry.recorded_for,
        partners,
        published: entry.published_at.is_some(),
        stage: entry.stage,
        reviewers,
    }
}
