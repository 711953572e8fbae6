//! For whoever watches over the program.

use axum::{extract::State, http::StatusCode};

use crate::site::Site;

/// The program runs.
pub async fn health() -> &'static str {
    "ok\n"
}

/// The database answers and has the newest schema.
pub async fn ready(State(site): State<Site>) -> (StatusCode, &'static str) {
    match site.register.is_ready().await {
        Ok(true) => (StatusCode::OK, "ready\n"),
        Ok(false) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the schema is not the newest: run corridor migrate\n",
        ),
        Err(cause) => {
            tracing::error!(%cause, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
    }
}
