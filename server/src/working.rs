//! The worker: makes what takes longer than a page may, one job after the other. What it holds stands in
//! the database with a lease, so that several programs share the work, and one that stops in the middle
//! of it loses nothing: another takes it up.

use std::{panic::AssertUnwindSafe, sync::Arc, time::Duration};

use app::{
    papers::{Sources, outcome},
    words::{Language, Words},
};
use domain::jobs::{JobFailure, JobKind};
use futures::FutureExt;
use register::{Error, Register, jobs::Claimed, outcomes::Outcome};
use tokio::{sync::watch, time::sleep};

use crate::papers::{self, NotWritten};

/// How long the worker rests when there is nothing to do.
const REST: Duration = Duration::from_secs(1);

/// Works until it is stopped; what it has not done by then, it hands back. `origin` is where people reach
/// the register.
pub async fn work(register: Register, origin: Arc<str>, mut stopped: watch::Receiver<bool>) {
    while !*stopped.borrow() {
        let claimed = register.claim_job().await.unwrap_or_else(|error| {
            tracing::warn!(%error, "no job could be taken up");
            None
        });
        let Some(claimed) = claimed else {
            tokio::select! { () = sleep(REST) => {}, () = told(&mut stopped) => {} }
            continue;
        };
        tokio::select! {
            () = one(&register, &origin, &claimed) => {}
            () = told(&mut stopped) => hand_back(&register, &claimed).await,
        }
    }
}

/// Waits until it is told to stop.
async fn told(stopped: &mut watch::Receiver<bool>) {
    // Where nobody can say so any more, it is.
    let _ = stopped.wait_for(|stopped| *stopped).await;
}

async fn hand_back(register: &Register, claimed: &Claimed) {
    if let Err(error) = register.hand_back_job(claimed).await {
        let job = claimed.job.id;
        tracing::warn!(job, %error, "a job was not handed back: it is taken up when its lease runs out");
    }
}

/// Does a job and writes down what came of it. While the database does not answer, nothing is written
/// down: the lease runs out, and the job is taken up again.
async fn one(register: &Register, origin: &Arc<str>, claimed: &Claimed) {
    let job = claimed.job.id;
    // A fault in one job must not end the worker.
    let done = AssertUnwindSafe(make(register, origin, claimed)).catch_unwind().await;
    let ended = match done {
        Ok(Ok(Some(bytes))) => register.finish_job(claimed, bytes).await,
        Ok(Ok(None)) => Ok(false),
        Ok(Err(NotMade::Register(Error::Unavailable(cause)))) => {
            tracing::warn!(job, %cause, "the register did not answer");
            return;
        }
        Ok(Err(error)) => {
            tracing::error!(job, %error, "a job failed");
            register.fail_job(claimed, JobFailure::Fault).await
        }
        Err(_) => {
            tracing::error!(job, "a job failed with a fault in the program");
            register.fail_job(claimed, JobFailure::Fault).await
        }
    };
    match ended {
        Ok(true) => {}
        Ok(false) => tracing::info!(job, "another worker has the job"),
        Err(error) => tracing::warn!(job, %error, "what came of a job was not written down"),
    }
}

/// Why a job came to nothing.
#[derive(Debug, thiserror::Error)]
enum NotMade {
    #[error("{0}")]
    Register(#[from] Error),
    #[error("{0}")]
    Written(#[from] NotWritten),
    #[error("{0}")]
    Fault(#[from] tokio::task::JoinError),
}

/// The file; nothing where another worker has the job meanwhile.
async fn make(
    register: &Register,
    origin: &Arc<str>,
    claimed: &Claimed,
) -> Result<Option<Vec<u8>>, NotMade> {
    let Some(outcome) = register.outcome(claimed).await? else { return Ok(None) };
    let kind = claimed.job.kind;
    let language = Language::from_code(&claimed.job.language).unwrap_or_default();
    let origin = Arc::clone(origin);
    // Writing it is work: away from the threads that serve readers.
    let bytes = tokio::task::spawn_blocking(move || file(kind, language, &origin, &outcome));
    Ok(Some(bytes.await??))
}

/// What is made of an outcome.
pub fn file(
    kind: JobKind,
    language: Language,
    origin: &str,
    made_from: &Outcome,
) -> Result<Vec<u8>, NotWritten> {
    let sources = Sources { words: Words { language }, origin };
    match kind {
        JobKind::OutcomeReport => papers::docx(&outcome::report(sources, made_from)),
        JobKind::OutcomeFigures => papers::xlsx(&outcome::annex(sources, made_from)),
    }
}
