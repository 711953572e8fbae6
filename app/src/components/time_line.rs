//! The time line of an agreement: its events as a list, and as a drawing where there is room.

use chrono::{Datelike, NaiveDate};
use domain::{
    PartialDate,
    agreement::{Event, EventKind},
    checkpoints::{self, Checkpoint},
    fields::Vocabulary,
    states,
    status::Status,
};
use leptos::prelude::*;
use register::reading::Record;

use crate::words::{Words, t};

/// The events, in the order of their dates; what has no date comes last. The Talk and the reviews
/// since stand between them, so that a reader sees what was before and after.
pub fn events(words: Words, record: &Record) -> impl IntoView + use<> {
    enum Entry<'a> {
        Event(&'a Event),
        Checkpoint(&'a Checkpoint),
    }
    let mut entries: Vec<(Option<PartialDate>, Entry)> = record
        .agreement
        .life
        .events
        .iter()
        .map(|event| (event.date, Entry::Event(event)))
        .collect();
    let since =
        of_parties(record).into_iter().filter(|checkpoint| checkpoint.day() <= record.today);
    entries.extend(since.map(|checkpoint| (Some(checkpoint.from), Entry::Checkpoint(checkpoint))));
    entries.sort_by_key(|(date, _)| (date.is_none(), *date));
    let entries = entries
        .into_iter()
        .map(|(date, entry)| {
            let when = match date {
                Some(date) => words.date(date),
                None => t!(words, "date-not-known"),
            };
            match entry {
                Entry::Event(event) => {
                    let what = event.kind.map(|kind| words.label(Vocabulary::Event, kind.into()));
                    let party = event.party.as_deref().map(|party| words.state(party));
                    let effective = event
                        .effective
                        .map(|date| t!(words, "event-effective", date = words.date(date)));
                    let more: Vec<String> =
                        [party, event.place.clone(), effective].into_iter().flatten().collect();
                    let note = event.note.clone().map(|note| view! { <p class="small">{note}</p> });
                    view! {
                        <li data-tone=event.kind.map(tone)>
                            <span class="when">{when}</span>
                            <strong class="what">{what}</strong>
                            {(!more.is_empty()).then(|| view! { <p>{more.join(" · ")}</p> })}
                            {note}
                        </li>
                    }
                    .into_any()
                }
                Entry::Checkpoint(checkpoint) => view! {
                    <li data-tone="partly">
                        <span class="when">{when}</span>
                        <span class="what muted">{words.name(checkpoint)}</span>
                    </li>
                }
                .into_any(),
            }
        })
        .collect_view();
    view! { <ol class="events">{entries}</ol> }
}

fn tone(kind: EventKind) -> &'static str {
    match kind {
        EventKind::EnteredIntoForce
        | EventKind::Renewed
        | EventKind::ProvisionallyApplied
        | EventKind::Resumed => "force",
        EventKind::Suspended | EventKind::NoticeGiven => "warn",
        EventKind::Expired
        | EventKind::Terminated
        | EventKind::Superseded
        | EventKind::Abandoned => "ended",
        _ => "quiet",
    }
}

/// The Talk, and the reviews since of the commissions that a party belongs to.
fn of_parties(record: &Record) -> Vec<&'static Checkpoint> {
    let parties: Vec<_> = record.agreement.party_codes().filter_map(states::state).collect();
    let is_of_a_party = |checkpoint: &Checkpoint| {
        parties.iter().any(|party| party.commissions.contains(&checkpoint.commission))
    };
    checkpoints::checkpoints()
        .iter()
        .filter(|checkpoint| {
            checkpoint.code == checkpoints::TALK
                || (checkpoint.day() > checkpoints::talk_day() && is_of_a_party(checkpoint))
        })
        .collect()
}

const WIDTH: f64 = 800.0;
const EDGE: f64 = 40.0;

