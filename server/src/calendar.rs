//! Deadlines as a calendar (RFC 5545), for calendar programs.

use app::{
    components::deadlines::{calendar_name, title, what},
    words::Words,
};
use chrono::{DateTime, TimeDelta, Utc};
use icalendar::{Calendar, Class, Component, Event, EventLike};
use register::due::Due;

/// How often a calendar program may ask again: deadlines move by days.
const ASK_AGAIN: TimeDelta = TimeDelta::hours(12);

/// The calendar's text: an event of a whole day for each deadline that has a day. `site` is the
/// address at which people reach the register, without a path.
pub fn print(words: Words, due: &[Due], site: &str, now: DateTime<Utc>) -> String {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", "-//Corridor//Deadlines//EN"))
        .append_property(("CALSCALE", "GREGORIAN"))
        .append_property(("METHOD", "PUBLISH"))
        .name(&calendar_name(words))
        .ttl(&ASK_AGAIN);
    calendar.extend(due.iter().filter_map(|due| event(words, due, site, now)));
    calendar.to_string()
}

fn event(words: Words, due: &Due, site: &str, now: DateTime<Utc>) -> Option<Event> {
    let host = site.split_once("://").map_or(site, |(_, host)| host);
    let address = format!("{site}{}", words.href(&due.path()));
    let (title, _) = title(words, due);
    let what = what(words, &due.deadline);
    let event = Event::new()
        .uid(&format!("{}@{host}", due.key()))
        .timestamp(now)
        .starts(due.deadline.day?)
        .summary(&format!("{what}: {title}"))
        // Not every program shows the address of an event.
        .description(&address)
        .url(&address)
        .class(Class::Private)
        // A deadline takes nobody's time.
        .add_property("TRANSP", "TRANSPARENT")
        .done();
    Some(event)
}

#[cfg(test)]
mod tests {
    use app::words::Language;
    use domain::deadlines::{Deadline, DeadlineKind, Nearness};
    use register::due::Of;

    use super::*;

    fn due(day: Option<&str>) -> Due {
        Due {
            deadline: Deadline {
                kind: DeadlineKind::NoticeBy,
                day: day.map(|day| day.parse().expect("a day")),
                since: None,
                party: None,
            },
            nearness: Nearness::Soon,
            of: Of::Agreement(7),
            title: "Example agreement, with a comma".into(),
            title_language: Some("en".into()),
            title_ru: None,
            published: true,
        }
    }

    #[test]
    fn a_deadline_is_an_event_of_its_day_that_leads_to_the_record() {
        let now = "2026-03-01T09:00:00Z".parse().expect("an instant");
        let words = Words { language: Language::Russian };
        let text = print(words, &[due(Some("2026-04-01"))], "https://register.example.org", now);
        // Long lines are folded.
        let text = text.replace("\r\n ", "");
        for line in [
            "X-WR-CALNAME:Corridor: сроки",
            "UID:agreement-7-notice_by@register.example.org",
            "DTSTAMP:20260301T090000Z",
            "DTSTART;VALUE=DATE:20260401",
            "SUMMARY:Последний день для уведомления о прекращении: Example agreement\\, with a comma",
            "URL:https://register.example.org/ru/agreements/7",
        ] {
            assert!(text.lines().any(|found| found == line), "{line}\n{text}");
        }
    }

    #[test]
    fn what_has_no_day_stands_in_no_calendar() {
        let now = "2026-03-01T09:00:00Z".parse().expect("an instant");
        let words = Words { language: Language::English };
        let text = print(words, &[due(None)], "https://register.example.org", now);
        assert!(text.contains("BEGIN:VCALENDAR"), "{text}");
        assert!(!text.contains("BEGIN:VEVENT"), "{text}");
    }
}
