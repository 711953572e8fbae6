//! The log of changes: who did what, when and why, as lines of which each holds the hash of the line
//! before it. So no line can be changed, taken out or put in without every later hash being another.
//!
//! The hash is SHA-256 over the fields in the order of [`hash`], each written as its length in bytes, a
//! colon, its text and a line feed; a field that is not there is a minus sign and a line feed. Anybody
//! can calculate it again with any tool.

use std::fmt::Write;

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::hearing::Item;

/// What stands in the first line in place of the hash of the line before it.
pub const BEGINNING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// What a line is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum SubjectKind {
    Agreement,
    /// An entry of the follow-up.
    Entry,
    Account,
    /// The register frozen on a day.
    Frozen,
}

impl SubjectKind {
    /// The code as it is stored and stands in addresses and in the keys of words.
    pub fn code(self) -> &'static str {
        self.into()
    }
}

/// One record, entry or account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Subject {
    pub kind: SubjectKind,
    /// None for an account that there is not.
    pub number: Option<i64>,
}

impl Subject {
    /// The subject of this kind with this number.
    pub fn new(kind: SubjectKind, number: i64) -> Self {
        Self { kind, number: Some(number) }
    }

    /// The record of an agreement.
    pub fn agreement(number: i64) -> Self {
        Self::new(SubjectKind::Agreement, number)
    }

    /// An entry of the follow-up.
    pub fn entry(number: i64) -> Self {
        Self::new(SubjectKind::Entry, number)
    }

    /// An account, or one that there is not.
    pub fn account(number: Option<i64>) -> Self {
        Self { kind: SubjectKind::Account, number }
    }
}

impl From<Item> for Subject {
    fn from(item: Item) -> Self {
        match item {
            Item::Agreement(number) => Self::agreement(number),
            Item::Entry(number) => Self::entry(number),
        }
    }
}

/// What was done, beside what revisions tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum LogAct {
    /// It was there when the log began: the line says what it was then.
    FoundAtMigration,
    SectionConfirmed,
    SectionContested,
    Merged,
    MergeUndone,
    /// Two records were said to be two agreements.
    ToldApart,
    ToldApartUndone,
    /// A draft was put away.
    PutAway,
    TakenOut,
    /// A State said that it still is as recorded.
    StillSo,
    StillSoTakenBack,
    Frozen,
    AccountMade,
    AccountDisabled,
    /// What an account held of a person was erased.
    AccountErased,
    /// A link was made by which a new account gets its first password.
    InvitationMade,
    /// A link was made by which an account gets another password.
    ResetLinkMade,
    PasswordChanged,
    SignedIn,
    SignInRefused,
    /// By the operator: the account itself stays open.
    SessionsEnded,
    /// The password was right and the code of the second factor was not.
    CodeRefused,
    SecondFactorSetUp,
    SecondFactorTurnedOff,
    /// By the operator, for somebody who lost it.
    SecondFactorTakenAway,
    /// A recovery code took the place of the app.
    RecoveryCodeUsed,
    RecoveryCodesMade,
    /// The list of who takes part was taken away.
    RegistrationsExported,
    RegistrationsDecided,
    RegistrationsErased,
    /// A State chose that nobody of its people publishes alone; the line names it.
    TwoPeopleChosen,
    TwoPeopleEnded,
    /// A paper of what not everybody may read was taken away.
    PaperTakenAway,
    /// An account was refused what it is not allowed.
    Refused,
}

impl LogAct {
    /// The code as it is stored and stands in the keys of words.
    pub fn code(self) -> &'static str {
        self.into()
    }
}

/// What a line tells. Codes are kept as they are stored, so that also a damaged line can be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// To the microsecond, which both databases keep.
    pub at: DateTime<Utc>,
    pub account_id: Option<i64>,
    /// As the history names who did it; empty where nobody is known.
    pub author: String,
    /// A [`LogAct`], or what the revision tells was done.
    pub act: String,
    /// The code of a [`SubjectKind`].
    pub kind: String,
    pub number: Option<i64>,
    /// The revision that was written with it.
    pub version: Option<i32>,
    /// What else is to be told: the section, the number of the other record, the role.
    pub detail: Option<String>,
    /// The hash of what was written ([`digest`]).
    pub content_hash: Option<String>,
    pub reason: Option<String>,
    /// The request in which it was done, as the program's own log has it.
    pub request: Option<String>,
}

