use super::*;
use crate::agreement::{Event, Kind, LegalNature, Level, Party, Source, Title};

fn publishable() -> Agreement {
    let mut agreement = Agreement::default();
    agreement.identity.kind = Some(Kind::Protocol);
    agreement.identity.legal_nature = Some(LegalNature::Undetermined);
    agreement.identity.level = Some(Level::Ministry);
    agreement.identity.titles.push(Title {
        text: "An example".into(),
        language: "en".into(),
        original: true,
    });
    for code in ["AZE", "KAZ"] {
        agreement.parties.parties.push(Party { code: code.into(), role: None });
    }
    agreement.life.events.push(Event { kind: Some(EventKind::Signed), ..Event::default() });
    agreement
        .references
        .sources
        .push(Source { title: Some("Gazette".into()), ..Source::default() });
    agreement
}

#[test]
fn an_empty_record_lacks_what_publishing_asks_for() {
    let stops: Vec<Gap> =
        gaps(&Agreement::default()).into_iter().filter(|gap| gap.stops_publishing()).collect();
    assert_eq!(
        stops,
        [
            Gap::NoKind,
            Gap::NoLegalNature,
            Gap::NoLevel,
            Gap::NoTitle,
            Gap::FewerThanTwoParties,
            Gap::NoEvent,
            Gap::NoSource
        ]
    );
}

#[test]
fn what_is_not_known_stays_open_and_does_not_stop_publishing() {
    let gaps = gaps(&publishable());
    assert!(gaps.contains(&Gap::NotCoded) && gaps.contains(&Gap::NoDatedEvent));
    assert!(!gaps.iter().any(|gap| gap.stops_publishing()), "{gaps:?}");
}

#[test]
fn a_state_cannot_conclude_with_itself() {
    let mut agreement = publishable();
    agreement.parties.parties[1].code = "AZE".into();
    assert!(gaps(&agreement).contains(&Gap::FewerThanTwoParties));
    assert!(gaps(&agreement).contains(&Gap::SamePartyTwice));
}

#[test]
fn dates_in_the_wrong_order_are_doubted_only_if_they_cannot_be_right() {
    let today = "2026-01-01".parse().expect("a day");
    let mut agreement = publishable();
    let event =
        |kind, date: &str| Event { kind: Some(kind), date: date.parse().ok(), ..Event::default() };
    agreement.life.events =
        vec![event(EventKind::Signed, "2017-04-05"), event(EventKind::Ratified, "2017")];
    assert_eq!(doubts(&agreement, today), []);
    agreement.life.events.push(event(EventKind::Ratified, "2016"));
    assert_eq!(doubts(&agreement, today), [Doubt::RatifiedBeforeSigned]);
    agreement.life.events.push(event(EventKind::Renewed, "2030"));
    assert_eq!(doubts(&agreement, today), [Doubt::RatifiedBeforeSigned, Doubt::HappenedInFuture]);
}

#[test]
fn what_contradicts_itself_is_doubted_in_its_section() {
    let today = "2026-01-01".parse().expect("a day");
    let doubted = |change: fn(&mut Agreement)| {
        let mut agreement = publishable();
        change(&mut agreement);
        doubts(&agreement, today)
    };
    let number = |value: &str| crate::agreement::Identifier {
        scheme: Some(IdentifierScheme::UnTreatyRegistration),
        series: None,
        value: value.into(),
    };
    assert_eq!(doubted(|_| ()), []);
    assert_eq!(
        doubted(|agreement| {
            agreement.scope.quota_method = Some(QuotaMethod::None);
            agreement.scope.quota_number = Some(1500);
        }),
        [Doubt::NumberWithoutQuota]
    );
    assert_eq!(
        doubted(|agreement| {
            agreement.skills.trainees_home = Some(100);
            agreement.skills.trainees_home_women = Some(250);
        }),
        [Doubt::MoreWomenThanTrainees]
    );
    for (value, is_odd) in
        [("I-33521", false), ("II:965", false), ("LoN 1234", false), ("abc", true)]
    {
        let mut agreement = publishable();
        agreement.references.identifiers.push(number(value));
        assert_eq!(!doubts(&agreement, today).is_empty(), is_odd, "{value}");
    }
    for doubt in Doubt::VARIANTS {
        assert!(SectionCode::VARIANTS.contains(&doubt.section()));
    }
}
