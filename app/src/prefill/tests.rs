//! What a form takes over from a record.

use domain::{
    agreement::{Authority, Event, Party, SocialSecurityMode, TextFinding},
    fields::read,
};

use super::*;
use crate::words::Language;

fn words(language: Language) -> Words {
    Words { language }
}

fn event(kind: EventKind, date: &str) -> Event {
    Event { kind: Some(kind), date: date.parse().ok(), ..Event::default() }
}

fn agreement() -> Agreement {
    let mut agreement = Agreement::default();
    agreement.identity.titles.push(domain::agreement::Title {
        language: "en".into(),
        text: "Example agreement".into(),
        original: true,
    });
    for (code, name) in [("AZE", "Ministry A"), ("KAZ", "Ministry K"), ("AZE", "Ministry A")] {
        agreement.parties.authorities.push(Authority {
            party: code.into(),
            name: name.into(),
            ..Authority::default()
        });
    }
    for code in ["AZE", "KAZ"] {
        agreement.parties.parties.push(Party { code: code.into(), ..Party::default() });
    }
    agreement.objectives.gcm = ["5", "6", "22"].map(str::to_owned).to_vec();
    agreement.life.events.push(event(EventKind::EnteredIntoForce, "2018-04"));
    agreement.provisions.findings.push(TextFinding {
        item: "info_exch".into(),
        finding: Some(Finding::Partly),
        article: Some("9(2)".into()),
        ..TextFinding::default()
    });
    agreement.social_security.mode = Some(SocialSecurityMode::OwnClause);
    agreement
}

fn filled(kind: EntryKind, agreement: &Agreement, language: Language) -> Values {
    let today = "2026-03-01".parse().expect("a day");
    let source = Source { number: 6, agreement, state: Some("AZE"), today };
    from_record(words(language), kind, &source)
}

#[test]
fn a_practice_takes_over_what_the_record_holds_and_can_be_saved_as_it_is() {
    let values = filled(EntryKind::Practice, &agreement(), Language::English);
    assert_eq!(values.get("title"), "Practice: Example agreement");
    assert_eq!(values.all("primary_objectives"), ["5", "22"]);
    assert_eq!(values.all("secondary_objectives"), ["6"]);
    assert_eq!((values.get("from"), values.get("to")), ("2018-04", ""));
    assert_eq!(values.get("scope"), "bilateral");
    assert_eq!(values.get("countries.1.state"), "KAZ");
    assert_eq!(values.get("organizations"), "Ministry A");
    assert_eq!(values.get("partners"), "Ministry K (Kazakhstan)");
    let details = values.get("details");
    assert!(details.contains("article 9(2)"), "{details}");
    assert!(details.contains("Own clause on social security"), "{details}");
    assert!(read(EntryKind::Practice.forms()[0], &values).is_ok());
    let russian = filled(EntryKind::Practice, &agreement(), Language::Russian);
    assert_eq!(russian.get("title"), "Практика: Example agreement");
}

#[test]
fn a_form_says_which_fields_were_filled_from_which_record_and_an_empty_record_fills_none() {
    let form = EntryKind::Practice.forms()[0];
    let values = filled(EntryKind::Practice, &agreement(), Language::English);
    let (number, fields) = told(words(Language::English), form, &values).expect("it says so");
    assert_eq!(number, 6);
    assert!(fields.contains("Countries") && !fields.contains("Key lessons"), "{fields}");
    let shown_again: Values =
        carried(&values).into_iter().map(|(name, text)| (name.to_owned(), text)).collect();
    assert_eq!(told(words(Language::English), form, &shown_again), Some((number, fields)));
    let empty = filled(EntryKind::Practice, &Agreement::default(), Language::English);
    assert_eq!(told(words(Language::English), form, &empty), None);
}

#[test]
fn a_pledge_takes_over_the_other_parties_and_only_dates_that_lie_ahead() {
    let mut agreement = agreement();
    agreement.life.expires_on = "2030".parse().ok();
    let values = filled(EntryKind::Pledge, &agreement, Language::English);
    assert_eq!(values.get("title"), "Pledge: Example agreement");
    assert_eq!(values.get("form"), "in_partnership");
    assert_eq!(values.get("partners.0.state"), "KAZ");
    assert_eq!(values.row_numbers("partners"), [0]);
    assert_eq!((values.get("from"), values.get("to")), ("", "2030"));
    assert_eq!(values.all("objectives"), ["5", "6", "22"]);
    assert!(read(EntryKind::Pledge.forms()[0], &values).is_ok());
}

#[test]
fn the_end_is_the_one_that_is_recorded_and_open_where_nobody_says_it() {
    let renewed = |effective: &str| Event {
        effective: effective.parse().ok(),
        ..event(EventKind::Renewed, "2019")
    };
    for (events, tacit, expected) in [
        (vec![], None, Some("2020")),
        (vec![], Some(YesNo::Yes), None),
        (vec![renewed("2025-06")], None, Some("2025-06")),
        (vec![renewed("")], None, None),
        (vec![event(EventKind::Terminated, "2019-03-01")], Some(YesNo::Yes), Some("2019-03-01")),
    ] {
        let life = Life {
            events,
            tacit_renewal: tacit,
            expires_on: "2020".parse().ok(),
            ..Life::default()
        };
        assert_eq!(end(&life).map(|end| end.to_string()).as_deref(), expected, "{life:?}");
    }
}

#[test]
fn the_first_objectives_stand_in_where_none_of_those_of_agreements_is_there() {
    let objectives = ["1", "3", "6", "23"].map(str::to_owned);
    assert_eq!(by_rank(&objectives), (vec!["1", "3", "6"], vec!["23"]));
}

#[test]
fn a_text_that_is_too_long_for_its_field_is_cut_and_says_so() {
    let mut long = agreement();
    long.identity.titles[0].text = "long ".repeat(100);
    let values = filled(EntryKind::Practice, &long, Language::English);
    assert_eq!(values.get("title").chars().count(), 300);
    assert!(values.get("title").ends_with(" …"));
}
