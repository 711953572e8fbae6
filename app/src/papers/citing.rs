//! Texts that name their records in brackets, as paragraphs with footnotes; and the frozen register on
//! which figures rest, cited with its day, its instant and its hash.

use std::collections::HashSet;

use domain::{
    figures::Figures,
    follow_up::{
        EntryKind,
        dossier::{FROZEN, Piece, Reference, pieces},
    },
};
use register::{freezing::FrozenHead, references::Named};

use super::{Part, Run, Sources, Table, plain, talk};
use crate::{
    pages::follow_up::{dossier::chapter::record_name, lists},
    words::t,
};

/// Writes footnotes in the order of the text: a frozen register is told in full where it is cited
/// first, and shortly from then on.
pub(super) struct Citing<'a> {
    pub sources: Sources<'a>,
    named: &'a Named,
    told: HashSet<i64>,
}

impl<'a> Citing<'a> {
    pub fn new(sources: Sources<'a>, named: &'a Named) -> Self {
        Self { sources, named, told: HashSet::new() }
    }

    /// A paragraph for each line that says something, word by word as it is written.
    pub fn paragraphs(&mut self, text: &str) -> Vec<Part> {
        text.lines()
            .filter(|line| !line.trim().is_empty())
            .map(|line| Part::Paragraph(self.line(line)))
            .collect()
    }

    fn line(&mut self, line: &str) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        for piece in pieces(line) {
            match piece {
                Piece::Words(words) => runs.push(Run::Text(words.to_owned())),
                Piece::Record(record) => {
                    match runs.last_mut() {
                        // The mark stands at the word, not behind a blank.
                        Some(Run::Text(text)) if !text.trim().is_empty() => {
                            text.truncate(text.trim_end().len());
                        }
                        // The numbers of two notes would read as one.
                        Some(Run::Footnote(_)) => runs.push(Run::Text(" ".to_owned())),
                        _ => {}
                    }
                    runs.push(self.record(record));
                }
            }
        }
        runs
    }

    /// The footnote to a record: by title, number and address; without a title where it is not the
    /// reader's to see, or not there.
    fn record(&mut self, record: Reference<'_>) -> Run {
        let (named, words) = (self.named, self.sources.words);
        let Reference { path, id } = record;
        let title = match path {
            FROZEN => match named.frozen.get(&id) {
                Some(head) => return self.frozen(head),
                None => None,
            },
            path if EntryKind::from_path(path).is_some() => {
                let entry = named.entries.get(&id).filter(|entry| entry.kind.path() == path);
                entry.map(|entry| lists::title(words, entry))
            }
            _ => named.agreements.get(&id).cloned(),
        };
        let page = format!("/{path}/{id}");
        match title {
            Some(title) => self.sources.note(title, id, &page),
            None => {
                let (name, address) = (record_name(words, path, id), self.sources.address(&page));
                Run::Footnote(t!(words, "paper-footnote-bare", name = name, address = address))
            }
        }
    }

    /// The footnote to a frozen register.
    pub fn frozen(&mut self, head: &FrozenHead) -> Run {
        if self.told.insert(head.id) {
            return Run::Footnote(cited(self.sources, head));
        }
        let number = head.id.to_string();
        Run::Footnote(t!(self.sources.words, "paper-frozen-again", number = number))
    }

    /// A State's figures beside the whole register's, and the share with social security beside the
    /// concept note's.
    pub fn figures(
        &mut self,
        name: String,
        own: &Figures,
        all: &Figures,
        frozen: Option<&FrozenHead>,
    ) -> Part {
        let words = self.sources.words;
        let social = |figures: &Figures| talk::share(words, figures.item(talk::SOCIAL_SECURITY));
        let number = |count: u64| words.number(count);
        let rows = [
            (t!(words, "frozen-agreements"), number(own.agreements), number(all.agreements)),
            (
                t!(words, "frozen-applied", date = words.day(own.day)),
                number(own.applied),
                number(all.applied),
            ),
            (t!(words, "frozen-coded"), number(own.coded), number(all.coded)),
            (t!(words, "frozen-skills"), number(own.with_skills), number(all.with_skills)),
        ];
        let mut rows: Vec<Vec<Vec<Run>>> = rows
            .into_iter()
            .map(|(label, own, all)| Vec::from([label, own, all, String::new()].map(plain)))
            .collect();
        let share = [
            t!(words, "social-security-share"),
            social(own),
            social(all),
            t!(words, "concept-note-value"),
        ];
        rows.push(Vec::from(share.map(plain)));
        if let (Some(head), Some(cell)) = (frozen, rows.first_mut().and_then(|row| row.get_mut(1)))
        {
            cell.push(self.frozen(head));
        }
        let head = vec![
            t!(words, "paper-figure-head"),
            name,
            t!(words, "all-in-register"),
            t!(words, "concept-note"),
        ];
        Part::Table(Table { head, rows, ..Table::default() })
    }
}

