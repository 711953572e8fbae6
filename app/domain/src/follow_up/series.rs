//! Figures that several States report on one agreement, lined up: the same indicator for the same
//! period and the same people stands in one row, with a column for each State. Where two States say
//! different things it is said; none of the figures is picked.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::agreement_report::{Figure, Indicators, Sex};
use crate::{
    PartialDate,
    indicators::{self, Unit},
};

/// The figures of one report.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The State that reports.
    pub state: &'a str,
    /// The number of the report.
    pub report: i64,
    pub indicators: &'a Indicators,
}

/// All that is reported on one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Its code.
    pub indicator: &'static str,
    pub rows: Vec<Row>,
}

/// What the States report for one period and the same people.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The period, as one of the reports writes it.
    pub from: PartialDate,
    pub to: Option<PartialDate>,
    pub sex: Sex,
    /// The figures of each State, in the order of [`states`]: none where it reports nothing, several
    /// where several of its reports have one.
    pub cells: Vec<Vec<Reading>>,
    /// Two States report different figures.
    pub differs: bool,
}

impl Row {
    /// The first and the last day of its period.
    pub fn period(&self) -> (NaiveDate, NaiveDate) {
        (self.from.first_day(), self.to.unwrap_or(self.from).last_day())
    }
}

impl Series {
    /// The rows of the period that ends last; of those that end together, the one that begins last.
    pub fn latest(&self) -> impl Iterator<Item = &Row> {
        let ends_last = |row: &Row| {
            let (first, last) = row.period();
            (last, first)
        };
        let latest = self.rows.iter().map(ends_last).max();
        self.rows.iter().filter(move |row| Some(ends_last(row)) == latest)
    }
}

/// A figure with the report that it stands in.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    pub report: i64,
    pub value: String,
    pub currency: Option<String>,
    pub source: Option<String>,
    pub definition: Option<String>,
}

/// The States that report, each once, in the order of their codes.
pub fn states<'a>(sources: &[Source<'a>]) -> Vec<&'a str> {
    let mut states: Vec<&str> = sources.iter().map(|source| source.state).collect();
    states.sort_unstable();
    states.dedup();
    states
}

