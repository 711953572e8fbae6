//! A text in a table that a spreadsheet opens: no formula, and nothing is lost.
#![no_main]

use domain::cells::plain_cell;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let cell = plain_cell(text);
    assert!(!cell.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0']));
    assert!(cell == text || cell.strip_prefix('\'') == Some(text));
});
