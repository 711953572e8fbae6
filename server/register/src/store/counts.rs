//! Counts beside filter values, coverage, and the pairs of States, from the sets that are kept.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{agreement::Finding, coverage::By, search::Facet};
use roaring::RoaringBitmap;

use super::{
    index::finding_of,
    sets::{Family, GIVEN, Kept, NOT_KNOWN},
};

/// How many of these records have each value of `facet` on `day`, most first.
pub fn of_facet(
    kept: &Kept,
    records: &RoaringBitmap,
    facet: Facet,
    day: NaiveDate,
) -> Vec<(String, u64)> {
    let table = kept.table(&Family::of(facet, day));
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    if facet == Facet::Provision {
        // A record has one finding on an item, so that none is counted twice.
        for value in table.values() {
            let Some((item, finding)) = value.split_once(':') else { continue };
            if GIVEN.contains(&finding) {
                *counts.entry(item).or_default() += table.count_on(value, day, records);
            }
        }
    } else {
        for (value, having) in table.values_on(day).filter(|(value, _)| !value.is_empty()) {
            counts.insert(value, having.intersection_len(records));
        }
    }
    if facet == Facet::Status {
        // What has no status on the day is counted too, so that the sums close.
        let known: u64 = counts.values().sum();
        counts.insert(NOT_KNOWN, records.len().saturating_sub(known));
    }
    let mut counts: Vec<(String, u64)> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(value, count)| (value.to_owned(), count))
        .collect();
    counts.sort_by(|(a, more), (b, less)| less.cmp(more).then_with(|| a.cmp(b)));
    counts
}

/// The numbers of a coverage table.
#[derive(Debug, Default)]
pub struct Coverage {
    /// Coded agreements of each group.
    pub denominators: BTreeMap<String, u64>,
    /// Group, item or criterion, finding, agreements.
    pub found: Vec<(String, String, Finding, u64)>,
}

/// The families that a coverage is counted from.
pub fn families_of_coverage(by: By) -> Vec<Family> {
    let mut families = vec![Family::Coded, findings(by)];
    families.extend(groups(by));
    families
}

fn findings(by: By) -> Family {
    Family::Values(if by == By::Criterion { Facet::Criterion } else { Facet::Provision })
}

fn groups(by: By) -> Option<Family> {
    match by {
        By::Item | By::Criterion => None,
        By::Decade => Some(Family::Decade),
        By::Kind => Some(Family::Values(Facet::Kind)),
        By::Region => Some(Family::Values(Facet::Region)),
    }
}

/// Counts the findings of these records as they hold on `day`.
pub fn coverage(kept: &Kept, records: &RoaringBitmap, by: By, day: NaiveDate) -> Coverage {
    let coded = kept.all(&Family::Coded);
    let groups: Vec<(&str, RoaringBitmap)> = match groups(by) {
        None => vec![("", records.clone())],
        // What is of several regions counts in each. What has no date is a group of its own, with an empty
        // name; what has no region is in none.
        Some(family) => kept
            .table(&family)
            .values_on(day)
            .filter(|(group, _)| by != By::Region || !group.is_empty())
            .map(|(group, members)| (group, records & &*members))
            .collect(),
    };
    let mut coverage = Coverage::default();
    let table = kept.table(&findings(by));
    let found: Vec<_> = table
        .values()
        .filter_map(|value| {
            let (what, finding) = value.split_once(':')?;
            Some((value, what, finding_of(finding)?))
        })
        .collect();
    for (group, members) in groups {
        let denominator = members.intersection_len(&coded);
        if denominator > 0 {
            coverage.denominators.insert(group.to_owned(), denominator);
        }
        coverage.found.extend(found.iter().filter_map(|(value, what, finding)| {
            let count = table.count_on(value, day, &members);
            (count > 0).then(|| (group.to_owned(), (*what).to_owned(), *finding, count))
        }));
    }
    coverage
}

/// How many of these records are coded, and to how many of these the text gives `item` on `day`.
pub fn coded_with(kept: &Kept, records: &RoaringBitmap, item: &str, day: NaiveDate) -> (u64, u64) {
    let coded = records & &*kept.all(&Family::Coded);
    let given = format!("{item}:{}", <&str>::from(Finding::Yes));
    let given = kept.table(&Family::Values(Facet::Provision)).on(&given, day);
    (coded.len(), coded.intersection_len(&given))
}

/// The pairs of parties with any of these records, in the order of their codes, and how many.
pub fn pairs(kept: &Kept, records: &RoaringBitmap, day: NaiveDate) -> Vec<(String, String, u64)> {
    let parties: Vec<(&str, RoaringBitmap)> = kept
        .table(&Family::Values(Facet::Party))
        .values_on(day)
        .map(|(code, having)| (code, records & &*having))
        .filter(|(_, having)| !having.is_empty())
        .collect();
    let mut pairs = Vec::new();
    for (number, (one, of_one)) in parties.iter().enumerate() {
        for (other, of_other) in &parties[number + 1..] {
            let count = of_one.intersection_len(of_other);
            if count > 0 {
                pairs.push(((*one).to_owned(), (*other).to_owned(), count));
            }
        }
    }
    pairs
}

/// Those of these records with more than two parties. There are few: a page of one State or corridor
/// looks at each of them.
pub fn plurilateral(kept: &Kept, records: &RoaringBitmap) -> Vec<i64> {
    (records & &*kept.all(&Family::Plurilateral)).into_iter().map(i64::from).collect()
}
