//! Letters that were encoded twice: a text in UTF-8 that was once read as Windows-1252 and encoded
//! again shows `MÃ©xico` for México.

/// What Windows-1252 has at 0x80 to 0x9F where Latin-1 has control characters.
const WINDOWS_1252: [(char, u8); 27] = [
    ('€', 0x80),
    ('‚', 0x82),
    ('ƒ', 0x83),
    ('„', 0x84),
    ('…', 0x85),
    ('†', 0x86),
    ('‡', 0x87),
    ('ˆ', 0x88),
    ('‰', 0x89),
    ('Š', 0x8A),
    ('‹', 0x8B),
    ('Œ', 0x8C),
    ('Ž', 0x8E),
    ('‘', 0x91),
    ('’', 0x92),
    ('“', 0x93),
    ('”', 0x94),
    ('•', 0x95),
    ('–', 0x96),
    ('—', 0x97),
    ('˜', 0x98),
    ('™', 0x99),
    ('š', 0x9A),
    ('›', 0x9B),
    ('œ', 0x9C),
    ('ž', 0x9E),
    ('Ÿ', 0x9F),
];

/// The text with such letters put right, or nothing where there are none. A run of letters is only
/// changed where its bytes are valid UTF-8, which letters that are meant hardly ever are.
pub(super) fn mended(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut run = String::new();
    let mut changed = false;
    for char in text.chars() {
        if char.is_ascii() {
            changed |= put(&mut out, &mut run);
            out.push(char);
        } else {
            run.push(char);
        }
    }
    changed |= put(&mut out, &mut run);
    changed.then_some(out)
}

/// Moves a run of letters over, put right where it can be; says whether it was.
fn put(out: &mut String, run: &mut String) -> bool {
    let right = run
        .chars()
        .map(byte)
        .collect::<Option<Vec<u8>>>()
        .filter(|bytes| !bytes.is_empty())
        .and_then(|bytes| String::from_utf8(bytes).ok());
    out.push_str(right.as_deref().unwrap_or(run));
    run.clear();
    right.is_some()
}

fn byte(char: char) -> Option<u8> {
    let special = WINDOWS_1252.iter().find(|(known, _)| *known == char).map(|(_, byte)| *byte);
    special.or_else(|| u8::try_from(u32::from(char)).ok())
}

#[cfg(test)]
mod tests {
    use super::mended;

    #[test]
    fn letters_encoded_twice_are_put_right_and_letters_that_are_meant_stay() {
        for (given, right) in [
            ("MÃ©ridaville", Some("Méridaville")),
            ("Peopleâ€™s workersâ€”1951", Some("People’s workers—1951")),
            ("Mérida and MÃ©rida", Some("Mérida and Mérida")),
            ("São Tomé, Türkiye, Côte d’Ivoire", None),
            ("Узбекистан", None),
            ("plain", None),
        ] {
            assert_eq!(mended(given).as_deref(), right, "{given}");
        }
    }
}
