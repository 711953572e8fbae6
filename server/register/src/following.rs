//! The follow-up: meetings, statements, recommendations, commitments and the Network's work are
//! begun, saved form by form, published, confirmed and reported on. Every save writes a revision in
//! the same transaction.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    PartialDate,
    account::Actor,
    fields::{
        FieldProblem, Form, Problem, Values,
        follow_up::{PEER_REVIEW, PLEDGE, REPORT},
        read, write,
    },
    follow_up::{
        EntryKind, Target,
        entry::read as typed,
        head,
        pledge::{PartConfirmed, Pledge},
        progress::{self, EvidenceLevel, ProgressStatus, Report, Update},
        review::Review,
        stage::Stage,
    },
    hearing::Item,
    notices::entered,
    policy::{EntryStanding, EntryVerb, may_begin, may_with_entry, visible_entries},
};
use serde_json::{Map, Value, json};
use strum::VariantArray;

use crate::{
    Register,
    error::{Collision, Error},
    filing::keep_review,
    notices,
    recording::{Act, Saved},
    store::{
        agreements,
        entities::entry,
        entries::{self, New},
    },
};

pub use crate::store::entries::Wanted;

/// Entries that a page of a list holds.
pub const ENTRIES_PAGE: u64 = 25;

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

/// Where a new entry belongs.
#[derive(Clone, Debug, Default)]
pub struct Place {
    /// The State; none for the Network.
    pub owner: Option<String>,
    /// The statement or recommendation that it comes from.
    pub parent: Option<i64>,
    pub meeting: Option<i64>,
    pub question: Option<u32>,
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

    /// Begins an entry with its first form, as a draft.
    ///
    /// # Errors
    /// [`Error::NotAllowed`]; [`Error::Invalid`] with the fields' problems; [`Error::NotFound`] where
    /// the meeting or the entry it comes from is not there.
    pub async fn begin_entry(
        &self,
        actor: &Actor,
        kind: EntryKind,
        place: Place,
        values: &Values,
    ) -> Result<Saved, Error> {
        if !may_begin(actor, kind, place.owner.as_deref()) {
            return Err(Error::NotAllowed);
        }
        let [form, ..] = kind.forms() else { return Err(Error::NotFound) };
        let section = read(*form, values).map_err(Error::Invalid)?;
        self.check_records(actor, *form, &section).await?;
        self.check_report(actor, *form, values, &section).await?;
        let mut content = Map::new();
        content.insert(form.code.to_owned(), section);
        let place = self.placed(actor, kind, place).await?;
        let new = New {
            kind,
            key: None,
            owner: place.owner.as_deref(),
            // A State's statement that somebody of the Network begins is written for the State.
            recorded_for: place.owner.is_some() && actor.state() != place.owner.as_deref(),
            parent: place.parent,
            meeting: place.meeting,
            question: place.question,
            content: &Value::Object(content),
            published: false,
        };
        let note = self.note(actor, Act::Recorded, Some(form.code), None);
        let transaction = self.store.begin().await?;
        let id = entries::insert(&transaction, &new, &note).await?;
        let told = entered(kind, new.owner, new.recorded_for, new.content);
        notices::write(&transaction, Item::Entry(id), &told, &note).await?;
        transaction.commit().await?;
        Ok(Saved { id, version: 1, changed: true })
    }

    /// The place, with the meeting that the entry it comes from belongs to. Both are there and seen.
    async fn placed(&self, actor: &Actor, kind: EntryKind, place: Place) -> Result<Place, Error> {
        let mut place = place;
        if let Some(parent) = place.parent {
            let parent = self.entry(actor, parent).await?;
            place.meeting = parent.meeting;
        }
        let needs_meeting = matches!(kind, EntryKind::Statement | EntryKind::Recommendation);
        match place.meeting {
            Some(meeting) => {
                let meeting = self.entry(actor, meeting).await?;
                if meeting.kind != EntryKind::Meeting {
                    return Err(Error::NotFound);
                }
                if kind == EntryKind::Statement {
                    let questions =
                        meeting.content::<domain::follow_up::meeting::Meeting>().meeting.questions;
                    let number = place.question.unwrap_or(0) as usize;
                    if number == 0 || number > questions.len() {
                        return Err(Error::NotFound);
                    }
                }
            }
            None if needs_meeting => return Err(Error::NotFound),
            None => {}
        }
        if kind == EntryKind::Dossier {
            self.check_takes_dossiers(actor, place.parent).await?;
        }
        Ok(place)
    }

