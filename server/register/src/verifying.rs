//! Verifying: is the register as it was written? The log of changes is calculated again line by line,
//! and what stands in the database is held against it.

use std::collections::HashMap;

use domain::audit::{Break, End, Line, SubjectKind};
use migrations::DbErr;

use crate::{
    Register,
    error::Error,
    store::audit::{
        checks::{self, Key},
        reading,
    },
};

pub use crate::store::audit::checks::Counts;

/// Faults in the lines of the log and their revisions that are told: the first ones say where to look.
const FIRST: usize = 20;

/// What was verified, and what is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    pub counts: Counts,
    /// Where the log ends. Kept elsewhere, this number and hash show later that no line up to it was
    /// changed or cut off.
    pub end: End,
    /// Whether the database checked its own file: SQLite does.
    pub checked_file: bool,
    /// The first places that are broken; none where all is as it was written.
    pub faults: Vec<Fault>,
}

/// A broken place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("line {number} of the log: {how}")]
    Line { number: i64, how: Break },
    #[error("line {number} of the log tells of {}, which is not there", revision(*kind, *key))]
    RevisionGone { number: i64, kind: SubjectKind, key: Key },
    #[error("{} is not as line {number} of the log says it was written", revision(*kind, *key))]
    RevisionChanged { number: i64, kind: SubjectKind, key: Key },
    #[error("no line of the log tells of {}", revision(*kind, *key))]
    RevisionWithoutLine { kind: SubjectKind, key: Key },
    #[error("{} {id} has versions missing, or more than it counts", kind.code())]
    VersionsMissing { kind: SubjectKind, id: i64 },
    #[error("{} {id} is not as its newest revision says", kind.code())]
    UnlikeNewest { kind: SubjectKind, id: i64 },
    #[error("no line of the log tells of what a party said, number {id}, as it stands there")]
    SaidWithoutLine { id: i64 },
    #[error("frozen register {id} no longer has the hash with which it was frozen")]
    FrozenChanged { id: i64 },
    #[error("the database says of its file: {0}")]
    File(String),
}

fn revision(kind: SubjectKind, (id, version): Key) -> String {
    format!("version {version} of {} {id}", kind.code())
}

impl Register {
    /// Verifies the whole register, page by page. Nothing is changed; others may write meanwhile.
    ///
    /// # Errors
    /// When the database does not answer. What is broken is no error: it is in the answer.
    pub async fn verify(&self) -> Result<Verified, Error> {
        let reader = self.store.reader();
        let mut faults = Vec::new();
        // On the connection that writes: one that only searched before checks the words against what it
        // remembers of their index, and finds a fault where there is none.
        let file = checks::own_check(self.store.writer()).await?;
        let checked_file = file.is_some();
        faults.extend(file.unwrap_or_default().into_iter().map(Fault::File));
        let (end, lines) = self.walk(&mut faults).await?;
        let counts = Counts { lines, ..checks::counts(reader).await? };
        for (kind, key) in checks::without_line(reader).await? {
            faults.push(Fault::RevisionWithoutLine { kind, key });
        }
        for (kind, id) in checks::with_gaps(reader).await? {
            faults.push(Fault::VersionsMissing { kind, id });
        }
        for (kind, id) in checks::unlike_newest(reader).await? {
            faults.push(Fault::UnlikeNewest { kind, id });
        }
        for id in checks::said_without_line(reader).await? {
            faults.push(Fault::SaidWithoutLine { id });
        }
        self.verify_frozen(&mut faults).await?;
        Ok(Verified { counts, end, checked_file, faults })
    }

    /// Walks along the log; answers where it ends and how many lines it has.
    async fn walk(&self, faults: &mut Vec<Fault>) -> Result<(End, u64), Error> {
        let (mut end, mut count, mut after) = (End::default(), 0, None);
        let mut found = Vec::new();
        loop {
            let lines = reading::page(self.store.reader(), after).await?;
            let Some(last) = lines.last() else { break };
            after = Some(last.number);
            count += lines.len() as u64;
            for line in &lines {
                let how = line.breaks(&end);
                found.extend(how.map(|how| Fault::Line { number: line.number, how }));
                end = line.end();
            }
            found.extend(self.verify_revisions(&lines).await?);
            // A chain that is broken everywhere is told by its beginning.
            found.truncate(FIRST);
        }
        faults.append(&mut found);
        Ok((end, count))
    }

    /// Holds the revisions that these lines tell of against what stands in the database.
    async fn verify_revisions(&self, lines: &[Line]) -> Result<Vec<Fault>, DbErr> {
        let reader = self.store.reader();
        let told = |kind: SubjectKind| -> Vec<(&Line, Key)> {
            let of_kind = lines.iter().filter(|line| line.told.kind == kind.code());
            of_kind
                .filter_map(|line| Some((line, (line.told.number?, line.told.version?))))
                .collect()
        };
        let (records, entries) = (told(SubjectKind::Agreement), told(SubjectKind::Entry));
        let keys =
            |told: &[(&Line, Key)]| -> Vec<Key> { told.iter().map(|(_, key)| *key).collect() };
        let of_records = checks::revisions(reader, &keys(&records)).await?;
        let of_entries = checks::entry_revisions(reader, &keys(&entries)).await?;
        let mut faults = against(SubjectKind::Agreement, &records, &of_records);
        faults.extend(against(SubjectKind::Entry, &entries, &of_entries));
        Ok(faults)
    }

    async fn verify_frozen(&self, faults: &mut Vec<Fault>) -> Result<(), Error> {
        let mut page = 0;
        loop {
            let (frozen, more) = self.all_frozen(page).await?;
            for head in frozen {
                let is_intact = match self.stood(head.id).await {
                    Ok(stood) => stood.is_intact,
                    // What it holds is no record any more.
                    Err(Error::Unavailable(DbErr::Json(_))) => false,
                    Err(error) => return Err(error),
                };
                if !is_intact {
                    faults.push(Fault::FrozenChanged { id: head.id });
                }
            }
            if !more {
                return Ok(());
            }
            page += 1;
        }
    }
}

/// The lines of which the revision is not there, or is another.
fn against(kind: SubjectKind, told: &[(&Line, Key)], stored: &HashMap<Key, String>) -> Vec<Fault> {
    let fault = |(line, key): &(&Line, Key)| {
        let number = line.number;
        match stored.get(key) {
            None => Some(Fault::RevisionGone { number, kind, key: *key }),
            Some(hash) if line.told.content_hash.as_ref() != Some(hash) => {
                Some(Fault::RevisionChanged { number, kind, key: *key })
            }
            Some(_) => None,
        }
    };
    told.iter().filter_map(fault).collect()
}
