//! A State shows its record to the other parties, or to the Network too, before everybody sees it; and
//! the register publishes it on the day that the State names.

use domain::{
    Agreement,
    account::Actor,
    fields::Values,
    hearing::Item,
    notices::publication_asked,
    policy::Verb,
    sharing::{Shared, Sharing},
};

use sea_orm::DatabaseTransaction;

use super::{Act, Saved, allowed, checks::complete};
use crate::{
    Register,
    error::Error,
    notices,
    store::{
        agreements::{self, Custody},
        entities::agreement,
        revisions,
    },
    two_people::{at_field, day_stands, second_person},
};

impl Register {
    /// Decides who sees a record that is not published, and with which day it is. The other parties are
    /// told when they see it for the first time.
    ///
    /// # Errors
    /// [`Error::Invalid`] with the fields' problems; [`Error::Incomplete`] where it is to be published
    /// and lacks what that asks for; [`Error::NotAllowed`]; [`Error::NotFound`].
    pub async fn share(&self, actor: &Actor, id: i64, values: &Values) -> Result<Saved, Error> {
        let shared = Shared::read(values, self.clock.today()).map_err(Error::Invalid)?;
        let transaction = self.store.begin().await?;
        let before = agreements::find_to_change(&transaction, id).await?.ok_or(Error::NotFound)?;
        let content = agreements::content(&before.content)?;
        allowed(actor, Verb::Share, &before, &content)?;
        let was = agreements::shared(&before);
        if shared == was {
            return Ok(Saved { id, version: before.version, changed: false });
        }
        if shared.public_from.is_some() {
            let owner = before.recorded_by.as_deref();
            second_person(&transaction, actor, owner, Item::Agreement(id))
                .await
                .map_err(|error| at_field(error, "public_from"))?;
            complete(&content)?;
        }
        let note = self.note(actor, Act::Shared, None, None);
        let custody = Custody { shared, ..Custody::of(&before) };
        let version = agreements::update(&transaction, &before, &content, &custody, &note).await?;
        if was.with < Sharing::Parties && shared.with >= Sharing::Parties {
            let told = domain::notices::shared(&content, actor.state(), version);
            notices::write(&transaction, Item::Agreement(id), &told, &note).await?;
        }
        transaction.commit().await?;
        Ok(Saved { id, version, changed: true })
    }

    /// Publishes the records whose day has come (UTC), each in a transaction of its own; answers how many.
    /// The history tells it as the deed of whoever named the day. A program that stands still publishes
    /// nothing: what is late stays unseen.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn publish_what_is_due(&self) -> Result<u64, Error> {
        let today = self.clock.today();
        let mut published = 0;
        for id in agreements::to_publish(self.store.reader(), today).await? {
            let transaction = self.store.begin().await?;
            let Some(before) = agreements::find_to_change(&transaction, id).await? else {
                continue;
            };
            let is_due = before.public_from.is_some_and(|day| day <= today)
                && before.published_at.is_none()
                && before.discarded_at.is_none();
            if !is_due {
                // Another program was faster, or its State changed its mind.
                continue;
            }
            let content = agreements::content(&before.content)?;
            let named = revisions::last_of_act(&transaction, id, Act::Shared.into()).await?;
            let owner = before.recorded_by.clone();
            let by = named.as_ref().map(|named| (named.version, named.account_id));
            if !day_stands(&transaction, owner.as_deref(), id, by.unwrap_or_default()).await? {
                self.take_day_back(transaction, &before, &content).await?;
                continue;
            }
            let (account_id, author) =
                named.map(|named| (named.account_id, named.author)).unwrap_or_default();
            let note = revisions::Note {
                account_id,
                author,
                ..self.note(&Actor::Reader, Act::PublishedOnDay, None, None)
            };
            let custody = Custody {
                published_at: Some(self.clock.now()),
                shared: Shared::default(),
                ..Custody::of(&before)
            };
            let version =
                agreements::update(&transaction, &before, &content, &custody, &note).await?;
            let recorded_by = before.recorded_by.as_deref();
            let told = domain::notices::published(&content, recorded_by, version);
            notices::write(&transaction, Item::Agreement(id), &told, &note).await?;
            transaction.commit().await?;
            published += 1;
        }
        Ok(published)
    }

    /// Leaves unpublished what was changed after its day was named, or by who named it, where the State wants
    /// two people for publishing: its people are asked.
    async fn take_day_back(
        &self,
        transaction: DatabaseTransaction,
        before: &agreement::Model,
        content: &Agreement,
    ) -> Result<(), Error> {
        let note = self.note(&Actor::Reader, Act::Shared, None, None);
        let was = Custody::of(before);
        let shared = Shared { public_from: None, ..was.shared };
        let custody = Custody { shared, ..was };
        let version = agreements::update(&transaction, before, content, &custody, &note).await?;
        if let Some(state) = &before.recorded_by {
            let asked = [publication_asked(state, version)];
            notices::write(&transaction, Item::Agreement(before.id), &asked, &note).await?;
        }
        Ok(transaction.commit().await?)
    }
}
