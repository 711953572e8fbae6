//! Somebody who asks to take part in a meeting. What they write is personal: it is kept apart from the
//! meeting, which everybody reads, and only States and organizations are taken over from it.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{
    entry,
    meeting::{About, Attendance, MeetingFormat, Participant, ParticipantStanding, Participation},
};
use crate::{
    account::{Account, email_address},
    fields::{self, FieldProblem, Part, Problem, Values, follow_up::REGISTRATION},
    fold::fold,
};

/// Where a request stands.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum RegistrationStatus {
    Asked,
    Approved,
    Declined,
    /// By the person who asked.
    Withdrawn,
}

/// What a coordinator decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Decision {
    Approve,
    Decline,
}

impl RegistrationStatus {
    /// The code as it is stored and stands in addresses and in the keys of words.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// Where it stands after the decision; nothing where there is nothing to decide.
    pub fn after(self, decision: Decision) -> Option<Self> {
        match (self, decision) {
            (Self::Asked | Self::Declined, Decision::Approve) => Some(Self::Approved),
            (Self::Asked | Self::Approved, Decision::Decline) => Some(Self::Declined),
            _ => None,
        }
    }

    /// Whether the person may still choose how to take part.
    pub fn is_changeable(self) -> bool {
        matches!(self, Self::Asked | Self::Approved)
    }
}

/// Whether people may ask to take part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum Opening {
    NotOpened,
    Open,
    /// The day of the meeting has passed.
    Over,
}

/// Whether people may ask to take part in this meeting on a day.
pub fn opening(about: &About, today: chrono::NaiveDate) -> Opening {
    if about.date.is_some_and(|date| date.last_day() < today) {
        Opening::Over
    } else if about.registration_open {
        Opening::Open
    } else {
        Opening::NotOpened
    }
}

/// The ways in which people can take part in a meeting held in this way.
pub fn ways(format: Option<MeetingFormat>) -> &'static [Attendance] {
    match format {
        Some(MeetingFormat::InPerson) => &[Attendance::InPerson],
        Some(MeetingFormat::Online) => &[Attendance::Online],
        Some(MeetingFormat::Hybrid) | None => Attendance::VARIANTS,
    }
}

/// What somebody wrote who asks to take part.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Registration {
    pub name: Option<String>,
    pub function: Option<String>,
    pub state: Option<String>,
    pub organization: Option<String>,
    pub email: Option<String>,
    pub attendance: Option<Attendance>,
    /// The language into which the person needs interpretation.
    pub interpretation: Option<String>,
    /// What the person needs to take part, such as a place for a wheelchair.
    pub needs: Option<String>,
    /// The person agreed that the coordinators keep this.
    pub consent: bool,
}

impl Registration {
    /// What an account knows already of the person.
    pub fn of_account(account: &Account) -> Self {
        Self {
            name: Some(account.name.clone()),
            email: Some(account.email.clone()),
            state: account.state.clone(),
            ..Self::default()
        }
    }
}

/// What was typed, for a meeting held in this way.
///
/// # Errors
/// Every problem found, in the order of the fields.
pub fn read(values: &Values, format: Option<MeetingFormat>) -> Result<Registration, Vec<Problem>> {
    let (value, mut problems) = match fields::read(REGISTRATION, values) {
        Ok(value) => (value, Vec::new()),
        Err(problems) => (serde_json::Value::Null, problems),
    };
    problems.extend(more_problems(values, format));
    problems.sort_by_key(|problem| place(&problem.name));
    if problems.is_empty() { Ok(entry::read(&value)) } else { Err(problems) }
}

/// Where a field stands in the form.
fn place(name: &str) -> Option<usize> {
    REGISTRATION
        .parts
        .iter()
        .position(|part| matches!(part, Part::Field(field) if field.name == name))
}

/// What the catalogue can't know: how an address looks, how this meeting is held, what goes together.
fn more_problems(values: &Values, format: Option<MeetingFormat>) -> Vec<Problem> {
    let text = |name: &str| values.get(name).trim();
    let attendance = text("attendance").parse::<Attendance>();
    let wrong = [
        (
            text("state").is_empty() && text("organization").is_empty(),
            "organization",
            FieldProblem::NobodyNamed,
        ),
        (
            !text("email").is_empty() && email_address(text("email")).is_none(),
            "email",
            FieldProblem::NotAnEmail,
        ),
        (
            attendance.is_ok_and(|way| !ways(format).contains(&way)),
            "attendance",
            FieldProblem::NotHeldSo,
        ),
        (text("consent").is_empty(), "consent", FieldProblem::NotTicked),
    ];
    wrong
        .into_iter()
        .filter(|(is_wrong, ..)| *is_wrong)
        .map(|(_, name, problem)| Problem { name: name.to_owned(), problem })
        .collect()
}

/// As what those are written down who are taken over into the participants: the register can't know
/// it, so the coordinator says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standings {
    pub states: ParticipantStanding,
    pub organizations: ParticipantStanding,
}

/// The States and organizations of approved people that are not among the participants yet, each once.
/// No name of a person is among them. Who has somebody in the room takes part in person.
pub fn missing(
    participation: &Participation,
    approved: &[Registration],
    standings: Standings,
) -> Vec<Participant> {
    let mut missing: Vec<Participant> = Vec::new();
    // Nobody comes from nowhere; such a one would add an empty row.
    for one in approved.iter().filter(|one| one.state.is_some() || one.organization.is_some()) {
        if participation.participants.iter().any(|known| is_of(known, one)) {
            continue;
        }
        if let Some(found) = missing.iter_mut().find(|found| is_of(found, one)) {
            if one.attendance == Some(Attendance::InPerson) {
                found.attendance = one.attendance;
            }
            continue;
        }
        let standing = if one.state.is_some() { standings.states } else { standings.organizations };
        missing.push(Participant {
            state: one.state.clone(),
            // A ministry takes part as its State.
            organization: one.organization.clone().filter(|_| one.state.is_none()),
            standing: Some(standing),
            attendance: one.attendance,
            note: None,
        });
    }
    missing
}

/// Whether the participant is the State or organization that this person comes from.
fn is_of(participant: &Participant, one: &Registration) -> bool {
    match (&one.state, &one.organization) {
        (Some(_), _) => participant.state == one.state,
        (None, Some(name)) => {
            let known = participant.organization.as_deref().filter(|_| participant.state.is_none());
            known.is_some_and(|known| fold(known) == fold(name))
        }
        (None, None) => false,
    }
}

#[cfg(test)]
mod tests;
