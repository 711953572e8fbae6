//! Two records of one agreement are merged, or told apart. A merged record keeps its content, its
//! history and its sources; it leaves the lists, and the kept record names it. A merge can be undone at
//! any time. Which records may be one is in [`crate::proposing`].

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::{
    Agreement,
    account::Actor,
    duplicates::party_key,
    fields::{FieldProblem, Problem},
    hearing::Item,
    policy::{Standing, Verb, may, may_merge},
};
use sea_orm::DatabaseTransaction;

use crate::{
    Register,
    error::Error,
    reading::Record,
    recording::{author, standing},
    store::{
        agreements,
        entities::{agreement, merge},
        merges::{self, Deed},
    },
    two_people::{at_field, second_person},
};

/// Longest reason, in characters.
const REASON_LONGEST: usize = 2000;

/// A record that was merged into another.
#[derive(Clone, Debug)]
pub struct Merged {
    pub id: i64,
    pub agreement: Agreement,
    pub recorded_by: Option<String>,
    pub merge: Merge,
    /// Whether the actor may take the two apart again.
    pub may_undo: bool,
}

/// A merge as it is told.
#[derive(Clone, Debug)]
pub struct Merge {
    pub kept: i64,
    pub merged: i64,
    pub at: DateTime<Utc>,
    pub author: String,
    pub reason: String,
    /// When and by whom it was undone.
    pub undone: Option<(DateTime<Utc>, String)>,
}

impl From<merge::Model> for Merge {
    fn from(row: merge::Model) -> Self {
        Self {
            kept: row.kept_id,
            merged: row.merged_id,
            at: row.at,
            author: row.author,
            reason: row.reason,
            undone: row.undone_at.map(|at| (at, row.undone_by.unwrap_or_default())),
        }
    }
}

/// A stored record with its content.
pub(crate) struct Held {
    pub row: agreement::Model,
    pub content: Agreement,
}

impl Held {
    fn new(row: agreement::Model) -> Result<Self, Error> {
        let content = agreements::content(&row.content)?;
        Ok(Self { row, content })
    }

    pub fn standing(&self) -> Standing {
        standing(&self.row, &self.content)
    }
}

impl Register {
    /// Merges one record into another of the same parties. Nothing of either is changed.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::NotAllowed`], also where one is merged or the merged one stands for
    /// others; [`Error::Invalid`] without a reason, and where a colleague has to do it.
    pub async fn merge(
        &self,
        actor: &Actor,
        kept: i64,
        merged: i64,
        reason: &str,
    ) -> Result<(), Error> {
        let transaction = self.store.begin().await?;
        let (kept, merged) = held_pair(&transaction, actor, kept, merged).await?;
        if merged.row.merged_into == Some(kept.row.id) {
            return Ok(());
        }
        let key = party_key(&kept.content);
        if key.is_empty() || key != party_key(&merged.content) {
            return Err(Error::NotFound);
        }
        let is_free = kept.row.merged_into.is_none() && merged.row.merged_into.is_none();
        let holds = !merges::standing_into(&transaction, &[merged.row.id]).await?.is_empty();
        if !is_free || holds || !may_merge(actor, &kept.standing(), &merged.standing()) {
            return Err(Error::NotAllowed);
        }
        let owner = merged.row.recorded_by.as_deref();
        second_person(&transaction, actor, owner, Item::Agreement(merged.row.id))
            .await
            .map_err(|error| at_field(error, "reason"))?;
        let reason = reason.trim();
        let problem = if reason.is_empty() {
            Some(FieldProblem::Required)
        } else {
            (reason.chars().count() > REASON_LONGEST).then_some(FieldProblem::TooLong)
        };
        if let Some(problem) = problem {
            return Err(Error::Invalid(vec![Problem { name: "reason".to_owned(), problem }]));
        }
        let deed = self.deed(actor);
        merges::merge(&transaction, kept.row.id, merged.row.id, reason, &deed).await?;
        let pair = in_order(kept.row.id, merged.row.id);
        merges::tell_apart(&transaction, pair, false, &deed).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Takes two records apart that were merged. The one that was merged is again as it was.
    ///
    /// # Errors
    /// [`Error::NotAllowed`]; [`Error::NotFound`].
    pub async fn unmerge(&self, actor: &Actor, one: i64, other: i64) -> Result<(), Error> {
        let transaction = self.store.begin().await?;
        let (one, other) = held_pair(&transaction, actor, one, other).await?;
        let (kept, merged) =
            if one.row.merged_into == Some(other.row.id) { (other, one) } else { (one, other) };
        if !may_merge(actor, &kept.standing(), &merged.standing()) {
            return Err(Error::NotAllowed);
        }
        let standing = merges::standing_into(&transaction, &[kept.row.id]).await?;
        if let Some(merge) = standing.iter().find(|merge| merge.merged_id == merged.row.id) {
            merges::undo(&transaction, merge, &self.deed(actor)).await?;
        }
        transaction.commit().await?;
        Ok(())
    }

    /// Says that two records are two agreements, so that they are no longer proposed; or takes that
    /// back.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] for who may merge neither into the other; [`Error::NotFound`].
    pub async fn set_told_apart(
        &self,
        actor: &Actor,
        one: i64,
        other: i64,
        apart: bool,
    ) -> Result<(), Error> {
        let transaction = self.store.begin().await?;
        let (one, other) = held_pair(&transaction, actor, one, other).await?;
        if !may_merge_either(actor, &one.standing(), &other.standing()) {
            return Err(Error::NotAllowed);
        }
        let pair = in_order(one.row.id, other.row.id);
        merges::tell_apart(&transaction, pair, apart, &self.deed(actor)).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// The record that stands for the one with this number, where it was merged.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn kept_for(&self, id: i64) -> Result<Option<i64>, Error> {
        Ok(merges::merged_into(self.store.reader(), id).await?)
    }

    /// The records that were merged into this one.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn merged_into(&self, actor: &Actor, record: &Record) -> Result<Vec<Merged>, Error> {
        let standing = merges::standing_into(self.store.reader(), &[record.id]).await?;
        if standing.is_empty() {
            return Ok(Vec::new());
        }
        let mut ids: Vec<i64> = standing.iter().map(|merge| merge.merged_id).collect();
        ids.push(record.id);
        let mut held = self.held_many(&ids).await?;
        let Some(kept) = held.remove(&record.id) else { return Ok(Vec::new()) };
        let kept = kept.standing();
        let merged = standing.into_iter().filter_map(|merge| {
            let held = held.remove(&merge.merged_id)?;
            let standing = held.standing();
            may(actor, Verb::Read, &standing).then(|| Merged {
                id: held.row.id,
                may_undo: may_merge(actor, &kept, &standing),
                agreement: held.content,
                recorded_by: held.row.recorded_by,
                merge: merge.into(),
            })
        });
        Ok(merged.collect())
    }

