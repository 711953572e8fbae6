//! What the agreement serves in the Global Compact and the 2030 Agenda: proposed from the findings,
//! decided by the person.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Agreement, Finding, Kind};
use crate::criteria;

/// GCM objectives (1 to 23), guiding principles and SDGs (1 to 17), as codes of
/// [`crate::compact`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Objectives {
    pub gcm: Vec<String>,
    pub principles: Vec<String>,
    pub sdgs: Vec<String>,
    /// They follow from the record by themselves; nobody has decided them yet.
    pub proposed: bool,
}

impl Objectives {
    /// What the record itself suggests. Objective 5 stands in the concept note for every labour
    /// mobility agreement; the others follow from the provisions found, by the objectives that the
    /// criteria table names for each; SDGs 4, 8 and 10 are those the concept note names.
    pub fn proposed(agreement: &Agreement) -> Self {
        let mut gcm: BTreeSet<u32> = agreement
            .provisions
            .findings
            .iter()
            .filter(|finding| matches!(finding.finding, Some(Finding::Yes | Finding::Partly)))
            .filter_map(|finding| criteria::item(&finding.item))
            .flat_map(|item| item.objectives.iter().copied())
            .collect();
        let kind = agreement.identity.kind;
        match kind {
            Some(Kind::SocialSecurityAgreement) => {
                gcm.insert(22);
            }
            Some(Kind::SkillsMobilityPartnership | Kind::MutualRecognitionAgreement) => {
                gcm.extend([5, 18]);
            }
            Some(Kind::MigrationCooperationAgreement | Kind::Protocol | Kind::Other) | None => {}
            Some(_) => {
                gcm.insert(5);
            }
        }
        let mut sdgs = BTreeSet::new();
        if gcm.contains(&18) {
            sdgs.insert(4);
        }
        if gcm.contains(&5) || gcm.contains(&6) {
            sdgs.extend([8, 10]);
        }
        if gcm.contains(&22) {
            sdgs.insert(10);
        }
        Self {
            gcm: gcm.iter().map(u32::to_string).collect(),
            principles: Vec::new(),
            sdgs: sdgs.iter().map(u32::to_string).collect(),
            proposed: !gcm.is_empty(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreement::TextFinding;

    #[test]
    fn the_objectives_proposed_follow_from_the_kind_and_the_provisions_found() {
        let mut agreement = Agreement::default();
        assert_eq!(Objectives::proposed(&agreement), Objectives::default());

        agreement.identity.kind = Some(Kind::LabourMigrationAgreement);
        for (item, finding) in [
            ("social_security", Finding::Yes),
            ("remittances", Finding::No),
            ("credentials", Finding::Partly),
        ] {
            agreement.provisions.findings.push(TextFinding {
                item: item.into(),
                finding: Some(finding),
                ..TextFinding::default()
            });
        }
        let proposed = Objectives::proposed(&agreement);
        assert_eq!(proposed.gcm, ["5", "15", "18", "22"]);
        assert_eq!(proposed.sdgs, ["4", "8", "10"]);
    }
}
