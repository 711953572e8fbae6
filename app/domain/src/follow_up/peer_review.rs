//! The peer review of a practice: who reviews it, what each of them declared about conflicts of
//! interest, and what they recommend (field's facts, follow-up, section 4). A declaration comes
//! first; who has a conflict is out, and nobody speaks for another.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// Whether a reviewer is of the United Nations.
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
pub enum ReviewerKind {
    Internal,
    External,
}

/// What a reviewer has declared about conflicts of interest.
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
pub enum Declaration {
    NoConflict,
    Conflict,
}

/// What a reviewer recommends.
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
pub enum Opinion {
    Approve,
    MoreInformation,
    Decline,
}

/// What the reviewers said, and what is asked of the State.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PeerReview {
    /// In the order in which they were named.
    pub reviewers: Vec<Reviewer>,
    /// What more the State is asked for, or why it was declined.
    pub message: Option<String>,
}

/// One reviewer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reviewer {
    /// The account that speaks; none where somebody wrote the review down before reviewers had
    /// accounts of their own.
    pub account: Option<i64>,
    pub name: String,
    pub kind: Option<ReviewerKind>,
    pub declaration: Option<Declaration>,
    /// What the conflict is, in the reviewer's words.
    pub conflict: Option<String>,
    pub opinion: Option<Opinion>,
    pub comment: Option<String>,
    pub declared_on: Option<NaiveDate>,
    pub given_on: Option<NaiveDate>,
}

/// What is asked of a reviewer next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owed {
    Declaration,
    Opinion,
}

impl Reviewer {
    /// What is still asked of the reviewer; nothing of who has a conflict or has given an opinion.
    pub fn owes(&self) -> Option<Owed> {
        match (self.declaration, self.opinion) {
            (None, None) => Some(Owed::Declaration),
            (Some(Declaration::NoConflict), None) => Some(Owed::Opinion),
            _ => None,
        }
    }

    /// Whether the opinion counts: it is there, and there is no conflict of interest.
    pub fn counts(&self) -> bool {
        self.declaration == Some(Declaration::NoConflict) && self.opinion.is_some()
    }
}

/// Whom a coordinator names, as the form has it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Named {
    pub account: Option<i64>,
    pub kind: Option<ReviewerKind>,
}

/// What a reviewer declares, as the form has it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Declared {
    pub declaration: Option<Declaration>,
    pub conflict: Option<String>,
}

/// What a reviewer recommends, as the form has it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Given {
    pub opinion: Option<Opinion>,
    pub comment: Option<String>,
}

/// Why something was not written into a peer review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is not this reviewer's turn: not named, said already, or nothing declared yet.
    NotAsked,
    /// The field of this name may not be left open.
    Open(&'static str),
    /// What stands in the field of this name can't be chosen.
    NotOffered(&'static str),
}

impl PeerReview {
    /// The reviewer that is this account.
    pub fn of(&self, account: i64) -> Option<&Reviewer> {
        self.reviewers.iter().find(|reviewer| reviewer.account == Some(account))
    }

    /// The accounts whose word is waited for.
    pub fn awaited(&self) -> impl Iterator<Item = i64> + '_ {
        let awaited = self.reviewers.iter().filter(|reviewer| reviewer.owes().is_some());
        awaited.filter_map(|reviewer| reviewer.account)
    }

    /// Names a reviewer.
    ///
    /// # Errors
    /// [`Refusal::NotOffered`] for an account that is named already.
    pub fn name(&mut self, account: i64, name: String, kind: ReviewerKind) -> Result<(), Refusal> {
        if self.of(account).is_some() {
            return Err(Refusal::NotOffered("account"));
        }
        let (account, kind) = (Some(account), Some(kind));
        self.reviewers.push(Reviewer { account, name, kind, ..Reviewer::default() });
        Ok(())
    }

    /// Takes a reviewer off the list who has said nothing yet: named by mistake, or not to be reached.
    ///
    /// # Errors
    /// [`Refusal::NotAsked`] for who is not named or has declared already.
    pub fn release(&mut self, account: i64) -> Result<(), Refusal> {
        let is_silent = |reviewer: &Reviewer| {
            reviewer.account == Some(account) && reviewer.owes() == Some(Owed::Declaration)
        };
        let at = self.reviewers.iter().position(is_silent).ok_or(Refusal::NotAsked)?;
        self.reviewers.remove(at);
        Ok(())
    }

    /// A reviewer declares whether there is a conflict of interest, once.
    ///
    /// # Errors
    /// [`Refusal::Open`] where nothing is declared, or a conflict and not which; [`Refusal::NotAsked`].
    pub fn declare(&mut self, account: i64, said: Declared, on: NaiveDate) -> Result<(), Refusal> {
        let reviewer = self.asked(account, Owed::Declaration)?;
        let declaration = said.declaration.ok_or(Refusal::Open("declaration"))?;
        let conflict = said.conflict.filter(|_| declaration == Declaration::Conflict);
        if declaration == Declaration::Conflict && is_open(conflict.as_deref()) {
            return Err(Refusal::Open("conflict"));
        }
        reviewer.declaration = Some(declaration);
        reviewer.conflict = conflict;
        reviewer.declared_on = Some(on);
        Ok(())
    }

    /// A reviewer without a conflict of interest gives an opinion.
    ///
    /// # Errors
    /// [`Refusal::Open`] where there is no opinion, or no word on why it is not "approve";
    /// [`Refusal::NotAsked`], also before the declaration.
    pub fn give_opinion(
        &mut self,
        account: i64,
        said: Given,
        on: NaiveDate,
    ) -> Result<(), Refusal> {
        let reviewer = self.asked(account, Owed::Opinion)?;
        let opinion = said.opinion.ok_or(Refusal::Open("opinion"))?;
        if opinion != Opinion::Approve && is_open(said.comment.as_deref()) {
            return Err(Refusal::Open("comment"));
        }
        reviewer.opinion = Some(opinion);
        reviewer.comment = said.comment;
        reviewer.given_on = Some(on);
        Ok(())
    }

    /// The State has filed it again: what was said of earlier words does not count for these. The
    /// declarations stand, the comments are what reviewers go on from, and reviews without accounts
    /// stay as they were written down. Answers whether anybody is asked again.
    pub fn ask_again(&mut self) -> bool {
        let mut is_asked = false;
        for reviewer in &mut self.reviewers {
            if reviewer.account.is_some() && reviewer.counts() {
                (reviewer.opinion, reviewer.given_on) = (None, None);
                is_asked = true;
            }
        }
        is_asked
    }

    /// What this account may know while it has not given its opinion: what it said itself, and who the
    /// others are.
    #[must_use]
    pub fn part_of(&self, account: i64) -> Self {
        let reviewers = self.reviewers.iter().map(|reviewer| {
            if reviewer.account == Some(account) {
                return reviewer.clone();
            }
            Reviewer {
                account: reviewer.account,
                name: reviewer.name.clone(),
                kind: reviewer.kind,
                ..Reviewer::default()
            }
        });
        Self { reviewers: reviewers.collect(), message: None }
    }

    fn asked(&mut self, account: i64, owed: Owed) -> Result<&mut Reviewer, Refusal> {
        self.reviewers
            .iter_mut()
            .find(|reviewer| reviewer.account == Some(account) && reviewer.owes() == Some(owed))
            .ok_or(Refusal::NotAsked)
    }
}

fn is_open(text: Option<&str>) -> bool {
    text.is_none_or(|text| text.trim().is_empty())
}

#[cfg(test)]
mod tests;