    /// The merges that a record had a part in, undone ones too, the last first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn merges_of(&self, record: &Record) -> Result<Vec<Merge>, Error> {
        let merges = merges::all_of(self.store.reader(), record.id).await?;
        Ok(merges.into_iter().map(Merge::from).collect())
    }

    /// Undoes every merge into a record that leaves the public: what was merged into it does not leave
    /// with it.
    pub(crate) async fn part_all(
        &self,
        transaction: &DatabaseTransaction,
        actor: &Actor,
        kept: i64,
    ) -> Result<(), Error> {
        for merge in merges::standing_into(transaction, &[kept]).await? {
            merges::undo(transaction, &merge, &self.deed(actor)).await?;
        }
        Ok(())
    }

    fn deed(&self, actor: &Actor) -> Deed {
        Deed {
            at: self.clock().now(),
            account_id: actor.account().map(|account| account.id),
            author: author(actor),
        }
    }

    pub(crate) async fn held_many(&self, ids: &[i64]) -> Result<HashMap<i64, Held>, Error> {
        let rows = agreements::find_many(self.store.reader(), ids).await?;
        rows.into_iter().map(|row| Ok((row.id, Held::new(row)?))).collect()
    }
}

/// Both records, held for the transaction in the order of their numbers, so that two people who decide
/// at once never wait for each other.
async fn held_pair(
    transaction: &DatabaseTransaction,
    actor: &Actor,
    one: i64,
    other: i64,
) -> Result<(Held, Held), Error> {
    if one == other {
        return Err(Error::NotFound);
    }
    let pair = in_order(one, other);
    let mut held = Vec::new();
    for id in [pair.0, pair.1] {
        let row = agreements::find_to_change(transaction, id).await?.ok_or(Error::NotFound)?;
        let found = Held::new(row)?;
        if !may(actor, Verb::Read, &found.standing()) {
            return Err(Error::NotFound);
        }
        held.push(found);
    }
    let (Some(second), Some(first)) = (held.pop(), held.pop()) else { return Err(Error::NotFound) };
    Ok(if one == pair.0 { (first, second) } else { (second, first) })
}

pub(crate) fn may_merge_either(actor: &Actor, one: &Standing, other: &Standing) -> bool {
    may_merge(actor, one, other) || may_merge(actor, other, one)
}

pub(crate) fn in_order(one: i64, other: i64) -> (i64, i64) {
    (one.min(other), one.max(other))
}
