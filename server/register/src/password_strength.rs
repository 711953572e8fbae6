//! Passwords that are tried first are refused: well-known ones, and what anybody knows of their owner.
//!
//! It stands here and not in `domain`, because the list of what people choose weighs more than all else that
//! reaches the browser.

use domain::{
    account::{PasswordProblem, check_password},
    states,
};
use zxcvbn::{
    Score,
    feedback::{Feedback, Warning},
    zxcvbn,
};

/// Less than this is found by ten thousand millions of guesses.
const ENOUGH: Score = Score::Three;
/// As in 12.10.2023.
const FIGURES_OF_A_DATE: usize = 8;
/// Words of the register, which everybody has before them who signs in.
const OF_THE_REGISTER: [&str; 12] = [
    "corridor",
    "register",
    "agreement",
    "bilateral",
    "labour",
    "labor",
    "mobility",
    "migration",
    "ministry",
    "bla",
    "blma",
    "gcm",
];

/// What is known of who is to use a password.
pub(crate) struct Owner<'a> {
    pub email: &'a str,
    pub name: &'a str,
    /// A State's code.
    pub state: Option<&'a str>,
}

/// Whether a password may be used by its owner.
///
/// # Errors
/// The reason for which it may not.
pub(crate) fn check(password: &str, owner: &Owner<'_>) -> Result<(), PasswordProblem> {
    check_password(password, owner.email)?;
    let words = owner.words();
    if is_of(&words, password) {
        return Err(PasswordProblem::OwnWords);
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let found = zxcvbn(password, &words);
    if found.score() >= ENOUGH {
        return Ok(());
    }
    if zxcvbn(password, &[]).score() >= ENOUGH {
        return Err(PasswordProblem::OwnWords);
    }
    let warning = found.feedback().and_then(Feedback::warning);
    Err(warning.map_or(PasswordProblem::Guessable, problem))
}

/// Whether a password is made of these words, a date's figures and signs, and of nothing else. What is counted
/// as many guesses for anybody is few for who begins with these.
fn is_of(words: &[String], password: &str) -> bool {
    let figures = password.chars().filter(char::is_ascii_digit).count();
    let mut parts = password
        .split(|char: char| !char.is_alphabetic())
        .filter(|part| part.chars().count() > 2)
        .map(str::to_lowercase)
        .peekable();
    figures <= FIGURES_OF_A_DATE
        && parts.peek().is_some()
        && parts.all(|part| words.iter().any(|word| word.to_lowercase() == part))
}

impl Owner<'_> {
    /// What somebody would try who knows the person.
    fn words(&self) -> Vec<String> {
        let state = self.state.and_then(states::state);
        let state =
            state.into_iter().flat_map(|state| state.all_names().iter().chain(state.other_names()));
        let texts = [self.email, self.name]
            .into_iter()
            .chain(state.map(String::as_str))
            .chain(OF_THE_REGISTER);
        texts
            .flat_map(|text| {
                let parts = text.split(|char: char| !char.is_alphanumeric());
                parts.chain([text]).filter(|word| word.chars().count() > 2).map(str::to_owned)
            })
            .collect()
    }
}

fn problem(warning: Warning) -> PasswordProblem {
    match warning {
        Warning::StraightRowsOfKeysAreEasyToGuess
        | Warning::ShortKeyboardPatternsAreEasyToGuess => PasswordProblem::Keys,
        Warning::RepeatsLikeAaaAreEasyToGuess
        | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess
        | Warning::SequencesLikeAbcAreEasyToGuess => PasswordProblem::Repeats,
        Warning::ThisIsATop10Password
        | Warning::ThisIsATop100Password
        | Warning::ThisIsACommonPassword
        | Warning::ThisIsSimilarToACommonlyUsedPassword => PasswordProblem::WellKnown,
        Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess => {
            PasswordProblem::Dates
        }
        Warning::AWordByItselfIsEasyToGuess => PasswordProblem::Guessable,
        Warning::NamesAndSurnamesByThemselvesAreEasyToGuess
        | Warning::CommonNamesAndSurnamesAreEasyToGuess => PasswordProblem::Names,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owner() -> Owner<'static> {
        Owner { email: "l.karimova@labour.example", name: "Leyla Karimova", state: Some("AZE") }
    }

    #[test]
    fn a_password_that_is_tried_first_is_refused_with_the_reason_in_words() {
        for (password, result) in [
            ("a quiet morning in May", Ok(())),
            ("another quiet evening", Ok(())),
            ("дождь над Каспием", Ok(())),
            ("correct horse battery staple", Ok(())),
            ("short", Err(PasswordProblem::TooShort)),
            ("1q2w3e4r5t6y", Err(PasswordProblem::WellKnown)),
            ("qwertyuiop[]", Err(PasswordProblem::Keys)),
            ("abcdefghijkl", Err(PasswordProblem::Repeats)),
            ("letmeinletmein", Err(PasswordProblem::Repeats)),
            ("12.10.202312.10.2023", Err(PasswordProblem::Repeats)),
            ("Karimova Leyla", Err(PasswordProblem::OwnWords)),
            ("azerbaijan-labour-2024", Err(PasswordProblem::OwnWords)),
            ("Labour Migration Agreement", Err(PasswordProblem::OwnWords)),
            ("Leyla of Azerbaijan 12.10.2023", Err(PasswordProblem::OwnWords)),
            ("Leyla 830 1746 2250", Ok(())),
        ] {
            assert_eq!(check(password, &owner()), result, "{password}");
        }
    }
}