impl Told {
    /// A line without what not every line has. `act` is a code.
    pub fn new(
        at: DateTime<Utc>,
        account_id: Option<i64>,
        author: &str,
        act: &str,
        subject: Subject,
    ) -> Self {
        Self {
            at,
            account_id,
            author: author.to_owned(),
            act: act.to_owned(),
            kind: subject.kind.code().to_owned(),
            number: subject.number,
            version: None,
            detail: None,
            content_hash: None,
            reason: None,
            request: None,
        }
    }

    /// What it is about; nothing where its kind is none, which only damage makes it.
    pub fn subject(&self) -> Option<Subject> {
        Some(Subject { kind: self.kind.parse().ok()?, number: self.number })
    }
}

/// Where the log ends: what the next line follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// The number of the last line; 0 where there is none.
    pub number: i64,
    /// Its hash.
    pub hash: String,
}

impl Default for End {
    fn default() -> Self {
        Self { number: 0, hash: BEGINNING.to_owned() }
    }
}

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Counted from 1, without gaps.
    pub number: i64,
    pub told: Told,
    /// The hash of the line before it.
    pub previous: String,
    pub hash: String,
}

/// How a line does not follow the line before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Break {
    #[error("lines before it are missing, or it stands there twice")]
    Gap,
    #[error("it does not hold the hash of the line before it")]
    Unlinked,
    #[error("it was changed after it was written")]
    Altered,
}

impl Line {
    /// The line that tells this and follows the end.
    pub fn after(end: &End, told: Told) -> Self {
        let number = end.number + 1;
        let hash = hash(number, &told, &end.hash);
        Self { number, told, previous: end.hash.clone(), hash }
    }

    /// Where the log ends with this line.
    pub fn end(&self) -> End {
        End { number: self.number, hash: self.hash.clone() }
    }

    /// Why it is not the line that was written after `end`; nothing where it is.
    pub fn breaks(&self, end: &End) -> Option<Break> {
        if self.number != end.number + 1 {
            Some(Break::Gap)
        } else if self.previous != end.hash {
            Some(Break::Unlinked)
        } else if self.hash != hash(self.number, &self.told, &self.previous) {
            Some(Break::Altered)
        } else {
            None
        }
    }
}

/// The lines that tell this, one after the other, and follow the end.
pub fn chain(end: End, told: impl IntoIterator<Item = Told>) -> Vec<Line> {
    let lines = told.into_iter().scan(end, |end, told| {
        let line = Line::after(end, told);
        *end = line.end();
        Some(line)
    });
    lines.collect()
}

/// The hash of a line, in hexadecimal.
pub fn hash(number: i64, told: &Told, previous: &str) -> String {
    let number = number.to_string();
    let at = told.at.timestamp_micros().to_string();
    let account = told.account_id.map(|account| account.to_string());
    let subject = told.number.map(|subject| subject.to_string());
    let version = told.version.map(|version| version.to_string());
    digest([
        Some(previous),
        Some(number.as_str()),
        Some(at.as_str()),
        account.as_deref(),
        Some(told.author.as_str()),
        Some(told.act.as_str()),
        Some(told.kind.as_str()),
        subject.as_deref(),
        version.as_deref(),
        told.detail.as_deref(),
        told.content_hash.as_deref(),
        told.reason.as_deref(),
        told.request.as_deref(),
    ])
}

/// SHA-256 over fields, in hexadecimal. Other fields never give the same text to hash, however they are
/// cut: each stands there with its length.
pub fn digest<'a>(fields: impl IntoIterator<Item = Option<&'a str>>) -> String {
    let mut sum = Sha256::new();
    for field in fields {
        match field {
            Some(text) => {
                sum.update(format!("{}:", text.len()));
                sum.update(text);
                sum.update("\n");
            }
            None => sum.update("-\n"),
        }
    }
    sum.finalize().iter().fold(String::new(), |mut text, byte| {
        // Writing to a text does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests;
