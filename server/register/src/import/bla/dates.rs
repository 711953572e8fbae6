//! Dates as the publisher writes them: month/day/year, with stray blanks.

use chrono::NaiveDate;
use domain::partial_date::YEARS;

use super::RemarkKind;

/// The day, and whether only day/month gave one.
///
/// # Errors
/// The remark to make where it is no date of an agreement.
pub(super) fn day(text: &str) -> Result<(NaiveDate, bool), RemarkKind> {
    let parts: Vec<u32> = text
        .split('/')
        .map(|part| part.trim().parse().map_err(|_| RemarkKind::DateNotReadable))
        .collect::<Result<_, _>>()?;
    let &[first, second, year] = parts.as_slice() else {
        return Err(RemarkKind::DateNotReadable);
    };
    let year = i32::try_from(year).map_err(|_| RemarkKind::YearOutOfRange)?;
    if !YEARS.contains(&year) {
        return Err(RemarkKind::YearOutOfRange);
    }
    NaiveDate::from_ymd_opt(year, first, second)
        .map(|day| (day, false))
        .or_else(|| NaiveDate::from_ymd_opt(year, second, first).map(|day| (day, true)))
        .ok_or(RemarkKind::DateNotReadable)
}

/// The year of the year column.
///
/// # Errors
/// The remark to make where it gives none. 9999 is the publisher's word for "not known".
pub(super) fn year(text: &str) -> Result<i32, RemarkKind> {
    match text.parse() {
        Ok(9999) => Err(RemarkKind::UnknownYear),
        Ok(year) if YEARS.contains(&year) => Ok(year),
        Ok(_) => Err(RemarkKind::YearOutOfRange),
        Err(_) if text.is_empty() => Err(RemarkKind::EmptyCell),
        Err(_) => Err(RemarkKind::DateNotReadable),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_month_first_and_day_first_only_where_nothing_else_is_a_day() {
        for (text, read) in [
            ("  5/ 4/2017", Ok(("2017-05-04", false))),
            ("25/12/2001", Ok(("2001-12-25", true))),
            ("13/13/2001", Err(RemarkKind::DateNotReadable)),
            ("2/30/2001", Err(RemarkKind::DateNotReadable)),
            ("4/3/2896", Err(RemarkKind::YearOutOfRange)),
            ("5/2/47", Err(RemarkKind::YearOutOfRange)),
            ("1/2/1951, 3/4/1951", Err(RemarkKind::DateNotReadable)),
            ("1/2/1951 or earlier", Err(RemarkKind::DateNotReadable)),
        ] {
            let found = day(text).map(|(day, swapped)| (day.to_string(), swapped));
            assert_eq!(found, read.map(|(day, swapped)| (day.to_owned(), swapped)), "{text}");
        }
    }

    #[test]
    fn the_year_9999_is_a_year_that_nobody_knows() {
        assert_eq!(year("1961"), Ok(1961));
        assert_eq!(year("9999"), Err(RemarkKind::UnknownYear));
        assert_eq!(year("2997"), Err(RemarkKind::YearOutOfRange));
        assert_eq!(year(""), Err(RemarkKind::EmptyCell));
        assert_eq!(year("about 1961"), Err(RemarkKind::DateNotReadable));
    }
}
