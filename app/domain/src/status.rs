//! The status of an agreement at any date, computed from its events and its term.
//!
//! Rules (facts of the field, 7.2 and 7.3): in force if entry into force ≤ day < end; the end is the
//! earliest of the expiry after renewals, an effective termination, and the entry into force of a
//! full replacement. With tacit renewal the end rolls on to the next anniversary unless notice was
//! given in time. A date known to the month or the year counts from its last day, from which what
//! it dates is certainly true.

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::{
    PartialDate,
    agreement::{Agreement, Duration, Event, EventKind, Life, YesNo},
};

/// Months until a notice takes effect where neither the notice nor the text says it: twelve
/// (Vienna Convention on the Law of Treaties, art. 56(2)).
pub const DEFAULT_NOTICE_MONTHS: u32 = 12;

/// Where an agreement stands.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Status {
    /// Nothing datable is recorded.
    NotKnown,
    Proposed,
    UnderNegotiation,
    Initialled,
    /// Signed by all, and no entry into force is recorded.
    Signed,
    ProvisionallyApplied,
    InForce,
    Suspended,
    NoticeGiven,
    Expired,
    Terminated,
    Superseded,
    Abandoned,
}

impl Status {
    /// Whether the agreement has come to its end.
    pub fn is_ended(self) -> bool {
        matches!(self, Self::Expired | Self::Terminated | Self::Superseded | Self::Abandoned)
    }

    /// Whether the parties apply it: in force, also under notice, or provisionally.
    pub fn is_applied(self) -> bool {
        matches!(self, Self::InForce | Self::NoticeGiven | Self::ProvisionallyApplied)
    }
}

/// A stretch of days with one status: from `from` to the day before `until`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatusPeriod {
    pub status: Status,
    pub from: NaiveDate,
    /// The first day on which it no longer holds; open while nothing ends it.
    pub until: Option<NaiveDate>,
}

/// The status on `day`. Before the first period, and where there is none, it is not known.
pub fn status_on(periods: &[StatusPeriod], day: NaiveDate) -> Status {
    periods
        .iter()
        .find(|period| period.from <= day && period.until.is_none_or(|until| day < until))
        .map_or(Status::NotKnown, |period| period.status)
}

/// The whole life of the agreement as periods that follow each other without overlap.
///
/// `replaced_on` is the day on which another agreement that replaces this one entered into force.
pub fn status_periods(agreement: &Agreement, replaced_on: Option<NaiveDate>) -> Vec<StatusPeriod> {
    let signatories = agreement.parties.parties.len().max(2);
    periods(agreement, replaced_on, Enough { to_sign: signatories, to_bind: 2 }, |_| true)
}

/// The same between these parties alone: a plurilateral agreement may be in force for some of its
/// parties and not for others. Only what happened for all or for one of them counts.
pub fn status_periods_between(
    agreement: &Agreement,
    replaced_on: Option<NaiveDate>,
    parties: &[&str],
) -> Vec<StatusPeriod> {
    let enough = Enough { to_sign: parties.len(), to_bind: parties.len() };
    periods(agreement, replaced_on, enough, |party| parties.contains(&party))
}

/// How many parties must have signed it, and be bound by it, each by an event of its own.
#[derive(Clone, Copy)]
struct Enough {
    to_sign: usize,
    /// A plurilateral agreement enters into force between those who are bound: two are enough.
    to_bind: usize,
}

fn periods(
    agreement: &Agreement,
    replaced_on: Option<NaiveDate>,
    enough: Enough,
    counts: impl Fn(&str) -> bool,
) -> Vec<StatusPeriod> {
    let life = &agreement.life;
    let mut dated: Vec<Dated> = life
        .events
        .iter()
        .filter_map(Dated::new)
        .filter(|event| event.party.is_none_or(&counts))
        .collect();
    dated.sort_by_key(|event| (event.day, event.kind));

    let changes = before_force(&dated, enough.to_sign).into_iter().chain(in_force(
        life,
        &dated,
        enough.to_bind,
        replaced_on,
    ));
    follow_each_other(changes)
}

/// The next day on which the agreement, as recorded, renews itself tacitly; after `day`.
pub fn next_tacit_renewal(agreement: &Agreement, day: NaiveDate) -> Option<NaiveDate> {
    let life = &agreement.life;
    if life.tacit_renewal != Some(YesNo::Yes) {
        return None;
    }
    let periods = status_periods(agreement, None);
    if status_on(&periods, day) != Status::InForce {
        return None;
    }
    let start = periods.iter().find(|period| period.status == Status::InForce)?.from;
    let first = first_expiry(life, start)?;
    anniversaries(first, renewal_months(life)).find(|anniversary| *anniversary > day)
}

