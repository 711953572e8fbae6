//! Groups of States whose membership has dates: the Almaty Process, the Organization of Turkic
//! States. The regional commissions are groups too, without dates ([`crate::states`]).

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::Deserialize;
use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::{
    PartialDate,
    reference::{Named, rows},
};

/// A group of States.
#[derive(Clone, Debug, Deserialize)]
pub struct Group {
    pub code: String,
    name_en: String,
    name_ru: String,
    about_en: String,
    about_ru: String,
}

impl Named for Group {
    fn name(&self, language: &str) -> &str {
        if language == "ru" { &self.name_ru } else { &self.name_en }
    }
}

impl Group {
    /// Its full name or its founding, in a phrase.
    pub fn about(&self, language: &str) -> &str {
        if language == "ru" { &self.about_ru } else { &self.about_en }
    }
}

/// What a State is in a group.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Membership {
    Member,
    Observer,
    AccessionPending,
    /// Chairs the group, beside being a member.
    Chair,
}

/// A State in a group, from a date until a date.
#[derive(Clone, Debug, Deserialize)]
pub struct Member {
    pub group: String,
    pub state: String,
    pub status: Membership,
    /// Open where the beginning is not known.
    pub from: Option<PartialDate>,
    /// The last day, month or year; open while it goes on or where the end is not known.
    pub until: Option<PartialDate>,
    /// The day for which a source gives the status, where its beginning is not known.
    pub as_at: Option<PartialDate>,
}

impl Member {
    /// The group and what the State is in it, as it stands in addresses: `almaty:member`.
    pub fn code(&self) -> String {
        format!("{}:{}", self.group, <&str>::from(self.status))
    }

    /// The first day on which it holds: a beginning that is not known lies before every day.
    pub fn first_day(&self) -> NaiveDate {
        self.from.map_or(NaiveDate::MIN, PartialDate::first_day)
    }

    /// Whether it holds on `day`.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.first_day() <= day && self.until.is_none_or(|until| day <= until.last_day())
    }
}

static GROUPS: LazyLock<Vec<Group>> = LazyLock::new(|| rows(include_str!("../data/groups.csv")));
static MEMBERS: LazyLock<Vec<Member>> =
    LazyLock::new(|| rows(include_str!("../data/group_members.csv")));

/// The groups.
pub fn groups() -> &'static [Group] {
    &GROUPS
}

/// The group with this code.
pub fn group(code: &str) -> Option<&'static Group> {
    GROUPS.iter().find(|group| group.code == code)
}

/// Every State's time in any group.
pub fn members() -> &'static [Member] {
    &MEMBERS
}

/// What `state` is in its groups on `day`; a chair is a member too and has two rows.
pub fn of_state(state: &str, day: NaiveDate) -> impl Iterator<Item = &'static Member> {
    MEMBERS.iter().filter(move |member| member.state == state && member.holds_on(day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::states;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn chairs(on: &str) -> Vec<&'static str> {
        members()
            .iter()
            .filter(|member| member.status == Membership::Chair && member.holds_on(day(on)))
            .map(|member| member.state.as_str())
            .collect()
    }

    #[test]
    fn every_member_is_a_known_state_in_a_known_group() {
        for member in members() {
            assert!(states::state(&member.state).is_some(), "{member:?}");
            assert!(group(&member.group).is_some(), "{member:?}");
        }
    }

    #[test]
    fn a_chair_is_one_for_its_years_only() {
        assert_eq!(chairs("2023-10-12"), ["AZE"]);
        assert_eq!(chairs("2025-04-23"), Vec::<&str>::new());
        assert_eq!(chairs("2025-04-24"), ["KAZ"]);
    }

    #[test]
    fn what_a_state_is_in_a_group_depends_on_the_day() {
        let of =
            |state, on| of_state(state, day(on)).map(|member| member.status).collect::<Vec<_>>();
        assert_eq!(
            of("AZE", "2023-10-12"),
            [Membership::Member, Membership::Chair, Membership::Member]
        );
        assert_eq!(of("UZB", "2018-01-01"), [Membership::AccessionPending]);
        assert_eq!(of("UZB", "2023-10-12"), [Membership::AccessionPending, Membership::Member]);
        assert_eq!(of("PAK", "2023-10-12"), [Membership::Observer]);
    }
}
