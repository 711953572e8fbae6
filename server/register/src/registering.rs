//! Taking part in a meeting: anybody asks, the Network's coordinators decide. What people wrote is
//! personal; it never comes near the meeting's public content, and it can be erased.

mod asking;
mod deciding;

use chrono::{DateTime, Utc};
use domain::{
    account::Actor,
    fields::{FieldProblem, Problem},
    follow_up::{
        entry::read as typed,
        meeting::{Attendance, Meeting},
        registration::{Opening, Registration, RegistrationStatus, opening},
    },
    policy::{may_ask_to_take_part, may_erase_registrations},
};
use migrations::DbErr;

use crate::{
    error::Error,
    following::{Entry, standing},
    store::{entities::registration, entries},
};

pub use asking::OwnRegistration;
pub use deciding::{Count, Decided, REASON_LONGEST, REGISTRATIONS_PAGE, Registrations};

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