    /// Numbers of records lead to records that are there and that the actor may see.
    async fn check_records(&self, actor: &Actor, form: Form, section: &Value) -> Result<(), Error> {
        for name in form.records() {
            let numbers = section[name].as_array().into_iter().flatten().filter_map(Value::as_i64);
            let numbers: Vec<i64> = numbers.collect();
            if numbers.is_empty() {
                continue;
            }
            let found = agreements::find_many(self.store.reader(), &numbers).await?;
            let mut seen = 0;
            for row in &found {
                let content = agreements::content(&row.content)?;
                let standing = crate::recording::standing(row, &content);
                if domain::policy::may(actor, domain::policy::Verb::Read, &standing) {
                    seen += 1;
                }
            }
            if seen < numbers.len() {
                return Err(Error::Invalid(vec![Problem {
                    name: name.to_owned(),
                    problem: FieldProblem::NoSuchRecord,
                }]));
            }
        }
        Ok(())
    }

    /// Saves one form of an entry as it was typed, made from version `base`. A statement that its
    /// State edits becomes the State's own.
    ///
    /// # Errors
    /// [`Error::Invalid`], [`Error::Conflict`], [`Error::NotAllowed`], [`Error::NotFound`].
    pub async fn save_entry(
        &self,
        actor: &Actor,
        id: i64,
        form: Form,
        base: i32,
        values: &Values,
        reason: Option<String>,
    ) -> Result<Saved, Error> {
        let section = read(form, values).map_err(Error::Invalid)?;
        self.check_records(actor, form, &section).await?;
        self.check_report(actor, form, values, &section).await?;
        let is_review = form.code == PEER_REVIEW.code;
        let verb = if is_review { EntryVerb::Review } else { EntryVerb::Edit };
        let transaction = self.store.begin().await?;
        let mut row = self.held(&transaction, actor, id, verb).await?;
        let current = entries::content(&row.content)?;
        if row.version != base {
            let old = entries::revision(&transaction, id, base).await?.ok_or(Error::NotFound)?;
            let old = write(form, &entries::content(&old.content)?[form.code]);
            let now = write(form, &current[form.code]);
            if old != now {
                let newest = entries::revision(&transaction, id, row.version).await?;
                return Err(Error::Conflict(Box::new(Collision {
                    version: row.version,
                    author: newest.map(|newest| newest.author).unwrap_or_default(),
                    title: row.title,
                    base: old,
                    current: now,
                })));
            }
        }
        let mut after = current.clone();
        after[form.code] = section;
        if is_review && let Some(reviewers) = current[form.code].get("reviewers") {
            // The message is the coordinator's; what reviewers said is theirs.
            after[form.code]["reviewers"] = reviewers.clone();
        }
        let becomes_own = row.recorded_for && actor.state() == row.owner.as_deref();
        if write(form, &after[form.code]) == write(form, &current[form.code]) && !becomes_own {
            return Ok(Saved { id, version: row.version, changed: false });
        }
        row.recorded_for &= !becomes_own;
        if form.code == PLEDGE.code {
            // A partner confirmed the pledge as it was written then.
            after["confirmed"] = Value::Array(Vec::new());
        }
        let note = self.note(actor, Act::Saved, Some(form.code), reason);
        if form.code == PLEDGE.code {
            let told = entered(EntryKind::Pledge, row.owner.as_deref(), false, &after);
            notices::write(&transaction, Item::Entry(id), &told, &note).await?;
        }
        let version = entries::update(&transaction, row, &after, &note).await?;
        transaction.commit().await?;
        Ok(Saved { id, version, changed: true })
    }

    /// One form of an entry as it stood at a version, for who may edit it.
    ///
    /// # Errors
    /// [`Error::NotFound`] and [`Error::NotAllowed`] as the policy has it.
    pub async fn entry_form_at(
        &self,
        actor: &Actor,
        id: i64,
        form: Form,
        version: i32,
    ) -> Result<Values, Error> {
        let is_review = form.code == PEER_REVIEW.code;
        let verb = if is_review { EntryVerb::Review } else { EntryVerb::Edit };
        if !self.entry(actor, id).await?.may(verb) {
            return Err(Error::NotAllowed);
        }
        let revision =
            entries::revision(self.store.reader(), id, version).await?.ok_or(Error::NotFound)?;
        Ok(write(form, &entries::content(&revision.content)?[form.code]))
    }

