//! Last heard: how the time is told since somebody last said something, and about what a State is
//! asked whether it still is as recorded. Silence is shown as silence, never as a tick.

use chrono::NaiveDate;

use crate::follow_up::{EntryKind, progress::ProgressStatus};

/// Whole years after which silence is called silence.
pub const QUIET_YEARS: u32 = 1;

/// How long nobody has said anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Silence {
    /// Nobody has said anything yet: the clock begins at the first contact, not before.
    NotInContact,
    /// Something was said so many days ago, less than a year.
    Heard { days: u32 },
    /// Nothing was said for so many whole years.
    Quiet { years: u32 },
}

/// How long it has been on `today` since something was said on the day `last`.
pub fn silence(last: Option<NaiveDate>, today: NaiveDate) -> Silence {
    let Some(last) = last else { return Silence::NotInContact };
    match today.years_since(last) {
        Some(years) if years >= QUIET_YEARS => Silence::Quiet { years },
        _ => {
            let days = today.signed_duration_since(last).num_days();
            Silence::Heard { days: u32::try_from(days).unwrap_or(0) }
        }
    }
}

/// Whether something was said on the day `since` or later; where there is no such day, whether anything
/// was ever said.
pub fn heard_since(last: Option<NaiveDate>, since: Option<NaiveDate>) -> bool {
    last.is_some_and(|last| since.is_none_or(|since| last >= since))
}

/// Something of which a State may say that it still is as recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Item {
    /// The number of an agreement's record.
    Agreement(i64),
    /// The number of an entry of the follow-up.
    Entry(i64),
}

impl Item {
    /// The item with this kind and number; nothing where there is no such kind.
    pub fn new(kind: &str, number: i64) -> Option<Self> {
        match kind {
            "agreement" => Some(Self::Agreement(number)),
            "entry" => Some(Self::Entry(number)),
            _ => None,
        }
    }

    /// What it is, as it is stored.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Agreement(_) => "agreement",
            Self::Entry(_) => "entry",
        }
    }

    /// The number of its record or entry.
    pub fn number(self) -> i64 {
        match self {
            Self::Agreement(number) | Self::Entry(number) => number,
        }
    }

    /// What an address such as `/agreements/7/history` is about; nothing where it names neither.
    pub fn at(path: &str) -> Option<Self> {
        let mut parts = path.strip_prefix('/')?.split(['/', '?']);
        let (kind, number) = (parts.next()?, parts.next()?.parse().ok()?);
        match kind {
            "agreements" => Some(Self::Agreement(number)),
            kind => EntryKind::from_path(kind).map(|_| Self::Entry(number)),
        }
    }

    /// As it stands in a form, such as `agreement-7`.
    pub fn code(self) -> String {
        format!("{}-{}", self.kind(), self.number())
    }

    /// The item with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        let (kind, number) = code.split_once('-')?;
        Self::new(kind, number.parse().ok()?)
    }
}

/// The entries about which a State is asked: what it said it would do.
pub const ASKED: [EntryKind; 2] = [EntryKind::Commitment, EntryKind::Pledge];

/// Where what was to be done has come to its end, so that nothing is asked about it any more.
pub const OVER: [ProgressStatus; 2] = [ProgressStatus::Completed, ProgressStatus::Dropped];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn an_address_is_about_a_record_or_an_entry_or_about_neither() {
        for (path, expected) in [
            ("/agreements/7", Some(Item::Agreement(7))),
            ("/agreements/7/history", Some(Item::Agreement(7))),
            ("/agreements/7?page=2", Some(Item::Agreement(7))),
            ("/practices/3/publish", Some(Item::Entry(3))),
            ("/agreements", None),
            ("/agreements/new", None),
            ("/states/7", None),
            ("/", None),
        ] {
            assert_eq!(Item::at(path), expected, "{path}");
        }
    }

    #[test]
    fn silence_is_told_in_days_and_after_a_year_in_years() {
        let today = day("2026-03-01");
        for (last, expected) in [
            (None, Silence::NotInContact),
            (Some("2026-03-01"), Silence::Heard { days: 0 }),
            (Some("2026-02-28"), Silence::Heard { days: 1 }),
            (Some("2025-03-02"), Silence::Heard { days: 364 }),
            (Some("2025-03-01"), Silence::Quiet { years: 1 }),
            (Some("2024-03-02"), Silence::Quiet { years: 1 }),
            (Some("2024-02-29"), Silence::Quiet { years: 2 }),
            (Some("2016-03-01"), Silence::Quiet { years: 10 }),
            // Two machines whose clocks differ do not make the time run backwards.
            (Some("2026-03-02"), Silence::Heard { days: 0 }),
        ] {
            assert_eq!(silence(last.map(day), today), expected, "{last:?}");
        }
    }

    #[test]
    fn who_spoke_on_the_day_or_later_was_heard_since_and_who_never_spoke_was_not() {
        for (last, since, expected) in [
            (None, None, false),
            (None, Some("2023-10-12"), false),
            (Some("2020-01-01"), None, true),
            (Some("2023-10-11"), Some("2023-10-12"), false),
            (Some("2023-10-12"), Some("2023-10-12"), true),
            (Some("2024-01-01"), Some("2023-10-12"), true),
        ] {
            assert_eq!(heard_since(last.map(day), since.map(day)), expected, "{last:?} {since:?}");
        }
    }

    #[test]
    fn a_leap_day_is_a_year_ago_when_the_year_is_over() {
        let last = Some(day("2024-02-29"));
        assert_eq!(silence(last, day("2025-02-28")), Silence::Heard { days: 365 });
        assert_eq!(silence(last, day("2025-03-01")), Silence::Quiet { years: 1 });
    }

    #[test]
    fn what_is_no_item_is_not_read_as_one() {
        for code in ["", "agreement", "agreement-", "agreement-x", "account-1", "-1"] {
            assert_eq!(Item::from_code(code), None, "{code}");
        }
    }

    proptest! {
        #[test]
        fn an_item_is_read_back_from_its_code(number in 0..i64::MAX) {
            for item in [Item::Agreement(number), Item::Entry(number)] {
                prop_assert_eq!(Item::from_code(&item.code()), Some(item));
            }
        }
    }
}
