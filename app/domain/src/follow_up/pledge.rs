//! A pledge on its way to the GCM pledging dashboard: the fields and rules of its form (field's facts,
//! follow-up, section 3).

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::{commitment::Partner, progress::Update};
use crate::PartialDate;

/// Characters that a description has at least and at most.
pub const DESCRIPTION: std::ops::RangeInclusive<usize> = 300..=3000;

/// What is pledged.
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
pub enum PledgeKind {
    Financial,
    HumanResources,
    Process,
    Policy,
}

/// With whom it is pledged.
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
pub enum PledgeForm {
    Own,
    /// Several pledge the same; one of them records it.
    Common,
    InPartnership,
    /// It matches a pledge that is on the dashboard already.
    Matching,
}

/// The pledge.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Pledge {
    pub pledge: Pledged,
    /// Partners that have confirmed their part.
    pub confirmed: Vec<PartConfirmed>,
    pub updates: Vec<Update>,
}

impl Pledge {
    /// Whether this State is a partner that has not confirmed its part.
    pub fn awaits(&self, state: &str) -> bool {
        let is_partner =
            self.pledge.partners.iter().any(|partner| partner.state.as_deref() == Some(state));
        is_partner && !self.confirmed.iter().any(|part| part.state == state)
    }
}

/// The fields of the form.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Pledged {
    pub title: Option<String>,
    pub kind: Option<PledgeKind>,
    pub form: Option<PledgeForm>,
    pub partners: Vec<Partner>,
    pub matched_title: Option<String>,
    pub matched_id: Option<String>,
    pub objectives: Vec<String>,
    pub principles: Vec<String>,
    pub from: Option<PartialDate>,
    pub to: Option<PartialDate>,
    pub place: Option<String>,
    pub description: Option<String>,
    /// The specific metric by which it is measured.
    pub metric: Option<String>,
    /// Its number on the dashboard, once it has one.
    pub dashboard_id: Option<String>,
    /// Numbers of records of agreements that it rests on.
    pub agreements: Vec<u32>,
}

/// A partner has confirmed its part.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PartConfirmed {
    pub state: String,
    pub on: chrono::NaiveDate,
    pub author: String,
}

/// Why a pledge can't be filed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum PledgeGap {
    NoTitle,
    NoKind,
    NoForm,
    NoObjective,
    /// A pledge is time-bound.
    NoEnd,
    DescriptionTooShort,
    DescriptionTooLong,
    NoMetric,
    /// A common pledge or one in partnership names who takes part.
    NoPartner,
    /// A matching pledge names the title and number of the pledge it matches.
    NoMatchedPledge,
    /// A partner State has not confirmed its part.
    PartnerNotConfirmed,
}

/// What filing asks for.
pub fn lacks_to_submit(pledge: &Pledge) -> Vec<PledgeGap> {
    let Pledged {
        title,
        kind,
        form,
        partners,
        matched_title,
        matched_id,
        objectives,
        to,
        description,
        metric,
        ..
    } = &pledge.pledge;
    let open = |text: &Option<String>| text.as_deref().is_none_or(|text| text.trim().is_empty());
    let length = description.as_deref().map_or(0, |text| text.trim().chars().count());
    let together = matches!(form, Some(PledgeForm::Common | PledgeForm::InPartnership));
    let unconfirmed = partners
        .iter()
        .filter_map(|partner| partner.state.as_deref())
        .any(|state| pledge.awaits(state));
    [
        (open(title), PledgeGap::NoTitle),
        (kind.is_none(), PledgeGap::NoKind),
        (form.is_none(), PledgeGap::NoForm),
        (objectives.is_empty(), PledgeGap::NoObjective),
        (to.is_none(), PledgeGap::NoEnd),
        (length < *DESCRIPTION.start(), PledgeGap::DescriptionTooShort),
        (length > *DESCRIPTION.end(), PledgeGap::DescriptionTooLong),
        (open(metric), PledgeGap::NoMetric),
        (together && partners.is_empty(), PledgeGap::NoPartner),
        (
            *form == Some(PledgeForm::Matching) && (open(matched_title) || open(matched_id)),
            PledgeGap::NoMatchedPledge,
        ),
        (together && unconfirmed, PledgeGap::PartnerNotConfirmed),
    ]
    .into_iter()
    .filter_map(|(lacks, gap)| lacks.then_some(gap))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complete() -> Pledge {
        Pledge {
            pledge: Pledged {
                title: Some("Example".into()),
                kind: Some(PledgeKind::Process),
                form: Some(PledgeForm::Own),
                objectives: vec!["5".into()],
                to: Some(PartialDate::Year(2026)),
                description: Some("a".repeat(300)),
                metric: Some("Two agreements signed".into()),
                ..Pledged::default()
            },
            ..Pledge::default()
        }
    }

    #[test]
    fn a_pledge_that_keeps_the_rules_of_the_form_can_be_filed_and_each_rule_is_named() {
        assert_eq!(lacks_to_submit(&complete()), []);
        let with = |change: fn(&mut Pledge)| {
            let mut pledge = complete();
            change(&mut pledge);
            lacks_to_submit(&pledge)
        };
        let state = |code: &str| Partner { state: Some(code.into()), organization: None };
        for (found, expected) in [
            (
                with(|pledge| pledge.pledge.description = Some("a".repeat(299))),
                PledgeGap::DescriptionTooShort,
            ),
            (
                with(|pledge| pledge.pledge.description = Some("a".repeat(3001))),
                PledgeGap::DescriptionTooLong,
            ),
            (with(|pledge| pledge.pledge.to = None), PledgeGap::NoEnd),
            (with(|pledge| pledge.pledge.metric = Some(" ".into())), PledgeGap::NoMetric),
            (with(|pledge| pledge.pledge.form = Some(PledgeForm::Common)), PledgeGap::NoPartner),
            (
                with(|pledge| pledge.pledge.form = Some(PledgeForm::Matching)),
                PledgeGap::NoMatchedPledge,
            ),
        ] {
            assert_eq!(found, [expected]);
        }
        let mut together = complete();
        together.pledge.form = Some(PledgeForm::InPartnership);
        together.pledge.partners = vec![state("KAZ")];
        assert_eq!(lacks_to_submit(&together), [PledgeGap::PartnerNotConfirmed]);
        together.confirmed.push(PartConfirmed {
            state: "KAZ".into(),
            on: "2024-01-01".parse().expect("a day"),
            author: "Example".into(),
        });
        assert_eq!(lacks_to_submit(&together), []);
    }

    #[test]
    fn characters_are_counted_and_not_bytes() {
        let mut pledge = complete();
        pledge.pledge.description = Some("я".repeat(300));
        assert_eq!(lacks_to_submit(&pledge), []);
    }
}
