//! When somebody last said something, in words: silence is shown as silence, never as a tick.

use chrono::NaiveDate;
use domain::hearing::{Silence, silence};

use crate::words::{Words, t};

/// The day with how long ago it was; `never` is what is said where nobody has said anything yet.
pub fn heard(words: Words, last: Option<NaiveDate>, today: NaiveDate, never: String) -> String {
    let date = last.map(|day| words.day(day)).unwrap_or_default();
    match silence(last, today) {
        Silence::NotInContact => never,
        Silence::Heard { days: 0 } => t!(words, "heard-today", date = date),
        Silence::Heard { days } => t!(words, "heard-ago", date = date, days = days),
        Silence::Quiet { years } => t!(words, "heard-quiet", date = date, years = years),
    }
}

/// The same as a sentence of its own.
pub fn heard_line(
    words: Words,
    last: Option<NaiveDate>,
    today: NaiveDate,
    never: String,
) -> String {
    match last {
        None => never,
        Some(_) => t!(words, "heard-line", heard = heard(words, last, today, never)),
    }
}
