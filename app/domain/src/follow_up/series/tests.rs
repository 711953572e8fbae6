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
        .map(|series| (series.indicator, series.rows.iter().map(|row| row.from.year()).collect()))
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
