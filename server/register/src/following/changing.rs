//! An entry is published, confirmed or reported on: each of these, and what other use cases do with an
//! entry, is one change in one transaction.

use domain::{
    account::Actor,
    fields::{Values, follow_up::REPORT, read},
    follow_up::{
        EntryKind,
        entry::read as typed,
        pledge::{PartConfirmed, Pledge},
        progress::{self, EvidenceLevel, Report, Update},
    },
    hearing::Item,
    policy::{EntryVerb, may_with_entry},
};
use sea_orm::DatabaseTransaction;
use serde_json::{Value, json};

use super::standing;
use crate::{
    Register,
    error::Error,
    recording::{Act, Saved, author},
    store::{entities::entry, entries},
    two_people::second_person,
};

impl Register {
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
        let (today, author) = (self.clock().today(), author(actor));
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
        let (today, author) = (self.clock().today(), author(actor));
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
        if act == Act::Published {
            second_person(&transaction, actor, row.owner.as_deref(), Item::Entry(id)).await?;
        }
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
        transaction: &DatabaseTransaction,
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
