//! For whoever watches over the program.

use axum::{extract::State, http::StatusCode};
use tokio::time::timeout;

use crate::{heartbeat::PATIENCE, site::Site};

/// The program runs.
pub async fn health() -> &'static str {
    "ok\n"
}

/// The database answers and has the newest schema.
pub async fn ready(State(site): State<Site>) -> (StatusCode, &'static str) {
    const NO_ANSWER: (StatusCode, &str) =
        (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n");
    if !site.admission.is_database_there() {
        return NO_ANSWER;
    }
    let Ok(answer) = timeout(PATIENCE, site.register.is_ready()).await else { return NO_ANSWER };
    match answer {
        Ok(true) => (StatusCode::OK, "ready\n"),
        Ok(false) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the schema is not the newest: run corridor migrate\n",
        ),
        Err(cause) => {
            tracing::error!(%cause, "the database does not answer");
            NO_ANSWER
        }
    }
}
