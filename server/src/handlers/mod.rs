//! What answers each address: pages for reading here, posts in the files beside.

pub mod account;
pub mod exports;
pub mod health;
pub mod pages;
pub mod recording;
