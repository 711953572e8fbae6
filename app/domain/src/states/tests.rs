use super::*;

#[test]
fn there_are_197_states_and_every_one_has_six_names() {
    let states: Vec<_> = all().iter().filter(|state| state.status == PartyStatus::State).collect();
    assert_eq!(states.len(), 197);
    for state in all().iter().chain(examples()) {
        assert!(state.all_names().iter().all(|name| !name.is_empty()), "{}", state.code);
    }
}

#[test]
fn fictitious_states_stand_apart_and_are_mistaken_for_no_party_that_there_is() {
    assert_eq!(examples().len(), 4);
    for example in examples() {
        // ISO 3166-1 leaves XAA to XZZ to its users.
        assert!(example.code.len() == 3 && example.code.starts_with('X'), "{}", example.code);
        assert!(example.region.is_empty() && example.commissions.is_empty());
        assert!(is_example(&example.code));
        for party in all() {
            assert_ne!(party.code, example.code);
            let names = party.all_names().iter().chain(party.other_names());
            let names: Vec<String> = names.map(|name| fold(name)).collect();
            for name in example.all_names() {
                assert!(!names.contains(&fold(name)), "{name} is {}", party.code);
            }
        }
    }
    assert!(all().iter().all(|party| !party.is_example() && !is_example(&party.code)));
    assert!(!is_example("XXX"));
}

#[test]
fn a_state_may_belong_to_several_commissions() {
    let commissions = |code| state(code).map(|state| state.commissions.join(" "));
    assert_eq!(commissions("AZE").as_deref(), Some("ECE ESCAP"));
    assert_eq!(commissions("PAK").as_deref(), Some("ESCAP"));
}

#[test]
fn a_state_is_found_by_any_of_its_names() {
    for (name, code) in [
        ("turkiye", "TUR"),
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("Узбекистан", "UZB"),
        ("South Korea", "KOR"),
        ("Namibia", "NAM"),
        ("Yugoslavia", "YUG"),
        ("Hong Kong", "HKG"),
        ("KAZ", "KAZ"),
        ("Россия", "RUS"),
        ("Российская Федерация", "RUS"),
        ("США", "USA"),
    ] {
        assert_eq!(named(name).map(|state| state.code.as_str()), Some(code), "{name}");
    }
    assert!(named("Ruritania").is_none());
}

#[test]
fn russian_names_are_those_that_the_united_nations_prints() {
    for (code, printed) in [
        ("MMR", "Мьянма"),
        ("PSE", "Государство Палестина"),
        ("RUS", "Российская Федерация"),
        ("AZE", "Азербайджан"),
    ] {
        assert_eq!(name(code, "ru"), printed);
    }
}
