//! Which records may mean one agreement: for the page of one record, as a list, and two side by side.
//! What somebody says of them is in [`crate::merging`].

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::{
    Agreement,
    account::Actor,
    duplicates::{Features, Likeness, likeness, party_key},
    policy::{may_merge, may_seek_duplicates},
};

use crate::{
    Register,
    error::Error,
    merging::{Held, Merge, in_order, may_merge_either},
    reading::{Record, Row},
    store::merges,
};

/// Corridors whose records a page of the proposals looks at. The known dataset has some 90 with
/// records near each other in time.
pub const CORRIDORS_A_PAGE: u64 = 100;

/// A record that may mean the same agreement as the one looked at.
#[derive(Clone, Debug)]
pub struct Candidate {
    pub id: i64,
    pub title: String,
    pub likeness: Likeness,
}

/// Two records that may mean one agreement.
#[derive(Clone, Debug)]
pub struct Proposal {
    pub first: Row,
    pub second: Row,
    pub likeness: Likeness,
}

/// A page of proposals, the likeliest first.
#[derive(Clone, Debug)]
pub struct Proposals {
    pub pairs: Vec<Proposal>,
    /// Corridors with records near each other in time, on all pages.
    pub corridors: u64,
}

/// What was said of a pair.
#[derive(Clone, Debug)]
pub enum Verdict {
    Open,
    /// They are two: who said so, and when.
    Two {
        author: String,
        at: DateTime<Utc>,
    },
    One(Merge),
}

/// Two records side by side, with what the actor may say of them.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The one with the lower number.
    pub first: Record,
    pub second: Record,
    pub likeness: Option<Likeness>,
    pub verdict: Verdict,
    /// The numbers of those that the actor may keep for both.
    pub may_keep: Vec<i64>,
    /// Whether the actor may say that they are two, or undo what was said.
    pub may_decide: bool,
    /// A record stands for others already, so it can't itself be merged.
    pub stands_for_others: bool,
}