/// An event with the day from which it certainly happened.
#[derive(Clone, Copy)]
struct Dated<'a> {
    kind: EventKind,
    day: NaiveDate,
    party: Option<&'a str>,
    effective: Option<NaiveDate>,
}

impl<'a> Dated<'a> {
    fn new(event: &'a Event) -> Option<Self> {
        Some(Self {
            kind: event.kind?,
            day: event.date?.last_day(),
            party: event.party.as_deref().filter(|party| !party.is_empty()),
            effective: event.effective.map(PartialDate::last_day),
        })
    }

    fn effect(&self) -> NaiveDate {
        self.effective.unwrap_or(self.day)
    }
}

type Change = (NaiveDate, Status);

fn before_force(events: &[Dated], enough: usize) -> Vec<Change> {
    let steps = [
        (EventKind::Proposed, Status::Proposed),
        (EventKind::NegotiationRound, Status::UnderNegotiation),
        (EventKind::TextAdopted, Status::Initialled),
        (EventKind::Initialled, Status::Initialled),
        (EventKind::Abandoned, Status::Abandoned),
        (EventKind::ProvisionallyApplied, Status::ProvisionallyApplied),
        (EventKind::ProvisionalApplicationEnded, Status::Signed),
    ];
    let mut changes: Vec<Change> = events
        .iter()
        .filter_map(|event| {
            let (_, status) = steps.iter().find(|(kind, _)| *kind == event.kind)?;
            Some((event.day, *status))
        })
        .collect();
    changes.extend(done_by_all(events, EventKind::Signed, enough).map(|day| (day, Status::Signed)));
    changes.sort_by_key(|(day, status)| (*day, *status as u8));
    changes
}

/// The day on which `kind` has happened for all, or for enough parties one by one.
fn done_by_all(events: &[Dated], kind: EventKind, enough: usize) -> Option<NaiveDate> {
    let mut seen: Vec<&str> = Vec::new();
    for event in events.iter().filter(|event| event.kind == kind) {
        let Some(party) = event.party else {
            return Some(event.day);
        };
        if !seen.contains(&party) {
            seen.push(party);
        }
        if seen.len() >= enough {
            return Some(event.day);
        }
    }
    None
}

fn in_force(
    life: &Life,
    events: &[Dated],
    enough: usize,
    replaced_on: Option<NaiveDate>,
) -> Vec<Change> {
    let Some(start) = done_by_all(events, EventKind::EnteredIntoForce, enough) else {
        // Whether it ever was in force is not known; that it no longer is after its last day is.
        let last_day = life.expires_on.and_then(|day| day.last_day().succ_opt());
        let expired = last_day.map(|day| (day, Status::Expired));
        return endings(events, replaced_on)
            .into_iter()
            .chain(expired)
            .min_by_key(|(day, _)| *day)
            .into_iter()
            .collect();
    };
    let mut changes = Vec::new();
    for (from, expiry) in spells(life, events, start) {
        changes.push((from, Status::InForce));
        changes.extend(expiry.map(|day| (day, Status::Expired)));
    }
    for event in events.iter().filter(|event| event.day >= start) {
        match event.kind {
            EventKind::Suspended => changes.push((event.day, Status::Suspended)),
            EventKind::Resumed | EventKind::NoticeWithdrawn => {
                changes.push((event.day, Status::InForce));
            }
            EventKind::NoticeGiven => changes.push((event.day, Status::NoticeGiven)),
            _ => {}
        }
    }
    let end = endings(events, replaced_on)
        .into_iter()
        .chain(notice_end(life, events, start))
        .min_by_key(|(day, _)| *day);
    if let Some((day, status)) = end {
        changes.retain(|(other, status)| {
            *other < day || (*other == day && *status == Status::InForce && day == start)
        });
        changes.push((day, status));
    }
    // After an expiry only a new spell of force counts: no notice, no suspension.
    changes.sort_by_key(|(day, status)| (*day, *status as u8));
    let mut ended = false;
    changes.retain(|(_, status)| {
        ended = match status {
            Status::InForce => false,
            Status::Expired => true,
            _ => ended && !status.is_ended(),
        };
        !ended || status.is_ended()
    });
    changes
}

