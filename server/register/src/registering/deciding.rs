//! The coordinators' side: the list of who asks, the decisions, and what is done with the list
//! afterwards.

use domain::{
    account::Actor,
    audit::{LogAct, Subject, Told},
    fields::{FieldProblem, follow_up::PARTICIPATION, write},
    follow_up::{
        meeting::{Attendance, Meeting},
        registration::{Decision, Registration, RegistrationStatus, Standings, missing},
    },
    policy::may_keep_registrations,
};
use migrations::DbErr;

use super::{Registered, code, registered, status, wrong};
use crate::{
    Register,
    error::Error,
    following::{Entry, standing},
    recording::author,
    store::{audit, entries, registrations},
};

/// Requests that a page of the list holds, and so at most those that are decided at once.
pub const REGISTRATIONS_PAGE: u64 = 50;
/// Longest reason for a decision, in characters.
pub const REASON_LONGEST: usize = 500;
/// More approved people than any room or line holds.
const MOST_APPROVED: u64 = 5000;

/// How many requests have this status, way of taking part and State.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    pub status: RegistrationStatus,
    pub attendance: Attendance,
    /// None where people come from an organization alone.
    pub state: Option<String>,
    pub count: u64,
}

/// A page of the requests of a meeting.
#[derive(Clone, Debug)]
pub struct Registrations {
    pub rows: Vec<Registered>,
    pub more: bool,
    pub counts: Vec<Count>,
}

/// What came of a decision on several requests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Decided {
    pub changed: usize,
    /// They were left: another request from the same e-mail address is approved.
    pub left: usize,
}

impl Register {
    /// A page of the requests of a meeting, first come first, with the counts of all of them.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::NotAllowed`] for who is no coordinator.
    pub async fn registrations(
        &self,
        actor: &Actor,
        meeting: &Entry,
        wanted: Option<RegistrationStatus>,
        page: u64,
    ) -> Result<Registrations, Error> {
        keeps(actor, meeting)?;
        let reader = self.store.reader();
        let status = wanted.map(RegistrationStatus::code);
        let mut rows =
            registrations::list(reader, meeting.id, status, page, REGISTRATIONS_PAGE).await?;
        let more = rows.len() as u64 > REGISTRATIONS_PAGE;
        rows.truncate(usize::try_from(REGISTRATIONS_PAGE).unwrap_or(usize::MAX));
        let emails = rows.iter().filter_map(|row| row.email.clone()).collect();
        let of_address = registrations::of_addresses(reader, meeting.id, emails).await?;
        let rows = rows.into_iter().map(|row| {
            let of = row.email.as_ref().and_then(|email| of_address.get(email));
            let of = of.copied().unwrap_or(1);
            registered(row, of)
        });
        let rows = rows.collect::<Result<_, _>>()?;
        Ok(Registrations { rows, more, counts: self.counted(meeting).await? })
    }