/// The figures of all reports, by indicator in the order of the catalogue, each by period and people.
pub fn series(sources: &[Source<'_>]) -> Vec<Series> {
    let states = states(sources);
    let mut lines: BTreeMap<_, Row> = BTreeMap::new();
    for source in sources {
        let Ok(column) = states.binary_search(&source.state) else { continue };
        for figure in &source.indicators.indicators {
            let (Some(place), Some(from), Some(period)) =
                (place(figure), figure.from, figure.period())
            else {
                continue;
            };
            let Some(reading) = reading(source.report, figure) else { continue };
            let sex = figure.sex.unwrap_or_default();
            let row = lines.entry((place, period, sex)).or_insert_with(|| Row {
                from,
                to: figure.to,
                sex,
                cells: vec![Vec::new(); states.len()],
                differs: false,
            });
            row.cells[column].push(reading);
        }
    }
    let mut series: Vec<Series> = Vec::new();
    for ((place, ..), mut row) in lines {
        row.differs = differs(&row.cells);
        let indicator = indicators::all()[place].code.as_str();
        match series.last_mut().filter(|last| last.indicator == indicator) {
            Some(last) => last.rows.push(row),
            None => series.push(Series { indicator, rows: vec![row] }),
        }
    }
    series
}

/// Where its indicator stands in the catalogue.
fn place(figure: &Figure) -> Option<usize> {
    let code = figure.indicator.as_deref()?;
    indicators::all().iter().position(|indicator| indicator.code == code)
}

fn reading(report: i64, figure: &Figure) -> Option<Reading> {
    let unit = indicators::indicator(figure.indicator.as_deref()?)?.unit;
    Some(Reading {
        report,
        value: figure.value.clone()?,
        // A currency beside what is no money says nothing.
        currency: figure.currency.clone().filter(|_| unit == Unit::Amount),
        source: figure.source.clone(),
        definition: figure.definition.clone(),
    })
}

/// Whether figures of two States differ. Amounts in two currencies can't be compared.
fn differs(cells: &[Vec<Reading>]) -> bool {
    cells.iter().enumerate().any(|(column, own)| {
        let mut others = cells[column + 1..].iter().flatten();
        others.any(|other| {
            own.iter().any(|own| own.currency == other.currency && own.value != other.value)
        })
    })
}

#[cfg(test)]
mod tests {
    use std::slice::from_ref;

    use proptest::prelude::*;

    use super::*;

    fn date(text: &str) -> Option<PartialDate> {
        (!text.is_empty()).then(|| text.parse().expect("a date"))
    }

    fn figure(indicator: &str, value: &str, from: &str, to: &str) -> Figure {
        Figure {
            indicator: Some(indicator.into()),
            value: Some(value.into()),
            from: date(from),
            to: date(to),
            ..Figure::default()
        }
    }

    fn reported(figures: &[Figure]) -> Indicators {
        Indicators { indicators: figures.to_vec() }
    }

    /// The values of each row by State, and whether they differ.
    fn lined_up(aze: &[Figure], kaz: &[Figure]) -> Vec<(Vec<String>, bool)> {
        let (aze, kaz) = (reported(aze), reported(kaz));
        let sources = [
            Source { state: "KAZ", report: 2, indicators: &kaz },
            Source { state: "AZE", report: 1, indicators: &aze },
        ];
        let values = |cell: &Vec<Reading>| {
            cell.iter().map(|reading| reading.value.as_str()).collect::<Vec<_>>().join("+")
        };
        series(&sources)
            .iter()
            .flat_map(|series| &series.rows)
            .map(|row| (row.cells.iter().map(values).collect(), row.differs))
            .collect()
    }

    fn row(aze: &str, kaz: &str, differs: bool) -> (Vec<String>, bool) {
        (vec![aze.to_owned(), kaz.to_owned()], differs)
    }

    #[test]
    fn figures_for_the_same_period_stand_side_by_side_however_the_period_is_written() {
        for (from, to) in
            [("2024", ""), ("2024-01", "2024-12"), ("2024-01-01", "2024-12-31"), ("2024", "2024")]
        {
            let found =
                lined_up(&[figure("I04a", "120", "2024", "")], &[figure("I04a", "95", from, to)]);
            assert_eq!(found, [row("120", "95", true)], "{from} {to}");
        }
        let other_period = lined_up(
            &[figure("I04a", "120", "2024", "")],
            &[figure("I04a", "95", "2024-01", "2024-06")],
        );
        assert_eq!(other_period, [row("", "95", false), row("120", "", false)]);
    }

    #[test]
    fn what_is_equal_or_told_by_one_side_alone_does_not_differ() {
        let one = figure("I04a", "120", "2024", "");
        assert_eq!(lined_up(from_ref(&one), from_ref(&one)), [row("120", "120", false)]);
        assert_eq!(lined_up(from_ref(&one), &[]), [row("120", "", false)]);
        let later = figure("I04a", "130", "2024", "");
        assert_eq!(
            lined_up(&[one, later], &[]),
            [row("120+130", "", false)],
            "one State that says two things does not differ from another"
        );
    }

    #[test]
    fn women_are_compared_with_women_and_not_saying_counts_as_all() {
        let of = |value: &str, sex| Figure { sex, ..figure("I04a", value, "2024", "") };
        let found = lined_up(
            &[of("40", Some(Sex::Women)), of("120", None)],
            &[of("120", Some(Sex::All)), of("41", Some(Sex::Women))],
        );
        assert_eq!(found, [row("40", "41", true), row("120", "120", false)]);
    }

    #[test]
    fn amounts_are_compared_in_one_currency() {
        let of = |value: &str, currency: &str| Figure {
            currency: Some(currency.into()),
            ..figure("I18b", value, "2024", "")
        };
        assert_eq!(lined_up(&[of("10", "EUR")], &[of("12", "EUR")]), [row("10", "12", true)]);
        assert_eq!(lined_up(&[of("10", "EUR")], &[of("12", "USD")]), [row("10", "12", false)]);
        let people = |value: &str, currency: &str| Figure {
            currency: Some(currency.into()),
            ..figure("I04a", value, "2024", "")
        };
        let found = lined_up(&[people("10", "EUR")], &[people("12", "USD")]);
        assert_eq!(found, [row("10", "12", true)], "people have no currency");
    }

    #[test]
    fn indicators_stand_in_the_order_of_the_catalogue_and_periods_in_that_of_time() {
        let figures = reported(&[
            figure("I04b", "1", "2023", ""),
            figure("I04a", "2", "2024", ""),
            figure("I04a", "3", "2023", ""),
            figure("I99", "4", "2023", ""),
        ]);
        let source = Source { state: "AZE", report: 1, indicators: &figures };
        let found: Vec<(&str, Vec<i32>)> = series(&[source])
            .iter()
            .map(|series| {
                (series.indicator, series.rows.iter().map(|row| row.from.year()).collect())
            })
            .collect();
        assert_eq!(found, [("I04a", vec![2023, 2024]), ("I04b", vec![2023])]);
    }

    #[test]
    fn the_latest_period_is_the_one_that_ends_last_with_all_people_that_it_counts() {
        let women = Figure { sex: Some(Sex::Women), ..figure("I04a", "40", "2024", "") };
        let figures = reported(&[
            figure("I04a", "90", "2023", ""),
            women,
            figure("I04a", "120", "2024-01", "2024-12"),
            figure("I04a", "250", "2023", "2024"),
            figure("I04a", "50", "2024-06", ""),
        ]);
        let source = Source { state: "AZE", report: 1, indicators: &figures };
        let found = series(&[source]);
        let latest: Vec<&str> = found[0]
            .latest()
            .flat_map(|row| row.cells.iter().flatten())
            .map(|reading| reading.value.as_str())
            .collect();
        assert_eq!(latest, ["40", "120"]);
    }

    proptest! {
        #[test]
        fn no_figure_is_lost_and_which_report_comes_first_changes_nothing(
            told in prop::collection::vec((0..3_usize, 0..3_usize, 2022..2025_i32, 0..4_u32), 0..12)
        ) {
            let reports: Vec<(&str, Indicators)> = told
                .iter()
                .map(|(state, indicator, year, value)| {
                    let indicator = ["I04a", "I04b", "I14c"][*indicator];
                    let figure = figure(indicator, &value.to_string(), &year.to_string(), "");
                    (["AZE", "KAZ", "UZB"][*state], reported(&[figure]))
                })
                .collect();
            let mut sources: Vec<Source<'_>> = reports
                .iter()
                .zip(1..)
                .map(|((state, indicators), report)| Source { state, report, indicators })
                .collect();
            let found = series(&sources);
            let cells = found.iter().flat_map(|series| &series.rows).flat_map(|row| &row.cells);
            prop_assert_eq!(cells.map(Vec::len).sum::<usize>(), told.len());
            sources.reverse();
            let differing = |found: &[Series]| {
                found
                    .iter()
                    .flat_map(|series| series.rows.iter().map(move |row| (series.indicator, row.from, row.differs)))
                    .collect::<Vec<_>>()
            };
            prop_assert_eq!(differing(&series(&sources)), differing(&found));
        }
    }
}
