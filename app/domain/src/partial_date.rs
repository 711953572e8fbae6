//! Dates of the law as people know them: to the day, the month or the year.

use std::{cmp::Ordering, fmt, str::FromStr};

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// The years an agreement's date may lie in. The oldest labour treaties in the registers are of
/// the 1800s; a year above 2100 in the published datasets is a typing error (they hold a 2997).
pub const YEARS: std::ops::RangeInclusive<i32> = 1800..=2100;

/// A date known to the day, the month or the year. Legal dates are dates, never instants.
///
/// Two of them are ordered by the first day they may mean, and a less precise one comes first, so
/// that a list reads "2007, January 2007, 1 January 2007".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// Only the year is known.
    Year(i32),
    /// The year and the month (1 to 12) are known.
    Month(i32, u32),
    /// The whole date is known.
    Day(NaiveDate),
}

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Not of the form YYYY, YYYY-MM or YYYY-MM-DD (or D.M.YYYY, which people write).
    #[error("not a date of the form YYYY, YYYY-MM or YYYY-MM-DD")]
    Form,
    /// The form is right and there is no such day, such as 31 February.
    #[error("there is no such day")]
    NoSuchDay,
    /// The year is outside [`YEARS`].
    #[error("the year is outside 1800 to 2100")]
    Year,
}

impl PartialDate {
    /// The first day this date may mean.
    pub fn first_day(self) -> NaiveDate {
        match self {
            Self::Year(year) => day(year, 1, 1),
            Self::Month(year, month) => day(year, month, 1),
            Self::Day(date) => date,
        }
    }

    /// The last day this date may mean: the day from which what it dates is certainly true.
    pub fn last_day(self) -> NaiveDate {
        match self {
            Self::Year(year) => day(year, 12, 31),
            Self::Month(year, month) => day(year, month, 1) + Months::new(1) - Days::new(1),
            Self::Day(date) => date,
        }
    }

    /// The year, which is always known.
    pub fn year(self) -> i32 {
        self.first_day().year()
    }

    fn precision(self) -> u8 {
        match self {
            Self::Year(_) => 0,
            Self::Month(..) => 1,
            Self::Day(_) => 2,
        }
    }
}

/// Only called with parts that were checked when the date was made.
fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or(NaiveDate::MAX)
}

impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.first_day(), self.precision()).cmp(&(other.first_day(), other.precision()))
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<NaiveDate> for PartialDate {
    fn from(date: NaiveDate) -> Self {
        Self::Day(date)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(date) => write!(f, "{date}"),
        }
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    /// Reads `2017`, `2017-04`, `2017-04-05` and, because forms get it, `5.4.2017`, `4.2017`,
    /// `5/4/2017` with the day first.
    ///
    /// # Errors
    /// [`DateError`] says which of the three things is wrong.
    fn from_str(text: &str) -> Result<Self, DateError> {
        let text = text.trim();
        let parts: Vec<u32> = text
            .split(['-', '.', '/'])
            .map(|part| part.parse().map_err(|_| DateError::Form))
            .collect::<Result<_, _>>()?;
        let year_first = text.find(['-', '.', '/']).unwrap_or(text.len()) == 4;
        let (year, month, day) = match (parts.as_slice(), year_first) {
            (&[year], true) => (year, None, None),
            (&[year, month], true) | (&[month, year], false) => (year, Some(month), None),
            (&[year, month, day], true) | (&[day, month, year], false) => {
                (year, Some(month), Some(day))
            }
            _ => return Err(DateError::Form),
        };
        if !(1000..=9999).contains(&year) {
            return Err(DateError::Form);
        }
        let year = year.cast_signed();
        if !YEARS.contains(&year) {
            return Err(DateError::Year);
        }
        match (month, day) {
            (None, _) => Ok(Self::Year(year)),
            (Some(month), None) if (1..=12).contains(&month) => Ok(Self::Month(year, month)),
            (Some(month), Some(day)) => {
                NaiveDate::from_ymd_opt(year, month, day).map(Self::Day).ok_or(DateError::NoSuchDay)
            }
            _ => Err(DateError::NoSuchDay),
        }
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> PartialDate {
        text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn a_date_is_read_to_the_precision_it_is_given_in() {
        for (text, printed) in [
            ("2007", "2007"),
            ("2025-02", "2025-02"),
            ("2017-04-05", "2017-04-05"),
            ("5.4.2017", "2017-04-05"),
            ("05/04/2017", "2017-04-05"),
            ("2.2025", "2025-02"),
            (" 2020-02-29 ", "2020-02-29"),
        ] {
            assert_eq!(date(text).to_string(), printed, "{text}");
        }
    }

    #[test]
    fn a_text_that_is_no_date_is_refused_with_the_reason() {
        for (text, reason) in [
            ("", DateError::Form),
            ("soon", DateError::Form),
            ("17", DateError::Form),
            ("2019-02-29", DateError::NoSuchDay),
            ("2019-13", DateError::NoSuchDay),
            ("2997-01-01", DateError::Year),
            ("9999", DateError::Year),
            ("1-2-3-4", DateError::Form),
        ] {
            assert_eq!(text.parse::<PartialDate>(), Err(reason), "{text}");
        }
    }

    #[test]
    fn dates_sort_by_their_first_day_and_the_vaguer_one_comes_first() {
        let mut dates = ["2007-01-01", "2006-12", "2007", "2007-01", "2006-12-31"].map(date);
        dates.sort();
        assert_eq!(
            dates.map(|date| date.to_string()),
            ["2006-12", "2006-12-31", "2007", "2007-01", "2007-01-01"]
        );
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read_back(year in 1800..=2100_i32, month in 1..=12_u32, day in 1..=28_u32) {
            for date in [
                PartialDate::Year(year),
                PartialDate::Month(year, month),
                PartialDate::Day(super::day(year, month, day)),
            ] {
                prop_assert_eq!(date.to_string().parse(), Ok(date));
                prop_assert!(date.first_day() <= date.last_day());
            }
        }

        #[test]
        fn no_text_makes_the_reader_panic(text in "\\PC*") {
            let _ = text.parse::<PartialDate>();
        }
    }
}
