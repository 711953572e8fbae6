//! Taking part in a meeting: anybody asks, the Network's coordinators decide. What people wrote is
//! personal; it never comes near the meeting's public content, and it can be erased.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    account::{Actor, email_address},
    fields::{FieldProblem, Problem, Values, follow_up::PARTICIPATION, write},
    follow_up::{
        EntryKind,
        entry::read as typed,
        meeting::{Attendance, Meeting},
        registration::{
            Decision, Opening, Registration, RegistrationStatus, Standings, missing, opening, read,
            ways,
        },
    },
    policy::{may_ask_to_take_part, may_erase_registrations, may_keep_registrations},
};
use migrations::DbErr;
use sea_orm::ActiveValue::Set;

use crate::{
    Register,
    accounts::{Token, hash},
    error::Error,
    following::{Entry, standing},
    recording::author,
    store::{
        entities::registration,
        entries,
        registrations::{self, ERASED},
    },
};

/// Requests that a page of the list holds, and so at most those that are decided at once.
pub const REGISTRATIONS_PAGE: u64 = 50;
/// Longest reason for a decision, in characters.
pub const REASON_LONGEST: usize = 500;
/// More approved people than any room or line holds.
const MOST_APPROVED: u64 = 5000;
/// Requests for one meeting within [`SHORT`]: more come from a program, not from people.
const MOST_AT_ONCE: u64 = 60;
const SHORT: TimeDelta = TimeDelta::minutes(10);
/// Requests with one e-mail address for one meeting within a [`DAY`].
const MOST_OF_ONE: u64 = 5;
const DAY: TimeDelta = TimeDelta::days(1);

/// A request to take part.
#[derive(Clone, Debug)]
pub struct Registered {
    pub id: i64,
    /// What was written; empty once it is erased.
    pub who: Registration,
    pub state: Option<String>,
    pub attendance: Attendance,
    pub status: RegistrationStatus,
    pub at: DateTime<Utc>,
    pub decided_at: Option<DateTime<Utc>>,
    pub decided_by: Option<String>,
    pub reason: Option<String>,
    pub is_erased: bool,
    /// How many requests for the meeting came from this e-mail address, this one with them.
    pub of_address: u64,
}

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

/// The page of the person who asked.
#[derive(Clone, Debug)]
pub struct OwnRegistration {
    pub registered: Registered,
    pub meeting: Entry,
}

impl OwnRegistration {
    /// Whether the person may still choose how to take part.
    pub fn is_changeable(&self) -> bool {
        self.registered.status.is_changeable() && self.meeting.opening() != Opening::Over
    }
}

impl Entry {
    /// Whether people may ask to take part in this meeting, as far as its own words say.
    pub fn opening(&self) -> Opening {
        opening(&self.content::<Meeting>().meeting, self.today)
    }

    /// Whether somebody may ask now.
    pub fn takes_registrations(&self) -> bool {
        may_ask_to_take_part(&standing(self), self.opening())
    }

    /// Whether the actor may erase what people wrote.
    pub fn may_erase_registrations(&self, actor: &Actor) -> bool {
        may_erase_registrations(actor, &standing(self), self.opening())
    }
}

impl Register {
    /// Asks to take part in a meeting; the answer opens the person's own page. Whether the same
    /// e-mail address asked before is told to nobody but the coordinators.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::NotAllowed`] where the meeting takes no requests;
    /// [`Error::Invalid`] with the fields' problems.
    pub async fn ask_to_take_part(
        &self,
        actor: &Actor,
        meeting: i64,
        values: &Values,
    ) -> Result<Token, Error> {
        let entry = self.entry(actor, meeting).await?;
        if entry.kind != EntryKind::Meeting {
            return Err(Error::NotFound);
        }
        if !entry.takes_registrations() {
            return Err(Error::NotAllowed);
        }
        let format = entry.content::<Meeting>().meeting.format;
        let asked = read(values, format).map_err(Error::Invalid)?;
        let email = asked.email.as_deref().and_then(email_address).unwrap_or_default();
        let attendance =
            asked.attendance.ok_or_else(|| wrong("attendance", FieldProblem::Required))?;
        let token = Token::random();
        let now = self.clock().now();
        let transaction = self.store.begin().await?;
        let at_once = registrations::count_since(&transaction, entry.id, None, now - SHORT).await?;
        let of_one =
            registrations::count_since(&transaction, entry.id, Some(&email), now - DAY).await?;
        if at_once >= MOST_AT_ONCE || of_one >= MOST_OF_ONE {
            return Err(wrong("email", FieldProblem::TooMany));
        }
        let row = registration::ActiveModel {
            meeting_id: Set(entry.id),
            content: Set(text_of(&asked)?),
            email: Set(Some(email)),
            state: Set(asked.state),
            attendance: Set(<&str>::from(attendance).to_owned()),
            status: Set(RegistrationStatus::Asked.code().to_owned()),
            at: Set(now),
            token_hash: Set(Some(hash(token.secret()))),
            ..Default::default()
        };
        registrations::insert(&transaction, row).await?;
        transaction.commit().await?;
        Ok(token)
    }

