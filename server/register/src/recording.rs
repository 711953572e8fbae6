//! Recording: a record is begun, its sections are saved one by one, and it is published. Every save
//! writes a revision in the same transaction.

mod checks;
mod sharing;

use domain::{
    Agreement,
    account::Actor,
    duplicates::party_key,
    fields::{SectionCode, Values, read, write},
    hearing::Item,
    policy::{Standing, Verb, may, may_record},
    sharing::{Shared, Sharing},
};

use checks::{complete, lacks_to_begin, mixed_with_fiction, own_state_missing, still_complete};

use crate::{
    Register,
    error::{Collision, Error},
    notices,
    store::{
        agreements::{self, Custody},
        entities::agreement,
        revisions::{self, Note},
    },
    two_people::second_person,
};

/// What a revision tells was done.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr, strum::EnumString, strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Act {
    Recorded,
    Saved,
    TakenOver,
    Published,
    Withdrawn,
    /// Its State decided who sees it before everybody does, or from when everybody does.
    Shared,
    /// The register published it on the day that its State had named.
    PublishedOnDay,
    Imported,
    /// A State said that what the Network had recorded for it is its own.
    Confirmed,
    /// Somebody reported progress.
    Reported,
    /// A dossier was drafted from the register.
    Drafted,
    /// A reviewer asked about a dossier.
    Asked,
    /// Its State answered.
    Answered,
    /// A State said whether it takes part in a review.
    TookPart,
    /// A coordinator named a reviewer of a practice.
    ReviewerNamed,
    /// A coordinator took a reviewer off the list again.
    ReviewerReleased,
    /// A reviewer declared whether there is a conflict of interest.
    Declared,
    /// A reviewer gave an opinion.
    OpinionGiven,
}

/// What came of a save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    pub id: i64,
    pub version: i32,
    /// False where nothing had changed, and so nothing was written.
    pub changed: bool,
}

impl Register {
    /// Begins a record for the actor's State, from a kind, two parties and a title.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] for who has no State; [`Error::Invalid`] with the fields' problems.
    pub async fn record(
        &self,
        actor: &Actor,
        identity: &Values,
        parties: &Values,
    ) -> Result<Saved, Error> {
        if !may_record(actor) {
            return Err(Error::NotAllowed);
        }
        let mut agreement = Agreement::default();
        let mut problems = Vec::new();
        for (section, values) in
            [(SectionCode::Identity, identity), (SectionCode::Parties, parties)]
        {
            match read(section.form(), values) {
                Ok(value) => put(&mut agreement, section, value)?,
                Err(found) => problems.extend(found),
            }
        }
        problems.extend(lacks_to_begin(&agreement, &problems));
        problems.extend(own_state_missing(actor, &agreement));
        problems.extend(mixed_with_fiction(&agreement));
        if !problems.is_empty() {
            return Err(Error::Invalid(problems));
        }
        let note = self.note(actor, Act::Recorded, None, None);
        let transaction = self.store.begin().await?;
        let id = agreements::insert(&transaction, &agreement, actor.state(), &note).await?;
        transaction.commit().await?;
        Ok(Saved { id, version: 1, changed: true })
    }

    /// Saves one section as it was typed, made from version `base`.
    ///
    /// Where others have saved other sections since, both stand. Where somebody saved this one, the
    /// answer is [`Error::Conflict`] with both versions.
    ///
    /// # Errors
    /// [`Error::Invalid`], [`Error::Conflict`], [`Error::Incomplete`] for a published record that
    /// would lack what publishing asks for, [`Error::NotAllowed`], [`Error::NotFound`].
    pub async fn save_section(
        &self,
        actor: &Actor,
        id: i64,
        section: SectionCode,
        base: i32,
        values: &Values,
        reason: Option<String>,
    ) -> Result<Saved, Error> {
        let value = read(section.form(), values).map_err(Error::Invalid)?;
        let transaction = self.store.begin().await?;
        let before = agreements::find_to_change(&transaction, id).await?.ok_or(Error::NotFound)?;
        let current = agreements::content(&before.content)?;
        allowed(actor, Verb::Edit, &before, &current)?;
        if before.version != base {
            let old = revisions::find(&transaction, id, base).await?.ok_or(Error::NotFound)?;
            let old = write(section.form(), &agreements::content(&old.content)?.section(section));
            let now = write(section.form(), &current.section(section));
            // A save that got no answer is sent again: it does not collide with itself.
            if old != now && write(section.form(), &value) != now {
                let newest = revisions::find(&transaction, id, before.version).await?;
                return Err(Error::Conflict(Box::new(Collision {
                    version: before.version,
                    author: newest.map(|newest| newest.author).unwrap_or_default(),
                    title: before.title,
                    base: old,
                    current: now,
                })));
            }
        }
        let mut after = current.clone();
        put(&mut after, section, value)?;
        if section == SectionCode::Provisions {
            after.provisions.stamp(&current.provisions, &author(actor), self.clock.today());
        }
        if section == SectionCode::Parties
            && let Some(problem) =
                own_state_missing(actor, &after).or_else(|| mixed_with_fiction(&after))
        {
            return Err(Error::Invalid(vec![problem]));
        }
        if section == SectionCode::References {
            self.check_links(&transaction, actor, id, &after).await?;
        }
        if after == current {
            return Ok(Saved { id, version: before.version, changed: false });
        }
        if before.published_at.is_some() || before.public_from.is_some() {
            still_complete(&current, &after)?;
        }
        if party_key(&current) != party_key(&after) {
            // Records of other parties are no longer this agreement.
            self.part_all(&transaction, actor, id).await?;
        }
        // A record from a public source becomes the record of the State that first edits it.
        let act = if before.recorded_by.is_none() { Act::TakenOver } else { Act::Saved };
        let note = self.note(actor, act, Some(section.code()), reason);
        let custody = taken_over(&before, actor);
        let version = agreements::update(&transaction, &before, &after, &custody, &note).await?;
        if custody.published_at.is_some() || custody.shared.with >= Sharing::Parties {
            let published = custody.published_at.is_some();
            let saved =
                notices::Saved { before: &current, after: &after, section, published, version };
            notices::on_save(&transaction, id, actor.state(), &saved, &note).await?;
        }
        transaction.commit().await?;
        Ok(Saved { id, version, changed: true })
    }

