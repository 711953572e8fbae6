use proptest::prelude::*;

use super::*;

#[test]
fn the_address_of_a_page_is_the_query() {
    let address = "q=seasonal+work&status=in_force&party=AZE&party=KAZ&between=1&at=gcm-talk-baku-2023&from_year=1990&sort=title&page=3";
    let query = Query::from_address(address);
    assert_eq!(query.values(Facet::Party).collect::<Vec<_>>(), ["AZE", "KAZ"]);
    assert_eq!(query.page, 2);
    assert_eq!(Query::from_address(&query.to_address()), query);
}

#[test]
fn what_is_not_known_in_an_address_is_left_out() {
    let query = Query::from_address(
        "status=splendid&party=ZZZ&at=tomorrow&page=0&from_year=abc&utm=1&q=%00a",
    );
    assert_eq!(query, Query { text: "a".into(), ..Query::default() });
}

#[test]
fn a_provision_is_asked_for_with_a_finding_or_as_what_the_text_gives() {
    let query = Query::from_address(
        "provision=wage_prot:no&provision=passport&criterion=12:yes&provision=passport:splendid&provision=x:no",
    );
    assert_eq!(query.values(Facet::Provision).collect::<Vec<_>>(), ["wage_prot:no", "passport"]);
    assert_eq!(query.values(Facet::Criterion).collect::<Vec<_>>(), ["12:yes"]);
    assert_eq!(Query::from_address(&query.to_address()), query);
}

#[test]
fn a_query_that_only_sorts_is_open() {
    assert!(Query::from_address("sort=title&page=2").is_open());
    assert!(!Query::from_address("kind=protocol").is_open());
}

proptest! {
    #[test]
    fn any_address_is_read_and_what_is_read_is_written_back(address in "\\PC{0,80}") {
        let query = Query::from_address(&address);
        prop_assert_eq!(Query::from_address(&query.to_address()), query);
    }
}
