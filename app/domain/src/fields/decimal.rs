//! Numbers with decimals, as people write them in English and in Russian.

/// Most digits before the decimal point.
const MOST_WHOLE: usize = 15;
/// Most digits behind it.
const MOST_DECIMALS: usize = 6;

/// A number not below zero as it is kept, so that equal numbers are equal texts: digits without
/// groups, a point before the decimals, no zero that says nothing.
///
/// A point begins the decimals. A comma does too, unless it stands between groups of three: "1,500"
/// is one thousand five hundred as everywhere in the register, "12,5" and "0,125" are decimals, and so
/// is what stands behind a comma where blanks make the groups, as in "1 500,250".
pub(super) fn read(text: &str) -> Option<String> {
    let text = text.replace(['\u{a0}', '\u{202f}'], " ");
    let (whole, decimals) = if let Some((whole, decimals)) = text.split_once('.') {
        (whole, Some(decimals))
    } else if text.contains(' ') || !has_comma_groups(&text) {
        match text.split_once(',') {
            Some((whole, decimals)) => (whole, Some(decimals)),
            None => (text.as_str(), None),
        }
    } else {
        (text.as_str(), None)
    };
    let whole = without_groups(whole)?;
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        digits => digits,
    };
    if decimals.is_some_and(|decimals| !is_digits(decimals)) {
        return None;
    }
    let decimals = decimals.unwrap_or_default().trim_end_matches('0');
    if whole.len() > MOST_WHOLE || decimals.len() > MOST_DECIMALS {
        return None;
    }
    Some(if decimals.is_empty() { whole.to_owned() } else { format!("{whole}.{decimals}") })
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn has_comma_groups(text: &str) -> bool {
    text.contains(',') && !text.starts_with('0') && is_grouped(text, ',')
}

/// One to three digits, then groups of three.
fn is_grouped(text: &str, separator: char) -> bool {
    let mut groups = text.split(separator);
    groups.next().is_some_and(|first| is_digits(first) && first.len() <= 3)
        && groups.all(|group| is_digits(group) && group.len() == 3)
}

fn without_groups(text: &str) -> Option<String> {
    let separator = if text.contains(' ') { ' ' } else { ',' };
    (is_digits(text) || is_grouped(text, separator)).then(|| text.replace(separator, ""))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_number_is_read_as_english_and_russian_write_it() {
        for (text, number) in [
            ("1500", Some("1500")),
            ("1,500", Some("1500")),
            ("1 500", Some("1500")),
            ("1\u{a0}500", Some("1500")),
            ("1,200,000", Some("1200000")),
            ("12.5", Some("12.5")),
            ("12,5", Some("12.5")),
            ("12.50", Some("12.5")),
            ("1,50", Some("1.5")),
            ("0,125", Some("0.125")),
            ("1,500.25", Some("1500.25")),
            ("1 500,25", Some("1500.25")),
            ("1 500,250", Some("1500.25")),
            ("007", Some("7")),
            ("0", Some("0")),
            ("0.0", Some("0")),
            ("", None),
            ("-5", None),
            ("12.5%", None),
            ("1,50,000", None),
            ("1, 500", None),
            ("1 50", None),
            ("1.500.000", None),
            (".5", None),
            ("5.", None),
            ("some", None),
            ("1234567890123456", None),
            ("1.1234567", None),
        ] {
            assert_eq!(read(text).as_deref(), number, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_kept_is_read_as_it_is(text in "[0-9]{1,15}(\\.[0-9]{1,6})?") {
            let kept = read(&text).expect("a number");
            prop_assert_eq!(read(&kept), Some(kept.clone()));
            prop_assert!(kept.parse::<f64>() == text.parse::<f64>(), "{} {}", kept, text);
        }

        #[test]
        fn no_text_makes_the_reader_panic(text in "\\PC*") {
            let _ = read(&text);
        }
    }
}
