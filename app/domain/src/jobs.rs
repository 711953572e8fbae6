//! Long work that somebody asked for and comes back to: what it is, where it stands, and when another
//! worker takes it up.

use chrono::{DateTime, TimeDelta, Utc};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// A worker that has not shown any progress for this long is taken to be gone.
pub const LEASE: TimeDelta = TimeDelta::seconds(60);
/// What was begun this often and never ended is not begun again: it may be what ends the workers.
pub const MOST_TRIES: i32 = 3;

/// What is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum JobKind {
    /// The outcome report of a review, a document.
    OutcomeReport,
    /// Its annex with the figures, a workbook.
    OutcomeFigures,
}

/// Where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum JobState {
    Waiting,
    Running,
    Done,
    Failed,
}

impl JobState {
    /// Whether there is something to wait for.
    pub fn is_under_way(self) -> bool {
        matches!(self, Self::Waiting | Self::Running)
    }
}

/// Why it came to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum JobFailure {
    /// The program could not make it.
    Fault,
    /// It was begun several times and never ended.
    Interrupted,
}

/// What a worker that finds a job does with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakingUp {
    Take,
    GiveUp,
    /// It is over, or another worker is at it.
    Leave,
}

/// Whether a worker takes up a job at `now`: one that waits, or one whose worker has let its lease run
/// out. `tries` counts how often it was begun.
pub fn taking_up(
    state: JobState,
    lease: Option<DateTime<Utc>>,
    tries: i32,
    now: DateTime<Utc>,
) -> TakingUp {
    let is_free = match state {
        JobState::Waiting => true,
        JobState::Running => lease.is_none_or(|lease| lease <= now),
        JobState::Done | JobState::Failed => false,
    };
    match (is_free, tries < MOST_TRIES) {
        (false, _) => TakingUp::Leave,
        (true, true) => TakingUp::Take,
        (true, false) => TakingUp::GiveUp,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_is_taken_up_when_it_waits_or_its_worker_is_gone_and_not_for_ever() {
        let now: DateTime<Utc> = "2026-03-01T09:00:00Z".parse().expect("an instant");
        let held = Some(now + TimeDelta::seconds(1));
        let run_out = Some(now);
        for (state, lease, tries, expected) in [
            (JobState::Waiting, None, 0, TakingUp::Take),
            (JobState::Running, held, 1, TakingUp::Leave),
            (JobState::Running, run_out, 1, TakingUp::Take),
            (JobState::Running, run_out, MOST_TRIES - 1, TakingUp::Take),
            (JobState::Running, run_out, MOST_TRIES, TakingUp::GiveUp),
            (JobState::Running, held, MOST_TRIES, TakingUp::Leave),
            (JobState::Done, run_out, 1, TakingUp::Leave),
            (JobState::Failed, run_out, 1, TakingUp::Leave),
        ] {
            assert_eq!(
                taking_up(state, lease, tries, now),
                expected,
                "{state:?} {lease:?} {tries}"
            );
        }
    }
}
