//! Last heard: when somebody last said something about a record, an entry, and each State; and the
//! grid in which a State says of many things at once that they still are as recorded.
//!
//! Only what everybody may read counts, whoever asks: so nobody learns from a date that a draft was
//! changed, and the same page shows the same date to all.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    account::{Account, Actor},
    hearing::Item,
    policy::may_say_still_so,
};

use crate::{
    Register,
    error::Error,
    following::Entry,
    reading::{Record, Row},
    recording::Act,
    store::{entries, heard, still_so},
};

/// Rows that a page of the grid holds.
pub const GRID_PAGE: u64 = 25;

/// Something about which a State is asked whether it still is as recorded.
#[derive(Clone, Debug)]
pub struct Asked {
    pub item: Item,
    pub about: About,
    /// The day, in UTC, on which somebody last spoke of it.
    pub heard: Option<NaiveDate>,
}

/// What it is.
#[derive(Clone, Debug)]
pub enum About {
    Agreement(Row),
    Entry(Entry),
}

/// A page of what a State is asked about.
#[derive(Clone, Debug)]
pub struct Grid {
    /// Of what nobody has spoken for longest comes first.
    pub rows: Vec<Asked>,
    /// Whether there are more pages.
    pub more: bool,
    /// What the actor said today and may still take back.
    pub said_today: u64,
    pub today: NaiveDate,
}

impl Register {
    /// The day on which somebody last said something about the record: published a change of it,
    /// confirmed or contested it, spoke or reported of it, or said that it still is so.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn last_heard_of_record(&self, record: &Record) -> Result<Option<NaiveDate>, Error> {
        let last = heard::of(self.store.reader(), Item::Agreement(record.id)).await?;
        Ok(last.map(day))
    }

    /// The same for each of these records about which anybody ever said something.
    pub(crate) async fn last_heard_of_records(
        &self,
        ids: &[i64],
    ) -> Result<HashMap<i64, NaiveDate>, Error> {
        let days = heard::of_agreements(self.store.reader(), ids).await?;
        Ok(days.into_iter().map(|(id, at)| (id, day(at))).collect())
    }

    /// The day on which somebody last said something about the entry.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn last_heard_of_entry(&self, entry: &Entry) -> Result<Option<NaiveDate>, Error> {
        Ok(heard::of(self.store.reader(), Item::Entry(entry.id)).await?.map(day))
    }

    /// The day on which an account of the State last said something; nothing before its first contact.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn last_heard_from(&self, state: &str) -> Result<Option<NaiveDate>, Error> {
        let mut days = heard::from_states(self.store.reader(), Some(state)).await?;
        Ok(days.remove(state).map(day))
    }

    /// The same for every State that was in contact, by its code.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn last_heard_from_all(&self) -> Result<HashMap<String, NaiveDate>, Error> {
        let days = heard::from_states(self.store.reader(), None).await?;
        Ok(days.into_iter().map(|(state, at)| (state, day(at))).collect())
    }

    /// A page of the published agreements and of the open commitments and pledges of the actor's State.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] for who has no State.
    pub async fn still_so(&self, actor: &Actor, page: u64) -> Result<Grid, Error> {
        let (account, state) = of_a_state(actor)?;
        let (reader, today) = (self.store.reader(), self.clock.today());
        let mut asked = still_so::asked(reader, state, page, GRID_PAGE).await?;
        let more = asked.len() as u64 > GRID_PAGE;
        asked.truncate(usize::try_from(GRID_PAGE).unwrap_or(usize::MAX));
        let (mut recorded, mut followed) = (Vec::new(), Vec::new());
        for (item, _) in &asked {
            match item {
                Item::Agreement(id) => recorded.push(*id),
                Item::Entry(id) => followed.push(*id),
            }
        }
        let mut about = HashMap::new();
        for row in self.rows_of(actor, &recorded).await? {
            about.insert(Item::Agreement(row.id), About::Agreement(row));
        }
        for row in entries::find_many(reader, &followed).await? {
            let entry = self.made(actor, row)?;
            about.insert(Item::Entry(entry.id), About::Entry(entry));
        }
        let rows = asked
            .into_iter()
            .filter_map(|(item, last)| {
                Some(Asked { item, about: about.remove(&item)?, heard: last.map(day) })
            })
            .collect();
        let said_today = still_so::count_said_on(reader, account.id, state, today).await?;
        Ok(Grid { rows, more, said_today, today })
    }

    /// The actor's State says that these still are as recorded: those of them that are its own. What
    /// it said already on the same day is not written twice. Answers how many were written.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] for who has no State.
    pub async fn say_still_so(&self, actor: &Actor, items: &[Item]) -> Result<u64, Error> {
        let (account, state) = of_a_state(actor)?;
        // No page holds more.
        let most = usize::try_from(GRID_PAGE).unwrap_or(usize::MAX);
        let items = &items[..items.len().min(most)];
        let transaction = self.store.begin().await?;
        let own: Vec<Item> = still_so::standings(&transaction, items)
            .await?
            .into_iter()
            .filter(|item| may_say_still_so(actor, item.owner.as_deref(), item.published))
            .map(|standing| standing.item)
            .collect();
        let note = self.note(actor, Act::Confirmed, None, None);
        let said = still_so::say(&transaction, &own, state, account.id, &note).await?;
        transaction.commit().await?;
        Ok(said)
    }

    /// Takes back what the actor said today; answers how much that was.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] for who has no State.
    pub async fn take_back_still_so(&self, actor: &Actor) -> Result<u64, Error> {
        let (account, state) = of_a_state(actor)?;
        let note = self.note(actor, Act::Withdrawn, None, None);
        let transaction = self.store.begin().await?;
        let taken_back = still_so::take_back(&transaction, account.id, state, &note).await?;
        transaction.commit().await?;
        Ok(taken_back)
    }
}

/// The account and the State for which it acts.
fn of_a_state(actor: &Actor) -> Result<(&Account, &str), Error> {
    actor.account().zip(actor.state()).ok_or(Error::NotAllowed)
}

fn day(at: DateTime<Utc>) -> NaiveDate {
    at.date_naive()
}