    /// How many ask to take part, for who may see them; nothing for others.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn registration_counts(
        &self,
        actor: &Actor,
        meeting: &Entry,
    ) -> Result<Option<Vec<Count>>, Error> {
        if keeps(actor, meeting).is_err() {
            return Ok(None);
        }
        self.counted(meeting).await.map(Some)
    }

    async fn counted(&self, meeting: &Entry) -> Result<Vec<Count>, Error> {
        let counts = registrations::counts(self.store.reader(), meeting.id).await?;
        let counts = counts.into_iter().map(|(status, attendance, state, count)| {
            Ok(Count { status: code(&status)?, attendance: code(&attendance)?, state, count })
        });
        Ok(counts.collect::<Result<_, DbErr>>()?)
    }

    /// Everybody who is approved, as the list at the door takes them away. That it was taken away is
    /// written in the log: from then on the names are also elsewhere. Only while the register takes no
    /// changes it is not: then the door would have no list.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::NotAllowed`] for who is no coordinator.
    pub async fn export_registrations(
        &self,
        actor: &Actor,
        meeting: &Entry,
    ) -> Result<Vec<Registered>, Error> {
        let approved = self.approved_registrations(actor, meeting).await?;
        if self.is_read_only() {
            return Ok(approved);
        }
        let transaction = self.store.begin().await?;
        let told =
            self.told_of_meeting(actor, LogAct::RegistrationsExported, meeting, approved.len());
        audit::write(&transaction, vec![told]).await?;
        transaction.commit().await?;
        Ok(approved)
    }

    /// What the log tells of the requests for a meeting: how many, and never who.
    fn told_of_meeting(&self, actor: &Actor, act: LogAct, meeting: &Entry, count: usize) -> Told {
        let account = actor.account().map(|account| account.id);
        let (subject, now) = (Subject::entry(meeting.id), self.clock().now());
        Told {
            detail: Some(count.to_string()),
            ..Told::new(now, account, &author(actor), act.code(), subject)
        }
    }

    /// Everybody who is approved.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::NotAllowed`] for who is no coordinator.
    pub async fn approved_registrations(
        &self,
        actor: &Actor,
        meeting: &Entry,
    ) -> Result<Vec<Registered>, Error> {
        keeps(actor, meeting)?;
        let status = Some(RegistrationStatus::Approved.code());
        let rows =
            registrations::list(self.store.reader(), meeting.id, status, 0, MOST_APPROVED).await?;
        let rows = rows.into_iter().map(|row| registered(row, 1));
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Approves or declines requests. Of one e-mail address one request is approved.
    ///
    /// # Errors
    /// [`Error::Invalid`] where none is named (`ids`), or `reason` is missing for what is declined or
    /// too long; [`Error::NotAllowed`] for who is no coordinator.
    pub async fn decide_registrations(
        &self,
        actor: &Actor,
        meeting: &Entry,
        ids: &[i64],
        decision: Decision,
        reason: &str,
    ) -> Result<Decided, Error> {
        keeps(actor, meeting)?;
        let reason = reason.trim();
        if ids.is_empty() {
            return Err(wrong("ids", FieldProblem::Required));
        }
        if decision == Decision::Decline && reason.is_empty() {
            return Err(wrong("reason", FieldProblem::Required));
        }
        if reason.chars().count() > REASON_LONGEST {
            return Err(wrong("reason", FieldProblem::TooLong));
        }
        let most = usize::try_from(REGISTRATIONS_PAGE).unwrap_or(usize::MAX);
        let ids = &ids[..ids.len().min(most)];
        let transaction = self.store.begin().await?;
        // Two coordinators come one after the other: of one address one request is approved.
        entries::find_to_change(&transaction, meeting.id).await?.ok_or(Error::NotFound)?;
        let approved = RegistrationStatus::Approved;
        let mut taken = registrations::addresses(&transaction, meeting.id, approved.code()).await?;
        let mut decided = Decided::default();
        for mut row in registrations::some_to_change(&transaction, meeting.id, ids).await? {
            let Some(now_is) = status(&row)?.after(decision) else { continue };
            if now_is == approved
                && let Some(email) = &row.email
                && !taken.insert(email.clone())
            {
                decided.left += 1;
                continue;
            }
            now_is.code().clone_into(&mut row.status);
            row.decided_at = Some(self.clock().now());
            row.decided_by = Some(author(actor));
            row.reason = (!reason.is_empty()).then(|| reason.to_owned());
            registrations::update(&transaction, row).await?;
            decided.changed += 1;
        }
        if decided.changed > 0 {
            let act = LogAct::RegistrationsDecided;
            let told = self.told_of_meeting(actor, act, meeting, decided.changed);
            audit::write(&transaction, vec![told]).await?;
        }
        transaction.commit().await?;
        Ok(decided)
    }

    /// Adds the States and organizations of approved people to the participants of the meeting, by an
    /// ordinary save with its revision. Answers how many were added. No name of a person goes there.
    ///
    /// # Errors
    /// As [`Register::save_entry`]; [`Error::NotAllowed`] for who is no coordinator.
    pub async fn take_over_participants(
        &self,
        actor: &Actor,
        meeting: &Entry,
        standings: Standings,
        reason: Option<String>,
    ) -> Result<usize, Error> {
        let approved = self.approved_registrations(actor, meeting).await?;
        let approved: Vec<Registration> = approved.into_iter().map(|one| one.who).collect();
        let mut participation = meeting.content::<Meeting>().participation;
        let missing = missing(&participation, &approved, standings);
        let added = missing.len();
        if added > 0 {
            participation.participants.extend(missing);
            let section = serde_json::to_value(participation).unwrap_or_default();
            let values = write(PARTICIPATION, &section);
            let (id, base) = (meeting.id, meeting.version);
            self.save_entry(actor, id, PARTICIPATION, base, &values, reason).await?;
        }
        Ok(added)
    }

    /// Erases what people wrote who asked to take part in a meeting that is over. The counts stay.
    /// Answers how many requests were erased.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] for who is no coordinator, and before the meeting is over.
    pub async fn erase_registrations(&self, actor: &Actor, meeting: &Entry) -> Result<u64, Error> {
        if !meeting.may_erase_registrations(actor) {
            return Err(Error::NotAllowed);
        }
        let now = self.clock().now();
        let transaction = self.store.begin().await?;
        let erased = registrations::erase(&transaction, meeting.id, now).await?;
        let count = usize::try_from(erased).unwrap_or(usize::MAX);
        let told = self.told_of_meeting(actor, LogAct::RegistrationsErased, meeting, count);
        audit::write(&transaction, vec![told]).await?;
        transaction.commit().await?;
        Ok(erased)
    }
}

/// Refuses who may not see the requests.
fn keeps(actor: &Actor, meeting: &Entry) -> Result<(), Error> {
    if may_keep_registrations(actor, &standing(meeting)) { Ok(()) } else { Err(Error::NotAllowed) }
}