/// The stretches of force that the term and the renewals make, each with its expiry.
fn spells(life: &Life, events: &[Dated], start: NaiveDate) -> Vec<(NaiveDate, Option<NaiveDate>)> {
    let Some(mut expiry) = first_expiry(life, start) else {
        return vec![(start, None)];
    };
    let mut spells = Vec::new();
    let mut from = start;
    for renewal in events.iter().filter(|event| event.kind == EventKind::Renewed) {
        let base = expiry.max(renewal.day.min(expiry));
        let Some(new_expiry) =
            renewal.effective.or_else(|| base.checked_add_months(renewal_months(life)))
        else {
            continue;
        };
        if renewal.day > expiry && life.tacit_renewal != Some(YesNo::Yes) {
            spells.push((from, Some(expiry)));
            from = renewal.day;
        }
        expiry = expiry.max(new_expiry);
    }
    if life.tacit_renewal == Some(YesNo::Yes) {
        spells.push((from, None));
    } else {
        spells.push((from, Some(expiry)));
    }
    spells
}

fn first_expiry(life: &Life, start: NaiveDate) -> Option<NaiveDate> {
    if let Some(day) = life.expires_on {
        // "Expires on 31 December" means that the 31st is the last day in force.
        return day.last_day().succ_opt();
    }
    if life.duration.is_some_and(|duration| duration != Duration::FixedTerm) {
        return None;
    }
    start.checked_add_months(Months::new(life.term_months?))
}

fn renewal_months(life: &Life) -> Months {
    Months::new(life.renewal_months.or(life.term_months).unwrap_or(12).max(1))
}

/// `first`, and every renewal after it. Each is counted from the first, so that the 31st stays one.
fn anniversaries(first: NaiveDate, step: Months) -> impl Iterator<Item = NaiveDate> {
    (0..).map_while(move |count: u32| {
        first.checked_add_months(Months::new(step.as_u32().checked_mul(count)?))
    })
}

/// The end that a notice brings: on the day it names; else at the end of the running term, when it
/// was given in time for it; else after the notice period.
fn notice_end(life: &Life, events: &[Dated], start: NaiveDate) -> Option<Change> {
    let notice = events
        .iter()
        .rfind(|event| matches!(event.kind, EventKind::NoticeGiven | EventKind::NoticeWithdrawn))?;
    if notice.kind == EventKind::NoticeWithdrawn {
        return None;
    }
    if let Some(day) = notice.effective {
        return Some((day, Status::Terminated));
    }
    let period = Months::new(life.notice_months.unwrap_or(DEFAULT_NOTICE_MONTHS));
    let after_period = notice.day.checked_add_months(period)?;
    match first_expiry(life, start) {
        Some(first) if life.tacit_renewal == Some(YesNo::Yes) => {
            let in_time =
                notice.day.checked_add_months(Months::new(life.notice_months.unwrap_or(0)))?;
            anniversaries(first, renewal_months(life))
                .find(|anniversary| *anniversary >= in_time)
                .map(|day| (day, Status::Expired))
        }
        _ => Some((after_period, Status::Terminated)),
    }
}

/// The earliest recorded end.
fn endings(events: &[Dated], replaced_on: Option<NaiveDate>) -> Option<Change> {
    events
        .iter()
        .filter_map(|event| {
            let status = match event.kind {
                EventKind::Expired => Status::Expired,
                EventKind::Terminated => Status::Terminated,
                EventKind::Superseded => Status::Superseded,
                _ => return None,
            };
            Some((event.effect(), status))
        })
        .chain(replaced_on.map(|day| (day, Status::Superseded)))
        .min_by_key(|(day, _)| *day)
}

/// Makes periods of the changes: of several on one day the furthest in the life counts, and a step
/// back from force to a stage before it is no change.
fn follow_each_other(changes: impl Iterator<Item = Change>) -> Vec<StatusPeriod> {
    let mut changes: Vec<Change> = changes.collect();
    changes.sort_by_key(|(day, status)| (*day, *status as u8));
    let mut periods: Vec<StatusPeriod> = Vec::new();
    for (day, status) in changes {
        let Some(last) = periods.last().copied() else {
            push(&mut periods, day, status);
            continue;
        };
        let back = (status as u8) < (last.status as u8);
        let before_force = (status as u8) < Status::ProvisionallyApplied as u8;
        let provisional_ended =
            last.status == Status::ProvisionallyApplied && status == Status::Signed;
        let after_end = last.status.is_ended() && !status.is_applied() && !status.is_ended();
        if status == last.status || after_end || (back && before_force && !provisional_ended) {
            continue;
        }
        if last.from == day {
            periods.pop();
            push(&mut periods, day, status);
        } else {
            push(&mut periods, day, status);
        }
    }
    periods
}

/// Ends the last period with the day and begins one with this status; the last goes on where it
/// has it already.
fn push(periods: &mut Vec<StatusPeriod>, day: NaiveDate, status: Status) {
    if let Some(last) = periods.last_mut() {
        if last.status == status {
            last.until = None;
            return;
        }
        last.until = Some(day);
    }
    periods.push(StatusPeriod { status, from: day, until: None });
}

#[cfg(test)]
mod tests;
