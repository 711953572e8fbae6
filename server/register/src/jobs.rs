//! Long work: somebody asks for it, a worker takes it up, whoever may see it comes back to it. It is
//! all in the database, so that several programs share it and none that stops loses any.

use chrono::{DateTime, Utc};
use domain::{
    account::Actor,
    follow_up::{EntryKind, review::Review, stage::Stage},
    jobs::{JobFailure, JobKind, JobState, LEASE, TakingUp, taking_up},
    policy::{may_ask_for_outcome, may_see_job},
};
use migrations::DbErr;

use crate::{
    Register,
    error::Error,
    store::{
        entities::job as stored,
        entries,
        jobs::{self, Held, New},
    },
    tokens::Token,
};

/// Jobs that are looked at for what was made last on a subject.
const LAST: u64 = 20;

/// Work that somebody asked for.
#[derive(Clone, Debug)]
pub struct Job {
    pub id: i64,
    pub kind: JobKind,
    /// The review's number.
    pub subject: i64,
    /// Its BCP 47 tag.
    pub language: String,
    /// The frozen register on which it rests; none for what is provisional.
    pub frozen: Option<i64>,
    pub state: JobState,
    pub done_steps: u32,
    /// 0 while nobody knows yet.
    pub all_steps: u32,
    pub asked_at: DateTime<Utc>,
    pub ended_at: Option<DateTime<Utc>>,
    pub failure: Option<JobFailure>,
    /// Whether everything that went into it is as it was: what was published then and withdrawn since
    /// is not handed on.
    pub stands: bool,
    asked_by: Option<i64>,
}

/// A job in the hands of one worker.
#[derive(Clone, Debug)]
pub struct Claimed {
    pub job: Job,
    claim: String,
}

impl Claimed {
    fn held(&self) -> Held<'_> {
        Held { id: self.job.id, claim: &self.claim }
    }
}

impl Register {
    /// Asks for the outcome of a review; answers the job's number. What was made of the same, or is
    /// being made, is not made twice. `language` is a BCP 47 tag.
    ///
    /// # Errors
    /// [`Error::NotAllowed`]; [`Error::NotFound`].
    pub async fn ask_for_outcome(
        &self,
        actor: &Actor,
        review: i64,
        kind: JobKind,
        language: &str,
    ) -> Result<i64, Error> {
        let entry = self.entry(actor, review).await?;
        if entry.kind != EntryKind::Review {
            return Err(Error::NotFound);
        }
        if !may_ask_for_outcome(actor, entry.stage, entry.published_at.is_some()) {
            return Err(Error::NotAllowed);
        }
        let is_concluded = entry.stage == Stage::Concluded;
        let frozen = entry.content::<Review>().frozen.filter(|_| is_concluded);
        let basis = match frozen {
            Some(frozen) => Some(self.outcome_basis(review, frozen).await?),
            None => None,
        };
        let new = New {
            kind: kind.into(),
            subject: review,
            language,
            frozen,
            basis: basis.as_deref(),
            asked_by: actor.account().map(|account| account.id),
            at: self.clock().now(),
        };
        let transaction = self.store.begin().await?;
        // Two who ask at once come one after the other.
        entries::find_to_change(&transaction, review).await?.ok_or(Error::NotFound)?;
        let id = match jobs::same(&transaction, &new).await? {
            Some(same) => same.id,
            None => jobs::insert(&transaction, &new).await?,
        };
        transaction.commit().await?;
        Ok(id)
    }

    /// The job with this number.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none or it may not be seen.
    pub async fn job(&self, actor: &Actor, id: i64) -> Result<Job, Error> {
        let row = jobs::find(self.store.reader(), id).await?.ok_or(Error::NotFound)?;
        let basis = row.basis.clone();
        let mut job = made(row)?;
        if !job.may_be_seen_by(actor) {
            return Err(Error::NotFound);
        }
        if job.frozen.is_some() && job.state == JobState::Done {
            job.stands = self.standing_basis(job.subject).await? == basis;
        }
        Ok(job)
    }

    /// The file that a job made.
    ///
    /// # Errors
    /// As [`Register::job`]; [`Error::NotFound`] also where it is not done, and where it no longer stands.
    pub async fn job_file(&self, actor: &Actor, id: i64) -> Result<(Job, Vec<u8>), Error> {
        let job = self.job(actor, id).await?;
        if !job.stands {
            return Err(Error::NotFound);
        }
        let file = jobs::file(self.store.reader(), id).await?.ok_or(Error::NotFound)?;
        Ok((job, file))
    }

