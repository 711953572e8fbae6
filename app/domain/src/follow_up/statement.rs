//! What a State said at a meeting, under one of its guiding questions.

use serde::{Deserialize, Serialize};

/// The statement: one form.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Statement {
    pub statement: Said,
}

/// Its words, and what it is about.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Said {
    pub text: Option<String>,
    /// BCP 47 primary tag.
    pub language: Option<String>,
    /// Who said it.
    pub speaker: Option<String>,
    /// Where it is documented.
    pub source: Option<String>,
    pub address: Option<String>,
    /// Numbers of records of agreements.
    pub agreements: Vec<u32>,
    pub corridors: Vec<CorridorOf>,
    /// GCM objectives, 1 to 23.
    pub objectives: Vec<String>,
}

/// Two States whose corridor is meant.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CorridorOf {
    pub one: Option<String>,
    pub other: Option<String>,
}

impl CorridorOf {
    /// The corridor's address: its two codes in the order of the alphabet.
    pub fn pair(&self) -> Option<String> {
        let (one, other) = (self.one.as_deref()?, self.other.as_deref()?);
        (one != other)
            .then(|| if one < other { format!("{one}-{other}") } else { format!("{other}-{one}") })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_corridor_has_one_address_from_either_side_and_none_within_a_state() {
        let of = |one: &str, other: &str| {
            CorridorOf { one: Some(one.into()), other: Some(other.into()) }.pair()
        };
        assert_eq!(of("KAZ", "AZE"), Some("AZE-KAZ".into()));
        assert_eq!(of("AZE", "KAZ"), Some("AZE-KAZ".into()));
        assert_eq!(of("AZE", "AZE"), None);
    }
}
