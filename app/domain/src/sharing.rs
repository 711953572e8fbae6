//! Who sees a record before everybody does: its State alone, the other parties, or the Network too; and
//! the day from which everybody sees it.

use chrono::NaiveDate;
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::{
    PartialDate,
    fields::{self, Field, FieldProblem, Form, Input, Part, Problem, Values, Vocabulary, codes_of},
};

/// Whose accounts see a record that is not published. Each sees more than the one before it.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Sharing {
    /// Those of the State that records it.
    #[default]
    OwnState,
    /// Those of every party.
    Parties,
    /// Those of every party, and of the Network.
    Network,
}

impl Sharing {
    /// The code as it is stored and stands in forms and in the keys of words.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The codes of every sharing with which somebody sees a record who sees it with this one.
    pub fn and_wider(self) -> impl Iterator<Item = &'static str> {
        codes_of::<Self>().into_iter().skip_while(move |code| *code != self.code())
    }
}

/// Who sees a record, as the State that records it decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    pub with: Sharing,
    /// The day with which the register publishes it: an embargo ends.
    pub public_from: Option<NaiveDate>,
}

const WITH: &str = "shared_with";
const PUBLIC_FROM: &str = "public_from";

/// The form in which that is decided.
pub const SHARING: Form = Form {
    code: "sharing",
    parts: &[
        Part::Field(Field { name: WITH, input: Input::Choice(Vocabulary::Sharing), needed: true }),
        Part::Field(Field { name: PUBLIC_FROM, input: Input::Date, needed: false }),
    ],
};

impl Shared {
    /// What was decided on `today`.
    ///
    /// # Errors
    /// The problems of what was typed. The day is a whole date after today: what is to be seen at once
    /// is published.
    pub fn read(values: &Values, today: NaiveDate) -> Result<Self, Vec<Problem>> {
        fields::read(SHARING, values)?;
        let with = values.get(WITH).parse().unwrap_or_default();
        let public_from = match values.get(PUBLIC_FROM).trim().parse() {
            Ok(PartialDate::Day(day)) if day > today => Ok(Some(day)),
            Ok(PartialDate::Day(_)) => Err(FieldProblem::NotInFuture),
            Ok(_) => Err(FieldProblem::NotAWholeDate),
            // It is empty: the fields were found right.
            Err(_) => Ok(None),
        };
        match public_from {
            Ok(public_from) => Ok(Self { with, public_from }),
            Err(problem) => Err(vec![Problem { name: PUBLIC_FROM.to_owned(), problem }]),
        }
    }

    /// The form as it is filled in.
    pub fn values(self) -> Values {
        let day = self.public_from.map(|day| day.to_string()).unwrap_or_default();
        [(WITH.to_owned(), self.with.code().to_owned()), (PUBLIC_FROM.to_owned(), day)]
            .into_iter()
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        "2026-03-01".parse().expect("a day")
    }

    fn typed(with: &str, day: &str) -> Values {
        [(WITH.to_owned(), with.to_owned()), (PUBLIC_FROM.to_owned(), day.to_owned())]
            .into_iter()
            .collect()
    }

    #[test]
    fn what_is_decided_is_read_and_filled_in_again() {
        for (with, sharing) in [
            ("own_state", Sharing::OwnState),
            ("parties", Sharing::Parties),
            ("network", Sharing::Network),
        ] {
            for (day, public_from) in [("", None), ("2026-03-02", "2026-03-02".parse().ok())] {
                let shared = Shared::read(&typed(with, day), today()).expect("right");
                assert_eq!(shared, Shared { with: sharing, public_from });
                assert_eq!(Shared::read(&shared.values(), today()), Ok(shared));
            }
        }
    }

    #[test]
    fn a_wrong_day_or_choice_is_told_with_its_field() {
        for (with, day, name, problem) in [
            ("everybody", "", WITH, FieldProblem::NotAChoice),
            ("", "", WITH, FieldProblem::Required),
            ("parties", "soon", PUBLIC_FROM, FieldProblem::NotADate),
            ("parties", "2026-02-30", PUBLIC_FROM, FieldProblem::NoSuchDay),
            ("parties", "2027", PUBLIC_FROM, FieldProblem::NotAWholeDate),
            ("parties", "2027-01", PUBLIC_FROM, FieldProblem::NotAWholeDate),
            ("parties", "2026-03-01", PUBLIC_FROM, FieldProblem::NotInFuture),
            ("parties", "2025-12-31", PUBLIC_FROM, FieldProblem::NotInFuture),
        ] {
            let problems = Shared::read(&typed(with, day), today()).expect_err("wrong");
            assert_eq!(problems, [Problem { name: name.to_owned(), problem }], "{with:?} {day:?}");
        }
    }

    #[test]
    fn who_sees_a_record_sees_what_is_shared_more_widely_too() {
        let and_wider = |sharing: Sharing| sharing.and_wider().collect::<Vec<_>>();
        assert_eq!(and_wider(Sharing::OwnState), ["own_state", "parties", "network"]);
        assert_eq!(and_wider(Sharing::Parties), ["parties", "network"]);
        assert_eq!(and_wider(Sharing::Network), ["network"]);
    }
}
