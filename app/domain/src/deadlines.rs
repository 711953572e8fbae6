//! Deadlines that follow from the record itself. Nobody types them, and none outlives its agreement.
//!
//! Ends and renewals are those of [`crate::status`]; they are not computed twice. A deadline either
//! has a day, or it is open: something that is still to be done and has no day by which it must be.

use chrono::{Days, Months, NaiveDate};
use serde_json::Value;
use strum::{IntoStaticStr, VariantArray};

use crate::{
    PartialDate,
    agreement::{Agreement, Event, EventKind, Finding, IdentifierScheme, LegalNature, YesNo},
    follow_up::{
        EntryKind,
        commitment::{Deliverable, DeliverableKind},
        entry::read,
        head,
        progress::ProgressStatus,
        review::Review,
        stage::Stage,
    },
    status::{Status, StatusPeriod, next_tacit_renewal, status_on},
};

/// Days ahead of which a deadline is not shown yet: a year, so that everything that comes round each
/// year is seen once.
pub const HORIZON_DAYS: u64 = 365;
/// Days within which a deadline is near: time for one letter and its answer.
pub const SOON_DAYS: u64 = 30;
/// Days for which a calendar keeps a deadline that has passed.
pub const CALENDAR_KEEPS_DAYS: u64 = 30;
/// Months after which a joint committee is expected to have met again. The record holds no frequency;
/// joint committees meet once or twice a year (field's facts, 7.6).
const COMMITTEE_MONTHS: Months = Months::new(12);
/// The Charter of the United Nations entered into force: treaties from before need no registration
/// (Article 102).
const CHARTER: NaiveDate = NaiveDate::from_ymd_opt(1945, 10, 24).expect("a day");
/// The provision that establishes a joint committee, as [`crate::criteria`] has it.
pub const JOINT_COMMITTEE: &str = "joint_commit";

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum DeadlineKind {
    /// The last day before the agreement ends, where nothing that is recorded renews it.
    Expires,
    /// The day on which a new term begins unless notice was given in time.
    RenewsTacitly,
    /// The last day on which a notice still counts for the end or renewal that comes next.
    NoticeBy,
    /// Signed, ratified by another party, and no ratification by this one is recorded.
    RatificationOpen,
    /// Binding and in force, and no registration with the United Nations is recorded.
    NotRegistered,
    /// Its joint committee is not known to have met for a year.
    CommitteeOverdue,
    /// Something that somebody is to carry out.
    CommitmentDue,
    /// The last day on which a review awaits a State's dossier.
    ReviewInputDue,
}

impl DeadlineKind {
    /// The code as it stands in the keys of words and in calendars.
    pub fn code(self) -> &'static str {
        self.into()
    }
}

/// How near a deadline is; also the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, VariantArray)]
pub enum Nearness {
    /// Its day has passed, or it is open.
    Open,
    /// Within [`SOON_DAYS`].
    Soon,
    /// Within [`HORIZON_DAYS`].
    Later,
}

/// Something that is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    pub kind: DeadlineKind,
    /// The day by which; none for what is open.
    pub day: Option<NaiveDate>,
    /// Since when it is open, as known.
    pub since: Option<PartialDate>,
    /// The party that is to do it, where it is one party's.
    pub party: Option<String>,
}

impl Deadline {
    fn on(kind: DeadlineKind, day: NaiveDate) -> Self {
        Self { kind, day: Some(day), since: None, party: None }
    }

    fn open(kind: DeadlineKind, since: Option<PartialDate>) -> Self {
        Self { kind, day: None, since, party: None }
    }

    /// How near it is on `today`; nothing where it is too far off to be shown.
    pub fn nearness(&self, today: NaiveDate) -> Option<Nearness> {
        let Some(day) = self.day.filter(|day| *day >= today) else {
            return Some(Nearness::Open);
        };
        let within = |days: u64| day <= ahead(today, days);
        if within(SOON_DAYS) {
            Some(Nearness::Soon)
        } else {
            within(HORIZON_DAYS).then_some(Nearness::Later)
        }
    }

