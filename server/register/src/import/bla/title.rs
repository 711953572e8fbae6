//! The title, and what it says about the instrument.

use domain::{
    agreement::{Kind, Level, Title},
    fold::fold,
    reference::Named,
    states,
};

use super::{RemarkKind, dates, draft::Draft, formation::party_name, mend, table::Row};

/// Words by which a title names its instrument. The first that stands in a title decides: a
/// protocol to a memorandum is a protocol.
const INSTRUMENTS: [(&str, Kind); 10] = [
    ("memorandum of understanding", Kind::MemorandumOfUnderstanding),
    ("memoranda of understanding", Kind::MemorandumOfUnderstanding),
    ("mou", Kind::MemorandumOfUnderstanding),
    ("memorandum of cooperation", Kind::MemorandumOfCooperation),
    ("memorandum of co-operation", Kind::MemorandumOfCooperation),
    ("protocol", Kind::Protocol),
    ("agreement", Kind::LabourMigrationAgreement),
    ("arrangement", Kind::LabourMigrationAgreement),
    ("convention", Kind::LabourMigrationAgreement),
    ("treaty", Kind::LabourMigrationAgreement),
];

/// Words that say what the instrument is about, whatever it is called.
const SUBJECTS: [(&str, Kind); 6] = [
    ("working holiday", Kind::YouthMobilityArrangement),
    ("working-holiday", Kind::YouthMobilityArrangement),
    ("youth mobility", Kind::YouthMobilityArrangement),
    ("youth exchange", Kind::YouthMobilityArrangement),
    ("seasonal", Kind::SeasonalWorkerScheme),
    ("seasonable", Kind::SeasonalWorkerScheme),
];

/// Words before "social security" or "social insurance" that make it the subject; ministries are
/// called "of social security".
const ABOUT: [&str; 4] = ["on", "concerning", "considering", "regarding"];

/// The title as the coding gives it, without the quotation marks around it and with letters put
/// right. It may be a translation, so it is not marked as that of an authentic text.
pub(super) fn given(draft: &mut Draft, row: Row<'_>) {
    let column = "agreement_title";
    let mut text = row.cell(column).to_owned();
    if let Some(mended) = mend::mended(&text) {
        draft.remark(row, column, RemarkKind::TextMended);
        text = mended;
    }
    let text = tidy(&text);
    if text.is_empty() {
        made(draft, row);
        return;
    }
    draft.agreement.identity.kind = Some(kind(&text));
    draft.agreement.identity.level = level(&text);
    put(draft, text);
}

/// What the record is called where no title is known: what is known of it.
pub(super) fn made(draft: &mut Draft, row: Row<'_>) {
    draft.remark(row, "treatyID", RemarkKind::TitleMissing);
    draft.agreement.identity.kind = Some(Kind::LabourMigrationAgreement);
    let [a, b] = ["countryA", "countryB"].map(|column| {
        let given = party_name(row, column);
        states::named(&given).map_or(given, |state| state.name("en").to_owned())
    });
    let year =
        dates::year(row.cell("year")).map_or_else(|_| String::new(), |year| format!(", {year}"));
    put(draft, format!("Bilateral labour agreement: {a} – {b}{year}"));
}

fn put(draft: &mut Draft, text: String) {
    let title = Title { language: "en".to_owned(), text, original: false };
    draft.agreement.identity.titles.push(title);
}

/// Without doubled quotation marks, without a pair around the whole, with single blanks.
fn tidy(text: &str) -> String {
    let text = text.replace("\"\"", "\"").split_whitespace().collect::<Vec<_>>().join(" ");
    text.strip_prefix('"')
        .and_then(|inner| inner.strip_suffix('"'))
        .filter(|inner| !inner.contains('"'))
        .map(|inner| inner.trim().to_owned())
        .unwrap_or(text)
}

fn kind(title: &str) -> Kind {
    let title = without_brackets(&fold(title));
    let social_security = ABOUT.iter().any(|about| {
        place(&title, &format!("{about} social security")).is_some()
            || place(&title, &format!("{about} social insurance")).is_some()
    });
    if social_security {
        return Kind::SocialSecurityAgreement;
    }
    if let Some((_, kind)) = SUBJECTS.iter().find(|(words, _)| title.contains(words)) {
        return *kind;
    }
    INSTRUMENTS
        .iter()
        .filter_map(|(words, kind)| Some((place(&title, words)?, *kind)))
        .min_by_key(|(place, _)| *place)
        .map_or(Kind::LabourMigrationAgreement, |(_, kind)| kind)
}

/// Who concluded it, only where the title says it plainly.
fn level(title: &str) -> Option<Level> {
    let title = fold(title);
    let says = |words: &str| title.contains(words);
    if says("inter-agency") {
        Some(Level::Agency)
    } else if says("between the ministr") || says("between the department") {
        Some(Level::Ministry)
    } else if says("between the government") && says("and the government")
        || says("between the governments of")
    {
        Some(Level::State)
    } else {
        None
    }
}

/// Where the words stand as whole words.
fn place(title: &str, words: &str) -> Option<usize> {
    let letter = |char: Option<char>| char.is_some_and(char::is_alphanumeric);
    title.match_indices(words).map(|(at, _)| at).find(|at| {
        !letter(title[..*at].chars().next_back())
            && !letter(title[at + words.len()..].chars().next())
    })
}

/// Annexes are named in brackets: "(with protocol)" does not make a protocol.
fn without_brackets(title: &str) -> String {
    let mut depth = 0_u32;
    let outside = title.chars().filter(|char| {
        match char {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && *char != ')'
    });
    outside.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_that_comes_first_names_the_instrument() {
        for (title, expected) in [
            ("Protocol annexed to the Memorandum of Understanding", Kind::Protocol),
            ("MOU on the Posting of Clockmakers", Kind::MemorandumOfUnderstanding),
            ("Agreement on mousetrap makers (with protocol)", Kind::LabourMigrationAgreement),
            ("Memorandum of Co-operation on Nurses", Kind::MemorandumOfCooperation),
            ("Arrangement on a \"Working Holiday\" Scheme", Kind::YouthMobilityArrangement),
            ("MoU on Youth Mobility", Kind::YouthMobilityArrangement),
            ("Protocol on Seasonal Workers", Kind::SeasonalWorkerScheme),
            ("Agreement on Social Security", Kind::SocialSecurityAgreement),
            (
                "Protocol between the Ministry of Labour and Social Security of A and B",
                Kind::Protocol,
            ),
            ("The miners", Kind::LabourMigrationAgreement),
        ] {
            assert_eq!(kind(title), expected, "{title}");
        }
    }

    #[test]
    fn the_level_stays_open_unless_the_title_says_it() {
        for (title, expected) in [
            ("Agreement between the Government of A and the Government of B", Some(Level::State)),
            ("Memorandum between the Ministry of Labour of A and B", Some(Level::Ministry)),
            ("Inter-Agency Understanding", Some(Level::Agency)),
            ("Agreement between A and B", None),
        ] {
            assert_eq!(level(title), expected, "{title}");
        }
    }

    #[test]
    fn quotation_marks_around_a_title_go_and_those_within_it_stay() {
        for (given, tidied) in [
            ("\"Exchange  of Notes\"", "Exchange of Notes"),
            ("\"Clocks,\" Agreement on \"Hands\"", "\"Clocks,\" Agreement on \"Hands\""),
            ("Agreement on \"\"stagiaires\"\"", "Agreement on \"stagiaires\""),
        ] {
            assert_eq!(tidy(given), tidied);
        }
    }
}
