//! The use cases, each on a real SQLite file and on a real PostgreSQL.

mod accounts;
mod answering;
mod common;
mod due;
mod duplicates;
mod example;
mod filing;
mod following;
mod hearing;
mod importing;
mod inbox;
mod jobs;
mod mailing;
mod peer_review;
mod progress;
mod recording;
mod registrations;
mod retention;
mod reviews;
mod schema;
mod sessions;
