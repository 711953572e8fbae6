//! A State chooses that nobody of its people publishes alone, and whoever may not asks a colleague. The
//! rules stand in [`domain::two_people`].

use domain::{
    account::{Account, Actor},
    audit::{LogAct, Told},
    fields::{FieldProblem, Problem},
    hearing::Item,
    notices::publication_asked,
    policy::Verb,
    two_people::{TwoPeople, check_choosing, check_ending, may_publish},
};
use sea_orm::ConnectionTrait;

use crate::{
    Register,
    error::Error,
    notices,
    recording::{Act, allowed},
    store::{accounts, agreements, audit, two_people},
};

/// What the people of a State see of its choice.
#[derive(Clone, Debug)]
pub struct Choice {
    pub chosen: Option<TwoPeople>,
    /// The name of who chose it.
    pub chosen_by: Option<String>,
    /// How many accounts the State has that are open.
    pub accounts: u64,
}

/// What tells that somebody wrote, in a history.
const WRITING: [Act; 5] = [Act::Recorded, Act::Saved, Act::TakenOver, Act::Imported, Act::Drafted];

/// Who wrote something last.
struct Writer {
    account: Option<i64>,
    version: i32,
}

impl Register {
    /// What the actor's State has chosen.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] for who acts for no State.
    pub async fn two_people(&self, actor: &Actor) -> Result<Choice, Error> {
        let (_, state) = of_a_state(actor)?;
        let reader = self.store.reader();
        let chosen = two_people::of(reader, state).await?;
        let chosen_by = match chosen {
            Some(chosen) => accounts::by_id(reader, chosen.chosen_by).await?,
            None => None,
        };
        Ok(Choice {
            chosen,
            chosen_by: chosen_by.map(|account| account.name),
            accounts: two_people::accounts_of(reader, state).await?,
        })
    }

    /// Chooses for the actor's State that nobody publishes alone, or ends that. What is so already stays.
    ///
    /// # Errors
    /// [`Error::TwoPeople`] with what speaks against it; [`Error::NotAllowed`] for who acts for no State.
    pub async fn choose_two_people(&self, actor: &Actor, wanted: bool) -> Result<(), Error> {
        let (account, state) = of_a_state(actor)?;
        let transaction = self.store.begin().await?;
        let chosen = two_people::of(&transaction, state).await?;
        let accounts = two_people::accounts_of(&transaction, state).await?;
        let act = match (chosen, wanted) {
            (None, true) => {
                check_choosing(accounts).map_err(Error::TwoPeople)?;
                let chosen = TwoPeople { since: self.clock.now(), chosen_by: account.id };
                two_people::insert(&transaction, state, chosen).await?;
                LogAct::TwoPeopleChosen
            }
            (Some(chosen), false) => {
                check_ending(chosen, account.id, accounts).map_err(Error::TwoPeople)?;
                two_people::delete(&transaction, state).await?;
                LogAct::TwoPeopleEnded
            }
            _ => return Ok(()),
        };
        let told = self.told_of_own_account(actor, act);
        audit::write(&transaction, vec![Told { detail: Some(state.to_owned()), ..told }]).await?;
        Ok(transaction.commit().await?)
    }

    /// Whether the actor needs a colleague to publish this record.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn needs_second_person(&self, actor: &Actor, id: i64) -> Result<bool, Error> {
        match second_person(self.store.reader(), actor, actor.state(), Item::Agreement(id)).await {
            Err(Error::SecondPerson) => Ok(true),
            other => other.map(|()| false),
        }
    }

    /// The same for an entry of the follow-up.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn needs_second_person_for_entry(
        &self,
        actor: &Actor,
        id: i64,
    ) -> Result<bool, Error> {
        match second_person(self.store.reader(), actor, actor.state(), Item::Entry(id)).await {
            Err(Error::SecondPerson) => Ok(true),
            other => other.map(|()| false),
        }
    }

    /// Asks the colleagues to publish a record.
    ///
    /// # Errors
    /// [`Error::NotAllowed`]; [`Error::NotFound`].
    pub async fn ask_for_second_person(&self, actor: &Actor, id: i64) -> Result<(), Error> {
        let (_, state) = of_a_state(actor)?;
        let transaction = self.store.begin().await?;
        let row = agreements::find_to_change(&transaction, id).await?.ok_or(Error::NotFound)?;
        let content = agreements::content(&row.content)?;
        allowed(actor, Verb::Publish, &row, &content)?;
        let note = self.note(actor, Act::Published, None, None);
        let asked = publication_asked(state, row.version);
        notices::write(&transaction, Item::Agreement(id), &[asked], &note).await?;
        Ok(transaction.commit().await?)
    }
}

fn of_a_state(actor: &Actor) -> Result<(&Account, &str), Error> {
    actor.account().zip(actor.state()).ok_or(Error::NotAllowed)
}

/// Lets the actor make public what is `owner`'s, or take it away for another, unless that is the actor's own
/// State, which wants two people for it, and the actor wrote it last.
///
/// # Errors
/// [`Error::SecondPerson`] where a colleague has to.
pub(crate) async fn second_person(
    connection: &impl ConnectionTrait,
    actor: &Actor,
    owner: Option<&str>,
    item: Item,
) -> Result<(), Error> {
    let Some(state) = actor.state().filter(|state| Some(*state) == owner) else { return Ok(()) };
    let Some(chosen) = two_people::of(connection, state).await? else { return Ok(()) };
    let writer = last_writer(connection, item).await?;
    let account = actor.account().map_or(0, |account| account.id);
    if may_publish(Some(chosen), writer.and_then(|writer| writer.account), account) {
        Ok(())
    } else {
        Err(Error::SecondPerson)
    }
}

/// The same as a problem of a field, where a form is given back.
pub(crate) fn at_field(error: Error, name: &str) -> Error {
    match error {
        Error::SecondPerson => Error::Invalid(vec![Problem {
            name: name.to_owned(),
            problem: FieldProblem::SecondPerson,
        }]),
        other => other,
    }
}

/// Whether a day that was named for publishing a record still stands, where its State wants two people: it
/// was named by another than who wrote last, and after that.
///
/// # Errors
/// When the database does not answer.
pub(crate) async fn day_stands(
    connection: &impl ConnectionTrait,
    owner: Option<&str>,
    id: i64,
    named: (i32, Option<i64>),
) -> Result<bool, Error> {
    let chosen = match owner {
        Some(state) => two_people::of(connection, state).await?,
        None => None,
    };
    if chosen.is_none() {
        return Ok(true);
    }
    let (version, account) = named;
    let writer = last_writer(connection, Item::Agreement(id)).await?;
    Ok(writer.is_none_or(|writer| {
        writer.version < version
            && account.is_some_and(|account| may_publish(chosen, writer.account, account))
    }))
}

async fn last_writer(
    connection: &impl ConnectionTrait,
    item: Item,
) -> Result<Option<Writer>, Error> {
    let acts = WRITING.map(<&str>::from);
    Ok(match item {
        Item::Agreement(id) => two_people::last_of_record(connection, id, &acts)
            .await?
            .map(|row| Writer { account: row.account_id, version: row.version }),
        Item::Entry(id) => two_people::last_of_entry(connection, id, &acts)
            .await?
            .map(|row| Writer { account: row.account_id, version: row.version }),
    })
}
