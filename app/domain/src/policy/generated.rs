//! Every role by every verb by every record, in each condition that a record can come into. What the
//! policy says of them is written out in `docs/PERMISSIONS.md` ([`document`]), and what must hold for
//! all of them is tested ([`properties`], and by chance in [`chance`]).

use strum::VariantArray;

use super::*;
use crate::account::{Account, Role};

mod chance;
mod document;
mod properties;

/// The State whose own a record is: it recorded the agreement, or the entry is its.
const OWNER: &str = "AAA";
/// The other party of an agreement; a State that an entry names.
const NAMED: &str = "BBB";
/// A State that has nothing to do with the record.
const THIRD: &str = "CCC";

/// Somebody who asks.
struct Who {
    title: String,
    actor: Actor,
}

/// A reader, every role of a State for each of the three States, every role of the Network.
fn everybody() -> Vec<Who> {
    let account = |role, state: Option<&str>| {
        Actor::Account(Account {
            id: 1,
            name: "Example".into(),
            email: "example@example.org".into(),
            role,
            state: state.map(str::to_owned),
        })
    };
    let (of_a_state, of_the_network): (Vec<Role>, Vec<Role>) =
        Role::VARIANTS.iter().copied().partition(|role| role.is_of_a_state());
    let mut everybody = vec![Who { title: "Reader".into(), actor: Actor::Reader }];
    for (letter, state) in [("A", OWNER), ("B", NAMED), ("C", THIRD)] {
        for role in &of_a_state {
            everybody.push(Who {
                title: format!("{letter} {}", title(*role)),
                actor: account(*role, Some(state)),
            });
        }
    }
    for role in of_the_network {
        everybody.push(Who { title: title(role).into(), actor: account(role, None) });
    }
    everybody
}

fn title(role: Role) -> &'static str {
    match role {
        Role::Official => "official",
        Role::FocalPoint => "focal point",
        Role::Reviewer => "Reviewer",
        Role::Coordinator => "Coordinator",
        Role::Administrator => "Administrator",
    }
}

/// A record of an agreement between A and B in every condition that it can come into. What comes from
/// a public source is published from the start, and nobody withdraws it.
fn agreements() -> Vec<(&'static str, Standing)> {
    let standing = |recorded_by: Option<&str>, from_source, published| Standing {
        recorded_by: recorded_by.map(str::to_owned),
        parties: vec![OWNER.to_owned(), NAMED.to_owned()],
        published,
        sharing: Sharing::OwnState,
        from_source,
    };
    let shared = |sharing| Standing { sharing, ..standing(Some(OWNER), false, false) };
    vec![
        ("recorded by A, draft", standing(Some(OWNER), false, false)),
        ("recorded by A, draft shared with the parties", shared(Sharing::Parties)),
        ("recorded by A, draft shared with parties and Network", shared(Sharing::Network)),
        ("recorded by A, published", standing(Some(OWNER), false, true)),
        ("from a public source, recorded by no State", standing(None, true, true)),
        ("from a public source, taken over by A", standing(Some(OWNER), true, true)),
    ]
}

/// The entries of all kinds in every condition that they can come into.
fn entries() -> Vec<EntryStanding> {
    EntryKind::VARIANTS.iter().flat_map(|kind| entries_of(*kind)).collect()
}

/// The entries of one kind: begun for whom the policy lets anybody begin one, taken through every
/// stage, and published wherever it lets anybody publish.
fn entries_of(kind: EntryKind) -> Vec<EntryStanding> {
    let mut found = Vec::new();
    for owner in [Some(OWNER), None] {
        for recorded_for in [false, true] {
            let is_begun = everybody().iter().any(|who| {
                let is_for_another = owner.is_some() && who.actor.state() != owner;
                may_begin(&who.actor, kind, owner) && is_for_another == recorded_for
            });
            if !is_begun {
                continue;
            }
            for partners in named_in(kind) {
                found.extend(conditions(EntryStanding {
                    kind,
                    owner: owner.map(str::to_owned),
                    recorded_for,
                    partners,
                    published: false,
                    stage: Stage::first(kind).unwrap_or_default(),
                    // Every account here is number 1: the word of each reviewer is waited for.
                    reviewers: if kind == EntryKind::Practice { vec![1] } else { Vec::new() },
                }));
            }
        }
    }
    found
}

/// The States that an entry names. A review may name none: the forum has no members of its own.
fn named_in(kind: EntryKind) -> Vec<Vec<String>> {
    let mut named = vec![vec![NAMED.to_owned()]];
    if kind == EntryKind::Review {
        named.push(Vec::new());
    }
    named
}

/// Every condition that the entry can come into from where it begins, stage by stage.
fn conditions(begun: EntryStanding) -> Vec<EntryStanding> {
    let everybody = everybody();
    let mut found = vec![begun];
    let mut looked_at = 0;
    while let Some(entry) = found.get(looked_at).cloned() {
        looked_at += 1;
        let mut next: Vec<EntryStanding> = entry
            .stage
            .steps(entry.kind)
            .filter_map(|step| entry.stage.after(step, entry.kind))
            .map(|stage| EntryStanding {
                stage,
                // What becomes a draft again is no longer published.
                published: entry.published && stage != Stage::Draft,
                ..entry.clone()
            })
            .collect();
        if everybody.iter().any(|who| may_with_entry(&who.actor, EntryVerb::Publish, &entry)) {
            next.push(EntryStanding { published: !entry.published, ..entry.clone() });
        }
        for entry in next {
            if !found.contains(&entry) {
                found.push(entry);
            }
        }
    }
    let stages: Vec<Stage> = found.iter().map(|entry| entry.stage).collect();
    found.sort_by_key(|entry| {
        (stages.iter().position(|stage| *stage == entry.stage), entry.published)
    });
    found
}
