//! What holds for everybody and every record, whatever the tables say.

use super::*;
use crate::policy::tests::{listed, seen_in_list};

#[test]
fn nobody_reads_a_draft_but_its_state_and_those_with_whom_it_shares_it() {
    for who in everybody() {
        for (_, record) in agreements() {
            if !record.published {
                let is_own = who.actor.state() == Some(OWNER);
                let is_shared = match who.actor.state() {
                    Some(state) => state == NAMED && record.sharing >= Sharing::Parties,
                    None => who.actor.account().is_some() && record.sharing == Sharing::Network,
                };
                let reads = may(&who.actor, Verb::Read, &record);
                assert_eq!(reads, is_own || is_shared, "{} {record:?}", who.title);
            }
        }
        for entry in entries() {
            let is_unfiled = !entry.published && entry.stage == Stage::Draft;
            if entry.owner.is_none() || !is_unfiled {
                continue;
            }
            let is_own = who.actor.state() == Some(OWNER);
            // Who is named in a pledge is asked to confirm its part, so it sees it before.
            let is_asked = entry.kind == EntryKind::Pledge && who.actor.state() == Some(NAMED);
            // What the Network wrote for a State it can read.
            let wrote_it = entry.recorded_for && who.actor.is_of_the_network();
            let read = may_with_entry(&who.actor, EntryVerb::Read, &entry);
            assert_eq!(read, is_own || is_asked || wrote_it, "{} {entry:?}", who.title);
        }
    }
}

#[test]
fn nobody_of_the_network_ever_changes_a_states_own_words() {
    for who in everybody().iter().filter(|who| who.actor.is_of_the_network()) {
        for (_, record) in agreements() {
            for verb in Verb::VARIANTS.iter().filter(|verb| **verb != Verb::Read) {
                assert!(!may(&who.actor, *verb, &record), "{} {verb:?} {record:?}", who.title);
            }
        }
        for entry in entries().iter().filter(|entry| entry.owner.is_some()) {
            for verb in [EntryVerb::Edit, EntryVerb::Publish] {
                // Until the State confirms it, a statement is in the words of the Network.
                let is_its_own_word = entry.recorded_for && who.actor.is_coordinator();
                let may = may_with_entry(&who.actor, verb, entry);
                assert_eq!(may, is_its_own_word, "{} {verb:?} {entry:?}", who.title);
            }
            for verb in [EntryVerb::Confirm, EntryVerb::File, EntryVerb::Report] {
                let may = may_with_entry(&who.actor, verb, entry);
                assert!(!may, "{} {verb:?} {entry:?}", who.title);
            }
        }
    }
}

#[test]
fn nobody_confirms_their_own_entry() {
    for who in everybody() {
        for (_, record) in agreements() {
            let is_own =
                record.recorded_by.is_some() && record.recorded_by.as_deref() == who.actor.state();
            assert!(!(is_own && may_answer(&who.actor, &record)), "{} {record:?}", who.title);
        }
        for entry in entries() {
            // What the Network wrote is confirmed by the State whose words it is said to be.
            let is_own = entry.owner.as_deref() == who.actor.state() && !entry.recorded_for;
            let confirms = may_with_entry(&who.actor, EntryVerb::Confirm, &entry);
            assert!(!(is_own && confirms), "{} {entry:?}", who.title);
        }
    }
}

#[test]
fn a_reader_without_an_account_changes_nothing() {
    let reader = Actor::Reader;
    for (_, record) in agreements() {
        for verb in Verb::VARIANTS.iter().filter(|verb| **verb != Verb::Read) {
            assert!(!may(&reader, *verb, &record), "{verb:?} {record:?}");
        }
        assert!(!may_answer(&reader, &record), "{record:?}");
        assert!(!may_say_still_so(&reader, record.recorded_by.as_deref(), record.published));
        for (_, kept) in agreements() {
            assert!(!may_merge(&reader, &kept, &record), "{record:?}");
        }
    }
    for entry in entries() {
        for verb in EntryVerb::VARIANTS.iter().filter(|verb| **verb != EntryVerb::Read) {
            assert!(!may_with_entry(&reader, *verb, &entry), "{verb:?} {entry:?}");
        }
        assert!(!may_say_still_so(&reader, entry.owner.as_deref(), entry.published));
    }
    for kind in EntryKind::VARIANTS {
        for owner in [Some(OWNER), None] {
            assert!(!may_begin(&reader, *kind, owner), "{kind:?} {owner:?}");
        }
    }
    assert!(!may_record(&reader) && !may_seek_duplicates(&reader) && !may_freeze(&reader));
}

