//! What a review's outcome report is made from. It holds published things and figures of a frozen
//! register alone, so it is the same for every reader, and its figures can be drawn again at any time.

use std::sync::Arc;

use chrono::NaiveDate;
use domain::{
    Agreement,
    account::Actor,
    figures::{Figures, figures, has_skills, statuses},
    follow_up::{
        EntryKind,
        dossier::Chapter,
        review::{About, Review, ReviewKind, carried_to},
        stage::Stage,
    },
    status::Status,
};
use sha2::{Digest, Sha256};

use crate::{
    Register,
    error::Error,
    following::{Entry, Wanted},
    freezing::{FrozenHead, Stood, apart, figures_of},
    jobs::Claimed,
    references::Named,
    reviews::DeskRow,
    tokens::hexadecimal,
};

/// Raised when the report is written otherwise, so that those that were made are made anew.
const EDITION: u32 = 1;

/// The chapters of a published dossier that the report holds: what only the State can say.
pub const OWN_CHAPTERS: [Chapter; 2] = [Chapter::Challenges, Chapter::NextSteps];

/// A review with everything that its outcome report tells.
#[derive(Clone, Debug)]
pub struct Outcome {
    pub review: Entry,
    /// The day at which the records are looked at.
    pub day: NaiveDate,
    /// The frozen register on which it rests; none while it is provisional.
    pub frozen: Option<FrozenHead>,
    /// Whether the revisions still have the hash with which they were frozen.
    pub is_intact: bool,
    /// The whole register's figures.
    pub all: Figures,
    /// Those of the agreements with a party among the States; the whole register's for the forum.
    pub of_review: Figures,
    /// By code.
    pub states: Vec<OfState>,
    /// Skills mobility partnerships, and others with a skills model, in the order of their numbers.
    pub partnerships: Vec<Partnership>,
    /// Of the States; for the forum all.
    pub commitments: Vec<Entry>,
    /// For the forum: the regional reviews whose findings go to it, in the order of their days.
    pub carried: Vec<Entry>,
    /// What the States' chapters name.
    pub named: Named,
}

/// A State in the report.
#[derive(Clone, Debug)]
pub struct OfState {
    pub state: String,
    /// Nothing where it has not said.
    pub takes_part: Option<bool>,
    /// Its dossier, where it has published it.
    pub dossier: Option<Entry>,
    pub figures: Figures,
}

/// An agreement on skills.
#[derive(Clone, Debug)]
pub struct Partnership {
    pub id: i64,
    /// Whether its record can still be read: one that was withdrawn since is told by its number alone.
    pub is_public: bool,
    pub agreement: Agreement,
    pub status: Status,
}

/// What is not counted in the records: asked for anew each time, in a constant number of questions.
struct Told {
    review: Entry,
    rows: Vec<DeskRow>,
    commitments: Vec<Entry>,
    carried: Vec<Entry>,
}

impl Told {
    /// A hash of everything that goes into a report, which changes when any of it does.
    fn basis(&self, frozen: i64, named: &Named) -> String {
        let dossiers = self.rows.iter().filter_map(|row| row.dossier.as_ref());
        let entries = [&self.review].into_iter().chain(dossiers);
        let entries = entries.chain(&self.commitments).chain(&self.carried);
        let mut digest = Sha256::new();
        digest.update(format!("{EDITION} {frozen}\n"));
        for entry in entries {
            digest.update(format!("{} {}\n", entry.id, entry.version));
        }
        for line in named.lines() {
            digest.update(line);
        }
        hexadecimal(&digest.finalize())
    }
}

impl Told {
    /// The texts of the chapters that the report holds.
    fn own_texts(&self) -> Vec<&str> {
        own_texts(self.rows.iter().filter_map(|row| row.dossier.as_ref()))
    }
}

