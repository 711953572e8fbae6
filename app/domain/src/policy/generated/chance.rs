//! What must hold for everybody and every record, tried on people and records made up by chance: more
//! States and more parties than the tables have.

use proptest::{collection::vec, option, prelude::*, sample::select};

use super::*;
use crate::policy::tests::{listed, seen_in_list};

/// States that may have to do with a record. With few of them, chance often makes somebody a party.
const STATES: [&str; 5] = ["AAA", "BBB", "CCC", "DDD", "EEE"];
/// Numbers of accounts.
const ACCOUNTS: std::ops::Range<i64> = 1..5;

fn any_state() -> impl Strategy<Value = String> {
    select(&STATES[..]).prop_map(str::to_owned)
}

fn any_states() -> impl Strategy<Value = Vec<String>> {
    vec(any_state(), 0..4)
}

fn any_actor() -> impl Strategy<Value = Actor> {
    let account = (ACCOUNTS, select(Role::VARIANTS), any_state()).prop_map(|(id, role, state)| {
        Actor::Account(Account {
            id,
            name: "Example".into(),
            email: "example@example.org".into(),
            role,
            state: role.is_of_a_state().then_some(state),
        })
    });
    prop_oneof![1 => Just(Actor::Reader), 9 => account]
}

/// Any record at all, also what the register never comes to hold.
fn any_record() -> impl Strategy<Value = Standing> {
    let sharing = select(Sharing::VARIANTS);
    (option::of(any_state()), any_states(), any::<bool>(), sharing, any::<bool>()).prop_map(
        |(recorded_by, parties, published, sharing, from_source)| Standing {
            recorded_by,
            parties,
            published,
            sharing,
            from_source,
        },
    )
}

/// Any entry that the register can hold, about other States and for other reviewers.
fn any_entry() -> impl Strategy<Value = EntryStanding> {
    (select(entries()), any_state(), any_states(), vec(ACCOUNTS, 0..3)).prop_map(
        |(entry, state, partners, reviewers)| EntryStanding {
            owner: entry.owner.as_ref().map(|_| state),
            partners,
            reviewers,
            ..entry
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn what_anybody_may_read_is_what_their_lists_show(
        actor in any_actor(),
        record in any_record(),
        entry in any_entry(),
    ) {
        prop_assert_eq!(listed(&visible(&actor), &record), may(&actor, Verb::Read, &record));
        let read = may_with_entry(&actor, EntryVerb::Read, &entry);
        prop_assert_eq!(seen_in_list(&actor, &entry), read);
    }

    #[test]
    fn nobody_gains_sight_of_a_draft_by_any_change_of_its_parties(
        actor in any_actor(),
        record in any_record(),
        parties in any_states(),
        entry in any_entry(),
        partners in any_states(),
    ) {
        let draft = Standing { published: false, sharing: Sharing::OwnState, ..record };
        let changed = Standing { parties, ..draft.clone() };
        let reads = |record: &Standing| may(&actor, Verb::Read, record);
        prop_assert_eq!(reads(&draft), reads(&changed));
        let draft = EntryStanding { published: false, ..entry };
        // Who is named in a pledge is asked to confirm its part.
        let is_asked = |entry: &EntryStanding| {
            let is_named = actor.state().is_some_and(|own| entry.partners.iter().any(|other| other == own));
            entry.kind == EntryKind::Pledge && is_named
        };
        let changed = EntryStanding { partners, ..draft.clone() };
        let reads = |entry: &EntryStanding| may_with_entry(&actor, EntryVerb::Read, entry);
        if !is_asked(&draft) && !is_asked(&changed) {
            prop_assert_eq!(reads(&draft), reads(&changed));
        }
    }

    #[test]
    fn who_sees_a_draft_sees_it_when_more_people_do(
        actor in any_actor(),
        record in any_record(),
        wider in select(Sharing::VARIANTS),
    ) {
        let shared = Standing { sharing: record.sharing.max(wider), ..record.clone() };
        let reads = |record: &Standing| may(&actor, Verb::Read, record);
        prop_assert!(reads(&shared) || !reads(&record));
    }

    #[test]
    fn what_is_published_is_read_by_whoever_read_it_before_and_by_all(
        actor in any_actor(),
        record in any_record(),
        entry in any_entry(),
    ) {
        let published = Standing { published: true, ..record };
        prop_assert!(may(&actor, Verb::Read, &published));
        let published = EntryStanding { published: true, ..entry };
        prop_assert!(may_with_entry(&actor, EntryVerb::Read, &published));
    }

    #[test]
    fn a_state_changes_what_it_recorded_or_nobody_did_and_nothing_else(
        actor in any_actor(),
        record in any_record(),
    ) {
        let is_the_recorders = record.recorded_by.is_some()
            && record.recorded_by.as_deref() == actor.state();
        let is_a_partys = record.recorded_by.is_none()
            && actor.state().is_some_and(|own| record.parties.iter().any(|other| other == own));
        for verb in Verb::VARIANTS.iter().filter(|verb| **verb != Verb::Read) {
            let allowed = may(&actor, *verb, &record);
            prop_assert!(!allowed || is_the_recorders || (*verb == Verb::Edit && is_a_partys));
        }
    }

    #[test]
    fn two_accounts_of_one_role_and_state_may_do_the_same_but_for_reviewing(
        actor in any_actor(),
        id in ACCOUNTS,
        record in any_record(),
        entry in any_entry(),
    ) {
        let Actor::Account(account) = &actor else { return Ok(()) };
        let colleague = Actor::Account(Account { id, name: "Colleague".into(), ..account.clone() });
        for verb in Verb::VARIANTS {
            prop_assert_eq!(may(&actor, *verb, &record), may(&colleague, *verb, &record));
        }
        for verb in EntryVerb::VARIANTS.iter().filter(|verb| **verb != EntryVerb::Assess) {
            let both = [&actor, &colleague].map(|who| may_with_entry(who, *verb, &entry));
            prop_assert_eq!(both[0], both[1]);
        }
    }
}
