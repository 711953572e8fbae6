//! Tables to take away.

use app::pages::coverage::grouping;
use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::{coverage, search::Query};

use crate::{
    answers::trouble,
    site::{Site, Visit},
};

/// The coverage table as CSV, filtered and grouped as the address says.
pub async fn coverage_csv(State(site): State<Site>, visit: Visit) -> Response {
    let Some(by) = grouping(&visit.asked) else {
        let says = "by is one of item, criterion, decade, region, kind\n";
        return (StatusCode::BAD_REQUEST, says).into_response();
    };
    let query = Query::from_address(&visit.asked.query);
    match site.register.coverage(&query, by).await {
        Ok(found) => {
            let headers = [
                (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
                (header::CONTENT_DISPOSITION, "attachment; filename=\"coverage.csv\""),
            ];
            (headers, coverage::csv(by, &found.rows)).into_response()
        }
        Err(error) => trouble(&site, &visit, &error).await,
    }
}