    /// Publishes an entry, or takes it back.
    ///
    /// # Errors
    /// [`Error::NotAllowed`]; [`Error::NotFound`].
    pub async fn set_entry_published(
        &self,
        actor: &Actor,
        id: i64,
        published: bool,
    ) -> Result<Saved, Error> {
        let act = if published { Act::Published } else { Act::Withdrawn };
        let now = self.clock().now();
        self.change(actor, id, EntryVerb::Publish, act, |row, _| {
            row.published_at = published.then_some(now);
            Ok(())
        })
        .await
    }

    /// The State says that a statement which the Network recorded for it is its own; or a partner
    /// confirms its part of a pledge.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] for anybody else, and where a statement is the State's own already.
    pub async fn confirm_entry(&self, actor: &Actor, id: i64) -> Result<Saved, Error> {
        let (today, author) = (self.clock().today(), crate::recording::author(actor));
        let state = actor.state().unwrap_or_default().to_owned();
        self.change(actor, id, EntryVerb::Confirm, Act::Confirmed, |row, content| {
            row.recorded_for = false;
            if entries::kind(row)? != EntryKind::Pledge {
                return Ok(());
            }
            let mut confirmed = typed::<Pledge>(content).confirmed;
            if !confirmed.iter().any(|part| part.state == state) {
                confirmed.push(PartConfirmed { state, on: today, author });
                content["confirmed"] = serde_json::to_value(confirmed).unwrap_or_default();
            }
            Ok(())
        })
        .await
    }

    /// Adds a dated report to an entry that is followed. Reports are never changed.
    ///
    /// # Errors
    /// [`Error::Invalid`] with the fields' problems; [`Error::Report`] where nothing is said, or the
    /// status is not the reporter's to set; [`Error::NotAllowed`]; [`Error::NotFound`].
    pub async fn report(&self, actor: &Actor, id: i64, values: &Values) -> Result<Saved, Error> {
        let section = read(REPORT, values).map_err(Error::Invalid)?;
        let mut report: Report = typed(&section);
        let (today, author) = (self.clock().today(), crate::recording::author(actor));
        let state = actor.state().map(str::to_owned);
        self.change(actor, id, EntryVerb::Report, Act::Reported, |row, content| {
            let by_owner = row.owner == state;
            if !by_owner
                && report.evidence.is_none_or(|level| level < EvidenceLevel::ConfirmedByPartner)
            {
                report.evidence = Some(EvidenceLevel::ConfirmedByPartner);
            }
            progress::check(&report, by_owner).map_err(Error::Report)?;
            let update = Update { report, on: today, author, state };
            let update = serde_json::to_value(update).unwrap_or_default();
            match content["updates"].as_array_mut() {
                Some(updates) => updates.push(update),
                None => content["updates"] = json!([update]),
            }
            Ok(())
        })
        .await
    }

    /// One change of an entry in one transaction: the policy, the change, the revision.
    pub(crate) async fn change(
        &self,
        actor: &Actor,
        id: i64,
        verb: EntryVerb,
        act: Act,
        change: impl FnOnce(&mut entry::Model, &mut Value) -> Result<(), Error>,
    ) -> Result<Saved, Error> {
        let transaction = self.store.begin().await?;
        let mut row = self.held(&transaction, actor, id, verb).await?;
        let before = (row.published_at.is_some(), row.recorded_for);
        let mut content = entries::content(&row.content)?;
        let old = content.clone();
        change(&mut row, &mut content)?;
        if (row.published_at.is_some(), row.recorded_for) == before && content == old {
            return Ok(Saved { id, version: row.version, changed: false });
        }
        let note = self.note(actor, act, None, None);
        let version = entries::update(&transaction, row, &content, &note).await?;
        transaction.commit().await?;
        Ok(Saved { id, version, changed: true })
    }

    /// The entry, held for a change that the policy allows.
    pub(crate) async fn held(
        &self,
        transaction: &sea_orm::DatabaseTransaction,
        actor: &Actor,
        id: i64,
        verb: EntryVerb,
    ) -> Result<entry::Model, Error> {
        let row = entries::find_to_change(transaction, id).await?.ok_or(Error::NotFound)?;
        let standing = standing(&self.made(actor, row.clone())?);
        if may_with_entry(actor, verb, &standing) {
            Ok(row)
        } else if may_with_entry(actor, EntryVerb::Read, &standing) {
            Err(Error::NotAllowed)
        } else {
            Err(Error::NotFound)
        }
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
