//! The dataset itself, which is not part of the project: a folder `shared/data` beside it, or the
//! one that `CORRIDOR_DATASET_DIR` names.

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
};

use domain::{
    agreement::{Finding, TextFinding},
    criteria,
};

use super::*;

/// How many of the 570 texts provide each of the 34 items, in the order of the criteria
/// (field's facts, section 2.2).
const YES: [usize; 34] = [
    49, 344, 57, 374, 223, 90, 231, 5, 13, 16, 6, 6, 195, 205, 7, 6, 12, 238, 76, 124, 66, 63, 31,
    33, 37, 20, 174, 118, 130, 47, 110, 41, 143, 34,
];

fn folder() -> Option<PathBuf> {
    let named = env::var_os("CORRIDOR_DATASET_DIR").map(PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|folder| folder.join("shared/data"))
        .find(|folder| folder.join(FORMATION).exists());
    named.or(beside)
}

#[test]
fn the_published_dataset_comes_in_whole_and_its_published_counts_come_out() {
    let Some(folder) = folder() else {
        println!("skipped: the dataset is absent (no shared/data, no CORRIDOR_DATASET_DIR)");
        return;
    };
    let file = |name| fs::read(folder.join(name)).expect("a file of the dataset");
    let (known, coded) = (file(FORMATION), file(CODING));
    let reading = read(&known, &coded).expect("the dataset can be read");

    assert_eq!(reading.incoming.len(), 1222);
    let coded = reading.incoming.iter().filter(|record| record.agreement.is_coded());
    let findings: Vec<_> = coded.map(|record| &record.agreement.provisions.findings).collect();
    assert_eq!(findings.len(), 570);
    let yes = criteria::item_codes().iter().map(|item| {
        let says =
            |found: &&TextFinding| found.item == **item && found.finding == Some(Finding::Yes);
        findings.iter().filter(|findings| findings.iter().any(|found| says(&found))).count()
    });
    assert_eq!(yes.collect::<Vec<_>>(), YES);

    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    let mut remarks: BTreeMap<&str, usize> = BTreeMap::new();
    for record in &reading.incoming {
        assert_eq!(record.agreement.party_codes().count(), 2, "{}", record.key);
        let kind = record.agreement.identity.kind.expect("every record has a kind");
        *kinds.entry(kind.into()).or_default() += 1;
    }
    for remark in &reading.remarks {
        *remarks.entry(remark.what.into()).or_default() += 1;
    }
    println!("{kinds:?}\n{remarks:?}");
    for (key, what) in [
        ("1079", RemarkKind::UnknownYear),
        ("659", RemarkKind::YearOutOfRange),
        ("540", RemarkKind::RatifiedBeforeSigned),
        ("612", RemarkKind::YearAndDateDisagree),
    ] {
        let said = |remark: &&Remark| remark.key == key && remark.what == what;
        assert!(reading.remarks.iter().any(|remark| said(&remark)), "{key}");
    }
}
