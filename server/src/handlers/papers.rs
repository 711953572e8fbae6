//! Papers to take away: reports as DOCX, figures as XLSX. Who may see the page may take its paper.

use app::{
    papers::{Annex, Paper, coverage, dossier, filed, talk},
    words::Language,
};
use axum::{
    Extension, Router,
    extract::{Path, State},
    http::{HeaderName, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use domain::follow_up::EntryKind;
use register::{Error, following::Entry};

use super::follow_up::found;
use crate::{
    answers::trouble,
    papers::{self, NotWritten},
    site::{Site, Visit},
};

/// The addresses of all papers.
pub fn routes() -> Router<Site> {
    let of_kind = |kind: EntryKind| {
        let address = format!("/{}/{{id}}/paper.docx", kind.path());
        Router::new().route(&address, get(of_filed)).layer(Extension(kind))
    };
    Router::new()
        .route("/meetings/{id}/summary.docx", get(summary))
        .route("/coverage.xlsx", get(figures))
        .merge(of_kind(EntryKind::Practice))
        .merge(of_kind(EntryKind::Pledge))
        .merge(of_kind(EntryKind::Dossier))
}

/// The summary report of a meeting.
async fn summary(State(site): State<Site>, Path(id): Path<String>, visit: Visit) -> Response {
    let made = match found(&visit, EntryKind::Meeting, &id).await {
        Ok(entry) => named(talk::report(&visit.asked, &entry, &site.public_url).await, &entry),
        Err(error) => Err(error),
    };
    match made {
        Ok((paper, name)) => document(&visit, paper, &format!("{name}-summary")).await,
        Err(error) => trouble(&site, &visit, &error).await,
    }
}

/// A practice or a pledge, in the order of the form it goes into; a dossier, chapter by chapter.
async fn of_filed(
    State(site): State<Site>,
    Extension(kind): Extension<EntryKind>,
    Path(id): Path<String>,
    visit: Visit,
) -> Response {
    let made = match found(&visit, kind, &id).await {
        Ok(entry) => {
            let made = match kind {
                EntryKind::Dossier => dossier::paper(&visit.asked, &entry, &site.public_url).await,
                _ => filed::paper(&visit.asked, &entry, &site.public_url).await,
            };
            let noted = site.register.note_paper(&visit.asked.actor, &entry).await;
            noted.and_then(|()| named(made, &entry))
        }
        Err(error) => Err(error),
    };
    match made {
        Ok((paper, name)) => document(&visit, paper, &name).await,
        Err(error) => trouble(&site, &visit, &error).await,
    }
}

/// The coverage of provisions, filtered as the address says.
async fn figures(State(site): State<Site>, visit: Visit) -> Response {
    match coverage::annex(&visit.asked, &site.public_url).await {
        Ok(annex) => {
            let name = format!("coverage-{}", visit.asked.register.clock().today());
            workbook(&visit, annex, &name).await
        }
        Err(error) => trouble(&site, &visit, &error).await,
    }
}

/// A paper with the name of its file: the entry's kind and its key or number.
fn named(made: Result<Paper, Error>, entry: &Entry) -> Result<(Paper, String), Error> {
    let name = match &entry.key {
        Some(key) => key.clone(),
        None => format!("{}-{}", entry.kind.code(), entry.id),
    };
    Ok((made?, name))
}

async fn document(visit: &Visit, paper: Paper, name: &str) -> Response {
    taken_away(visit, (name, "docx", papers::DOCX), move || papers::docx(&paper)).await
}

async fn workbook(visit: &Visit, annex: Annex, name: &str) -> Response {
    taken_away(visit, (name, "xlsx", papers::XLSX), move || papers::xlsx(&annex)).await
}

/// Writes the file where it holds up nobody, and hands it over. The name says the language where it
/// is not English.
async fn taken_away(
    visit: &Visit,
    (name, ending, media_type): (&str, &'static str, &'static str),
    write: impl FnOnce() -> Result<Vec<u8>, NotWritten> + Send + 'static,
) -> Response {
    let bytes = match tokio::task::spawn_blocking(write).await {
        Ok(Ok(bytes)) => bytes,
        // No page was begun: the layer around the routes says in words that the fault is ours.
        Ok(Err(error)) => {
            tracing::error!(%error, "a file was not written");
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        }
        Err(error) => {
            tracing::error!(%error, "writing a file failed");
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        }
    };
    let language = visit.asked.words.language;
    handed_over(visit, &File { name, ending, media_type, language }, bytes)
}

/// What a file is called and what it is.
pub(super) struct File<'a> {
    pub name: &'a str,
    pub ending: &'static str,
    pub media_type: &'static str,
    pub language: Language,
}

/// The answer that a browser keeps as a file.
pub(super) fn handed_over(visit: &Visit, file: &File<'_>, bytes: Vec<u8>) -> Response {
    let marked = format!("{}{}", file.name, file.language.prefix().replace('/', "-"));
    let is_plain = |char: &char| char.is_ascii_alphanumeric() || *char == '-';
    let name: String = marked.chars().filter(is_plain).collect();
    // As with pages: what a signed-in person sees is kept by nobody.
    let keep = if visit.asked.actor.account().is_some() { "no-store" } else { "no-cache" };
    let disposition = format!("attachment; filename=\"{name}.{}\"", file.ending);
    let headers: [(HeaderName, String); 4] = [
        (header::CONTENT_TYPE, file.media_type.to_owned()),
        (header::CONTENT_DISPOSITION, disposition),
        (header::CACHE_CONTROL, keep.to_owned()),
        (header::VARY, "Cookie, Accept-Language".to_owned()),
    ];
    (headers, bytes).into_response()
}
