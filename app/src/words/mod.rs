//! The words a person reads: taken from the locale files, with dates and numbers in the reader's
//! language. Resolved on the server; an island gets its words as properties.

mod formats;

use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{PartialDate, fields::Vocabulary, indicators, reference::Named, states};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use icu_locale_core::locale;

/// Every key of the locale files, sorted.
const KEYS: &[&str] = &include!(concat!(env!("OUT_DIR"), "/keys.rs"));

/// Whether the locale files have this key: `t!` asks while compiling.
pub const fn is_key(key: &str) -> bool {
    let (mut low, mut high) = (0, KEYS.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        match compare(KEYS[middle].as_bytes(), key.as_bytes()) {
            0 => return true,
            order if order < 0 => low = middle + 1,
            _ => high = middle,
        }
    }
    false
}

const fn compare(a: &[u8], b: &[u8]) -> i32 {
    let mut at = 0;
    while at < a.len() && at < b.len() {
        if a[at] != b[at] {
            return if a[at] < b[at] { -1 } else { 1 };
        }
        at += 1;
    }
    if a.len() == b.len() {
        0
    } else if a.len() < b.len() {
        -1
    } else {
        1
    }
}

/// The words of a key that the compiler has looked up in the locale files.
macro_rules! t {
    ($words:expr, $key:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        const { assert!(crate::words::is_key($key), concat!("no such key: ", $key)) };
        $words.text_with($key, &[$((stringify!($name), fluent_bundle::FluentValue::from($value))),*])
    }};
}
pub(crate) use t;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    #[default]
    English,
    Russian,
}

impl Language {
    /// The languages there are.
    pub const ALL: [Self; 2] = [Self::English, Self::Russian];

    /// The BCP 47 tag, as it stands in addresses and in `lang`.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Russian => "ru",
        }
    }

    /// The language with this tag.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// Its own name for itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Russian => "Русский",
        }
    }

    /// What addresses in this language begin with: English is at the bare address.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::English => "",
            Self::Russian => "/ru",
        }
    }
}

static ENGLISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| {
    bundle(
        Language::English,
        &[
            include_str!("../../locales/en/pages.ftl"),
            include_str!("../../locales/en/fields.ftl"),
            include_str!("../../locales/en/follow_up.ftl"),
            include_str!("../../locales/en/reviews.ftl"),
            include_str!("../../locales/en/heard.ftl"),
            include_str!("../../locales/en/duplicates.ftl"),
            include_str!("../../locales/en/vocabularies.ftl"),
            include_str!("../../locales/en/progress.ftl"),
            include_str!("../../locales/en/deadlines.ftl"),
            include_str!("../../locales/en/papers.ftl"),
            include_str!("../../locales/en/threads.ftl"),
            include_str!("../../locales/en/mail.ftl"),
            include_str!("../../locales/en/registration.ftl"),
            include_str!("../../locales/en/review_papers.ftl"),
            include_str!("../../locales/en/peer_review.ftl"),
            include_str!("../../locales/en/example.ftl"),
            include_str!("../../locales/en/security.ftl"),
            include_str!("../../locales/en/sharing.ftl"),
            include_str!("../../locales/en/two_people.ftl"),
            include_str!("../../locales/en/account_links.ftl"),
            include_str!("../../locales/en/guard.ftl"),
            include_str!("../../locales/en/keeping.ftl"),
            include_str!("../../locales/en/audit.ftl"),
            include_str!("../../locales/en/second_factor.ftl"),
            include_str!("../../locales/en/staying.ftl"),
        ],
    )
});
static RUSSIAN: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| {
    bundle(
        Language::Russian,
        &[
            include_str!("../../locales/ru/pages.ftl"),
            include_str!("../../locales/ru/fields.ftl"),
            include_str!("../../locales/ru/follow_up.ftl"),
            include_str!("../../locales/ru/reviews.ftl"),
            include_str!("../../locales/ru/heard.ftl"),
            include_str!("../../locales/ru/duplicates.ftl"),
            include_str!("../../locales/ru/vocabularies.ftl"),
            include_str!("../../locales/ru/progress.ftl"),
            include_str!("../../locales/ru/deadlines.ftl"),
            include_str!("../../locales/ru/papers.ftl"),
            include_str!("../../locales/ru/threads.ftl"),
            include_str!("../../locales/ru/mail.ftl"),
            include_str!("../../locales/ru/registration.ftl"),
            include_str!("../../locales/ru/review_papers.ftl"),
            include_str!("../../locales/ru/peer_review.ftl"),
            include_str!("../../locales/ru/example.ftl"),
            include_str!("../../locales/ru/security.ftl"),
            include_str!("../../locales/ru/sharing.ftl"),
            include_str!("../../locales/ru/two_people.ftl"),
            include_str!("../../locales/ru/account_links.ftl"),
            include_str!("../../locales/ru/guard.ftl"),
            include_str!("../../locales/ru/keeping.ftl"),
            include_str!("../../locales/ru/audit.ftl"),
            include_str!("../../locales/ru/second_factor.ftl"),
            include_str!("../../locales/ru/staying.ftl"),
        ],
    )
});

fn bundle(language: Language, files: &[&str]) -> FluentBundle<FluentResource> {
    let tag = language.code().parse().expect("a language tag");
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // Both languages run from left to right; the marks would only be copied along with the text.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::English => |value, _| formats::fluent_number(Language::English, value),
        Language::Russian => |value, _| formats::fluent_number(Language::Russian, value),
    }));
    for file in files {
        let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(_, errors)| {
            panic!("the build script let these words through: {errors:?}")
        });
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// The words in one reader's language.
#[derive(Clone, Copy, Debug)]
pub struct Words {
    pub language: Language,
}

