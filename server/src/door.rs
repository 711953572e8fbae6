//! Who is approved to take part in a meeting, as a table for the door.

use app::words::Words;
use domain::{cells::plain_cell, fields::Vocabulary};
use register::registering::Registered;

/// The table, by State or organization and name. It begins with the mark by which spreadsheets know
/// that the letters are Unicode.
pub fn list(words: Words, approved: &[Registered]) -> String {
    let mut rows: Vec<[String; 7]> = approved
        .iter()
        .map(|registered| {
            let who = &registered.who;
            let open = |text: Option<&str>| text.unwrap_or_default().to_owned();
            let language = who.interpretation.as_deref();
            [
                registered.state.as_deref().map(|state| words.state(state)).unwrap_or_default(),
                open(who.organization.as_deref()),
                open(who.name.as_deref()),
                open(who.function.as_deref()),
                words.label(Vocabulary::Attendance, registered.attendance.into()),
                language.map(|code| words.label(Vocabulary::Language, code)).unwrap_or_default(),
                open(who.needs.as_deref()),
            ]
        })
        .collect();
    words.sort_by_name(&mut rows, |row| format!("{} {} {}", row[0], row[1], row[2]));
    let head =
        ["state", "organization", "name", "function", "attendance", "interpretation-into", "needs"];
    let head = head.map(|name| words.text(&format!("registrations-{name}")));
    let mut text = String::from('\u{feff}');
    for row in std::iter::once(&head).chain(&rows) {
        let cells = row.iter().map(|cell| format!("\"{}\"", plain_cell(cell).replace('"', "\"\"")));
        text.push_str(&cells.collect::<Vec<_>>().join(","));
        text.push_str("\r\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use app::words::Language;
    use domain::follow_up::{
        meeting::Attendance,
        registration::{Registration, RegistrationStatus},
    };

    use super::*;

    fn approved(name: &str, state: Option<&str>, needs: &str) -> Registered {
        Registered {
            id: 1,
            who: Registration {
                name: Some(name.into()),
                state: state.map(str::to_owned),
                needs: Some(needs.into()),
                ..Registration::default()
            },
            state: state.map(str::to_owned),
            attendance: Attendance::InPerson,
            status: RegistrationStatus::Approved,
            at: "2026-03-01T09:00:00Z".parse().expect("an instant"),
            decided_at: None,
            decided_by: None,
            reason: None,
            is_erased: false,
            of_address: 1,
        }
    }

    #[test]
    fn the_list_at_the_door_is_ordered_and_runs_no_formula() {
        let approved = [
            approved("=HYPERLINK(\"https://example.org\")", Some("KAZ"), "A ramp,\nplease"),
            approved("Example Person", Some("AZE"), "+1"),
        ];
        let text = list(Words { language: Language::English }, &approved);
        let rows = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes())
            .into_records()
            .collect::<Result<Vec<_>, _>>()
            .expect("a table");
        let cell = |row: usize, column: usize| rows[row].get(column).unwrap_or_default();
        assert_eq!(rows.len(), 2);
        assert_eq!((cell(0, 0), cell(0, 2), cell(0, 6)), ("Azerbaijan", "Example Person", "'+1"));
        assert_eq!(cell(1, 2), "'=HYPERLINK(\"https://example.org\")");
        assert_eq!(cell(1, 6), "A ramp,\nplease");
    }
}
