//! The log of changes, for administrators.

use app::pages::audit;
use axum::{Router, extract::State, response::Response, routing::get};

use super::account::sign_in_first;
use crate::{
    answers::answer,
    site::{Site, Visit},
};

/// The addresses.
pub fn routes() -> Router<Site> {
    Router::new().route("/audit", get(list))
}

async fn list(State(site): State<Site>, visit: Visit) -> Response {
    if let Some(sign_in) = sign_in_first(&site, &visit).await {
        return sign_in;
    }
    let shown = audit::show(&visit.asked).await;
    answer(&site, &visit, shown).await
}
