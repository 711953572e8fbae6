//! The documents on security name tests and files. They are there, or the documents say too much.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use crate::routes::built::find_files;

const SECURITY: &str = "docs/SECURITY.md";
/// The rows of the bar that its table answers.
const ROWS: usize = 32;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn document(path: &str) -> String {
    fs::read_to_string(root().join(path)).expect("the document is there")
}

/// A row of the table: number, what is asked for, state, where, tests.
struct Row {
    number: usize,
    state: String,
    tests: Vec<String>,
}

/// The rows of its table.
fn rows(text: &str) -> Vec<Row> {
    let of_line = |line: &str| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [_, number, _, state, _, tests, _] = cells.as_slice() else { return None };
        let tests = quoted(tests).into_iter().map(str::to_owned).collect();
        Some(Row { number: number.parse().ok()?, state: (*state).to_owned(), tests })
    };
    text.lines().filter_map(of_line).collect()
}

/// What stands between backticks.
fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// The names of all tests: functions in Rust, sentences in the browser's.
fn tests() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut files = Vec::new();
    for folder in ["app", "server", "migrations"] {
        find_files(&root().join(folder), &mut files);
    }
    for file in files {
        let text = fs::read_to_string(&file).expect("the source is read");
        for behind in text.split("#[test]").skip(1).chain(text.split("#[tokio::test").skip(1)) {
            let name = behind.split("fn ").nth(1).and_then(|rest| rest.split('(').next());
            names.extend(name.map(str::to_owned));
        }
    }
    for entry in fs::read_dir(root().join("end2end/tests")).expect("the browser's tests") {
        let path = entry.expect("the browser's tests").path();
        // Traces that lie beside are no tests.
        let Ok(text) = fs::read_to_string(&path) else { continue };
        for behind in text.split("test('").skip(1) {
            names.extend(behind.split('\'').next().map(str::to_owned));
        }
    }
    names
}

#[test]
fn the_tests_that_the_document_on_security_names_are_there() {
    let tests = tests();
    let missing: Vec<String> = rows(&document(SECURITY))
        .into_iter()
        .flat_map(|row| row.tests.into_iter().map(move |test| (row.number, test)))
        .filter(|(_, test)| !tests.contains(test))
        .map(|(number, test)| format!("row {number}: {test}"))
        .collect();
    assert!(missing.is_empty(), "{SECURITY} names tests that are not there: {missing:#?}");
}

#[test]
fn every_row_on_security_says_where_it_stands_and_what_is_met_is_shown_by_tests() {
    let rows = rows(&document(SECURITY));
    let numbers: Vec<usize> = rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, (1..=ROWS).collect::<Vec<_>>());
    for Row { number, state, tests } in rows {
        let is_told = match state.as_str() {
            "met" => !tests.is_empty(),
            "partly" => true,
            "not yet" => tests.is_empty(),
            _ => false,
        };
        assert!(is_told, "row {number} is {state:?} with {} tests", tests.len());
    }
}

#[test]
fn the_files_that_the_documents_on_security_name_are_there() {
    for path in [SECURITY, "docs/THREATS.md", "docs/RETENTION.md", "SECURITY.md"] {
        let text = document(path);
        let is_file = |name: &&str| {
            let ending = Path::new(name).extension().and_then(|ending| ending.to_str());
            name.contains('/')
                && !name.starts_with('/')
                && !name.contains("://")
                && ending.is_some_and(|ending| ["rs", "md", "js", "mjs", "csv"].contains(&ending))
        };
        for name in quoted(&text).into_iter().filter(is_file) {
            assert!(root().join(name).exists(), "{path} names {name}, which is not there");
        }
    }
}

#[test]
fn names_of_tests_are_read_as_they_are_written() {
    let tests = tests();
    for name in [
        "names_of_tests_are_read_as_they_are_written",
        "of_many_saves_of_one_section_at_once_exactly_one_wins",
        "no_cell_begins_as_a_formula_does_and_no_text_is_lost",
        "a draft is not found by anybody else, and another State cannot edit a published record",
    ] {
        assert!(tests.contains(name), "{name}");
    }
    assert!(!tests.contains("document"));
}