    /// Publishes a record, or takes it back (which is the undo of publishing).
    ///
    /// # Errors
    /// [`Error::Incomplete`] with what is missing; [`Error::SecondPerson`]; [`Error::NotAllowed`];
    /// [`Error::NotFound`].
    pub async fn set_published(
        &self,
        actor: &Actor,
        id: i64,
        published: bool,
    ) -> Result<Saved, Error> {
        let transaction = self.store.begin().await?;
        let before = agreements::find_to_change(&transaction, id).await?.ok_or(Error::NotFound)?;
        let content = agreements::content(&before.content)?;
        let verb = if published { Verb::Publish } else { Verb::Withdraw };
        if before.published_at.is_some() == published {
            allowed(actor, Verb::Edit, &before, &content)?;
            return Ok(Saved { id, version: before.version, changed: false });
        }
        allowed(actor, verb, &before, &content)?;
        if published {
            let owner = before.recorded_by.as_deref();
            second_person(&transaction, actor, owner, Item::Agreement(id)).await?;
            complete(&content)?;
        } else {
            self.part_all(&transaction, actor, id).await?;
        }
        let act = if published { Act::Published } else { Act::Withdrawn };
        let note = self.note(actor, act, None, None);
        let custody = Custody {
            published_at: published.then(|| self.clock.now()),
            // What is taken back is its State's alone again.
            shared: Shared::default(),
            ..taken_over(&before, actor)
        };
        let version = agreements::update(&transaction, &before, &content, &custody, &note).await?;
        if published {
            let told = domain::notices::published(&content, actor.state(), version);
            notices::write(&transaction, Item::Agreement(id), &told, &note).await?;
        }
        transaction.commit().await?;
        Ok(Saved { id, version, changed: true })
    }

    /// Puts a draft away, or takes it out again. Nothing of it is lost.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] for a record that is published or came from a public source;
    /// [`Error::NotFound`].
    pub async fn set_discarded(
        &self,
        actor: &Actor,
        id: i64,
        discarded: bool,
    ) -> Result<(), Error> {
        let transaction = self.store.begin().await?;
        let row = agreements::find_to_change(&transaction, id).await?.ok_or(Error::NotFound)?;
        let content = agreements::content(&row.content)?;
        allowed(actor, Verb::Discard, &row, &content)?;
        let note = self.note(actor, Act::Withdrawn, None, None);
        agreements::set_discarded(&transaction, id, discarded, &note).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Drafts of the actor's State that were put away, last first, as number and title.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] for who has no State.
    pub async fn discarded(&self, actor: &Actor) -> Result<Vec<(i64, String)>, Error> {
        let state = actor.state().ok_or(Error::NotAllowed)?;
        Ok(agreements::discarded(self.store.reader(), state).await?)
    }

    /// What a revision tells of a deed of the actor's.
    pub(crate) fn note(
        &self,
        actor: &Actor,
        act: Act,
        section: Option<&'static str>,
        reason: Option<String>,
    ) -> Note {
        let account = actor.account();
        Note {
            at: self.clock.now(),
            account_id: account.map(|account| account.id),
            author: author(actor),
            act: act.into(),
            section,
            reason: reason.filter(|reason| !reason.trim().is_empty()),
        }
    }
}

/// Whose the record is once the actor changed it: what no State recorded becomes the actor's State's.
fn taken_over(before: &agreement::Model, actor: &Actor) -> Custody {
    let custody = Custody::of(before);
    let recorded_by = custody.recorded_by.or_else(|| actor.state().map(str::to_owned));
    Custody { recorded_by, ..custody }
}

/// How a person is named in findings and in the history.
pub(crate) fn author(actor: &Actor) -> String {
    actor.account().map_or_else(String::new, |account| match &account.state {
        Some(state) => format!("{} ({state})", account.name),
        None => account.name.clone(),
    })
}

fn put(
    agreement: &mut Agreement,
    section: SectionCode,
    value: serde_json::Value,
) -> Result<(), Error> {
    agreement
        .set_section(section, value)
        .map_err(|error| Error::Unavailable(migrations::DbErr::Json(error.to_string())))
}

/// What the policy must know of a stored record.
pub(crate) fn standing(row: &agreement::Model, content: &Agreement) -> Standing {
    Standing {
        recorded_by: row.recorded_by.clone(),
        parties: content.party_codes().map(str::to_owned).collect(),
        published: row.published_at.is_some(),
        sharing: agreements::shared(row).with,
        from_source: row.from_source,
    }
}

/// Refuses what the policy does not allow: with "not found" where the actor may not even know that
/// there is such a record.
pub(crate) fn allowed(
    actor: &Actor,
    verb: Verb,
    row: &agreement::Model,
    content: &Agreement,
) -> Result<(), Error> {
    let standing = standing(row, content);
    // A record that was merged is as it was until the merge is undone.
    let is_open = row.merged_into.is_none() || verb == Verb::Read;
    if is_open && may(actor, verb, &standing) {
        Ok(())
    } else if may(actor, Verb::Read, &standing) {
        Err(Error::NotAllowed)
    } else {
        Err(Error::NotFound)
    }
}
