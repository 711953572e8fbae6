//! The person's side: asking to take part, and the own page of whoever asked.

use chrono::TimeDelta;
use domain::{
    account::{Actor, email_address},
    fields::{FieldProblem, Values},
    follow_up::{
        EntryKind,
        meeting::{Attendance, Meeting},
        registration::{Opening, Registration, RegistrationStatus, read, ways},
    },
};
use migrations::DbErr;
use sea_orm::ActiveValue::Set;

use super::{Registered, registered, status, who, wrong};
use crate::{
    Register,
    error::Error,
    following::Entry,
    store::{
        entities::registration,
        entries,
        registrations::{self, ERASED},
    },
    tokens::{Token, hash},
};

/// Requests for one meeting within [`SHORT`]: more come from a program, not from people.
const MOST_AT_ONCE: u64 = 60;
const SHORT: TimeDelta = TimeDelta::minutes(10);

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
        // Counted for all together: a limit for each address would tell who asked, and could be used up
        // by somebody else. Who asks often from one place is slowed before it comes here.
        entries::find_to_change(&transaction, entry.id).await?.ok_or(Error::NotFound)?;
        let at_once = registrations::count_since(&transaction, entry.id, now - SHORT).await?;
        if at_once >= MOST_AT_ONCE {
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

    /// The meeting of a request. Who asked reads its title on the own page also while it is a draft
    /// again.
    async fn meeting_of(&self, row: &registration::Model) -> Result<Entry, Error> {
        let meeting = entries::find(self.store.reader(), row.meeting_id).await?;
        self.made(&Actor::Reader, meeting.ok_or(Error::NotFound)?)
    }
}

fn text_of(who: &Registration) -> Result<String, DbErr> {
    serde_json::to_string(who).map_err(|error| DbErr::Json(error.to_string()))
}
