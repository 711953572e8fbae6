//! Dates, numbers and the order of names in the reader's language, from the Unicode data.

use std::sync::LazyLock;

use domain::PartialDate;
use fluent_bundle::FluentValue;
use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};
use icu_datetime::{
    DateTimeFormatter,
    fieldsets::{YM, YMD},
    input::Date,
};
use icu_decimal::{DecimalFormatter, input::Decimal, options::DecimalFormatterOptions};

use super::{Language, icu_locale};

struct Formats {
    month: DateTimeFormatter<YM>,
    day: DateTimeFormatter<YMD>,
    number: DecimalFormatter,
    order: CollatorBorrowed<'static>,
}

impl Formats {
    fn new(language: Language) -> Self {
        let locale = icu_locale(language);
        let known = "the data of both languages is compiled in";
        Self {
            month: DateTimeFormatter::try_new((&locale).into(), YM::long()).expect(known),
            day: DateTimeFormatter::try_new((&locale).into(), YMD::long()).expect(known),
            number: DecimalFormatter::try_new((&locale).into(), DecimalFormatterOptions::default())
                .expect(known),
            order: Collator::try_new((&locale).into(), CollatorOptions::default()).expect(known),
        }
    }
}

static ENGLISH: LazyLock<Formats> = LazyLock::new(|| Formats::new(Language::English));
static RUSSIAN: LazyLock<Formats> = LazyLock::new(|| Formats::new(Language::Russian));

fn formats(language: Language) -> &'static Formats {
    match language {
        Language::English => &ENGLISH,
        Language::Russian => &RUSSIAN,
    }
}

pub(super) fn date(language: Language, date: PartialDate) -> String {
    use chrono::Datelike;
    let day = date.first_day();
    let (Ok(month), Ok(of_month)) = (u8::try_from(day.month()), u8::try_from(day.day())) else {
        return date.to_string();
    };
    let Ok(given) = Date::try_new_iso(day.year(), month, of_month) else {
        return date.to_string();
    };
    let formats = formats(language);
    match date {
        // The year alone stays a number: "2007 г." would only burden a Russian table.
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Month(..) => formats.month.format(&given).to_string(),
        PartialDate::Day(_) => formats.day.format(&given).to_string(),
    }
}

/// A date behind "since": in Russian a month alone stands in another case, and a year has its word.
pub(super) fn date_since(language: Language, known: PartialDate) -> String {
    match (language, known) {
        (Language::Russian, PartialDate::Year(year)) => format!("{year} г."),
        (Language::Russian, PartialDate::Month(..)) => {
            let day = date(language, PartialDate::Day(known.first_day()));
            day.split_once(['\u{a0}', ' ']).map_or_else(|| day.clone(), |(_, rest)| rest.to_owned())
        }
        _ => date(language, known),
    }
}

pub(super) fn number(language: Language, number: u64) -> String {
    formats(language).number.format(&Decimal::from(number)).to_string()
}

/// With one decimal.
pub(super) fn decimal(language: Language, number: f64) -> String {
    figure(language, &format!("{number:.1}"))
}

/// With the decimals that it was given.
pub(super) fn figure(language: Language, kept: &str) -> String {
    match kept.parse::<Decimal>() {
        Ok(decimal) => formats(language).number.format(&decimal).to_string(),
        Err(_) => kept.to_owned(),
    }
}

pub(super) fn percent(language: Language, share: f64) -> String {
    let text = decimal(language, share);
    // A space before the sign in both, as the United Nations writes it.
    format!("{text}\u{a0}%")
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "counts are whole numbers, not below zero"
)]
pub(super) fn fluent_number(language: Language, value: &FluentValue) -> Option<String> {
    match value {
        FluentValue::Number(given) if given.value >= 0.0 && given.value.fract() == 0.0 => {
            Some(number(language, given.value as u64))
        }
        _ => None,
    }
}

pub(super) fn sort<Thing>(
    language: Language,
    things: &mut [Thing],
    name: impl Fn(&Thing) -> String,
) {
    let order = &formats(language).order;
    things.sort_by_cached_key(|thing| {
        let mut place = Vec::new();
        let Ok(()) = order.write_sort_key_to(&name(thing), &mut place);
        place
    });
}
