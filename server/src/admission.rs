//! Who is let in: from one network as many as people ask for, as many at once as the machine bears, and
//! all of them only while the database answers. Who is not is told so at once, in words.
//!
//! What one network asked for is counted in this program alone. Where several run, each lets in as many;
//! what is counted for all together is in the database (`domain::limits`).

use std::{num::NonZeroU32, sync::Arc, time::Duration};

use app::pages::errors::Trouble;
use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use governor::{
    DefaultKeyedRateLimiter, Quota,
    clock::{Clock, DefaultClock},
};
use tokio::{
    sync::Semaphore,
    time::{sleep, timeout},
};

use crate::{heartbeat::Heartbeat, site::Site, telling::stopped, visitor::network};

/// Requests that are answered at once.
const AT_ONCE: usize = 256;
/// How long the next ones wait for their turn.
const PATIENCE: Duration = Duration::from_secs(1);
/// For how many seconds' worth of requests one network may come at a time: a ministry in which everybody
/// opens the same page after a mail.
const AT_A_TIME: u32 = 40;
/// How often networks that have not come for a while are forgotten.
const FORGETTING: Duration = Duration::from_mins(1);

/// The limits of a running program, and what counts against them.
#[derive(Clone, Debug)]
pub struct Admission {
    heartbeat: Heartbeat,
    places: Arc<Semaphore>,
    /// None where a proxy in front limits what a network may ask for.
    by_network: Option<Arc<DefaultKeyedRateLimiter<String>>>,
}

impl Admission {
    /// Limits one network to so many requests a second, for long; 0: to none.
    pub fn new(heartbeat: Heartbeat, a_second: u32) -> Self {
        let by_network = NonZeroU32::new(a_second).map(|a_second| {
            let at_a_time = a_second.saturating_mul(NonZeroU32::MIN.saturating_add(AT_A_TIME - 1));
            let quota = Quota::per_second(a_second).allow_burst(at_a_time);
            Arc::new(DefaultKeyedRateLimiter::keyed(quota))
        });
        Self { heartbeat, places: Arc::new(Semaphore::new(AT_ONCE)), by_network }
    }

    /// For tests of other things: a database that answers, and no limit by network.
    #[cfg(test)]
    pub fn of_all() -> Self {
        Self::new(Heartbeat::assumed(), 0)
    }

    /// Whether the database answered when it was asked last.
    pub fn is_database_there(&self) -> bool {
        self.heartbeat.is_there()
    }

    /// Seconds after which this network may ask again; none where it may now, or nobody knows which it is.
    fn too_many_from(&self, network: &str) -> Option<u64> {
        let limiter = self.by_network.as_ref().filter(|_| !network.is_empty())?;
        let refused = limiter.check_key(&network.to_owned()).err()?;
        Some(refused.wait_time_from(DefaultClock::default().now()).as_secs() + 1)
    }

    /// Forgets networks that have not come for a while, for as long as the program runs.
    pub async fn keep_forgetting(self) {
        while let Some(limiter) = &self.by_network {
            sleep(FORGETTING).await;
            limiter.retain_recent();
        }
    }
}

/// Lets a request in, or answers why not. What is under way when the database ceases to answer is given
/// up: whatever it has not written by then, it does not write.
pub async fn admit(State(site): State<Site>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let network = network(&parts, site.trusted_proxies);
    let request = Request::from_parts(parts, body);
    let admission = &site.admission;
    if let Some(seconds) = admission.too_many_from(&network) {
        return stopped(Trouble::TooMany { seconds });
    }
    let Ok(Ok(_place)) = timeout(PATIENCE, admission.places.acquire()).await else {
        return stopped(Trouble::Busy);
    };
    tokio::select! {
        biased;
        () = admission.heartbeat.lost() => stopped(Trouble::Unavailable),
        response = next.run(request) => response,
    }
}
