//! The one policy: may this actor do this to that record, and which records may they see. Denied
//! is the default. It is applied in the register, within the query, for every channel alike.

use crate::account::Actor;

/// What somebody may want to do with a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::VariantArray)]
pub enum Verb {
    Read,
    Edit,
    Publish,
}

/// What the policy must know of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The State that recorded it; none where it came from a public source and no State has taken
    /// it over.
    pub recorded_by: Option<String>,
    /// The parties' codes.
    pub parties: Vec<String>,
    pub published: bool,
}

/// Whether the actor may do it.
///
/// A published record is read by all; a draft by the State that records it alone. Officials and
/// focal points edit and publish what their own State records. A record that came from a public
/// source may be taken over by the officials of any of its parties. The Network's accounts edit
/// nobody's record.
pub fn may(actor: &Actor, verb: Verb, record: &Standing) -> bool {
    let own = match (actor.state(), &record.recorded_by) {
        (Some(state), Some(recorder)) => state == recorder,
        (Some(state), None) => record.parties.iter().any(|party| party == state),
        (None, _) => false,
    };
    match verb {
        Verb::Read => record.published || (own && record.recorded_by.is_some()),
        Verb::Edit | Verb::Publish => own,
    }
}

/// Whether the actor may begin a record: accounts of a State may, for their State.
pub fn may_record(actor: &Actor) -> bool {
    actor.state().is_some()
}

/// The records that an actor may see, as the store can ask for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Visible {
    /// What is published.
    Published,
    /// What is published, and what this State records.
    PublishedAndOf(String),
}

/// Which records the actor may see: [`may`] with [`Verb::Read`], said for the whole register.
pub fn visible(actor: &Actor) -> Visible {
    match actor.state() {
        Some(state) => Visible::PublishedAndOf(state.to_owned()),
        None => Visible::Published,
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::*;
    use crate::account::{Account, Role};

    fn actor(role: Role, state: Option<&str>) -> Actor {
        Actor::Account(Account {
            id: 1,
            name: "Example".into(),
            email: "example@example.org".into(),
            role,
            state: state.map(str::to_owned),
        })
    }

    fn record(recorded_by: Option<&str>, published: bool) -> Standing {
        Standing {
            recorded_by: recorded_by.map(str::to_owned),
            parties: vec!["AAA".into(), "BBB".into()],
            published,
        }
    }

    /// Role, State, what may be done with: own draft, own published, the other party's draft, its
    /// published record, a record from a public source (draft, published).
    #[test]
    fn who_may_do_what_with_which_record() {
        let records = [
            record(Some("AAA"), false),
            record(Some("AAA"), true),
            record(Some("BBB"), false),
            record(Some("BBB"), true),
            record(None, false),
            record(None, true),
        ];
        let table = [
            (Actor::Reader, ["", "R", "", "R", "", "R"]),
            (actor(Role::Official, Some("AAA")), ["REP", "REP", "", "R", "EP", "REP"]),
            (actor(Role::FocalPoint, Some("AAA")), ["REP", "REP", "", "R", "EP", "REP"]),
            (actor(Role::Official, Some("CCC")), ["", "R", "", "R", "", "R"]),
            (actor(Role::Official, None), ["", "R", "", "R", "", "R"]),
            (actor(Role::Reviewer, None), ["", "R", "", "R", "", "R"]),
            (actor(Role::Reviewer, Some("AAA")), ["", "R", "", "R", "", "R"]),
            (actor(Role::Coordinator, None), ["", "R", "", "R", "", "R"]),
            (actor(Role::Administrator, None), ["", "R", "", "R", "", "R"]),
        ];
        for (actor, expected) in table {
            for (record, expected) in records.iter().zip(expected) {
                let mut allowed = String::new();
                for (verb, letter) in Verb::VARIANTS.iter().zip(['R', 'E', 'P']) {
                    if may(&actor, *verb, record) {
                        allowed.push(letter);
                    }
                }
                assert_eq!(allowed, expected, "{actor:?} {record:?}");
            }
        }
    }

    #[test]
    fn what_is_visible_in_a_list_is_what_may_be_read_one_by_one() {
        for actor in [
            Actor::Reader,
            actor(Role::Official, Some("AAA")),
            actor(Role::Reviewer, Some("AAA")),
            actor(Role::Administrator, None),
        ] {
            for record in [
                record(Some("AAA"), false),
                record(Some("BBB"), false),
                record(None, false),
                record(None, true),
            ] {
                let in_list = match visible(&actor) {
                    Visible::Published => record.published,
                    Visible::PublishedAndOf(state) => {
                        record.published || record.recorded_by.as_ref() == Some(&state)
                    }
                };
                assert_eq!(in_list, may(&actor, Verb::Read, &record), "{actor:?} {record:?}");
            }
        }
    }
}
