//! An entry is begun with its first form, as a draft, where it belongs.

use domain::{
    account::Actor,
    fields::{Values, read},
    follow_up::{EntryKind, meeting::Meeting},
    hearing::Item,
    notices::entered,
    policy::may_begin,
};
use serde_json::{Map, Value};

use crate::{
    Register,
    error::Error,
    notices,
    recording::{Act, Saved},
    store::entries::{self, New},
};

/// Where a new entry belongs.
#[derive(Clone, Debug, Default)]
pub struct Place {
    /// The State; none for the Network.
    pub owner: Option<String>,
    /// The statement or recommendation that it comes from.
    pub parent: Option<i64>,
    pub meeting: Option<i64>,
    pub question: Option<u32>,
}

impl Register {
    /// Begins an entry with its first form, as a draft.
    ///
    /// # Errors
    /// [`Error::NotAllowed`]; [`Error::Invalid`] with the fields' problems; [`Error::NotFound`] where
    /// the meeting or the entry it comes from is not there.
    pub async fn begin_entry(
        &self,
        actor: &Actor,
        kind: EntryKind,
        place: Place,
        values: &Values,
    ) -> Result<Saved, Error> {
        if !may_begin(actor, kind, place.owner.as_deref()) {
            return Err(Error::NotAllowed);
        }
        let [form, ..] = kind.forms() else { return Err(Error::NotFound) };
        let section = read(*form, values).map_err(Error::Invalid)?;
        self.check_records(actor, *form, &section).await?;
        self.check_report(actor, *form, values, &section).await?;
        let mut content = Map::new();
        content.insert(form.code.to_owned(), section);
        let place = self.placed(actor, kind, place).await?;
        let new = New {
            kind,
            key: None,
            owner: place.owner.as_deref(),
            // A State's statement that somebody of the Network begins is written for the State.
            recorded_for: place.owner.is_some() && actor.state() != place.owner.as_deref(),
            parent: place.parent,
            meeting: place.meeting,
            question: place.question,
            content: &Value::Object(content),
            published: false,
        };
        let note = self.note(actor, Act::Recorded, Some(form.code), None);
        let transaction = self.store.begin().await?;
        let id = entries::insert(&transaction, &new, &note).await?;
        let told = entered(kind, new.owner, new.recorded_for, new.content);
        notices::write(&transaction, Item::Entry(id), &told, &note).await?;
        transaction.commit().await?;
        Ok(Saved { id, version: 1, changed: true })
    }

    /// The place, with the meeting that the entry it comes from belongs to. Both are there and seen.
    async fn placed(&self, actor: &Actor, kind: EntryKind, place: Place) -> Result<Place, Error> {
        let mut place = place;
        if let Some(parent) = place.parent {
            let parent = self.entry(actor, parent).await?;
            place.meeting = parent.meeting;
        }
        let needs_meeting = matches!(kind, EntryKind::Statement | EntryKind::Recommendation);
        match place.meeting {
            Some(meeting) => {
                let meeting = self.entry(actor, meeting).await?;
                if meeting.kind != EntryKind::Meeting {
                    return Err(Error::NotFound);
                }
                if kind == EntryKind::Statement {
                    let questions = meeting.content::<Meeting>().meeting.questions;
                    let number = place.question.unwrap_or(0) as usize;
                    if number == 0 || number > questions.len() {
                        return Err(Error::NotFound);
                    }
                }
            }
            None if needs_meeting => return Err(Error::NotFound),
            None => {}
        }
        if kind == EntryKind::Dossier {
            self.check_takes_dossiers(actor, place.parent).await?;
        }
        Ok(place)
    }
}
