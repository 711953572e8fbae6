//! What is done with long texts: folded for searching, cut at the records that they name, compared.
#![no_main]

use domain::{
    fold::fold,
    follow_up::dossier::{Piece, pieces, reference},
    text_changes::{Side, text_changes},
};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|texts: (&str, &str)| {
    let (before, after) = texts;
    let folded = fold(before);
    assert_eq!(fold(&folded), folded);
    let whole: String = pieces(before)
        .into_iter()
        .map(|piece| match piece {
            Piece::Words(words) => words.to_owned(),
            Piece::Record(record) => reference(record.path, record.id),
        })
        .collect();
    // A number may have been written with zeros or a sign before it.
    assert!(whole.len() <= before.len());
    let changes = text_changes(before, after);
    for (side, text) in [(Side::Before, before), (Side::After, after)] {
        let told: Vec<String> = changes
            .iter()
            .map(|line| line.iter().filter(|span| span.side == side || span.side == Side::Both))
            .map(|spans| spans.map(|span| span.text.as_str()).collect())
            .collect();
        let told: String = told.concat();
        assert_eq!(told, text.lines().collect::<String>());
    }
});
