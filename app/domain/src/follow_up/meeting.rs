//! A meeting: the Talk in Baku and any later one.

use chrono::{NaiveDate, NaiveTime, Offset, TimeZone};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::PartialDate;

/// How a meeting is held.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum MeetingFormat {
    InPerson,
    Online,
    Hybrid,
}

/// How somebody takes part.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Attendance {
    InPerson,
    Online,
}

/// As what somebody takes part, on the day of the meeting.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ParticipantStanding {
    Member,
    Observer,
    Invited,
    Stakeholder,
}

/// The meeting, whole: one part for each of its forms.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Meeting {
    pub meeting: About,
    pub agenda: Agenda,
    pub participation: Participation,
    pub materials: Materials,
    pub minutes: Minutes,
}

/// A text in the two languages of the meeting; one of them is enough.
pub trait Bilingual {
    fn english(&self) -> Option<&str>;
    fn russian(&self) -> Option<&str>;

    /// The text in the reader's language, else in the other.
    fn in_language(&self, language: &str) -> &str {
        let (first, second) = match language {
            "ru" => (self.russian(), self.english()),
            _ => (self.english(), self.russian()),
        };
        first.or(second).unwrap_or_default()
    }
}

/// What it is, when and where.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct About {
    pub title_en: Option<String>,
    pub title_ru: Option<String>,
    pub date: Option<PartialDate>,
    pub place: Option<String>,
    /// Of the IANA database, such as `Asia/Baku`: the agenda's times are in it.
    pub time_zone: Option<String>,
    pub format: Option<MeetingFormat>,
    pub host: Option<String>,
    /// The meeting that it follows or belongs to.
    pub follows: Option<String>,
    pub goals: Vec<Line>,
    pub outcomes: Vec<Line>,
    pub questions: Vec<Question>,
    /// Whether people may ask to take part.
    pub registration_open: bool,
}

/// A line of text in English, Russian or both.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Line {
    pub text_en: Option<String>,
    pub text_ru: Option<String>,
}

/// A guiding question. States answer it with statements.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Question {
    pub text_en: Option<String>,
    pub text_ru: Option<String>,
    /// It asks for agreements: the form of a statement offers those of the State.
    pub offers_agreements: bool,
}

/// The agenda.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Agenda {
    pub items: Vec<AgendaItem>,
    pub speakers: Vec<Speaker>,
}

/// An item, with times of the meeting's own zone as `HH:MM`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AgendaItem {
    pub start: Option<String>,
    pub end: Option<String>,
    pub text_en: Option<String>,
    pub text_ru: Option<String>,
}

/// Somebody who speaks under an item.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Speaker {
    /// The number of the item in the agenda, from 1.
    pub item: Option<u32>,
    pub name: String,
    pub function: Option<String>,
    /// The programme says that they may come.
    pub to_be_confirmed: bool,
}

/// Who takes part.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Participation {
    pub participants: Vec<Participant>,
}

/// A State or an organization that takes part.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Participant {
    pub state: Option<String>,
    pub organization: Option<String>,
    pub standing: Option<ParticipantStanding>,
    /// Open where it is not known.
    pub attendance: Option<Attendance>,
    pub note: Option<String>,
}

/// What is handed out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Materials {
    pub materials: Vec<Material>,
}

/// A document or an address.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Material {
    pub title: Option<String>,
    pub address: Option<String>,
    pub note: Option<String>,
}

/// What was said, in the words of the Network's record.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Minutes {
    pub text: Option<String>,
}

macro_rules! bilingual {
    ($type:ty, $english:ident, $russian:ident) => {
        impl Bilingual for $type {
            fn english(&self) -> Option<&str> {
                self.$english.as_deref()
            }

            fn russian(&self) -> Option<&str> {
                self.$russian.as_deref()
            }
        }
    };
}
bilingual!(About, title_en, title_ru);
bilingual!(Line, text_en, text_ru);
bilingual!(Question, text_en, text_ru);
bilingual!(AgendaItem, text_en, text_ru);

impl About {
    /// The zone of the agenda's times.
    pub fn zone(&self) -> Option<Tz> {
        self.time_zone.as_deref()?.parse().ok()
    }
}

/// How far a zone's clocks are from UTC at the beginning of a day, such as `+04:00`.
pub fn offset(zone: Tz, day: NaiveDate) -> String {
    let minutes =
        zone.offset_from_utc_datetime(&day.and_time(NaiveTime::MIN)).fix().local_minus_utc() / 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

impl Meeting {
    /// The States that take part, in the order recorded, each once.
    pub fn states(&self) -> Vec<&str> {
        let mut states = Vec::new();
        for participant in &self.participation.participants {
            if let Some(state) = participant.state.as_deref()
                && !states.contains(&state)
            {
                states.push(state);
            }
        }
        states
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_offset_of_a_zone_is_that_of_the_day() {
        for (zone, day, expected) in [
            ("Asia/Baku", "2023-10-12", "+04:00"),
            ("Europe/Paris", "2023-01-12", "+01:00"),
            ("Europe/Paris", "2023-07-12", "+02:00"),
            ("Asia/Kathmandu", "2023-10-12", "+05:45"),
            ("America/St_Johns", "2023-01-12", "-03:30"),
        ] {
            let zone = About { time_zone: Some(zone.into()), ..About::default() }.zone();
            let day = day.parse().expect("a day");
            assert_eq!(zone.map(|zone| offset(zone, day)).as_deref(), Some(expected));
        }
    }

    #[test]
    fn a_text_is_shown_in_the_readers_language_else_in_the_other() {
        let both = Line { text_en: Some("Goal".into()), text_ru: Some("Цель".into()) };
        let one = Line { text_en: Some("Goal".into()), text_ru: None };
        assert_eq!((both.in_language("ru"), one.in_language("ru")), ("Цель", "Goal"));
        assert_eq!(Line::default().in_language("en"), "");
    }
}
