//! The history of an entry, as far as its reader may see it.

use chrono::{DateTime, Utc};
use domain::{
    account::Actor,
    changes::{Change, section_changes},
    fields::{Form, Values, follow_up::PEER_REVIEW, write},
    follow_up::{EntryKind, progress::Update, stage::Step},
    policy::EntryVerb,
};
use serde_json::Value;

use crate::{
    Register,
    error::Error,
    filing::{forms_for, is_the_networks, narrow, sight_of},
    following::{Entry, updates},
    reading::HISTORY_PAGE,
    recording::Act,
    store::{entities::entry_revision, entries},
};

/// A step of an entry's history.
#[derive(Clone, Debug)]
pub struct EntryStep {
    pub version: i32,
    pub at: DateTime<Utc>,
    pub author: String,
    pub act: Option<Act>,
    pub reason: Option<String>,
    pub changes: Vec<Change>,
    /// The report that it brought.
    pub update: Option<Update>,
    /// The step that was taken with what is filed.
    pub step: Option<Step>,
}

/// A save of one form of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormVersion {
    /// Counted from 1, among the saves of this form.
    pub number: usize,
    /// The version of the entry that the save brought.
    pub version: i32,
    pub at: DateTime<Utc>,
    pub author: String,
}

impl Register {
    /// The versions of one form of an entry, first one first. Those saved while it was a draft are told
    /// to those whose draft it is; what stands on the page now is told to all who read the page.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn form_versions(
        &self,
        entry: &Entry,
        form: Form,
    ) -> Result<Vec<FormVersion>, Error> {
        let saves = entries::form_saves(self.store.reader(), entry.id, form.code).await?;
        let last = saves.len();
        let tells_drafts = entry.may(EntryVerb::Edit);
        Ok(saves
            .into_iter()
            .zip(1..)
            .filter(|(save, number)| save.published || tells_drafts || *number == last)
            .map(|(save, number)| FormVersion {
                number,
                version: save.version,
                at: save.at,
                author: save.author,
            })
            .collect())
    }

    /// One form of an entry as each of these versions brought it.
    ///
    /// # Errors
    /// [`Error::NotFound`] where one of them is not there.
    pub async fn form_at_versions(
        &self,
        entry: &Entry,
        form: Form,
        versions: [&FormVersion; 2],
    ) -> Result<[Values; 2], Error> {
        let at = async |version: &FormVersion| {
            let reader = self.store.reader();
            let found = entries::revision(reader, entry.id, version.version).await?;
            let content = entries::content(&found.ok_or(Error::NotFound)?.content)?;
            Ok::<Values, Error>(write(form, &content[form.code]))
        };
        let [before, after] = versions;
        Ok([at(before).await?, at(after).await?])
    }

    /// A page of an entry's history, newest first, and whether there is more.
    ///
    /// # Errors
    /// [`Error::NotFound`] where the entry may not be seen.
    pub async fn entry_history(
        &self,
        actor: &Actor,
        id: i64,
        before: Option<i32>,
    ) -> Result<(Entry, Vec<EntryStep>, bool), Error> {
        let entry = self.entry(actor, id).await?;
        let revisions =
            entries::revisions(self.store.reader(), id, before, HISTORY_PAGE as u64 + 1).await?;
        let more = revisions.len() > HISTORY_PAGE;
        // Nobody reads in the history what the entry itself keeps from them.
        let sight = sight_of(actor, &entry.content);
        let content = |text: &str| {
            entries::content(text).map(|mut content| {
                narrow(&mut content, sight, false);
                content
            })
        };
        let mut steps = Vec::new();
        for (number, revision) in revisions.iter().take(HISTORY_PAGE).enumerate() {
            let is_of_review = revision.form.as_deref() == Some(PEER_REVIEW.code);
            if !is_told(actor, &entry, revision) {
                continue;
            }
            let after = content(&revision.content)?;
            let earlier = revisions
                .get(number + 1)
                // Between two versions of a review nothing else differs.
                .filter(|earlier| is_of_review || is_told(actor, &entry, earlier));
            let earlier = earlier.map(|earlier| content(&earlier.content)).transpose()?;
            let act = revision.act.parse().ok();
            steps.push(EntryStep {
                version: revision.version,
                at: revision.at,
                author: revision.author.clone(),
                act,
                step: revision.act.parse().ok(),
                reason: revision.reason.clone(),
                changes: earlier
                    .map(|earlier| changes(actor, entry.kind, &earlier, &after))
                    .unwrap_or_default(),
                update: (act == Some(Act::Reported)).then(|| updates(&after).pop()).flatten(),
            });
        }
        Ok((entry, steps, more))
    }
}

/// What was done while it was a draft is told to those whose draft it is; what reviewers said, and what
/// else was done on the way, to the Network.
fn is_told(actor: &Actor, entry: &Entry, revision: &entry_revision::Model) -> bool {
    if revision.form.as_deref().is_some_and(|form| is_the_networks(entry.kind, form)) {
        return actor.is_of_the_network();
    }
    let is_step = revision.act.parse::<Step>().is_ok();
    let is_the_states = actor.state().is_some() && actor.state() == entry.owner.as_deref();
    let is_the_owners = is_the_states || entry.may(EntryVerb::Edit) || entry.may(EntryVerb::File);
    revision.published || is_the_owners || (is_step && actor.is_of_the_network())
}

fn changes(actor: &Actor, kind: EntryKind, before: &Value, after: &Value) -> Vec<Change> {
    forms_for(actor, kind)
        .flat_map(|form| {
            let (before, after) = (write(form, &before[form.code]), write(form, &after[form.code]));
            section_changes(form, &before, &after)
        })
        .collect()
}