impl Register {
    /// The regional reviews whose findings go to this forum; for other reviews none.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn carried_to(&self, actor: &Actor, forum: &About) -> Result<Vec<Entry>, Error> {
        if forum.kind != Some(ReviewKind::Forum) {
            return Ok(Vec::new());
        }
        let wanted = Wanted { kind: Some(EntryKind::Review), ..Wanted::default() };
        let reviews = self.entries_of(actor, &wanted).await?;
        let abouts: Vec<About> =
            reviews.iter().map(|entry| entry.content::<Review>().review).collect();
        let places = carried_to(forum, &abouts);
        Ok(places.into_iter().filter_map(|place| reviews.get(place).cloned()).collect())
    }

    /// What is published around a review: as any reader sees it.
    async fn told(&self, review: i64) -> Result<Told, Error> {
        let reader = &Actor::Reader;
        let review = self.entry(reader, review).await?;
        if review.kind != EntryKind::Review {
            return Err(Error::NotFound);
        }
        let about = review.content::<Review>().review;
        let dossiers =
            Wanted { kind: Some(EntryKind::Dossier), parent: Some(review.id), ..Wanted::default() };
        let dossiers = self.entries_of(reader, &dossiers).await?;
        let rows = self.desk_with(&review, dossiers).await?;
        let wanted = Wanted { kind: Some(EntryKind::Commitment), ..Wanted::default() };
        let mut commitments = self.every_entry(reader, &wanted).await?;
        if about.kind != Some(ReviewKind::Forum) {
            commitments.retain(|entry| {
                entry.owner.as_ref().is_some_and(|owner| rows.iter().any(|row| row.state == *owner))
            });
        }
        commitments.sort_by_key(|entry| entry.id);
        let carried = self.carried_to(reader, &about).await?;
        Ok(Told { review, rows, commitments, carried })
    }

    /// The hash of all that goes into the report of a review that rests on this frozen register.
    pub(crate) async fn outcome_basis(&self, review: i64, frozen: i64) -> Result<String, Error> {
        let told = self.told(review).await?;
        Ok(told.basis(frozen, &self.named_in(&Actor::Reader, &told.own_texts()).await?))
    }

    /// The same for the review as it stands: nothing while it is not concluded, or not published.
    pub(crate) async fn standing_basis(&self, review: i64) -> Result<Option<String>, Error> {
        let review = match self.entry(&Actor::Reader, review).await {
            Ok(review) => review,
            Err(Error::NotFound) => return Ok(None),
            Err(error) => return Err(error),
        };
        let frozen = review.content::<Review>().frozen;
        match frozen.filter(|_| review.stage == Stage::Concluded) {
            Some(frozen) => Ok(Some(self.outcome_basis(review.id, frozen).await?)),
            None => Ok(None),
        }
    }

    /// Gathers what the report of a claimed job is made from, State by State, and writes down how far
    /// it is. Nothing where another worker has the job meanwhile.
    ///
    /// # Errors
    /// [`Error::NotFound`] where the review is no longer published; when the database does not answer.
    pub async fn outcome(&self, claimed: &Claimed) -> Result<Option<Outcome>, Error> {
        let Told { review, rows, commitments, carried } = self.told(claimed.job.subject).await?;
        // The records are read, each State is counted, the file is written.
        let all_steps = rows.len() + 2;
        if !self.progress_of_job(claimed, 0, all_steps).await? {
            return Ok(None);
        }
        let about = review.content::<Review>().review;
        let (frozen, day, is_intact, records) = match claimed.job.frozen {
            Some(id) => {
                let Stood { head, records, is_intact } = self.stood(id).await?;
                let day = head.day;
                (Some(head), day, is_intact, records)
            }
            None => (None, about.day(review.today), true, self.stand_now().await?),
        };
        let records = Arc::new(records);
        let codes: Vec<String> = rows.iter().map(|row| row.state.clone()).collect();
        let is_forum = about.kind == Some(ReviewKind::Forum);
        let count = {
            let records = Arc::clone(&records);
            move || across(&records, day, |record| is_forum || names_any(record, &codes))
        };
        let Across { all, of_review, mut partnerships } = apart(count).await;
        let ids: Vec<i64> = partnerships.iter().map(|of| of.id).collect();
        let titles = self.titles(&Actor::Reader, &ids).await?;
        for of in &mut partnerships {
            of.is_public = titles.iter().any(|(id, _)| *id == of.id);
        }
        let mut states = Vec::with_capacity(rows.len());
        for (number, row) in (1..).zip(rows) {
            if !self.progress_of_job(claimed, number, all_steps).await? {
                return Ok(None);
            }
            let (of, code) = (Arc::clone(&records), row.state.clone());
            let count = move || figures_of(&of, day, Some(&code));
            states.push(OfState {
                figures: apart(count).await,
                takes_part: row.takes_part,
                dossier: row.dossier,
                state: row.state,
            });
        }
        let named = {
            let dossiers = states.iter().filter_map(|of: &OfState| of.dossier.as_ref());
            self.named_in(&Actor::Reader, &own_texts(dossiers)).await?
        };
        if !self.progress_of_job(claimed, all_steps - 1, all_steps).await? {
            return Ok(None);
        }
        Ok(Some(Outcome {
            review,
            day,
            frozen,
            is_intact,
            all,
            of_review,
            states,
            partnerships,
            commitments,
            carried,
            named,
        }))
    }
}

/// The texts of the chapters that the report holds.
fn own_texts<'a>(dossiers: impl Iterator<Item = &'a Entry>) -> Vec<&'a str> {
    dossiers
        .flat_map(|dossier| {
            OWN_CHAPTERS
                .iter()
                .filter_map(move |chapter| dossier.content[chapter.code()]["text"].as_str())
        })
        .collect()
}

fn names_any(record: &Agreement, states: &[String]) -> bool {
    record.party_codes().any(|party| states.iter().any(|state| state == party))
}

struct Across {
    all: Figures,
    of_review: Figures,
    partnerships: Vec<Partnership>,
}

fn across(
    records: &[(i64, Agreement)],
    day: NaiveDate,
    is_of_review: impl Fn(&Agreement) -> bool,
) -> Across {
    let every: Vec<(i64, &Agreement)> = records.iter().map(|(id, record)| (*id, record)).collect();
    let on_day = statuses(&every, day, None);
    let of_review: Vec<(i64, &Agreement)> =
        every.iter().copied().filter(|(_, record)| is_of_review(record)).collect();
    let partnerships = records
        .iter()
        .filter(|(_, record)| has_skills(record) && is_of_review(record))
        .map(|(id, record)| Partnership {
            id: *id,
            is_public: false,
            agreement: record.clone(),
            status: on_day.get(id).copied().unwrap_or(Status::NotKnown),
        })
        .collect();
    Across {
        all: figures(&every, day, None),
        of_review: figures(&of_review, day, None),
        partnerships,
    }
}