    /// Its day in a calendar: only what has a day stands there, and what has long passed does not.
    pub fn calendar_day(&self, today: NaiveDate) -> Option<NaiveDate> {
        self.day.filter(|day| today <= ahead(*day, CALENDAR_KEEPS_DAYS))
    }

    /// The day by which deadlines are put in order: of what is open, the day from which it is.
    pub fn order(&self) -> Option<NaiveDate> {
        self.day.or_else(|| self.since.map(PartialDate::first_day))
    }
}

/// The last day that a list made on `today` looks at.
pub fn horizon(today: NaiveDate) -> NaiveDate {
    ahead(today, HORIZON_DAYS)
}

fn ahead(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX)
}

/// The deadlines of an agreement whose status has these periods, as they stand on `today`.
///
/// `last_committee_meeting` is the day of the last meeting of its joint committee that anybody has
/// recorded. Where none was ever recorded, nothing is known of the committee's meetings, and silence
/// is not called a delay.
pub fn deadlines(
    agreement: &Agreement,
    periods: &[StatusPeriod],
    last_committee_meeting: Option<NaiveDate>,
    today: NaiveDate,
) -> Vec<Deadline> {
    let status = status_on(periods, today);
    if status.is_ended() {
        return Vec::new();
    }
    let mut found = of_term(agreement, periods, status, today);
    found.extend(open_ratifications(agreement, status, today));
    found.extend(not_registered(agreement, periods, status, today));
    found.extend(committee_overdue(agreement, status, last_committee_meeting, today));
    found
}

/// The next renewal, the end, and the last day for a notice against the one that comes first.
fn of_term(
    agreement: &Agreement,
    periods: &[StatusPeriod],
    status: Status,
    today: NaiveDate,
) -> Vec<Deadline> {
    let life = &agreement.life;
    let end = periods.iter().find(|period| period.from > today && period.status.is_ended());
    let renewal = next_tacit_renewal(agreement, today)
        .filter(|renewal| end.is_none_or(|end| *renewal < end.from));
    let mut found = Vec::new();
    if let Some(renewal) = renewal {
        found.push(Deadline::on(DeadlineKind::RenewsTacitly, renewal));
    }
    // The end begins on the day after the last.
    if let Some(last) = end.and_then(|end| end.from.pred_opt()) {
        found.push(Deadline::on(DeadlineKind::Expires, last));
    }
    // What is known not to be renewed ends without a notice, and so does what ends otherwise than by
    // its term.
    let expiry = end
        .filter(|end| end.status == Status::Expired && life.tacit_renewal != Some(YesNo::No))
        .map(|end| end.from);
    let is_running =
        matches!(status, Status::InForce | Status::ProvisionallyApplied | Status::Suspended);
    let notice = renewal
        .or(expiry)
        .filter(|_| is_running)
        .zip(life.notice_months.filter(|months| *months > 0))
        .and_then(|(end, months)| end.checked_sub_months(Months::new(months)))
        .filter(|day| *day >= today);
    found.extend(notice.map(|day| Deadline::on(DeadlineKind::NoticeBy, day)));
    found
}

/// The parties that have not ratified what another has. An instrument that is not binding asks for
/// no ratification.
fn open_ratifications(agreement: &Agreement, status: Status, today: NaiveDate) -> Vec<Deadline> {
    let waits = matches!(status, Status::Signed | Status::ProvisionallyApplied);
    if !waits || agreement.identity.legal_nature == Some(LegalNature::NonBinding) {
        return Vec::new();
    }
    let events = &agreement.life.events;
    let bound: Vec<&Event> = events
        .iter()
        .filter(|event| {
            matches!(
                event.kind,
                Some(
                    EventKind::Ratified
                        | EventKind::Notified
                        | EventKind::RatifiedOrInForce
                        | EventKind::InstrumentsExchanged
                )
            )
        })
        .collect();
    // What is recorded for no party in particular happened for all.
    let is_for_all = |event: &&Event| event.party.as_deref().is_none_or(str::is_empty);
    if bound.is_empty() || bound.iter().any(is_for_all) {
        return Vec::new();
    }
    let since = bound.iter().filter_map(|event| event.date).min();
    if since.is_some_and(|since| since.first_day() > today) {
        return Vec::new();
    }
    agreement
        .party_codes()
        .filter(|code| !bound.iter().any(|event| event.party.as_deref() == Some(*code)))
        .map(|code| Deadline {
            party: Some(code.to_owned()),
            ..Deadline::open(DeadlineKind::RatificationOpen, since)
        })
        .collect()
}