    /// The last job of each kind and language on a subject that the actor may see, newest first.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn last_jobs(&self, actor: &Actor, subject: i64) -> Result<Vec<Job>, Error> {
        let account = actor.account().map(|account| account.id);
        let basis = self.standing_basis(subject).await?;
        let mut last: Vec<Job> = Vec::new();
        for row in jobs::of_subject(self.store.reader(), subject, account, LAST).await? {
            let stands = row.frozen_id.is_none() || row.basis == basis;
            let job = made(row)?;
            let is_known =
                last.iter().any(|other| other.kind == job.kind && other.language == job.language);
            if stands && !is_known && job.may_be_seen_by(actor) {
                last.push(job);
            }
        }
        Ok(last)
    }

    /// Takes up the oldest job that waits, or whose worker has shown nothing for too long. Each is
    /// claimed by one worker, whichever program it runs in.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn claim_job(&self) -> Result<Option<Claimed>, Error> {
        let now = self.clock().now();
        // The write lock is not taken only to find that there is nothing to do.
        if !jobs::is_any_free(self.store.reader(), now).await? {
            return Ok(None);
        }
        let transaction = self.store.begin().await?;
        let Some(row) = jobs::next_free(&transaction, now).await? else { return Ok(None) };
        let (lease, tries) = (row.lease_until, row.tries);
        let mut job = made(row)?;
        let claimed = match taking_up(job.state, lease, tries, now) {
            TakingUp::Take => {
                let claim = Token::random().secret().to_owned();
                jobs::take(&transaction, job.id, &claim, now + LEASE).await?;
                job.state = JobState::Running;
                Some(Claimed { job, claim })
            }
            TakingUp::GiveUp => {
                jobs::give_up(&transaction, job.id, JobFailure::Interrupted.into(), now).await?;
                None
            }
            TakingUp::Leave => None,
        };
        transaction.commit().await?;
        Ok(claimed)
    }

    /// Writes down how far a job is, and renews its lease. Answers false where another worker has it
    /// meanwhile: this one stops.
    ///
    /// # Errors
    /// When the database does not take it.
    pub async fn progress_of_job(
        &self,
        claimed: &Claimed,
        done: usize,
        all: usize,
    ) -> Result<bool, Error> {
        let steps = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
        let lease = self.clock().now() + LEASE;
        let steps = (steps(done), steps(all));
        Ok(jobs::progress(self.store.writer(), claimed.held(), steps, lease).await?)
    }

    /// Ends a job with its file. Answers false where another worker has it meanwhile.
    ///
    /// # Errors
    /// When the database does not take it.
    pub async fn finish_job(&self, claimed: &Claimed, bytes: Vec<u8>) -> Result<bool, Error> {
        let transaction = self.store.begin().await?;
        let now = self.clock().now();
        let is_done = jobs::finish(&transaction, claimed.held(), bytes, now).await?;
        transaction.commit().await?;
        Ok(is_done)
    }

    /// Hands a job back that was not done because the program is told to stop: another takes it up at
    /// once. Answers false where another worker has it meanwhile.
    ///
    /// # Errors
    /// When the database does not take it.
    pub async fn hand_back_job(&self, claimed: &Claimed) -> Result<bool, Error> {
        Ok(jobs::hand_back(self.store.writer(), claimed.held()).await?)
    }

    /// Ends a job that could not be done. Answers false where another worker has it meanwhile.
    ///
    /// # Errors
    /// When the database does not take it.
    pub async fn fail_job(&self, claimed: &Claimed, failure: JobFailure) -> Result<bool, Error> {
        let now = self.clock().now();
        Ok(jobs::fail(self.store.writer(), claimed.held(), failure.into(), now).await?)
    }
}

impl Job {
    fn may_be_seen_by(&self, actor: &Actor) -> bool {
        may_see_job(actor, self.asked_by, self.frozen.is_some())
    }
}

fn made(row: stored::Model) -> Result<Job, DbErr> {
    let unknown = |what: &str| DbErr::Type(format!("there is no job with {what:?}"));
    Ok(Job {
        id: row.id,
        kind: row.kind.parse().map_err(|_| unknown(&row.kind))?,
        subject: row.subject_id,
        language: row.language,
        frozen: row.frozen_id,
        state: row.state.parse().map_err(|_| unknown(&row.state))?,
        done_steps: row.done_steps.max(0).cast_unsigned(),
        all_steps: row.all_steps.max(0).cast_unsigned(),
        asked_at: row.asked_at,
        ended_at: row.ended_at,
        failure: row.failure.and_then(|failure| failure.parse().ok()),
        stands: true,
        asked_by: row.asked_by,
    })
}
