use proptest::prelude::*;

use super::*;
use crate::agreement::{Event, Link, Party, Relation, Source, Title};

fn record(kind: Kind, title: &str, signed: &str) -> Agreement {
    let mut agreement = Agreement::default();
    agreement.identity.kind = Some(kind);
    agreement.identity.titles.push(Title {
        language: "en".into(),
        text: title.into(),
        original: false,
    });
    agreement.parties.parties =
        ["RUS", "UZB"].map(|code| Party { code: code.into(), role: None }).to_vec();
    if !signed.is_empty() {
        agreement.life.events.push(Event {
            kind: Some(EventKind::Signed),
            date: signed.parse().ok(),
            ..Event::default()
        });
    }
    agreement
}

fn weigh(a: &Agreement, b: &Agreement) -> Option<Vec<Reason>> {
    likeness(&Features::of(1, a), &Features::of(2, b)).map(|likeness| likeness.reasons)
}

const RECRUITMENT: &str = "Agreement on organised recruitment of citizens of Uzbekistan in Russia";
const LABOUR: Kind = Kind::LabourMigrationAgreement;
const MEMORANDUM: Kind = Kind::MemorandumOfUnderstanding;

#[test]
fn two_records_are_proposed_for_these_reasons() {
    use Reason::{DatesClose, DayAndMonthSwapped, SameDay, SameKind, SameYear, TitleAlike};
    let first = record(LABOUR, RECRUITMENT, "2017-04-05");
    let other_words = "On the organised recruitment of Uzbek citizens";
    for (kind, title, signed, reasons) in [
        (LABOUR, RECRUITMENT, "2017-04-05", &[SameDay, TitleAlike, SameKind][..]),
        (MEMORANDUM, other_words, "2017-04-05", &[SameDay, TitleAlike][..]),
        (LABOUR, "Bilateral labour agreement", "2017-04-05", &[SameDay, SameKind][..]),
        // As the published dataset has it, which reads the month first.
        (LABOUR, "Bilateral labour agreement", "2017-05-04", &[DayAndMonthSwapped, SameKind][..]),
        (LABOUR, other_words, "2017-07-06", &[TitleAlike, DatesClose, SameKind][..]),
        (LABOUR, other_words, "2017-03", &[TitleAlike, DatesClose, SameKind][..]),
        (LABOUR, other_words, "2017", &[TitleAlike, SameYear, SameKind][..]),
        (LABOUR, other_words, "2017-04", &[TitleAlike, SameYear, SameKind][..]),
    ] {
        let second = record(kind, title, signed);
        assert_eq!(weigh(&first, &second).as_deref(), Some(reasons), "{kind:?} {title} {signed}");
    }
}

#[test]
fn two_records_are_not_proposed_where_too_little_speaks_for_it() {
    let first = record(LABOUR, RECRUITMENT, "2017-04-05");
    for (kind, title, signed) in [
        (MEMORANDUM, "Memorandum on health workers", "2017-04-05"),
        (MEMORANDUM, "Memorandum on health workers", "2017-05-04"),
        (LABOUR, "Agreement on social security", "2017-05-20"),
        (LABOUR, "Agreement on social security", "2017"),
        (LABOUR, RECRUITMENT, ""),
        // Outside the window, whatever the title.
        (LABOUR, RECRUITMENT, "2017-07-07"),
        (LABOUR, RECRUITMENT, "2018-04-05"),
        (LABOUR, RECRUITMENT, "2018"),
        (LABOUR, RECRUITMENT, "2016"),
        (LABOUR, RECRUITMENT, "2017-08"),
    ] {
        assert_eq!(weigh(&first, &record(kind, title, signed)), None, "{kind:?} {title} {signed}");
    }
}

#[test]
fn a_memorandum_renewed_every_two_years_is_another_each_time() {
    let title = "Memorandum of Understanding on the sending of workers under the permit system";
    let signed = ["2010-10-20", "2012-10-20", "2014-10-20", "2016-10-19"];
    for (number, one) in signed.iter().enumerate() {
        for other in &signed[number + 1..] {
            let pair = (record(MEMORANDUM, title, one), record(MEMORANDUM, title, other));
            assert_eq!(weigh(&pair.0, &pair.1), None, "{one} {other}");
        }
    }
}

#[test]
fn what_is_linked_accompanies_or_is_between_others_is_another_agreement() {
    let first = record(LABOUR, RECRUITMENT, "2017-04-05");
    let same = first.clone();
    assert!(weigh(&first, &same).is_some());

    let mut linked = same.clone();
    linked.references.links.push(Link {
        relation: Some(Relation::Amends),
        agreement: Some(1),
        note: None,
    });
    assert_eq!(weigh(&first, &linked), None);

    let protocol = record(Kind::Protocol, RECRUITMENT, "2017-04-05");
    assert_eq!(weigh(&first, &protocol), None);

    let mut with_a_third = same.clone();
    with_a_third.parties.parties.push(Party { code: "TJK".into(), role: None });
    assert_eq!(weigh(&first, &with_a_third), None);
    let mut with_one = same;
    with_one.parties.parties.truncate(1);
    assert_eq!(weigh(&with_one, &with_one.clone()), None, "one party is no pair");
}

