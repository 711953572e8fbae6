//! Waiting for what comes about by itself.

use std::{
    thread::sleep,
    time::{Duration, Instant},
};

/// Waits until this is so.
pub fn until(what: &str, most: Duration, mut is_so: impl FnMut() -> bool) {
    let end = Instant::now() + most;
    while !is_so() {
        assert!(Instant::now() < end, "it did not come about: {what}");
        sleep(Duration::from_millis(20));
    }
}