/// A binding agreement in force of which no registration is recorded: neither the event nor a number
/// under Article 102 of the Charter.
fn not_registered(
    agreement: &Agreement,
    periods: &[StatusPeriod],
    status: Status,
    today: NaiveDate,
) -> Option<Deadline> {
    let is_in_force = matches!(status, Status::InForce | Status::NoticeGiven | Status::Suspended);
    let is_binding = agreement.identity.legal_nature == Some(LegalNature::Binding);
    let events = &agreement.life.events;
    let is_registered = events.iter().any(|event| event.kind == Some(EventKind::Registered))
        || agreement.references.identifiers.iter().any(|identifier| {
            matches!(
                identifier.scheme,
                Some(IdentifierScheme::UnTreatyRegistration | IdentifierScheme::UntsVolume)
            )
        });
    if !is_in_force || !is_binding || is_registered {
        return None;
    }
    let from = periods
        .iter()
        .find(|period| period.status == Status::InForce && period.from <= today)?
        .from;
    if from < CHARTER {
        return None;
    }
    // A date known to the month stays one.
    let known = events
        .iter()
        .filter(|event| event.kind == Some(EventKind::EnteredIntoForce))
        .filter_map(|event| event.date)
        .find(|date| date.last_day() == from);
    let since = known.unwrap_or(PartialDate::Day(from));
    Some(Deadline::open(DeadlineKind::NotRegistered, Some(since)))
}

/// A joint committee that met, and is not known to have met again within a year.
fn committee_overdue(
    agreement: &Agreement,
    status: Status,
    last_meeting: Option<NaiveDate>,
    today: NaiveDate,
) -> Option<Deadline> {
    let last = last_meeting.filter(|_| status.is_applied())?;
    let finding = agreement.provisions.finding_at(JOINT_COMMITTEE, today);
    let has_committee = matches!(finding, Some(Finding::Yes | Finding::Partly));
    let expected = last.checked_add_months(COMMITTEE_MONTHS)?;
    (has_committee && expected < today)
        .then(|| Deadline::open(DeadlineKind::CommitteeOverdue, Some(last.into())))
}

/// The deadline of an entry of the follow-up with this content: of what is followed, has a due date,
/// and is neither completed nor dropped. The date of guidance is that of its publication.
pub fn of_entry(kind: EntryKind, content: &Value) -> Option<Deadline> {
    let entry = head(kind, content);
    let is_over = matches!(entry.status, Some(ProgressStatus::Completed | ProgressStatus::Dropped));
    let is_guidance = kind == EntryKind::Deliverable
        && read::<Deliverable>(content).deliverable.kind == Some(DeliverableKind::Guidance);
    if !kind.is_followed() || is_over || is_guidance {
        return None;
    }
    Some(Deadline::on(DeadlineKind::CommitmentDue, entry.due?.last_day()))
}

/// The day by which a review awaits the dossier of `state`: while it is open for input and the State
/// may take part, has not declined to, and has filed nothing.
pub fn of_review(review: &Review, current: Stage, state: &str, is_filed: bool) -> Option<Deadline> {
    let is_awaited = current == Stage::OpenForInput
        && !is_filed
        && review.is_open_to(state)
        && review.takes_part(state) != Some(false);
    let due = review.review.input_due.filter(|_| is_awaited)?;
    Some(Deadline::on(DeadlineKind::ReviewInputDue, due.last_day()))
}

#[cfg(test)]
mod tests;