/// The drawing: years, the stretch in force, a dot for each dated event, the Talk and the reviews
/// since. Nothing where there is nothing dated. The list of events says the same in words.
pub fn drawing(words: Words, record: &Record) -> Option<impl IntoView + use<>> {
    let dates: Vec<NaiveDate> = record
        .agreement
        .life
        .events
        .iter()
        .filter_map(|event| event.date)
        .map(PartialDate::last_day)
        .collect();
    // What was before and after the Talk is what a reader looks for.
    let first = (*dates.iter().min()?).min(checkpoints::talk_day());
    let last = dates.iter().copied().chain([record.today]).max()?;
    let scale = Scale::new(first, last);
    let spans = record.periods.iter().filter(|period| period.status.is_applied()).map(|period| {
        let until = period.until.unwrap_or(last).min(last);
        let class = if period.until.is_none() { "span-open" } else { "span-force" };
        let (x1, x2) = (scale.x(period.from), scale.x(until));
        view! {
            <line class="span-force" x1=number(x1) x2=number(x2) y1="70" y2="70" />
            {(class == "span-open").then(|| view! {
                <line class="span-open" x1=number(x2) x2=number(WIDTH - 8.0) y1="70" y2="70" />
            })}
        }
    });
    let spans = spans.collect_view();
    let marks = of_parties(record)
        .into_iter()
        .filter(|checkpoint| checkpoint.day() >= first && checkpoint.day() <= last)
        .map(|checkpoint| {
            let x = scale.x(checkpoint.day());
            let is_talk = checkpoint.code == checkpoints::TALK;
            let label = is_talk.then(|| {
                view! { <text class="label" x=number(x) y="20" text-anchor="middle">{t!(words, "the-talk")}</text> }
            });
            let title = format!("{}, {}", words.name(checkpoint), words.date(checkpoint.from));
            view! {
                <line class="checkpoint-line" x1=number(x) x2=number(x) y1=if is_talk { "28" } else { "46" } y2="100">
                    <title>{title}</title>
                </line>
                {label}
            }
        })
        .collect_view();
    let dots = dates
        .iter()
        .zip(record.agreement.life.events.iter().filter(|event| event.date.is_some()))
        .map(|(day, event)| {
            let tone = match event.kind {
                Some(EventKind::EnteredIntoForce) => Some("force"),
                Some(EventKind::Expired | EventKind::Terminated | EventKind::Superseded) => {
                    Some("ended")
                }
                _ => None,
            };
            let label = event
                .kind
                .map(|kind| words.label(Vocabulary::Event, kind.into()))
                .unwrap_or_default();
            let when = event.date.map(|date| words.date(date)).unwrap_or_default();
            view! {
                <circle class="event-dot" data-tone=tone cx=number(scale.x(*day)) cy="70" r="7">
                    <title>{format!("{label}, {when}")}</title>
                </circle>
            }
        })
        .collect_view();
    let labels = scale
        .years()
        .into_iter()
        .map(|(x, year)| view! { <text class="label" x=number(x) y="132" text-anchor="middle">{year}</text> })
        .collect_view();
    let summary = summary(words, record);
    Some(view! {
        <div class="timeline">
            <svg class="timeline-figure" viewBox="0 0 800 140" role="img" aria-label=summary>
                <line class="axis" x1="8" x2="792" y1="70" y2="70" />
                {spans} {marks} {dots} {labels}
            </svg>
        </div>
    })
}

/// What the picture shows, for who does not see it: each status with its first day. Where none is known
/// the picture still has a name.
fn summary(words: Words, record: &Record) -> String {
    let told: Vec<String> = record
        .periods
        .iter()
        .filter(|period| period.status != Status::NotKnown)
        .map(|period| {
            let status = words.text(&format!("status-short-{}", <&str>::from(period.status)));
            format!("{}: {status}", words.day(period.from))
        })
        .collect();
    if told.is_empty() { t!(words, "time-line") } else { told.join("; ") }
}

struct Scale {
    first: NaiveDate,
    last: NaiveDate,
}

impl Scale {
    fn new(first: NaiveDate, last: NaiveDate) -> Self {
        Self { first, last: last.max(first + chrono::Days::new(365)) }
    }

    #[expect(clippy::cast_precision_loss, reason = "days of a few centuries")]
    fn x(&self, day: NaiveDate) -> f64 {
        let whole = (self.last - self.first).num_days() as f64;
        let part = (day - self.first).num_days() as f64;
        EDGE + (WIDTH - 2.0 * EDGE) * (part / whole)
    }

    /// At most eight years, evenly apart.
    fn years(&self) -> Vec<(f64, i32)> {
        let (first, last) = (self.first.year(), self.last.year());
        let step = [1, 2, 5, 10, 20, 25, 50]
            .into_iter()
            .find(|step| (last - first) / step <= 8)
            .unwrap_or(100);
        (first..=last)
            .filter(|year| year % step == 0)
            .filter_map(|year| NaiveDate::from_ymd_opt(year, 1, 1).map(|day| (day, year)))
            .filter(|(day, _)| *day >= self.first)
            .map(|(day, year)| (self.x(day), year))
            .collect()
    }
}

fn number(value: f64) -> String {
    format!("{value:.1}")
}
