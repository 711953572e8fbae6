//! A dossier: a State's input to one review. It is drafted from the register and edited by the State;
//! the Network asks and accepts, and never edits a word of it.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{entry::EntryKind, stage::Step};

/// A chapter, saved on its own. Its code is that of its form.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Chapter {
    /// Who was consulted, and how the dossier came about: the State's own to write.
    Consultation,
    AgreementsAndChanges,
    ProvisionsFound,
    SocialSecurityCover,
    SkillsPartnerships,
    CommitmentsAndPledges,
    PracticesShared,
    Figures,
    ByObjective,
    NothingReported,
    /// What is hard: the State's own to write.
    Challenges,
    /// What comes next: the State's own to write.
    NextSteps,
}

impl Chapter {
    /// The code as it stands in addresses, in what is stored and in the keys of the words.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// Whether the register drafts it; the others only the State can write.
    pub fn is_drafted(self) -> bool {
        !matches!(self, Self::Consultation | Self::Challenges | Self::NextSteps)
    }
}

/// The dossier beside its chapters' texts, which are the sections of its forms.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Dossier {
    /// Nothing while nobody has drafted it.
    pub drafted: Option<Drafted>,
    pub questions: Vec<Question>,
}

/// What the register said when the dossier was last drafted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Drafted {
    /// The language of its sentences.
    pub language: String,
    pub on: NaiveDate,
    /// The frozen register from which every figure of it can be drawn again.
    pub frozen: i64,
    /// Each drafted chapter's text by its code.
    pub chapters: BTreeMap<String, String>,
}

/// A reviewer's question on a chapter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    pub chapter: Chapter,
    pub text: String,
    pub author: String,
    pub on: NaiveDate,
    pub answer: Option<Answered>,
}

/// The State's answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answered {
    pub text: String,
    pub author: String,
    pub on: NaiveDate,
}

impl Dossier {
    /// Questions that the State has not answered, with their places in the list.
    pub fn open_questions(&self) -> impl Iterator<Item = (usize, &Question)> {
        self.questions.iter().enumerate().filter(|(_, question)| question.answer.is_none())
    }
}

/// Why a step with a dossier can't be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum DossierGap {
    /// It was not drafted from the register, so it rests on no frozen figures.
    NotDrafted,
    /// A question waits for the State's answer.
    QuestionOpen,
    /// More is asked of the State, and no question says what.
    NoQuestion,
}

/// What stands in the way of a step.
pub fn lacks(dossier: &Dossier, step: Step) -> Vec<DossierGap> {
    let is_open = dossier.open_questions().next().is_some();
    match step {
        Step::Submit => [
            (dossier.drafted.is_none(), DossierGap::NotDrafted),
            (is_open, DossierGap::QuestionOpen),
        ]
        .into_iter()
        .filter_map(|(lacks, gap)| lacks.then_some(gap))
        .collect(),
        Step::RequestInformation if !is_open => vec![DossierGap::NoQuestion],
        Step::Accept if is_open => vec![DossierGap::QuestionOpen],
        _ => Vec::new(),
    }
}

/// The text of a chapter after the register drafted it again: an untouched one follows the register,
/// an edited one stays as the State wrote it.
pub fn redrafted(text: Option<&str>, drafted_before: Option<&str>, drafted: &str) -> String {
    let text = text.unwrap_or_default();
    let is_untouched =
        text.trim().is_empty() || drafted_before.is_some_and(|before| before.trim() == text.trim());
    if is_untouched { drafted.to_owned() } else { text.to_owned() }
}

/// How a chapter's text and what the register says differ, line by line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Lines of the register that the text does not hold.
    pub left_out: Vec<String>,
    /// Lines of the text that the register does not hold: the State's own words.
    pub own: Vec<String>,
}

/// Compares a chapter with its draft. Blank lines say nothing.
pub fn difference(text: &str, drafted: &str) -> Difference {
    let lines = |text: &str| -> Vec<String> {
        text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
    };
    let (text, drafted) = (lines(text), lines(drafted));
    let without = |these: &[String], those: &[String]| {
        let those: HashSet<&String> = those.iter().collect();
        these.iter().filter(|line| !those.contains(line)).cloned().collect()
    };
    Difference { left_out: without(&drafted, &text), own: without(&text, &drafted) }
}

/// A piece of a chapter's text: words, or the record that they came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    Words(&'a str),
    Record(Reference<'a>),
}

/// The path of the pages of frozen registers.
pub const FROZEN: &str = "frozen";

/// A record named in a text as `[agreements/12]`: the address of its page in brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference<'a> {
    /// `agreements`, [`FROZEN`], or the path of a kind of entry.
    pub path: &'a str,
    pub id: i64,
}

/// A record's number as it is written into a text.
pub fn reference(path: &str, id: i64) -> String {
    format!("[{path}/{id}]")
}

/// Takes the references out of a line. Brackets that name no record are words.
pub fn pieces(line: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut words_from = 0;
    for (close, _) in line.match_indices(']') {
        // No further back than a reference is long: a line may hold very many brackets that name nothing.
        let furthest = line.floor_char_boundary(close.saturating_sub(LONGEST_REFERENCE + 1));
        let from = furthest.max(words_from);
        let Some(open) = line[from..close].rfind('[').map(|found| from + found) else {
            continue;
        };
        let Some(record) = parsed(&line[open + 1..close]) else { continue };
        if words_from < open {
            pieces.push(Piece::Words(&line[words_from..open]));
        }
        pieces.push(Piece::Record(record));
        words_from = close + 1;
    }
    if words_from < line.len() {
        pieces.push(Piece::Words(&line[words_from..]));
    }
    pieces
}

/// Longest reference, in bytes: a path and a number.
const LONGEST_REFERENCE: usize = 64;

fn parsed(inner: &str) -> Option<Reference<'_>> {
    if inner.len() > LONGEST_REFERENCE {
        return None;
    }
    let (path, id) = inner.split_once('/')?;
    let is_known = path == "agreements" || path == FROZEN || EntryKind::from_path(path).is_some();
    let id = id.parse().ok().filter(|id| *id > 0)?;
    is_known.then_some(Reference { path, id })
}

#[cfg(test)]
mod tests;