#[test]
fn whoever_may_do_anything_with_a_record_may_read_it() {
    for who in everybody() {
        for (_, record) in agreements() {
            let acts = Verb::VARIANTS.iter().any(|verb| may(&who.actor, *verb, &record))
                || may_answer(&who.actor, &record)
                || may_say_still_so(&who.actor, record.recorded_by.as_deref(), record.published);
            let reads = may(&who.actor, Verb::Read, &record);
            assert!(reads || !acts, "{} {record:?}", who.title);
        }
        for entry in entries() {
            let acts =
                EntryVerb::VARIANTS.iter().any(|verb| may_with_entry(&who.actor, *verb, &entry));
            let reads = may_with_entry(&who.actor, EntryVerb::Read, &entry);
            assert!(reads || !acts, "{} {entry:?}", who.title);
        }
    }
}

/// The one exception to the above, which the register never makes: what comes from a source is
/// published when it comes in, and nobody withdraws it. The rule would let a party take it over unread,
/// and no more than that.
#[test]
fn a_record_from_a_source_that_is_not_published_could_be_taken_over_and_nothing_else() {
    for who in everybody() {
        for (_, record) in agreements().into_iter().filter(|(_, record)| record.from_source) {
            assert!(!may(&who.actor, Verb::Withdraw, &record), "{} {record:?}", who.title);
        }
        let unpublished = Standing {
            recorded_by: None,
            parties: vec![OWNER.to_owned(), NAMED.to_owned()],
            published: false,
            sharing: Sharing::OwnState,
            from_source: true,
        };
        let is_of_a_party = matches!(who.actor.state(), Some(OWNER | NAMED));
        for verb in Verb::VARIANTS {
            let allowed = *verb == Verb::Edit && is_of_a_party;
            assert_eq!(may(&who.actor, *verb, &unpublished), allowed, "{} {verb:?}", who.title);
        }
        assert!(!may_answer(&who.actor, &unpublished), "{}", who.title);
    }
}

#[test]
fn a_list_shows_everybody_what_they_may_read_and_nothing_else() {
    for who in everybody() {
        for (_, record) in agreements() {
            let listed = listed(&visible(&who.actor), &record);
            assert_eq!(listed, may(&who.actor, Verb::Read, &record), "{} {record:?}", who.title);
        }
        for entry in entries() {
            let read = may_with_entry(&who.actor, EntryVerb::Read, &entry);
            assert_eq!(seen_in_list(&who.actor, &entry), read, "{} {entry:?}", who.title);
        }
    }
}

#[test]
fn a_focal_point_may_do_whatever_an_official_of_its_state_may() {
    let everybody = everybody();
    for official in &everybody {
        for focal_point in everybody
            .iter()
            .filter(|who| who.actor.is_focal_point() && who.actor.state() == official.actor.state())
        {
            for (_, record) in agreements() {
                for verb in Verb::VARIANTS {
                    let both = [official, focal_point].map(|who| may(&who.actor, *verb, &record));
                    assert!(!both[0] || both[1], "{} {verb:?} {record:?}", official.title);
                }
            }
            for entry in entries() {
                for verb in EntryVerb::VARIANTS {
                    let both = [official, focal_point]
                        .map(|who| may_with_entry(&who.actor, *verb, &entry));
                    assert!(!both[0] || both[1], "{} {verb:?} {entry:?}", official.title);
                }
            }
        }
    }
}
