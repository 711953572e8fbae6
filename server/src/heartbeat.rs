//! Whether the database answers. It is asked all the time, so that nobody who comes while it does not
//! has to wait to be told.

use std::{future::pending, time::Duration};

use register::pulse::Pulse;
use tokio::{
    sync::watch,
    time::{sleep, timeout},
};

/// How long it rests between two questions.
const REST: Duration = Duration::from_millis(500);
/// A database that takes longer for a question without any work counts as one that does not answer.
pub const PATIENCE: Duration = Duration::from_secs(2);

/// What is known of the database at this moment.
#[derive(Clone, Debug)]
pub struct Heartbeat(watch::Receiver<bool>);

impl Heartbeat {
    /// That of a database, and what has to run so that it is known.
    pub fn of(pulse: Pulse) -> (Self, impl Future<Output = ()> + Send) {
        let (told, heard) = watch::channel(true);
        (Self(heard), keep_asking(pulse, told))
    }

    /// That of a database nobody asks: it is taken to answer.
    pub fn assumed() -> Self {
        Self(watch::channel(true).1)
    }

    /// Whether the database answered when it was asked last.
    pub fn is_there(&self) -> bool {
        *self.0.borrow()
    }

    /// Waits until the database does not answer.
    pub async fn lost(&self) {
        if self.0.clone().wait_for(|is_there| !is_there).await.is_err() {
            // Nobody asks any more.
            pending::<()>().await;
        }
    }
}

async fn keep_asking(pulse: Pulse, told: watch::Sender<bool>) {
    loop {
        let answer = timeout(PATIENCE, pulse.ask()).await;
        let is_there = matches!(answer, Ok(Ok(())));
        if told.send_replace(is_there) != is_there {
            if is_there {
                tracing::info!("the database answers again");
            } else {
                let cause = answer.map_or_else(
                    |_| "it takes too long".to_owned(),
                    |answer| answer.err().map(|error| error.to_string()).unwrap_or_default(),
                );
                tracing::error!(cause, "the database does not answer: everybody is told at once");
            }
        }
        sleep(REST).await;
    }
}
