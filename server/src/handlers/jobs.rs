//! Long work: asked for with a form, looked at, taken away when it is done.

use app::{pages::job, words::Language};
use axum::{
    Router,
    extract::{Path, State},
    response::Response,
    routing::{get, post},
};
use domain::{follow_up::EntryKind, jobs::JobKind};
use register::{Error, jobs::Job};

use super::{
    follow_up::found,
    papers::{File, handed_over},
};
use crate::{
    answers::{answer, lead_to, trouble},
    forms::Posted,
    papers::{DOCX, XLSX},
    site::{Site, Visit},
};

/// The addresses.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/reviews/{id}/outcome", post(ask_for_outcome))
        .route("/jobs/{id}", get(show))
        .route("/jobs/{id}/file", get(file))
}

/// Asks for the outcome of a review, and leads to where it can be waited for. An account is not needed
/// for what everybody may read.
async fn ask_for_outcome(
    State(site): State<Site>,
    Path(id): Path<String>,
    Posted { visit, values }: Posted,
) -> Response {
    let kind = values.get("kind").parse::<JobKind>();
    let language = Language::from_code(values.get("language"));
    let asked = match (found(&visit, EntryKind::Review, &id).await, kind, language) {
        (Ok(entry), Ok(kind), Some(language)) => {
            let (register, actor) = (&visit.asked.register, &visit.asked.actor);
            register.ask_for_outcome(actor, entry.id, kind, language.code()).await
        }
        (Err(error), ..) => Err(error),
        _ => Err(Error::NotFound),
    };
    match asked {
        Ok(job) => lead_to(&visit, &format!("/jobs/{job}")),
        Err(error) => trouble(&site, &visit, &error).await,
    }
}

async fn show(State(site): State<Site>, Path(id): Path<String>, visit: Visit) -> Response {
    let shown = match id.parse() {
        Ok(id) => job::show(&visit.asked, id).await,
        Err(_) => Err(Error::NotFound),
    };
    answer(&site, &visit, shown).await
}

async fn file(State(site): State<Site>, Path(id): Path<String>, visit: Visit) -> Response {
    match made(&visit, &id).await {
        Ok((name, job, bytes)) => {
            let (ending, media_type) = match job.kind {
                JobKind::OutcomeReport => ("docx", DOCX),
                JobKind::OutcomeFigures => ("xlsx", XLSX),
            };
            // The language of the paper, not that of the page.
            let language = Language::from_code(&job.language).unwrap_or_default();
            handed_over(&visit, &File { name: &name, ending, media_type, language }, bytes)
        }
        Err(error) => trouble(&site, &visit, &error).await,
    }
}

/// The file with the name of its review, and whether it is provisional.
async fn made(visit: &Visit, id: &str) -> Result<(String, Job, Vec<u8>), Error> {
    let (register, actor) = (&visit.asked.register, &visit.asked.actor);
    let id = id.parse().map_err(|_| Error::NotFound)?;
    let (job, bytes) = register.job_file(actor, id).await?;
    let review = register.entry(actor, job.subject).await?;
    let key = review.key.unwrap_or_else(|| format!("review-{}", review.id));
    let mark = if job.frozen.is_some() { "" } else { "-provisional" };
    Ok((format!("{key}-outcome{mark}"), job, bytes))
}
