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
mod tests;
