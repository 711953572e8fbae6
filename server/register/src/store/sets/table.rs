//! The sets of one family.

use std::{borrow::Cow, collections::BTreeMap};

use chrono::NaiveDate;
use roaring::{MultiOps, RoaringBitmap};
use sea_orm::{DbErr, QueryResult};

use super::family::Family;

/// The records that have a value from a day until a day.
#[derive(Clone, Debug)]
pub struct Period {
    pub from: NaiveDate,
    /// The first day on which it no longer holds.
    pub until: NaiveDate,
    pub records: RoaringBitmap,
}

impl Period {
    fn holds(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until > day
    }
}

/// Each value of a family with the records that have it.
#[derive(Clone, Debug, Default)]
pub struct Table {
    values: BTreeMap<String, Vec<Period>>,
}

impl Table {
    /// Reads the sets of `family` as it asked for them.
    pub fn read(family: &Family, rows: &[QueryResult]) -> Result<Self, DbErr> {
        let mut table = Self::default();
        for row in rows {
            let Some(numbers) = row.try_get_by_index::<Option<String>>(1)? else { continue };
            let (from, until) = if family.has_periods() {
                (row.try_get_by_index(2)?, row.try_get_by_index(3)?)
            } else {
                (NaiveDate::MIN, NaiveDate::MAX)
            };
            let period = Period { from, until, records: parsed(&numbers)?.into_iter().collect() };
            table.add(row.try_get_by_index(0)?, period);
        }
        Ok(table)
    }

    fn add(&mut self, value: String, period: Period) {
        let periods = self.values.entry(value).or_default();
        let is_same =
            |known: &&mut Period| (known.from, known.until) == (period.from, period.until);
        match periods.iter_mut().find(is_same) {
            Some(known) => known.records |= period.records,
            None => periods.push(period),
        }
    }

    /// Puts what is now true of the `changed` records in the place of what was.
    pub fn bring_forward(&mut self, changed: &RoaringBitmap, now: Self) {
        for periods in self.values.values_mut() {
            for period in periods.iter_mut() {
                period.records -= changed;
            }
            periods.retain(|period| !period.records.is_empty());
        }
        self.values.retain(|_, periods| !periods.is_empty());
        for (value, periods) in now.values {
            for period in periods {
                self.add(value.clone(), period);
            }
        }
    }

    /// The records that have `value` on `day`.
    pub fn on(&self, value: &str, day: NaiveDate) -> Cow<'_, RoaringBitmap> {
        self.values.get(value).map_or_else(Cow::default, |periods| on(periods, day))
    }

    /// How many of `records` have `value` on `day`, where a record has a value in one period at a time. The
    /// sets need not be united for that.
    pub fn count_on(&self, value: &str, day: NaiveDate, records: &RoaringBitmap) -> u64 {
        let periods = self.values.get(value).into_iter().flatten();
        periods
            .filter(|period| period.holds(day))
            .map(|period| period.records.intersection_len(records))
            .sum()
    }

    /// The values.
    pub fn values(&self) -> impl Iterator<Item = &str> {
        self.values.keys().map(String::as_str)
    }

    /// Each value that something has on `day`, with the records that have it.
    pub fn values_on(
        &self,
        day: NaiveDate,
    ) -> impl Iterator<Item = (&str, Cow<'_, RoaringBitmap>)> {
        self.values
            .iter()
            .map(move |(value, periods)| (value.as_str(), on(periods, day)))
            .filter(|(_, records)| !records.is_empty())
    }

    /// Each value with each of its periods.
    pub fn periods(&self) -> impl Iterator<Item = (&str, &Period)> {
        self.values
            .iter()
            .flat_map(|(value, periods)| periods.iter().map(|period| (value.as_str(), period)))
    }

    /// About how much memory it takes.
    pub fn bytes(&self) -> usize {
        let of_value = |(value, periods): (&String, &Vec<Period>)| {
            let sets: usize = periods.iter().map(|period| period.records.serialized_size()).sum();
            value.len() + sets + periods.len() * size_of::<Period>()
        };
        self.values.iter().map(of_value).sum()
    }
}

/// The records of the periods that hold on a day: mostly there is one, which is not copied.
fn on(periods: &[Period], day: NaiveDate) -> Cow<'_, RoaringBitmap> {
    let mut held = periods.iter().filter(|period| period.holds(day));
    let Some(first) = held.next() else { return Cow::default() };
    let mut others = held.map(|period| &period.records).peekable();
    if others.peek().is_none() {
        return Cow::Borrowed(&first.records);
    }
    Cow::Owned(std::iter::once(&first.records).chain(others).union())
}

/// The numbers in a text that the database put together.
pub fn parsed(numbers: &str) -> Result<Vec<u32>, DbErr> {
    let number = |text: &str| {
        text.parse().map_err(|_| DbErr::Type(format!("{text} is no number that a record can have")))
    };
    numbers.split(',').filter(|text| !text.is_empty()).map(number).collect()
}
