//! What answers each address: pages for reading here, posts in the files beside.

pub mod account;
pub mod account_links;
pub mod answering;
pub mod audit;
pub mod deadlines;
pub mod duplicates;
pub mod exports;
pub mod follow_up;
pub mod health;
pub mod hearing;
pub mod jobs;
pub mod left_open;
pub mod mail;
pub mod pages;
pub mod papers;
pub mod peer_review;
pub mod recording;
pub mod registrations;
pub mod reviews;
pub mod second_factor;
pub mod security;
pub mod sessions;
pub mod two_people;
pub mod violations;
