//! Deadlines: what is due, of which record, and when, in words.

use chrono::NaiveDate;
use domain::{
    PartialDate,
    deadlines::{Deadline, Nearness, deadlines},
};
use leptos::prelude::*;
use register::{
    due::{Due, Of},
    reading::Record,
};

use crate::words::{Language, Words, t};

/// Days from which a time is told in months, and in years.
const IN_MONTHS: u64 = 60;
const IN_YEARS: u64 = 730;

/// What is due.
pub fn what(words: Words, deadline: &Deadline) -> String {
    match &deadline.party {
        Some(party) => t!(words, "deadline-ratification-of", state = words.state(party)),
        None => words.text(&format!("deadline-kind-{}", deadline.kind.code())),
    }
}

/// The title of what it belongs to, with its language where that is another than the reader's.
pub fn title(words: Words, due: &Due) -> (String, Option<String>) {
    match &due.title_ru {
        Some(russian) if words.language == Language::Russian => (russian.clone(), None),
        _ if due.title.is_empty() => (t!(words, "no-title"), None),
        _ => {
            let other = due.title_language.clone();
            (due.title.clone(), other.filter(|language| language != words.language.code()))
        }
    }
}

/// What the calendar of deadlines is called.
pub fn calendar_name(words: Words) -> String {
    t!(words, "calendar-name")
}

/// When it is due, or since when it is open.
fn moment(words: Words, deadline: &Deadline, today: NaiveDate) -> Option<String> {
    let since = |since: PartialDate| t!(words, "deadline-since", date = words.date_since(since));
    match deadline.day {
        Some(day) => {
            let when = from_today(words, day, today);
            Some(t!(words, "deadline-on", when = when, date = words.day(day)))
        }
        None => deadline.since.map(since),
    }
}

/// "in 12 days", "3 months ago".
fn from_today(words: Words, day: NaiveDate, today: NaiveDate) -> String {
    let days = (day - today).num_days();
    let (is_past, days) = (days < 0, days.unsigned_abs());
    // To the nearest: 60 days are two months.
    let (months, years) = ((days * 12 + 182) / 365, (days + 182) / 365);
    match (days, is_past) {
        (0, _) => t!(words, "deadline-today"),
        (..IN_MONTHS, false) => t!(words, "deadline-in-days", count = days),
        (..IN_MONTHS, true) => t!(words, "deadline-days-ago", count = days),
        (..IN_YEARS, false) => t!(words, "deadline-in-months", count = months),
        (..IN_YEARS, true) => t!(words, "deadline-months-ago", count = months),
        (_, false) => t!(words, "deadline-in-years", count = years),
        (_, true) => t!(words, "deadline-years-ago", count = years),
    }
}

fn tone(nearness: Nearness) -> &'static str {
    match nearness {
        Nearness::Open => "warn",
        Nearness::Soon => "partly",
        Nearness::Later => "quiet",
    }
}

/// Deadlines below each other, each with the record that it comes from.
pub fn due_list(words: Words, due: &[Due], today: NaiveDate) -> impl IntoView + use<> {
    let rows = due.iter().map(|due| row(words, due, today)).collect_view();
    view! { <ul class="results">{rows}</ul> }
}

fn row(words: Words, due: &Due, today: NaiveDate) -> impl IntoView + use<> {
    let (title, language) = title(words, due);
    let draft = (!due.published)
        .then(|| view! { <span class="tag" data-tone="warn">{t!(words, "draft")}</span> });
    let kind = match &due.of {
        Of::Agreement(_) => None,
        Of::Entry { kind, .. } => Some(words.text(&format!("entry-kind-{}", kind.code()))),
    };
    view! {
        <li class="result">
            <h3><a href=words.href(&due.path()) lang=language>{title}</a></h3>
            <div class="result-meta">
                <span class="tag" data-tone=tone(due.nearness)>{what(words, &due.deadline)}</span>
                <span>{moment(words, &due.deadline, today)}</span>
                {draft}
                <span class="small">{kind}</span>
            </div>
        </li>
    }
}

/// The deadlines of one record, in a few lines; nothing where there are none, and for a draft that was
/// put away. `met` is the day on which its joint committee last met, as far as known.
pub fn of_record(
    words: Words,
    record: &Record,
    met: Option<NaiveDate>,
) -> Option<impl IntoView + use<>> {
    let today = record.today;
    let mut near: Vec<(Nearness, Deadline)> =
        deadlines(&record.agreement, &record.periods, met, today)
            .into_iter()
            .filter_map(|deadline| Some((deadline.nearness(today)?, deadline)))
            .collect();
    near.sort_by_key(|(nearness, deadline)| (*nearness, deadline.order()));
    (!near.is_empty() && !record.is_discarded).then(|| {
        let facts = near
            .iter()
            .map(|(_, deadline)| {
                view! {
                    <dt>{what(words, deadline)}</dt>
                    <dd>{moment(words, deadline, today)}</dd>
                }
            })
            .collect_view();
        view! {
            <section class="card" id="deadlines">
                <h2>{t!(words, "deadlines-title")}</h2>
                <dl class="facts">{facts}</dl>
                <p class="small">{t!(words, "deadlines-of-record-about")}</p>
            </section>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_told_from_today_in_days_then_months_then_years() {
        let today: NaiveDate = "2026-03-01".parse().expect("a day");
        for (day, english, russian) in [
            ("2026-03-01", "today", "сегодня"),
            ("2026-03-02", "in one day", "через 1 день"),
            ("2026-03-13", "in 12 days", "через 12 дней"),
            ("2026-02-26", "3 days ago", "3 дня назад"),
            ("2025-11-29", "3 months ago", "3 месяца назад"),
            ("2026-09-01", "in 6 months", "через 6 месяцев"),
            ("2021-01-01", "5 years ago", "5 лет назад"),
            ("2029-03-01", "in 3 years", "через 3 года"),
        ] {
            let day: NaiveDate = day.parse().expect("a day");
            for (language, expected) in [(Language::English, english), (Language::Russian, russian)]
            {
                assert_eq!(from_today(Words { language }, day, today), expected, "{day}");
            }
        }
    }
}
