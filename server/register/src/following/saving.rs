//! A form of an entry is saved as it was typed, made from the version that the person saw.

use domain::{
    account::Actor,
    fields::{
        FieldProblem, Form, Problem, Values,
        follow_up::{PEER_REVIEW, PLEDGE},
        read, write,
    },
    follow_up::EntryKind,
    hearing::Item,
    notices::entered,
    policy::{EntryVerb, Verb, may},
};
use serde_json::Value;

use crate::{
    Register,
    error::{Collision, Error},
    notices,
    recording::{Act, Saved, standing},
    store::{agreements, entries},
};

impl Register {
    /// Saves one form of an entry as it was typed, made from version `base`. A statement that its
    /// State edits becomes the State's own.
    ///
    /// # Errors
    /// [`Error::Invalid`], [`Error::Conflict`], [`Error::NotAllowed`], [`Error::NotFound`].
    pub async fn save_entry(
        &self,
        actor: &Actor,
        id: i64,
        form: Form,
        base: i32,
        values: &Values,
        reason: Option<String>,
    ) -> Result<Saved, Error> {
        let section = read(form, values).map_err(Error::Invalid)?;
        self.check_records(actor, form, &section).await?;
        self.check_report(actor, form, values, &section).await?;
        let transaction = self.store.begin().await?;
        let mut row = self.held(&transaction, actor, id, verb_of(form)).await?;
        let current = entries::content(&row.content)?;
        if row.version != base {
            let old = entries::revision(&transaction, id, base).await?.ok_or(Error::NotFound)?;
            let old = write(form, &entries::content(&old.content)?[form.code]);
            let now = write(form, &current[form.code]);
            // A save that got no answer is sent again: it does not collide with itself.
            if old != now && write(form, &section) != now {
                let newest = entries::revision(&transaction, id, row.version).await?;
                return Err(Error::Conflict(Box::new(Collision {
                    version: row.version,
                    author: newest.map(|newest| newest.author).unwrap_or_default(),
                    title: row.title,
                    base: old,
                    current: now,
                })));
            }
        }
        let mut after = current.clone();
        after[form.code] = section;
        if form.code == PEER_REVIEW.code
            && let Some(reviewers) = current[form.code].get("reviewers")
        {
            // The message is the coordinator's; what reviewers said is theirs.
            after[form.code]["reviewers"] = reviewers.clone();
        }
        let becomes_own = row.recorded_for && actor.state() == row.owner.as_deref();
        if write(form, &after[form.code]) == write(form, &current[form.code]) && !becomes_own {
            return Ok(Saved { id, version: row.version, changed: false });
        }
        row.recorded_for &= !becomes_own;
        if form.code == PLEDGE.code {
            // A partner confirmed the pledge as it was written then.
            after["confirmed"] = Value::Array(Vec::new());
        }
        let note = self.note(actor, Act::Saved, Some(form.code), reason);
        if form.code == PLEDGE.code {
            let told = entered(EntryKind::Pledge, row.owner.as_deref(), false, &after);
            notices::write(&transaction, Item::Entry(id), &told, &note).await?;
        }
        let version = entries::update(&transaction, row, &after, &note).await?;
        transaction.commit().await?;
        Ok(Saved { id, version, changed: true })
    }

    /// One form of an entry as it stood at a version, for who may edit it.
    ///
    /// # Errors
    /// [`Error::NotFound`] and [`Error::NotAllowed`] as the policy has it.
    pub async fn entry_form_at(
        &self,
        actor: &Actor,
        id: i64,
        form: Form,
        version: i32,
    ) -> Result<Values, Error> {
        if !self.entry(actor, id).await?.may(verb_of(form)) {
            return Err(Error::NotAllowed);
        }
        let revision =
            entries::revision(self.store.reader(), id, version).await?.ok_or(Error::NotFound)?;
        Ok(write(form, &entries::content(&revision.content)?[form.code]))
    }

    /// Numbers of records lead to records that are there and that the actor may see.
    pub(super) async fn check_records(
        &self,
        actor: &Actor,
        form: Form,
        section: &Value,
    ) -> Result<(), Error> {
        for name in form.records() {
            let numbers = section[name].as_array().into_iter().flatten().filter_map(Value::as_i64);
            let numbers: Vec<i64> = numbers.collect();
            if numbers.is_empty() {
                continue;
            }
            let found = agreements::find_many(self.store.reader(), &numbers).await?;
            let mut seen = 0;
            for row in &found {
                let content = agreements::content(&row.content)?;
                let standing = standing(row, &content);
                if may(actor, Verb::Read, &standing) {
                    seen += 1;
                }
            }
            if seen < numbers.len() {
                return Err(Error::Invalid(vec![Problem {
                    name: name.to_owned(),
                    problem: FieldProblem::NoSuchRecord,
                }]));
            }
        }
        Ok(())
    }
}

/// What it takes to fill a form in: the peer review is not the owner's to write.
fn verb_of(form: Form) -> EntryVerb {
    if form.code == PEER_REVIEW.code { EntryVerb::Review } else { EntryVerb::Edit }
}