/// What identifies a frozen register: its number, the day it looks at, the instant, the hash.
pub(super) fn cited(sources: Sources<'_>, head: &FrozenHead) -> String {
    let words = sources.words;
    t!(
        words,
        "paper-frozen",
        number = head.id.to_string(),
        day = words.day(head.day),
        instant = words.instant(head.at),
        hash = head.hash.clone(),
        address = sources.address(&format!("/frozen/{}", head.id))
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Language, Words};

    fn named() -> Named {
        let head = FrozenHead {
            id: 3,
            day: "2024-03-11".parse().expect("a day"),
            at: "2024-03-12T10:15:00Z".parse().expect("an instant"),
            author: "Example".into(),
            hash: "0123abcd".into(),
            records: vec![(12, 4)],
        };
        Named {
            agreements: [(12, "Example agreement".to_owned())].into(),
            frozen: [(3, head)].into(),
            ..Named::default()
        }
    }

    fn paragraphs(language: Language, text: &str) -> Vec<Vec<Run>> {
        let named = named();
        let sources = Sources { words: Words { language }, origin: "https://register.example.org" };
        Citing::new(sources, &named)
            .paragraphs(text)
            .into_iter()
            .map(|part| match part {
                Part::Paragraph(runs) => runs,
                other => panic!("no paragraph: {other:?}"),
            })
            .collect()
    }

    fn notes(runs: &[Run]) -> Vec<&str> {
        runs.iter()
            .filter_map(|run| match run {
                Run::Footnote(text) => Some(text.as_str()),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn every_line_is_a_paragraph_in_the_words_of_the_state_with_its_records_as_footnotes() {
        let told = paragraphs(
            Language::English,
            "In force, see [1]. [agreements/12] [agreements/99]\n\n  Ours.\n",
        );
        let [first, second] = told.as_slice() else { panic!("{told:?}") };
        assert_eq!(first[0], Run::Text("In force, see [1].".into()));
        assert_eq!(first[2], Run::Text(" ".into()), "two marks stand apart");
        assert_eq!(second, &[Run::Text("  Ours.".into())]);
        let notes = notes(first);
        assert_eq!(notes.len(), 2, "{notes:?}");
        for said in ["Example agreement", "12", "https://register.example.org/agreements/12"] {
            assert!(notes[0].contains(said), "{said} is not in {}", notes[0]);
        }
        assert!(notes[1].contains("https://register.example.org/agreements/99"), "{}", notes[1]);
    }

    #[test]
    fn a_frozen_register_is_cited_with_day_instant_and_hash_once_and_shortly_after_that() {
        for language in Language::ALL {
            let told = paragraphs(language, "One. [frozen/3]\nTwo. [frozen/3]");
            let notes: Vec<&str> = told.iter().flat_map(|runs| notes(runs)).collect();
            let [first, again] = notes[..] else { panic!("{notes:?}") };
            for said in ["2024", "10:15", "0123abcd", "/frozen/3"] {
                assert!(first.contains(said), "{said} is not in {first}");
            }
            assert!(again.contains('3') && !again.contains("0123abcd"), "{again}");
        }
    }
}
