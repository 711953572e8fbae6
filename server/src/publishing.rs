//! Publishes records on the day that their States named: looked at every minute, by every instance; each
//! record is published once.

use std::time::Duration;

use register::Register;

/// How often it is looked at.
const EVERY: Duration = Duration::from_mins(1);

/// Publishes until it is stopped.
pub async fn keep_publishing(register: Register) {
    loop {
        match register.publish_what_is_due().await {
            Ok(0) => {}
            Ok(count) => tracing::info!(count, "records were published on the day that was named"),
            Err(error) => tracing::warn!(%error, "what is due was not published"),
        }
        tokio::time::sleep(EVERY).await;
    }
}
