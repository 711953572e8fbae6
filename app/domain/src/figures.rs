//! Figures of a set of records as they stood: how many agreements, how many of them applied, which
//! provisions. The pages count in the database; these are counted from the records themselves, so that
//! a frozen register gives the same figures again at any time.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;

use crate::{
    Agreement,
    agreement::{EventKind, Kind, Relation},
    coverage::{By, Counts, Row, table},
    criteria,
    status::{Status, status_on, status_periods, status_periods_between},
};

/// What there is in a set of records on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// The day on which the records are looked at.
    pub day: NaiveDate,
    pub agreements: u64,
    /// In force, also under notice, or provisionally applied.
    pub applied: u64,
    /// With any coded provision: the denominator of every share.
    pub coded: u64,
    /// Skills mobility partnerships, and others with a skills model.
    pub with_skills: u64,
    /// A row for each of the 34 items.
    pub items: Vec<Row>,
}

impl Figures {
    /// The counts of one item.
    pub fn item(&self, code: &str) -> Counts {
        self.items.iter().find(|row| row.what == code).map(|row| row.counts).unwrap_or_default()
    }
}

/// Counts the records, which have numbers, on `day`. With a State, as they stand for it: an agreement
/// of more than two parties may be in force for others and not for this one.
pub fn figures(records: &[(i64, &Agreement)], day: NaiveDate, state: Option<&str>) -> Figures {
    let statuses = statuses(records, day, state);
    let coded: Vec<&Agreement> =
        records.iter().map(|(_, record)| *record).filter(|record| record.is_coded()).collect();
    let mut found: BTreeMap<(&str, &str), u64> = BTreeMap::new();
    let mut findings = Vec::new();
    for record in &coded {
        for item in criteria::item_codes() {
            if let Some(finding) = record.provisions.finding_at(item, day) {
                let code: &str = finding.into();
                let count = found.entry((item, code)).or_default();
                if *count == 0 {
                    findings.push((*item, finding));
                }
                *count += 1;
            }
        }
    }
    let found = findings.into_iter().map(|(item, finding)| {
        let count = found.get(&(item, <&str>::from(finding))).copied().unwrap_or_default();
        (String::new(), item.to_owned(), finding, count)
    });
    let coded = coded.len() as u64;
    Figures {
        day,
        agreements: records.len() as u64,
        applied: statuses.values().filter(|status| status.is_applied()).count() as u64,
        coded,
        with_skills: records.iter().filter(|(_, record)| has_skills(record)).count() as u64,
        items: table(By::Item, &BTreeMap::from([(String::new(), coded)]), found),
    }
}

/// Whether it is a skills mobility partnership or has a skills block with a model.
pub fn has_skills(record: &Agreement) -> bool {
    record.identity.kind == Some(Kind::SkillsMobilityPartnership) || record.skills.model.is_some()
}

/// The status of each record on `day`, with replacements by others of the set taken into account; with
/// a State, of those of more than two parties as they stand for it.
pub fn statuses(
    records: &[(i64, &Agreement)],
    day: NaiveDate,
    state: Option<&str>,
) -> HashMap<i64, Status> {
    let replaced = replacements(records);
    records
        .iter()
        .map(|(id, record)| {
            let replaced = replaced.get(id).copied();
            let is_plurilateral = record.parties.parties.len() > 2;
            let periods = match state.filter(|_| is_plurilateral) {
                Some(state) => status_periods_between(record, replaced, &[state]),
                None => status_periods(record, replaced),
            };
            (*id, status_on(&periods, day))
        })
        .collect()
}

/// For each record that another one of the set, between the same parties, replaces: the first day on
/// which such a replacement entered into force.
fn replacements(records: &[(i64, &Agreement)]) -> HashMap<i64, NaiveDate> {
    let parties =
        |record: &Agreement| record.party_codes().map(str::to_owned).collect::<BTreeSet<_>>();
    let by_id: HashMap<i64, &Agreement> = records.iter().copied().collect();
    let mut replaced: HashMap<i64, NaiveDate> = HashMap::new();
    for (_, record) in records {
        let in_force = record
            .life
            .events
            .iter()
            .filter(|event| event.kind == Some(EventKind::EnteredIntoForce))
            .filter_map(|event| event.date)
            .map(crate::PartialDate::last_day)
            .min();
        let Some(in_force) = in_force else { continue };
        for link in &record.references.links {
            if link.relation != Some(Relation::Replaces) {
                continue;
            }
            let Some(other) = link.agreement.map(i64::from) else { continue };
            if by_id.get(&other).is_some_and(|other| parties(other) == parties(record)) {
                let first = replaced.entry(other).or_insert(in_force);
                *first = (*first).min(in_force);
            }
        }
    }
    replaced
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agreement::{Event, Finding, Link, Party, TextFinding};

    fn in_force(since: &str) -> Agreement {
        let mut record = Agreement::default();
        record.parties.parties =
            ["AAA", "BBB"].map(|code| Party { code: code.into(), role: None }).to_vec();
        record.life.events.push(Event {
            kind: Some(EventKind::EnteredIntoForce),
            date: since.parse().ok(),
            ..Event::default()
        });
        record
    }

    fn coded(item: &str, finding: Finding) -> Agreement {
        let mut record = in_force("2010-01-01");
        record.provisions.findings.push(TextFinding {
            item: item.into(),
            finding: Some(finding),
            ..TextFinding::default()
        });
        record
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn a_share_is_of_the_coded_agreements_and_not_of_all() {
        let records = [
            coded("social_security", Finding::Yes),
            coded("social_security", Finding::No),
            coded("social_security", Finding::Partly),
            in_force("2030-01-01"),
        ];
        let records: Vec<(i64, &Agreement)> = (1..).zip(&records).collect();
        let found = figures(&records, day("2023-10-12"), None);
        assert_eq!((found.agreements, found.applied, found.coded), (4, 3, 3));
        let counts = found.item("social_security");
        assert_eq!((counts.yes, counts.partly, counts.no, counts.coded), (1, 1, 1, 3));
        assert_eq!(found.items.len(), 34);
    }

    #[test]
    fn a_replaced_agreement_is_no_longer_applied_from_the_day_of_the_new_one() {
        let old = in_force("2000-01-01");
        let mut new = in_force("2020-01-01");
        new.references.links.push(Link {
            agreement: Some(1),
            relation: Some(Relation::Replaces),
            ..Link::default()
        });
        let records = [(1, &old), (2, &new)];
        assert_eq!(figures(&records, day("2019-12-31"), None).applied, 1);
        let after = statuses(&records, day("2020-01-01"), None);
        assert_eq!(after[&1], Status::Superseded);
        assert_eq!(after[&2], Status::InForce);
    }

    #[test]
    fn an_agreement_of_three_is_applied_by_those_who_are_bound_and_not_by_the_third() {
        let mut record = in_force("2010-01-01");
        record.parties.parties.push(Party { code: "CCC".into(), role: None });
        record.life.events = ["AAA", "BBB"]
            .map(|party| Event {
                kind: Some(EventKind::EnteredIntoForce),
                date: "2010-01-01".parse().ok(),
                party: Some(party.into()),
                ..Event::default()
            })
            .to_vec();
        let records = [(1, &record)];
        let applied = |state| figures(&records, day("2024-03-11"), state).applied;
        assert_eq!((applied(None), applied(Some("AAA")), applied(Some("CCC"))), (1, 1, 0));
    }
}