    /// The request whose own page has this token.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a token that nobody has.
    pub async fn own_registration(&self, token: &str) -> Result<OwnRegistration, Error> {
        let row = registrations::by_token(self.store.reader(), &hash(token)).await?;
        let row = row.ok_or(Error::NotFound)?;
        let meeting = self.meeting_of(&row).await?;
        Ok(OwnRegistration { registered: registered(row, 1)?, meeting })
    }

    /// The person chooses another way of taking part. What was approved is asked for anew: there may
    /// be no place left in the room.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::NotAllowed`] where nothing can be chosen any more;
    /// [`Error::Invalid`] where the meeting is not held so.
    pub async fn change_attendance(&self, token: &str, attendance: &str) -> Result<(), Error> {
        let transaction = self.store.begin().await?;
        let row = registrations::by_token_to_change(&transaction, &hash(token)).await?;
        let mut row = row.ok_or(Error::NotFound)?;
        let meeting = self.meeting_of(&row).await?;
        if !status(&row)?.is_changeable() || meeting.opening() == Opening::Over {
            return Err(Error::NotAllowed);
        }
        let way = attendance.parse::<Attendance>();
        let way = way.map_err(|_| wrong("attendance", FieldProblem::NotAChoice))?;
        if !ways(meeting.content::<Meeting>().meeting.format).contains(&way) {
            return Err(wrong("attendance", FieldProblem::NotHeldSo));
        }
        let code = <&str>::from(way);
        if row.attendance != code {
            let who = Registration { attendance: Some(way), ..who(&row)? };
            row.content = text_of(&who)?;
            code.clone_into(&mut row.attendance);
            RegistrationStatus::Asked.code().clone_into(&mut row.status);
            (row.decided_at, row.decided_by, row.reason) = (None, None, None);
            registrations::update(&transaction, row).await?;
        }
        Ok(transaction.commit().await?)
    }

    /// The person withdraws. What was written is erased at once; that somebody withdrew stays.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a token that nobody has.
    pub async fn withdraw_registration(&self, token: &str) -> Result<(), Error> {
        let transaction = self.store.begin().await?;
        let row = registrations::by_token_to_change(&transaction, &hash(token)).await?;
        let row = row.ok_or(Error::NotFound)?;
        if status(&row)? != RegistrationStatus::Withdrawn {
            let row = registration::Model {
                status: RegistrationStatus::Withdrawn.code().to_owned(),
                content: ERASED.to_owned(),
                email: None,
                reason: None,
                erased_at: Some(self.clock().now()),
                ..row
            };
            registrations::update(&transaction, row).await?;
        }
        Ok(transaction.commit().await?)
    }

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

    /// Everybody who is approved, for the list at the door.
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
        Ok(registrations::erase(self.store.writer(), meeting.id, now).await?)
    }

    /// The meeting of a request. Who asked reads its title on the own page also while it is a draft
    /// again.
    async fn meeting_of(&self, row: &registration::Model) -> Result<Entry, Error> {
        let meeting = entries::find(self.store.reader(), row.meeting_id).await?;
        self.made(&Actor::Reader, meeting.ok_or(Error::NotFound)?)
    }
}

/// Refuses who may not see the requests.
fn keeps(actor: &Actor, meeting: &Entry) -> Result<(), Error> {
    if may_keep_registrations(actor, &standing(meeting)) { Ok(()) } else { Err(Error::NotAllowed) }
}

fn wrong(name: &str, problem: FieldProblem) -> Error {
    Error::Invalid(vec![Problem { name: name.to_owned(), problem }])
}

/// A stored code; it is unknown only by damage or to an older program.
fn code<Code: std::str::FromStr>(text: &str) -> Result<Code, DbErr> {
    text.parse().map_err(|_| DbErr::Type(format!("there is no code {text:?} of a registration")))
}

fn status(row: &registration::Model) -> Result<RegistrationStatus, DbErr> {
    code(&row.status)
}

fn who(row: &registration::Model) -> Result<Registration, DbErr> {
    Ok(typed(&entries::content(&row.content)?))
}

fn text_of(who: &Registration) -> Result<String, DbErr> {
    serde_json::to_string(who).map_err(|error| DbErr::Json(error.to_string()))
}

fn registered(row: registration::Model, of_address: u64) -> Result<Registered, DbErr> {
    Ok(Registered {
        who: who(&row)?,
        attendance: code(&row.attendance)?,
        status: status(&row)?,
        id: row.id,
        state: row.state,
        at: row.at,
        decided_at: row.decided_at,
        decided_by: row.decided_by,
        reason: row.reason,
        is_erased: row.erased_at.is_some(),
        of_address,
    })
}