fn numbered(scheme: IdentifierScheme, value: &str, signed: &str) -> Agreement {
    let mut agreement = record(LABOUR, "Bilateral labour agreement", signed);
    agreement.references.identifiers.push(Identifier {
        scheme: Some(scheme),
        series: None,
        value: value.into(),
    });
    agreement
}

#[test]
fn a_number_in_a_series_tells_records_together_and_apart() {
    use IdentifierScheme::{Dataset, UnTreatyRegistration};
    for (scheme, other, signed, proposed) in [
        (UnTreatyRegistration, "i-33521 ", "", true),
        (UnTreatyRegistration, "I-33522", "2017-04-05", false),
        (Dataset, "I-33521", "2017-04-05", true),
        // The dataset's authors take them for two of one day.
        (Dataset, "330", "2017-04-05", false),
    ] {
        let (one, two) =
            (numbered(scheme, "I-33521", "2017-04-05"), numbered(scheme, other, signed));
        assert_eq!(weigh(&one, &two).is_some(), proposed, "{scheme:?} {other} {signed}");
    }
    let far = numbered(UnTreatyRegistration, "I-33521", "2019-04-05");
    let one = numbered(UnTreatyRegistration, "I-33521", "2017-04-05");
    assert_eq!(weigh(&one, &far), None, "signatures two years apart are two");
}

#[test]
fn the_same_address_adds_to_what_speaks_for_it_and_is_not_enough_with_the_day() {
    let documented = |kind: Option<Kind>, signed: &str| {
        let mut agreement = record(LABOUR, RECRUITMENT, signed);
        agreement.identity.kind = kind;
        agreement.references.sources.push(Source {
            address: Some("https://example.org/gazette/7".into()),
            ..Source::default()
        });
        agreement
    };
    let (mut first, other) = (documented(None, "2017-04-05"), documented(None, "2017-05-20"));
    let reasons = vec![Reason::TitleAlike, Reason::DatesClose, Reason::SharedSource];
    assert_eq!(weigh(&first, &other), Some(reasons));
    first.references.sources.clear();
    assert_eq!(weigh(&first, &other), None);

    let first = documented(Some(LABOUR), "2017-04-05");
    let mut of_that_day = documented(Some(MEMORANDUM), "2017-04-05");
    of_that_day.identity.titles[0].text = "Memorandum on health workers".into();
    assert_eq!(weigh(&first, &of_that_day), None);
}

#[test]
fn records_of_the_same_parties_have_the_same_key() {
    let mut agreement = record(LABOUR, RECRUITMENT, "");
    assert_eq!(party_key(&agreement), "RUS-UZB");
    agreement.parties.parties.reverse();
    assert_eq!(party_key(&agreement), "RUS-UZB");
    agreement.parties.parties.truncate(1);
    assert_eq!(party_key(&agreement), "");
}

fn any_date() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        (2016..=2018_i32).prop_map(|year| year.to_string()),
        (2016..=2018_i32, 1..=12_u32).prop_map(|(year, month)| format!("{year}-{month:02}")),
        (2016..=2018_i32, 1..=12_u32, 1..=12_u32)
            .prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}")),
    ]
}

fn any_record() -> impl Strategy<Value = Agreement> {
    let kind = prop_oneof![Just(LABOUR), Just(MEMORANDUM), Just(Kind::Protocol)];
    let title = prop_oneof![
        Just(RECRUITMENT),
        Just("On the organised recruitment of Uzbek citizens"),
        Just("Agreement")
    ];
    let number = prop_oneof![Just(None), Just(Some("1")), Just(Some("2"))];
    (kind, title, any_date(), number).prop_map(|(kind, title, signed, number)| {
        let mut agreement = record(kind, title, &signed);
        agreement.references.identifiers.extend(number.map(|value| Identifier {
            scheme: Some(IdentifierScheme::Dataset),
            series: None,
            value: value.to_owned(),
        }));
        agreement
    })
}

proptest! {
    #[test]
    fn it_does_not_matter_which_of_two_records_is_looked_at_first(
        one in any_record(),
        other in any_record(),
    ) {
        let (a, b) = (Features::of(1, &one), Features::of(2, &other));
        prop_assert_eq!(likeness(&a, &b), likeness(&b, &a));
    }

    #[test]
    fn what_is_proposed_has_reasons_and_reaches_the_threshold(
        one in any_record(),
        other in any_record(),
    ) {
        if let Some(likeness) = likeness(&Features::of(1, &one), &Features::of(2, &other)) {
            prop_assert!(likeness.points >= THRESHOLD);
            prop_assert!(likeness.reasons.is_sorted());
            prop_assert!(!likeness.reasons.is_empty());
        }
    }
}
