//! What can go wrong in the register, told apart by what the caller can do about it.

use domain::{
    account::PasswordProblem,
    completeness::Gap,
    confirmation::WordProblem,
    fields::{Problem, Values},
    follow_up::{
        dossier::DossierGap, pledge::PledgeGap, practice::PracticeGap, progress::ReportProblem,
    },
    own_password::ChangeProblem,
    second_factor::FactorProblem,
    two_people::ChoiceProblem,
};
use migrations::DbErr;

/// A use case that was not done. The record is as it was.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// What was typed is not right; each problem names its field.
    #[error("{} fields are not right", .0.len())]
    Invalid(Vec<Problem>),
    /// The record lacks what publishing asks for.
    #[error("the record is not complete")]
    Incomplete(Vec<Gap>),
    /// There is no such record, or the actor may not know that there is.
    #[error("not found")]
    NotFound,
    #[error("not allowed")]
    NotAllowed,
    /// A colleague saved the same section since it was read.
    #[error("saved by somebody else in the meantime")]
    Conflict(Box<Collision>),
    /// A report on progress that says too little, or what is not the reporter's to say.
    #[error("the report is refused: {0}")]
    Report(ReportProblem),
    /// What is filed lacks what the step asks for.
    #[error("{} things stand in the way", .0.len())]
    Lacks(Vec<Lack>),
    /// A confirmation that says too little.
    #[error("the confirmation is refused: {0}")]
    Word(WordProblem),
    /// One's own password is not changed.
    #[error("the password is not changed: {0}")]
    NewPassword(ChangeProblem),
    /// The second factor is not taken, or not changed.
    #[error("the second factor is refused: {0}")]
    SecondFactor(FactorProblem),
    /// The State wants two people for it, and the actor wrote it last.
    #[error("a second person has to do it")]
    SecondPerson,
    /// What a State chooses about two people is not taken.
    #[error("the choice is refused: {0}")]
    TwoPeople(ChoiceProblem),
    /// Tried too often. Nothing was looked at.
    #[error("tried too often: again in {seconds} seconds")]
    TooMany { seconds: u64 },
    /// Too many passwords wait to be looked at.
    #[error("too many passwords wait to be looked at")]
    Busy,
    #[error("the password is {0}")]
    Password(#[from] PasswordProblem),
    /// The account is there already, or the role and the State do not fit each other.
    #[error("{0}")]
    Account(AccountProblem),
    /// The database does not answer, or refuses. Nothing was saved.
    #[error("the database does not answer: {0}")]
    Unavailable(#[from] DbErr),
}

/// What a practice, a pledge or a dossier lacks for a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    Practice(PracticeGap),
    Pledge(PledgeGap),
    Dossier(DossierGap),
    /// The step can't be taken from where it is: somebody took another meanwhile.
    WrongStep,
}

/// Both versions of a form that two people saved.
#[derive(Debug)]
pub struct Collision {
    /// The version that is now in the register.
    pub version: i32,
    /// Who saved it last.
    pub author: String,
    /// What the record is called now.
    pub title: String,
    /// The form as both found it.
    pub base: Values,
    /// The form as it is now.
    pub current: Values,
}

/// Why an account is not made or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AccountProblem {
    #[error("there is an account with this address already")]
    Exists,
    #[error("there is no account with this address")]
    Missing,
    #[error("this is not an e-mail address")]
    NotAnAddress,
    #[error("an official and a focal point belong to a State: say which, by its code or name")]
    NeedsState,
    #[error("a reviewer, a coordinator and an administrator belong to the Network, not to a State")]
    HasState,
    #[error("there is no such State")]
    NoSuchState,
    #[error(
        "the account is disabled: give it a password with corridor user reset, which enables it"
    )]
    Disabled,
}
