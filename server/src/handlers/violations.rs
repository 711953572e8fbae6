//! What browsers report when the policy of a page kept something from being loaded or run: a fault of
//! ours, an extension, or an attack. Anybody may send anything here, so it is read with care: little is
//! taken, less is logged, and the answer is always the same.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, State, rejection::BytesRejection},
    http::{StatusCode, Uri},
    routing::post,
};
use chrono::TimeDelta;
use domain::limits::{Bucket, Limit};
use register::Clock;
use serde_json::Value;
use tower_http::timeout::TimeoutLayer;

use crate::router::without_secret;

/// The largest report, and the longest time it may take to come.
const LARGEST: usize = 16 * 1024;
const LONGEST: Duration = Duration::from_secs(5);
/// As many lines of the log at once, and one more after each refill, whoever sends how many.
const LINES: Limit = Limit { capacity: 20, refill: TimeDelta::seconds(30) };
/// Characters of a path that are logged.
const LONGEST_PATH: usize = 100;

/// The lines of the log that are left. Each instance of the program counts its own: a report is not worth
/// a row of the database.
#[derive(Clone)]
struct Reports {
    clock: Clock,
    left: Arc<Mutex<Bucket>>,
}

impl Reports {
    fn new(clock: Clock) -> Self {
        Self { clock, left: Arc::new(Mutex::new(Bucket::UNTOUCHED)) }
    }

    /// Whether one more line may be written.
    fn take(&self) -> bool {
        let mut left = self.left.lock().unwrap_or_else(PoisonError::into_inner);
        match left.take(LINES, self.clock.now()) {
            Ok(after) => {
                *left = after;
                true
            }
            Err(_) => false,
        }
    }
}

/// The address. It lies beside the pages: browsers send no cookie, no token and no language with a report.
pub fn routes(clock: Clock) -> Router {
    Router::new()
        .route("/csp-report", post(take))
        .layer(DefaultBodyLimit::max(LARGEST))
        .layer(TimeoutLayer::with_status_code(StatusCode::NO_CONTENT, LONGEST))
        .with_state(Reports::new(clock))
}

async fn take(State(reports): State<Reports>, body: Result<Bytes, BytesRejection>) -> StatusCode {
    let sent = body.ok().and_then(|body| serde_json::from_slice::<Value>(&body).ok());
    for Violation { directive, blocked, page } in sent.iter().flat_map(read) {
        if !reports.take() {
            break;
        }
        tracing::warn!(directive, blocked, page, "a page's policy was violated, says a browser");
    }
    StatusCode::NO_CONTENT
}

/// What the log may hold of a report: nothing that somebody typed, and no address but of a host.
#[derive(Debug, PartialEq, Eq)]
struct Violation {
    /// Which part of the policy.
    directive: String,
    /// What was blocked: a word such as `inline`, or scheme and host.
    blocked: String,
    /// The page's path without its secrets.
    page: String,
}

/// The violations of a report, as it is sent to `report-to` (a list) or to `report-uri` (one).
fn read(sent: &Value) -> Vec<Violation> {
    let bodies: Vec<&Value> = match sent.as_array() {
        Some(all) => all
            .iter()
            .filter(|report| report.get("type").is_some_and(|kind| kind == "csp-violation"))
            .filter_map(|report| report.get("body"))
            .collect(),
        None => sent.get("csp-report").into_iter().collect(),
    };
    bodies.into_iter().map(violation).collect()
}

fn violation(body: &Value) -> Violation {
    let text = |names: [&str; 2]| {
        names.iter().find_map(|name| body.get(name)?.as_str()).unwrap_or_default()
    };
    Violation {
        directive: word(text(["effectiveDirective", "effective-directive"])),
        blocked: without_path(text(["blockedURL", "blocked-uri"])),
        page: path(text(["documentURL", "document-uri"])),
    }
}

/// A word of the policy's language; nothing where it is none.
fn word(text: &str) -> String {
    let is_word = text.len() <= 40 && text.chars().all(|char| matches!(char, 'a'..='z' | '-'));
    if is_word { text.to_owned() } else { String::new() }
}

/// The scheme, and of the web the host; or the word that stands for what is no address.
fn without_path(text: &str) -> String {
    let Some((scheme, _)) = text.split_once(':') else { return word(text) };
    match (scheme, text.parse::<Uri>()) {
        ("http" | "https", Ok(uri)) => format!("{scheme}://{}", uri.host().unwrap_or_default()),
        _ => word(scheme),
    }
}

fn path(text: &str) -> String {
    let Ok(uri) = text.parse::<Uri>() else { return String::new() };
    without_secret(uri.path()).chars().take(LONGEST_PATH).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn found(directive: &str, blocked: &str, page: &str) -> Violation {
        Violation { directive: directive.into(), blocked: blocked.into(), page: page.into() }
    }

    #[test]
    fn a_report_is_read_as_older_and_newer_browsers_send_it() {
        let older = json!({ "csp-report": {
            "document-uri": "https://corridor.example/agreements/7?q=somebody",
            "violated-directive": "script-src-elem",
            "effective-directive": "script-src-elem",
            "blocked-uri": "inline",
            "script-sample": "what somebody typed",
        }});
        assert_eq!(read(&older), [found("script-src-elem", "inline", "/agreements/7")]);
        let newer = json!([
            { "type": "deprecation", "body": { "id": "something" } },
            { "type": "csp-violation", "url": "https://corridor.example/", "body": {
                "documentURL": "https://corridor.example/ru/calendar/0123abcd.ics",
                "effectiveDirective": "img-src",
                "blockedURL": "https://name:password@elsewhere.example/a/picture?of=somebody",
            }},
        ]);
        let expected = found("img-src", "https://elsewhere.example", "/ru/calendar/");
        assert_eq!(read(&newer), [expected]);
    }

    #[test]
    fn nothing_that_could_be_anything_reaches_the_log() {
        for (sent, expected) in [
            (json!(null), vec![]),
            (json!({ "csp-report": 7 }), vec![found("", "", "")]),
            (json!([{ "type": "csp-violation" }, 7]), vec![]),
            (
                json!({ "csp-report": {
                    "document-uri": "https://corridor.example/\nforged line",
                    "effective-directive": "a line\nof its own",
                    "blocked-uri": "data:text/html,what somebody typed",
                }}),
                vec![found("", "data", "")],
            ),
            (
                json!({ "csp-report": {
                    "document-uri": format!("https://corridor.example/{}", "a".repeat(5000)),
                    "effective-directive": "a".repeat(5000),
                    "blocked-uri": "moz-extension://0123-4567/script.js",
                }}),
                vec![found("", "moz-extension", &format!("/{}", "a".repeat(LONGEST_PATH - 1)))],
            ),
        ] {
            assert_eq!(read(&sent), expected, "{sent}");
        }
    }

    #[test]
    fn whoever_sends_very_many_reports_does_not_fill_the_log() {
        let clock = Clock::standing("2026-03-01T09:00:00Z".parse().expect("an instant"));
        let reports = Reports::new(clock.clone());
        let written = (0..1000).filter(|_| reports.take()).count();
        assert_eq!(written, 20);
        clock.advance(TimeDelta::seconds(30));
        assert!(reports.take());
        assert!(!reports.take());
    }
}
