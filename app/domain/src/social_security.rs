//! "Silent, but covered by a separate agreement" is not a gap: ILO Recommendation R86, art. 21, has
//! the parties settle social security in a separate agreement.

use crate::{
    Agreement,
    agreement::{Kind, Relation, SocialSecurityMode},
};

/// Whether `other`, which is linked with `agreement`, is the social security agreement that covers
/// its workers. `incoming` tells that the other record names this one.
pub fn covers(
    agreement: &Agreement,
    other: &Agreement,
    relation: Relation,
    incoming: bool,
) -> bool {
    let named = match (relation, incoming) {
        (Relation::SocialSecurityAgreementOf, true) | (Relation::RefersTo, false) => true,
        _ => return false,
    };
    let is_one = other.identity.kind == Some(Kind::SocialSecurityAgreement)
        || other.social_security.mode == Some(SocialSecurityMode::DedicatedAgreement);
    // It covers those who move between the parties: at least two must be parties of both.
    let shared = agreement
        .party_codes()
        .filter(|code| other.party_codes().any(|party| party == *code))
        .count();
    named && is_one && shared >= 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreement::Party;

    fn between(kind: Kind, parties: [&str; 2]) -> Agreement {
        let mut agreement = Agreement::default();
        agreement.identity.kind = Some(kind);
        agreement.parties.parties =
            parties.map(|code| Party { code: code.into(), role: None }).to_vec();
        agreement
    }

    #[test]
    fn only_a_linked_social_security_agreement_between_the_same_parties_covers() {
        let labour = between(Kind::LabourMigrationAgreement, ["AZE", "KAZ"]);
        let pension = between(Kind::SocialSecurityAgreement, ["KAZ", "AZE"]);
        let stranger = between(Kind::SocialSecurityAgreement, ["AZE", "TUR"]);
        for (other, relation, incoming, covered) in [
            (&pension, Relation::SocialSecurityAgreementOf, true, true),
            (&pension, Relation::RefersTo, false, true),
            (&pension, Relation::SocialSecurityAgreementOf, false, false),
            (&pension, Relation::Amends, true, false),
            (&stranger, Relation::RefersTo, false, false),
            (&labour, Relation::RefersTo, false, false),
        ] {
            assert_eq!(
                covers(&labour, other, relation, incoming),
                covered,
                "{relation:?} {incoming}"
            );
        }
    }
}
