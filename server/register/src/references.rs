//! What a text names: the records whose numbers stand in it in brackets, as far as the reader may see
//! them.

use std::collections::{BTreeSet, HashMap};

use domain::{
    account::Actor,
    follow_up::{
        EntryKind,
        dossier::{FROZEN, Piece, pieces},
    },
    policy::EntryVerb,
};

use crate::{
    Register,
    error::Error,
    following::Entry,
    freezing::{FrozenHead, head},
    store::{entries, frozen},
};

/// The records that texts name, by their numbers.
#[derive(Clone, Debug, Default)]
pub struct Named {
    /// The titles of records of agreements.
    pub agreements: HashMap<i64, String>,
    pub entries: HashMap<i64, Entry>,
    pub frozen: HashMap<i64, FrozenHead>,
}

impl Named {
    /// A line for each record with what is told of it, in the order of their numbers.
    pub(crate) fn lines(&self) -> Vec<String> {
        let agreements =
            self.agreements.iter().map(|(id, title)| format!("agreement {id} {title}\n"));
        let entries =
            self.entries.iter().map(|(id, entry)| format!("entry {id} {}\n", entry.version));
        let frozen = self.frozen.keys().map(|id| format!("frozen {id}\n"));
        let mut lines: Vec<String> = agreements.chain(entries).chain(frozen).collect();
        lines.sort_unstable();
        lines
    }
}

impl Register {
    /// Looks up what the texts name, in three questions whatever there is. What the actor may not see
    /// is left out.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn named_in(&self, actor: &Actor, texts: &[&str]) -> Result<Named, Error> {
        // Each once.
        let (mut recorded, mut followed, mut kept) =
            (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for piece in texts.iter().flat_map(|text| pieces(text)) {
            let Piece::Record(record) = piece else { continue };
            let numbers = match record.path {
                FROZEN => &mut kept,
                path if EntryKind::from_path(path).is_some() => &mut followed,
                _ => &mut recorded,
            };
            numbers.insert(record.id);
        }
        let list = |numbers: BTreeSet<i64>| numbers.into_iter().collect::<Vec<i64>>();
        let (recorded, followed, kept) = (list(recorded), list(followed), list(kept));
        let reader = self.store.reader();
        let mut named = Named {
            agreements: self.titles(actor, &recorded).await?.into_iter().collect(),
            ..Named::default()
        };
        for row in entries::find_many(reader, &followed).await? {
            let entry = self.made(actor, row)?;
            if entry.may(EntryVerb::Read) {
                named.entries.insert(entry.id, entry);
            }
        }
        for row in frozen::find_many(reader, &kept).await? {
            let head = head(row)?;
            named.frozen.insert(head.id, head);
        }
        Ok(named)
    }
}
