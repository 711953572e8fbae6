//! Pages of the follow-up: meetings, statements, recommendations, commitments, the Network's work.

pub mod commitments;
pub mod desk;
pub mod dossier;
pub mod filed;
pub mod form;
pub mod history;
pub mod lists;
pub mod meeting;
pub mod meetings;
pub mod minutes;
pub mod one;
pub mod outcome;
pub mod peer_review;
pub mod publish;
pub mod questions;
pub mod registrations;
pub mod report;
pub mod review;
pub mod reviews;
pub mod taking_part;
