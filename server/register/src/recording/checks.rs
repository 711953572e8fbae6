//! What a record must hold before it is begun, saved or published.

use std::collections::BTreeSet;

use domain::{
    Agreement,
    account::Actor,
    agreement::Relation,
    completeness::gaps,
    fields::{FieldProblem, Problem},
    policy::{Verb, may},
    states,
};
use sea_orm::DatabaseTransaction;

use super::standing;
use crate::{Register, error::Error, store::agreements};

impl Register {
    /// A link may only lead to a record that is there and that the actor may see.
    pub(super) async fn check_links(
        &self,
        transaction: &DatabaseTransaction,
        actor: &Actor,
        id: i64,
        after: &Agreement,
    ) -> Result<(), Error> {
        let mut problems = Vec::new();
        for (number, link) in after.references.links.iter().enumerate() {
            let Some(to) = link.agreement.map(i64::from) else { continue };
            let found = agreements::find(transaction, to).await?;
            let other = match &found {
                Some(row) => {
                    let content = agreements::content(&row.content)?;
                    may(actor, Verb::Read, &standing(row, &content)).then_some(content)
                }
                None => None,
            };
            let problem = match other {
                Some(other) if to != id => {
                    let replaces = link.relation == Some(Relation::Replaces);
                    (replaces && !same_parties(after, &other)).then_some(FieldProblem::OtherParties)
                }
                _ => Some(FieldProblem::NoSuchRecord),
            };
            problems.extend(
                problem
                    .map(|problem| Problem { name: format!("links.{number}.agreement"), problem }),
            );
        }
        if problems.is_empty() { Ok(()) } else { Err(Error::Invalid(problems)) }
    }
}

/// Nobody but the same parties ends what these agreed (Vienna Convention, art. 59).
fn same_parties(one: &Agreement, other: &Agreement) -> bool {
    let of = |agreement: &Agreement| -> BTreeSet<String> {
        agreement.party_codes().map(str::to_owned).collect()
    };
    of(one) == of(other)
}

/// A State records what it agreed itself.
pub(super) fn own_state_missing(actor: &Actor, agreement: &Agreement) -> Option<Problem> {
    let state = actor.state()?;
    let is_there = agreement.party_codes().any(|code| code == state);
    let problem = FieldProblem::OwnStateMissing;
    (!is_there).then(|| Problem { name: "parties.0.code".to_owned(), problem })
}

/// A fictitious State concludes nothing with one that there is.
pub(super) fn mixed_with_fiction(agreement: &Agreement) -> Option<Problem> {
    let mut parties = agreement.party_codes().map(states::is_example).enumerate();
    let (_, first) = parties.next()?;
    let (number, _) = parties.find(|(_, is_example)| *is_example != first)?;
    let problem = FieldProblem::NotAChoice;
    Some(Problem { name: format!("parties.{number}.code"), problem })
}

/// A record begins with a kind, two parties and a title.
pub(super) fn lacks_to_begin(agreement: &Agreement, known: &[Problem]) -> Vec<Problem> {
    let titled = !agreement.identity.titles.is_empty();
    let lacks = [
        (agreement.identity.kind.is_none(), "kind"),
        (agreement.party_codes().count() < 2, "parties.1.code"),
        (!titled, "titles.0.text"),
    ];
    lacks
        .into_iter()
        .filter(|(lacks, name)| *lacks && !known.iter().any(|problem| problem.name == *name))
        .map(|(_, name)| Problem { name: name.to_owned(), problem: FieldProblem::Required })
        .collect()
}

/// What is published holds all that publishing asks for.
pub(super) fn complete(agreement: &Agreement) -> Result<(), Error> {
    let missing: Vec<_> =
        gaps(agreement).into_iter().filter(|gap| gap.stops_publishing()).collect();
    if missing.is_empty() { Ok(()) } else { Err(Error::Incomplete(missing)) }
}

/// A published record may not lose what publishing asks for; what it never had (a record from a
/// public source) does not stop a save.
pub(super) fn still_complete(before: &Agreement, after: &Agreement) -> Result<(), Error> {
    let known = gaps(before);
    let lost: Vec<_> = gaps(after)
        .into_iter()
        .filter(|gap| gap.stops_publishing() && !known.contains(gap))
        .collect();
    if lost.is_empty() { Ok(()) } else { Err(Error::Incomplete(lost)) }
}
