//! How the counts of provisions are grouped. The denominator is always the coded agreements.

use std::{collections::BTreeMap, fmt::Write};

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::{agreement::Finding, criteria};

/// What the rows of the table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum By {
    Item,
    Criterion,
    /// Decade of signature, and an item in it.
    Decade,
    /// M49 region of any party: an agreement counts once in each of its parties' regions.
    Region,
    Kind,
}

/// How many coded agreements were found to have a provision.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub yes: u64,
    pub partly: u64,
    pub no: u64,
    pub cannot_tell: u64,
    /// The denominator: agreements with any coded provision in this group.
    pub coded: u64,
}

impl Counts {
    /// Adds `count` agreements with this finding.
    pub fn add(&mut self, finding: Finding, count: u64) {
        *match finding {
            Finding::Yes => &mut self.yes,
            Finding::Partly => &mut self.partly,
            Finding::No => &mut self.no,
            Finding::CannotTell => &mut self.cannot_tell,
        } += count;
    }

    /// Yes of coded, in percent; nothing where there is no denominator.
    #[expect(clippy::cast_precision_loss, reason = "counts of agreements are far below 2^52")]
    pub fn share(&self) -> Option<f64> {
        (self.coded > 0).then(|| 100.0 * self.yes as f64 / self.coded as f64)
    }
}

/// One row: a group (empty where there is none), an item's code or a criterion's number, counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub group: String,
    pub what: String,
    pub counts: Counts,
}

/// The whole table: for every group, in order, a row for every item or criterion, also where
/// nothing was found. `denominators` gives each group's coded agreements, `found` the counts.
pub fn table(
    by: By,
    denominators: &BTreeMap<String, u64>,
    found: impl IntoIterator<Item = (String, String, Finding, u64)>,
) -> Vec<Row> {
    let mut counts: BTreeMap<(String, String), Counts> = BTreeMap::new();
    for (group, what, finding, count) in found {
        counts.entry((group, what)).or_default().add(finding, count);
    }
    let what: Vec<String> = match by {
        By::Criterion => {
            criteria::criteria().iter().map(|criterion| criterion.number.to_string()).collect()
        }
        _ => criteria::item_codes().iter().map(|code| (*code).to_owned()).collect(),
    };
    let mut rows = Vec::new();
    for (group, coded) in denominators {
        for what in &what {
            let counts = counts.get(&(group.clone(), what.clone())).copied().unwrap_or_default();
            rows.push(Row {
                group: group.clone(),
                what: what.clone(),
                counts: Counts { coded: *coded, ..counts },
            });
        }
    }
    rows
}

/// The table as CSV: `item` or `criterion`, then the five counts; first a column `group` where the
/// rows are grouped.
pub fn csv(by: By, rows: &[Row]) -> String {
    let grouped = !matches!(by, By::Item | By::Criterion);
    let what = if by == By::Criterion { "criterion" } else { "item" };
    let mut text =
        format!("{}{what},yes,partly,no,cannot_tell,coded\n", if grouped { "group," } else { "" });
    for Row { group, what, counts: Counts { yes, partly, no, cannot_tell, coded } } in rows {
        if grouped {
            text.push_str(group);
            text.push(',');
        }
        // Writing to a text does not fail.
        let _ = writeln!(text, "{what},{yes},{partly},{no},{cannot_tell},{coded}");
    }
    text
}

/// The decade of a year, such as `1990s`.
pub fn decade(year: i32) -> String {
    format!("{}s", year.div_euclid(10) * 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_has_a_row_with_the_denominator_also_where_nothing_was_found() {
        let denominators = BTreeMap::from([(String::new(), 3)]);
        let found = [
            (String::new(), "passport".to_owned(), Finding::Yes, 1),
            (String::new(), "passport".to_owned(), Finding::No, 2),
        ];
        let rows = table(By::Item, &denominators, found);
        assert_eq!(rows.len(), 34);
        let text = csv(By::Item, &rows);
        assert!(text.starts_with("item,yes,partly,no,cannot_tell,coded\nintl_instr,0,0,0,0,3\n"));
        assert!(text.contains("\npassport,1,0,2,0,3\n"));
    }

    #[test]
    fn a_group_comes_first_where_the_rows_are_grouped() {
        let denominators = BTreeMap::from([("1990s".to_owned(), 2), ("2000s".to_owned(), 5)]);
        let rows = table(By::Decade, &denominators, []);
        assert_eq!(rows.len(), 68);
        assert!(csv(By::Decade, &rows).starts_with(
            "group,item,yes,partly,no,cannot_tell,coded\n1990s,intl_instr,0,0,0,0,2\n"
        ));
    }

    #[test]
    fn without_a_denominator_there_is_no_share() {
        assert_eq!(Counts::default().share(), None);
        let counts = Counts { yes: 174, coded: 570, ..Counts::default() };
        assert_eq!(counts.share().map(|share| (share * 10.0).round()), Some(305.0));
        assert_eq!(decade(1999), "1990s");
    }
}
