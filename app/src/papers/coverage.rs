//! The coverage of provisions as figures to calculate with: every way in which the page counts is a
//! sheet, filtered as the address says, and the last sheet says what was counted.

use domain::{
    checkpoints,
    coverage::{By, Row},
    fields::Vocabulary,
    search::Query,
};
use register::{Error, counting::Coverage};
use strum::VariantArray;

use super::{
    Annex, Sources,
    annex::{Cell, Sheet, about_sheet, told},
    talk::{SOCIAL_SECURITY, share},
};
use crate::{
    components::facets,
    pages::coverage::{group_name, label},
    request::Request,
    words::{Words, t},
};

/// The annex. `origin` is where people reach the register.
///
/// # Errors
/// When the register does not answer.
pub async fn annex(request: &Request, origin: &str) -> Result<Annex, Error> {
    let words = request.words;
    let query = Query::from_address(&request.query);
    let today = request.register.clock().today();
    let mut sheets = Vec::new();
    let mut last = None;
    for by in By::VARIANTS {
        let found = request.register.coverage(&query, *by).await?;
        sheets.push(figures(words, *by, &found.rows));
        if *by == By::Item {
            last = Some(about(Sources { words, origin }, &query, &found, today));
        }
    }
    sheets.extend(last);
    Ok(Annex { language: words.language, title: t!(words, "coverage-title"), sheets })
}

/// One way of counting: a row for each item or criterion, within each group where there are groups.
fn figures(words: Words, by: By, rows: &[Row]) -> Sheet {
    let code: &str = by.into();
    let is_grouped = !matches!(by, By::Item | By::Criterion);
    let what = if by == By::Criterion {
        t!(words, "coverage-by-criterion")
    } else {
        t!(words, "coverage-by-item")
    };
    let mut head = vec![what, t!(words, "annex-code")];
    for finding in ["yes", "partly", "no", "cannot_tell"] {
        head.push(words.label(Vocabulary::Finding, finding));
    }
    head.extend([t!(words, "coded"), t!(words, "annex-share-of-yes")]);
    if is_grouped {
        head.insert(0, words.text(&format!("coverage-by-{code}")));
    }
    let rows = rows
        .iter()
        .map(|row| {
            let counts = row.counts;
            let mut cells = vec![
                Cell::Text(label(words, by, &row.what)),
                Cell::Text(row.what.clone()),
                Cell::Count(counts.yes),
                Cell::Count(counts.partly),
                Cell::Count(counts.no),
                Cell::Count(counts.cannot_tell),
                Cell::Count(counts.coded),
                counts.share().map_or(Cell::Empty, Cell::Share),
            ];
            if is_grouped {
                cells.insert(0, Cell::Text(group_name(words, by, &row.group)));
            }
            cells
        })
        .collect();
    Sheet { name: words.text(&format!("annex-sheet-{code}")), head, rows }
}

/// What was counted, on which day, under which conditions, and what to compare it with.
fn about(sources: Sources<'_>, query: &Query, found: &Coverage, today: chrono::NaiveDate) -> Sheet {
    let words = sources.words;
    let social = found.rows.iter().find(|row| row.what == SOCIAL_SECURITY);
    let social = social.map(|row| row.counts).unwrap_or_default();
    let question = if query.to_address().is_empty() { "" } else { "?" };
    let address = sources.address(&format!("/coverage{question}{}", query.to_address()));
    let counted = t!(words, "coverage-denominator", coded = found.coded, total = found.total);
    let mut rows = vec![
        vec![Cell::Text(t!(words, "annex-drawn-on")), Cell::Day(today)],
        told(t!(words, "annex-address"), address),
    ];
    rows.extend(
        filters(words, query).into_iter().map(|filter| told(t!(words, "annex-filter"), filter)),
    );
    rows.extend([
        told(t!(words, "annex-counted"), counted),
        told(String::new(), t!(words, "coverage-about")),
        told(String::new(), t!(words, "annex-regions")),
        told(t!(words, "social-security-share"), share(words, social)),
    ]);
    about_sheet(words, rows)
}

/// The conditions in words; that there is none is said too.
fn filters(words: Words, query: &Query) -> Vec<String> {
    let mut filters: Vec<String> =
        facets::conditions(words, query).into_iter().map(|(label, _)| label).collect();
    if query.between {
        filters.push(t!(words, "between-both"));
    }
    if let Some(day) = query.at.as_deref().and_then(|at| checkpoints::moment(at).ok()) {
        filters.push(format!("{}: {}", t!(words, "status-at"), words.day(day)));
    }
    if filters.is_empty() {
        filters.push(t!(words, "annex-no-filter"));
    }
    filters
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use domain::{agreement::Finding, coverage::table};

    use super::*;
    use crate::words::Language;

    #[test]
    fn a_figure_is_a_number_with_its_denominator_and_a_share_only_where_there_is_one() {
        let words = Words { language: Language::English };
        for by in By::VARIANTS {
            let what = if *by == By::Criterion { "1" } else { "passport" };
            let denominators = BTreeMap::from([("1990s".to_owned(), 4), ("2000s".to_owned(), 0)]);
            let found = [("1990s".to_owned(), what.to_owned(), Finding::Yes, 1)];
            let sheet = figures(words, *by, &table(*by, &denominators, found));
            assert!(sheet.rows.iter().all(|row| row.len() == sheet.head.len()), "{by:?}");
            let of_code = |row: &&Vec<Cell>| row.contains(&Cell::Text(what.to_owned()));
            let rows: Vec<&Vec<Cell>> = sheet.rows.iter().filter(of_code).collect();
            let [coded, not_coded] = rows[..] else { panic!("{by:?}: {rows:?}") };
            let counts = [1, 0, 0, 0, 4].map(Cell::Count);
            let end = |row: &[Cell], from: usize| row[row.len() - from..].to_vec();
            assert_eq!(end(coded, 6)[..5], counts, "{by:?}");
            assert_eq!(end(coded, 1), [Cell::Share(25.0)], "{by:?}");
            assert_eq!(end(not_coded, 1), [Cell::Empty], "{by:?}");
        }
    }

    #[test]
    fn the_workbook_says_what_was_filtered_or_that_nothing_was() {
        let words = Words { language: Language::English };
        assert_eq!(filters(words, &Query::default()), [t!(words, "annex-no-filter")]);
        let query = Query::from_address("party=AZE&party=KAZ&between=1&coded=1");
        let told = filters(words, &query).join("; ");
        for part in ["Azerbaijan", "Kazakhstan", "Only agreements between both", "Only coded"] {
            assert!(told.contains(part), "{part} is not in {told}");
        }
    }
}
