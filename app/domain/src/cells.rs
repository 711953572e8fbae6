//! What may stand in the cell of a table that a spreadsheet opens.

/// The text, kept from being taken for a formula: programs run what begins with one of these (OWASP
/// ASVS 5.0, 1.2.10). A quotation mark before it makes it a text, and is not shown.
pub fn plain_cell(text: &str) -> String {
    let is_formula =
        text.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0']);
    if is_formula { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::plain_cell;

    #[test]
    fn a_text_stays_as_it_is_and_a_formula_becomes_a_text() {
        for (text, expected) in [
            ("Example Person", "Example Person"),
            ("", ""),
            ("a=b", "a=b"),
            ("=HYPERLINK(\"https://example.org\")", "'=HYPERLINK(\"https://example.org\")"),
            ("+994 12", "'+994 12"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("  =1", "'  =1"),
            ("\t=1", "'\t=1"),
        ] {
            assert_eq!(plain_cell(text), expected);
        }
    }

    proptest! {
        #[test]
        fn no_cell_begins_as_a_formula_does_and_no_text_is_lost(text in ".*") {
            let cell = plain_cell(&text);
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0']));
            prop_assert!(cell == text || cell.strip_prefix('\'') == Some(text.as_str()));
        }
    }
}
