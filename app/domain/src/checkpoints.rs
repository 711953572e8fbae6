//! Named dates at which the register is compared: the Talk, the regional reviews, the forum.

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::{
    PartialDate,
    reference::{Named, rows},
};

/// The code of the baseline: the GCM Talk in Baku on 12 October 2023.
pub const TALK: &str = "gcm-talk-baku-2023";

/// A named date.
#[derive(Clone, Debug, Deserialize)]
pub struct Checkpoint {
    pub code: String,
    /// `talk`, `regional_review` or `forum`.
    pub kind: String,
    title_en: String,
    title_ru: String,
    /// The regional commission that holds it; empty for the others.
    pub commission: String,
    pub from: PartialDate,
    pub to: Option<PartialDate>,
    place_en: String,
    place_ru: String,
    note_en: String,
    note_ru: String,
}

impl Named for Checkpoint {
    fn name(&self, language: &str) -> &str {
        if language == "ru" { &self.title_ru } else { &self.title_en }
    }
}

impl Checkpoint {
    /// The day at which the register is looked at: the first day of the meeting, or the last day of
    /// the month where no more is known.
    pub fn day(&self) -> NaiveDate {
        self.from.last_day()
    }

    /// Where it was or will be held.
    pub fn place(&self, language: &str) -> &str {
        if language == "ru" { &self.place_ru } else { &self.place_en }
    }

    /// What is not sure about it, or what else is known.
    pub fn note(&self, language: &str) -> &str {
        if language == "ru" { &self.note_ru } else { &self.note_en }
    }
}

static CHECKPOINTS: LazyLock<Vec<Checkpoint>> = LazyLock::new(|| {
    let mut checkpoints: Vec<Checkpoint> = rows(include_str!("../data/checkpoints.csv"));
    checkpoints.sort_by_key(|checkpoint| checkpoint.from);
    checkpoints
});

/// All checkpoints, in the order of their dates.
pub fn checkpoints() -> &'static [Checkpoint] {
    &CHECKPOINTS
}

/// The checkpoint with this code.
pub fn checkpoint(code: &str) -> Option<&'static Checkpoint> {
    CHECKPOINTS.iter().find(|checkpoint| checkpoint.code == code)
}

/// The day of the Talk.
///
/// # Panics
/// Never: the table comes with the program and a test reads it.
pub fn talk_day() -> NaiveDate {
    checkpoint(TALK).map(Checkpoint::day).expect("the Talk is in the table")
}

/// A moment to look at: a checkpoint's code, or a date.
///
/// # Errors
/// When it is neither.
pub fn moment(text: &str) -> Result<NaiveDate, crate::partial_date::DateError> {
    match checkpoint(text) {
        Some(checkpoint) => Ok(checkpoint.day()),
        None => text.parse::<PartialDate>().map(PartialDate::last_day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_talk_was_on_12_october_2023_and_the_ece_review_after_it() {
        assert_eq!(talk_day().to_string(), "2023-10-12");
        assert_eq!(moment("rr-ece-2024").map(|day| day.to_string()), Ok("2024-03-11".into()));
        assert_eq!(moment("2020").map(|day| day.to_string()), Ok("2020-12-31".into()));
        assert!(moment("tomorrow").is_err());
        assert_eq!(
            checkpoint("rr-escap-2025").map(|checkpoint| checkpoint.from),
            Some(PartialDate::Month(2025, 2))
        );
    }
}
