//! Random texts by which somebody is known again, and the hashes that are kept of them.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// What a browser or a calendar program holds to be known again: 32 random bytes in hexadecimal.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// The token as it stands in the cookie, or in the calendar's address.
    pub fn secret(&self) -> &str {
        &self.0
    }

    /// A new one.
    ///
    /// # Panics
    /// On a machine that gives no randomness.
    pub fn random() -> Self {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).expect("the machine gives randomness");
        Self(hexadecimal(&bytes))
    }

    /// Its beginning in so many groups of four digits, for people to type.
    pub(crate) fn in_groups(&self, groups: usize) -> String {
        let parts = self.0.as_bytes().chunks(4).take(groups);
        parts.map(String::from_utf8_lossy).collect::<Vec<_>>().join("-")
    }
}

/// Bytes as text, two digits each.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a text does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

pub(crate) fn hash(token: &str) -> String {
    hexadecimal(&Sha256::digest(token.as_bytes()))
}
