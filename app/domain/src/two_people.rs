//! Two people for publishing: a State may choose that what one of its people wrote last is published, or
//! merged away, by another of them (OWASP ASVS 5.0, 2.3.5). Until a State chooses it, whoever writes may
//! also publish: a mission with one account is not held up.

use chrono::{DateTime, Utc};
use strum::{IntoStaticStr, VariantArray};

/// The accounts that a State has at the least, to choose it and to be bound by it.
pub const FEWEST: u64 = 2;

/// That a State has chosen it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TwoPeople {
    pub since: DateTime<Utc>,
    /// The account that chose it.
    pub chosen_by: i64,
}

/// Why a choice is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum ChoiceProblem {
    #[error("the State has one account")]
    OneAccount,
    #[error("whoever chose it does not end it alone")]
    OwnChoice,
}

/// Whether a State with so many open accounts may choose it.
///
/// # Errors
/// The reason for which it may not.
pub fn check_choosing(accounts: u64) -> Result<(), ChoiceProblem> {
    if accounts < FEWEST { Err(ChoiceProblem::OneAccount) } else { Ok(()) }
}

/// Whether `account` may end it, in a State with so many open accounts. It takes another person than the
/// one who chose it, as long as there is one.
///
/// # Errors
/// The reason for which it may not.
pub fn check_ending(chosen: TwoPeople, account: i64, accounts: u64) -> Result<(), ChoiceProblem> {
    if chosen.chosen_by == account && accounts >= FEWEST {
        Err(ChoiceProblem::OwnChoice)
    } else {
        Ok(())
    }
}

/// Whether `account` may make public what `writer` wrote last. What nobody with an account wrote, such as
/// an import, anybody of the State may.
pub fn may_publish(chosen: Option<TwoPeople>, writer: Option<i64>, account: i64) -> bool {
    chosen.is_none() || writer != Some(account)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: i64 = 1;
    const OTHER: i64 = 2;

    fn chosen_by(account: i64) -> TwoPeople {
        TwoPeople { since: DateTime::default(), chosen_by: account }
    }

    #[test]
    fn a_state_with_one_account_can_not_choose_what_would_keep_it_from_publishing() {
        assert_eq!(check_choosing(1), Err(ChoiceProblem::OneAccount));
        assert_eq!(check_choosing(2), Ok(()));
    }

    #[test]
    fn whoever_chose_two_people_ends_it_only_when_no_colleague_is_left() {
        for (account, accounts, expected) in [
            (ONE, 2, Err(ChoiceProblem::OwnChoice)),
            (ONE, 1, Ok(())),
            (OTHER, 2, Ok(())),
            (OTHER, 1, Ok(())),
        ] {
            assert_eq!(check_ending(chosen_by(ONE), account, accounts), expected);
        }
    }

    #[test]
    fn what_one_person_wrote_another_publishes_where_the_state_chose_so() {
        for (chosen, writer, expected) in [
            (None, Some(ONE), true),
            (Some(chosen_by(ONE)), Some(ONE), false),
            (Some(chosen_by(OTHER)), Some(ONE), false),
            (Some(chosen_by(ONE)), Some(OTHER), true),
            (Some(chosen_by(ONE)), None, true),
        ] {
            assert_eq!(may_publish(chosen, writer, ONE), expected, "{chosen:?} {writer:?}");
        }
    }
}