impl Register {
    /// The records that may mean the same agreement as this one, for who may say so.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn likely_duplicates(
        &self,
        actor: &Actor,
        record: &Record,
    ) -> Result<Vec<Candidate>, Error> {
        let is_party = actor.state().is_none_or(|state| is_party(&record.agreement, state));
        let key = party_key(&record.agreement);
        if !may_seek_duplicates(actor)
            || !is_party
            || key.is_empty()
            || record.merged_into.is_some()
        {
            return Ok(Vec::new());
        }
        let mut ids = merges::partners(self.store.reader(), &key, record.id).await?;
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        ids.push(record.id);
        let mut held = self.held_many(&ids).await?;
        let Some(own) = held.remove(&record.id) else { return Ok(Vec::new()) };
        let (own_features, own) = (weighed(&own), own.standing());
        let mut found: Vec<Candidate> = held
            .into_values()
            .filter(|other| may_merge_either(actor, &own, &other.standing()))
            .filter_map(|other| {
                let likeness = likeness(&own_features, &weighed(&other))?;
                Some(Candidate { id: other.row.id, title: other.row.title, likeness })
            })
            .collect();
        found.sort_by_key(|found| (std::cmp::Reverse(found.likeness.points), found.id));
        Ok(found)
    }

    /// The proposals in a page of the corridors, of the whole register or of the actor's State.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] for who seeks none.
    pub async fn duplicates(&self, actor: &Actor, page: u64) -> Result<Proposals, Error> {
        if !may_seek_duplicates(actor) {
            return Err(Error::NotAllowed);
        }
        let (reader, state) = (self.store.reader(), actor.state());
        let corridors = merges::count_corridors(reader, state).await?;
        let pairs = merges::pairs(reader, state, page, CORRIDORS_A_PAGE).await?;
        let held = self.held_many(&numbers(&pairs)).await?;
        let features: HashMap<i64, Features> =
            held.iter().map(|(id, held)| (*id, weighed(held))).collect();
        let mut likely: Vec<((i64, i64), Likeness)> = pairs
            .into_iter()
            .filter_map(|pair| {
                let (one, other) = (features.get(&pair.0)?, features.get(&pair.1)?);
                Some((pair, likeness(one, other)?))
            })
            .collect();
        likely.sort_by_key(|(pair, likeness)| (std::cmp::Reverse(likeness.points), *pair));
        let shown: Vec<(i64, i64)> = likely.iter().map(|(pair, _)| *pair).collect();
        let rows = self.rows_of(actor, &numbers(&shown)).await?;
        let row = |id: i64| rows.iter().find(|row| row.id == id).cloned();
        let pairs = likely
            .into_iter()
            .filter_map(|((first, second), likeness)| {
                Some(Proposal { first: row(first)?, second: row(second)?, likeness })
            })
            .collect();
        Ok(Proposals { pairs, corridors })
    }

    /// Two records of the same parties side by side.
    ///
    /// # Errors
    /// [`Error::NotFound`] where one is not there, may not be seen, or they are between other parties;
    /// [`Error::NotAllowed`] for who has no say.
    pub async fn compare_records(
        &self,
        actor: &Actor,
        one: i64,
        other: i64,
    ) -> Result<Compared, Error> {
        let pair = in_order(one, other);
        let first = self.agreement(actor, pair.0).await?;
        let second = self.agreement(actor, pair.1).await?;
        let (key, other_key) = (party_key(&first.agreement), party_key(&second.agreement));
        let reader = self.store.reader();
        let merges = merges::standing_into(reader, &[pair.0, pair.1]).await?;
        let merge =
            merges.iter().find(|merge| in_order(merge.kept_id, merge.merged_id) == pair).cloned();
        if pair.0 == pair.1 || (merge.is_none() && (key.is_empty() || key != other_key)) {
            return Err(Error::NotFound);
        }
        let is_party = actor.state().is_none_or(|state| is_party(&first.agreement, state));
        if !may_seek_duplicates(actor) || !is_party {
            return Err(Error::NotAllowed);
        }
        let held = self.held_many(&[pair.0, pair.1]).await?;
        let (Some(one), Some(other)) = (held.get(&pair.0), held.get(&pair.1)) else {
            return Err(Error::NotFound);
        };
        let (one, other) = (one.standing(), other.standing());
        let is_free = first.merged_into.is_none() && second.merged_into.is_none();
        let holds = |id: i64| merges.iter().any(|merge| merge.kept_id == id);
        let sides = [(pair.0, pair.1, &one, &other), (pair.1, pair.0, &other, &one)];
        let may_keep = sides
            .into_iter()
            .filter(|(_, merged_id, kept, merged)| {
                is_free && !holds(*merged_id) && may_merge(actor, kept, merged)
            })
            .map(|(kept_id, ..)| kept_id)
            .collect();
        let stands_for_others = is_free && (holds(pair.0) || holds(pair.1));
        let verdict = match merge {
            Some(merge) => Verdict::One(merge.into()),
            None => match merges::told_apart(reader, pair).await? {
                Some(said) => Verdict::Two { author: said.author, at: said.at },
                None => Verdict::Open,
            },
        };
        let may_decide = match &verdict {
            Verdict::One(merge) if merge.kept == pair.0 => may_merge(actor, &one, &other),
            Verdict::One(_) => may_merge(actor, &other, &one),
            _ => may_merge_either(actor, &one, &other),
        };
        Ok(Compared {
            likeness: likeness(
                &Features::of(pair.0, &first.agreement),
                &Features::of(pair.1, &second.agreement),
            ),
            may_keep,
            stands_for_others,
            first,
            second,
            verdict,
            may_decide,
        })
    }
}

fn weighed(held: &Held) -> Features {
    Features::of(held.row.id, &held.content)
}

fn is_party(agreement: &Agreement, state: &str) -> bool {
    agreement.party_codes().any(|code| code == state)
}

/// The numbers in these pairs, each once.
fn numbers(pairs: &[(i64, i64)]) -> Vec<i64> {
    let mut ids: Vec<i64> = pairs.iter().flat_map(|pair| [pair.0, pair.1]).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}