impl Words {
    /// The words of a key made at run time, such as a vocabulary's. The tests ask for all of them.
    pub fn text(self, key: &str) -> String {
        self.text_with(key, &[])
    }

    /// Whether there are words for this key; some fields have a hint, others need none.
    pub fn has(self, key: &str) -> bool {
        KEYS.binary_search(&key).is_ok()
    }

    /// The words of a key with its variables put in. Use `t!` for keys that stand in the code.
    pub fn text_with(self, key: &str, variables: &[(&str, FluentValue<'_>)]) -> String {
        let bundle = match self.language {
            Language::English => &*ENGLISH,
            Language::Russian => &*RUSSIAN,
        };
        let mut arguments = FluentArgs::new();
        for (name, value) in variables {
            arguments.set(*name, value.clone());
        }
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            // Never reached for keys in the code; a wrong code in old data reads as itself.
            return key.to_owned();
        };
        let text = bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new());
        match self.language {
            // A Russian date ends with an abbreviation, whose point ends the sentence too.
            Language::Russian => text.replace("г..", "г."),
            Language::English => text.into_owned(),
        }
    }

    /// The label of a code.
    pub fn label(self, vocabulary: Vocabulary, code: &str) -> String {
        match vocabulary.reference_name(code, self.language.code()) {
            Some(name) if vocabulary == Vocabulary::Objective => format!("{code} · {name}"),
            Some(name) if vocabulary == Vocabulary::Sdg => format!("{code} · {name}"),
            Some(name) if vocabulary == Vocabulary::Occupation => format!("{code} · {name}"),
            Some(name) if vocabulary == Vocabulary::Indicator => {
                match indicators::indicator(code) {
                    Some(found) => format!("{name}, {}", self.unit(found.unit)),
                    None => name.to_owned(),
                }
            }
            Some(name) if vocabulary == Vocabulary::Sector => {
                // The letters shift between revisions: "4:F" is F of Rev. 4.
                let (revision, code) = code.split_once(':').unwrap_or(("", code));
                format!("{name} (ISIC Rev. {revision}, {code})")
            }
            Some(name) => name.to_owned(),
            None => self.text(&format!("{}-{code}", vocabulary.code())),
        }
    }

    /// The name of a State or other party.
    pub fn state(self, code: &str) -> String {
        states::name(code, self.language.code()).to_owned()
    }

    /// The name of something of the reference data.
    pub fn name(self, of: &impl Named) -> String {
        of.name(self.language.code()).to_owned()
    }

    /// A date as known: "12 October 2023", "February 2025", "2007".
    pub fn date(self, date: PartialDate) -> String {
        formats::date(self.language, date)
    }

    /// A date behind "since", in the case that the language asks for.
    pub fn date_since(self, date: PartialDate) -> String {
        formats::date_since(self.language, date)
    }

    /// A day.
    pub fn day(self, day: NaiveDate) -> String {
        formats::date(self.language, PartialDate::Day(day))
    }

    /// An instant, with its time in UTC.
    pub fn instant(self, at: DateTime<Utc>) -> String {
        format!("{}, {} UTC", self.day(at.date_naive()), at.format("%H:%M"))
    }

    /// Somebody as the history keeps them, "Name (AZE)", with the State's name for its code.
    pub fn author(self, kept: &str) -> String {
        match kept {
            "Starter register" => return t!(self, "starter-register"),
            "Import of the published dataset" => return t!(self, "dataset-import"),
            "Command line" => return t!(self, "log-command-line"),
            _ => {}
        }
        let parts = kept.strip_suffix(')').and_then(|kept| kept.rsplit_once(" ("));
        match parts.filter(|(_, code)| states::state(code).is_some()) {
            Some((name, code)) => format!("{name} ({})", self.state(code)),
            None => kept.to_owned(),
        }
    }

    /// A whole number with its groups.
    pub fn number(self, number: u64) -> String {
        formats::number(self.language, number)
    }

    /// A number with decimals as a form keeps it, "1500.5".
    pub fn figure(self, kept: &str) -> String {
        formats::figure(self.language, kept)
    }

    /// What an indicator counts.
    pub fn unit(self, unit: indicators::Unit) -> String {
        self.text(&format!("indicator-unit-{}", <&str>::from(unit)))
    }

    /// A share in percent with one decimal.
    pub fn percent(self, share: f64) -> String {
        formats::percent(self.language, share)
    }

    /// A difference of two shares in percentage points with one decimal.
    pub fn points(self, points: f64) -> String {
        formats::decimal(self.language, points)
    }

    /// Orders names as readers of the language do.
    pub fn sort_by_name<Thing>(self, things: &mut [Thing], name: impl Fn(&Thing) -> String) {
        formats::sort(self.language, things, name);
    }

    /// An address of the site in this language.
    pub fn href(self, path: &str) -> String {
        format!("{}{path}", self.language.prefix())
    }
}

/// English and Russian locales for the formats.
pub(crate) fn icu_locale(language: Language) -> icu_locale_core::Locale {
    match language {
        // Day before month, as the United Nations writes dates.
        Language::English => locale!("en-GB"),
        Language::Russian => locale!("ru"),
    }
}

#[cfg(test)]
mod tests;
