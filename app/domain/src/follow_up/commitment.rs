//! What somebody is to carry out: commitments, recommendations, and the Network's deliverables.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{meeting::Bilingual, progress::Update};
use crate::PartialDate;

/// A commitment of a State or of the Network.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Commitment {
    pub commitment: Committed,
    pub updates: Vec<Update>,
}

/// What is to be done, how one sees that it is done, until when and with whom.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Committed {
    pub text: Option<String>,
    /// By what it is measured.
    pub target: Option<String>,
    pub due: Option<PartialDate>,
    pub partners: Vec<Partner>,
    pub objectives: Vec<String>,
    /// Numbers of records of agreements.
    pub agreements: Vec<u32>,
    pub note: Option<String>,
}

/// A State or an organization that carries it out too.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Partner {
    pub state: Option<String>,
    pub organization: Option<String>,
}

/// A recommendation of a meeting.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Recommendation {
    pub recommendation: Recommended,
    pub updates: Vec<Update>,
}

/// What is recommended, and to whom.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Recommended {
    pub text_en: Option<String>,
    pub text_ru: Option<String>,
    /// The States addressed; all that took part where there is none and the Network is not addressed.
    pub states: Vec<Addressee>,
    pub to_network: bool,
    pub due: Option<PartialDate>,
    pub objectives: Vec<String>,
    /// Where it is documented.
    pub source: Option<String>,
    pub address: Option<String>,
}

/// A State that is addressed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Addressee {
    pub state: Option<String>,
}

/// What a piece of the Network's work is.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum DeliverableKind {
    Deliverable,
    Guidance,
    Tool,
}

/// A deliverable of the Network's workstream on bilateral labour migration agreements, or its
/// guidance.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Deliverable {
    pub deliverable: Delivered,
    pub updates: Vec<Update>,
}

/// What it is and which provisions it explains.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Delivered {
    pub kind: Option<DeliverableKind>,
    pub text_en: Option<String>,
    pub text_ru: Option<String>,
    pub about_en: Option<String>,
    pub about_ru: Option<String>,
    /// When it is due, or when guidance was published.
    pub due: Option<PartialDate>,
    pub address: Option<String>,
    /// Items of the criteria that it explains.
    pub provisions: Vec<String>,
}

impl Bilingual for Recommended {
    fn english(&self) -> Option<&str> {
        self.text_en.as_deref()
    }

    fn russian(&self) -> Option<&str> {
        self.text_ru.as_deref()
    }
}

impl Bilingual for Delivered {
    fn english(&self) -> Option<&str> {
        self.text_en.as_deref()
    }

    fn russian(&self) -> Option<&str> {
        self.text_ru.as_deref()
    }
}

impl Delivered {
    /// What it is about, in the reader's language, else in the other.
    pub fn about(&self, language: &str) -> Option<&str> {
        let (first, second) = match language {
            "ru" => (&self.about_ru, &self.about_en),
            _ => (&self.about_en, &self.about_ru),
        };
        first.as_deref().or(second.as_deref())
    }
}
