//! The policy written out in tables, in `docs/PERMISSIONS.md`: documentation that can't be out of date,
//! since this test compares it with the policy.

use std::{fmt::Write, fs, path::Path};

use super::*;
use crate::hearing::ASKED;

/// Set to anything, it lets the test write the file anew.
const WRITE: &str = "CORRIDOR_WRITE_PERMISSIONS";

const INTRODUCTION: &str = "\
# Who may do what

Every role by every act by every kind of record. These tables are made from the one policy of the
program (`app/domain/src/policy.rs`), and a test fails when they differ from it: what stands here is
what the program does. What is not allowed here is refused.

## Who asks

- **Reader**: anybody, without an account.
- **A**, **B** and **C** are three States. The record is A's own: A recorded the agreement, or the
  entry is A's. B is the other party of the agreement; in the follow-up it is a State that the entry
  names, such as a partner of a pledge, an addressee of a recommendation, or a member of the commission
  whose review it is. C is a State that has nothing to do with the record. What is the Network's is no
  State's own: there A is a State like C.
- **official**: records agreements for its State. **focal point**: also answers for its State.
- **Reviewer**, **Coordinator**, **Administrator**: accounts of the United Nations Network on Migration,
  of no State. Reviewers read what States file, coordinators keep the Network's own entries and the
  reviews, administrators keep the accounts.

Each letter in a table is one act that is allowed; a dash means that nothing is, not even to know that
the record is there.
";

const AGREEMENTS: &str = "\
## Agreements

A record of an agreement between A and B. A record that was merged into another is only read.
";

const MERGING: &str = "\
### Merging two records of one agreement

Whether one record, between A and B, may be merged into another, and the two be taken apart again. The
one that is kept names them.
";

const ENTRIES: &str = "\
## The follow-up

Each kind of entry below, in every condition that it can come into. Whoever reads a practice does not
read with it what its reviewers wrote down: that is the Network's alone, but for the message to the
State. What was asked about a dossier is read by its State and by the Network. A step (F, V) can be
taken where the entry's stage has one.
";

const BEGINNING: &str = "\
## What anybody may begin, and what is asked of the whole register
";

/// The letter of an act, and the act in words.
type Act = (char, &'static str);

fn act(verb: Verb) -> Act {
    match verb {
        Verb::Read => ('R', "read it"),
        Verb::Edit => ('E', "change it; where no State recorded it, by that take it over"),
        Verb::Publish => ('P', "publish it"),
        Verb::Share => ('V', "let others see a draft, or say from which day everybody will"),
        Verb::Withdraw => ('W', "make a published record a draft again"),
        Verb::Discard => ('D', "put a draft away, and take it out again"),
    }
}

const ANSWER: Act = ('A', "confirm or contest its sections");
const STILL_SO: Act = ('S', "say that it still is as recorded");

fn act_with_entry(verb: EntryVerb) -> Act {
    match verb {
        EntryVerb::Read => ('R', "read it"),
        EntryVerb::Edit => ('E', "change it"),
        EntryVerb::Publish => ('P', "publish it, or take it back"),
        EntryVerb::Confirm => (
            'C',
            "confirm it: what the Network wrote for the State is the State's own; the State has its part in the pledge",
        ),
        EntryVerb::Report => ('U', "add an update on its progress"),
        EntryVerb::File => ('F', "take a State's step with it: file it, take it back, begin anew"),
        EntryVerb::Review => (
            'V',
            "take the Network's step with it, write down what reviewers say, lead a review from stage to stage",
        ),
        EntryVerb::TakePart => ('T', "say whether one's State takes part"),
        EntryVerb::Assess => (
            'W',
            "declare conflicts of interest and give an opinion, as a reviewer whose word is waited for",
        ),
    }
}

fn heading(kind: EntryKind) -> (&'static str, &'static str) {
    match kind {
        EntryKind::Meeting => ("Meetings", "a meeting"),
        EntryKind::Statement => ("Statements", "a statement"),
        EntryKind::Recommendation => ("Recommendations", "a recommendation"),
        EntryKind::Commitment => ("Commitments", "a commitment"),
        EntryKind::Deliverable => ("Deliverables of the Network", "a deliverable"),
        EntryKind::Practice => ("Practices", "a practice"),
        EntryKind::Pledge => ("Pledges", "a pledge"),
        EntryKind::Review => ("Reviews", "a review"),
        EntryKind::Dossier => ("Dossiers for a review", "a dossier"),
        EntryKind::AgreementReport => ("Reports on an agreement", "a report on an agreement"),
    }
}

/// What the row of an entry is called.
fn condition(entry: &EntryStanding) -> String {
    let whose = match (&entry.owner, entry.recorded_for) {
        (Some(_), false) => "A's",
        (Some(_), true) => "A's, written for it by the Network",
        (None, _) => "the Network's",
    };
    let stage = <&str>::from(entry.stage).replace('_', " ");
    let stage = match (Stage::first(entry.kind), entry.published) {
        (None, true) => "published".to_owned(),
        (Some(_), true) => format!("{stage}, published"),
        (Some(_), false) if entry.stage != Stage::Draft => format!("{stage}, not published"),
        (_, false) => "draft".to_owned(),
    };
    let named = if entry.partners.is_empty() { ", names no State" } else { "" };
    format!("{whose}, {stage}{named}")
}

/// A row of a table: its name, and what each of everybody may.
type Row = (String, Vec<String>);

fn row(name: impl Into<String>, allowed: impl Fn(&Actor) -> String) -> Row {
    (name.into(), everybody().iter().map(|who| allowed(&who.actor)).collect())
}

fn yes(is_allowed: bool) -> String {
    if is_allowed { "yes".into() } else { String::new() }
}

/// Markdown that is read as it is, too: every column is as wide as its widest cell.
fn table(corner: &str, rows: &[Row]) -> String {
    let titles = everybody().into_iter().map(|who| who.title);
    let mut lines: Vec<Vec<String>> =
        vec![std::iter::once(corner.to_owned()).chain(titles).collect()];
    for (name, cells) in rows {
        let nothing = "–".to_owned();
        let cells = cells.iter().map(|cell| if cell.is_empty() { &nothing } else { cell });
        lines.push(std::iter::once(name).chain(cells).cloned().collect());
    }
    let wide = |column: usize| lines.iter().map(|line| line[column].chars().count()).max();
    let widths: Vec<usize> =
        (0..lines[0].len()).map(|column| wide(column).unwrap_or_default()).collect();
    let mut text = String::new();
    for (number, line) in lines.iter().enumerate() {
        for (cell, &width) in line.iter().zip(&widths) {
            write!(text, "| {cell:<width$} ").unwrap();
        }
        text.push_str("|\n");
        if number == 0 {
            for width in &widths {
                write!(text, "|{}", "-".repeat(width + 2)).unwrap();
            }
            text.push_str("|\n");
        }
    }
    text
}

fn legend(acts: impl IntoIterator<Item = Act>) -> String {
    acts.into_iter().fold(String::new(), |mut text, (letter, words)| {
        writeln!(text, "- **{letter}** {words}").unwrap();
        text
    })
}

fn of_agreements() -> String {
    let acts = Verb::VARIANTS.iter().map(|verb| act(*verb)).chain([ANSWER, STILL_SO]);
    let rows: Vec<Row> = agreements()
        .into_iter()
        .map(|(name, record)| {
            row(name, |actor| {
                let verbs = Verb::VARIANTS.iter().filter(|verb| may(actor, **verb, &record));
                let mut letters: String = verbs.map(|verb| act(*verb).0).collect();
                if may_answer(actor, &record) {
                    letters.push(ANSWER.0);
                }
                if may_say_still_so(actor, record.recorded_by.as_deref(), record.published) {
                    letters.push(STILL_SO.0);
                }
                letters
            })
        })
        .collect();
    let table = table("The record", &rows);
    format!("{AGREEMENTS}\n{}\n{table}", legend(acts))
}

fn of_merging() -> String {
    let mut rows = Vec::new();
    for (name, merged) in agreements() {
        for (kept_name, parties, published) in [
            ("a published one between A and B", [OWNER, NAMED], true),
            ("a published one between A and C", [OWNER, THIRD], true),
            ("a draft between A and B", [OWNER, NAMED], false),
        ] {
            let kept = Standing {
                recorded_by: Some(OWNER.to_owned()),
                parties: parties.map(str::to_owned).to_vec(),
                published,
                sharing: Sharing::OwnState,
                from_source: false,
            };
            let name = format!("{name}; into {kept_name}");
            rows.push(row(name, |actor| yes(may_merge(actor, &kept, &merged))));
        }
    }
    format!("{MERGING}\n{}", table("The record that is merged", &rows))
}

fn of_entries() -> String {
    let acts = EntryVerb::VARIANTS.iter().map(|verb| act_with_entry(*verb)).chain([STILL_SO]);
    let mut text = format!("{ENTRIES}\n{}", legend(acts));
    for kind in EntryKind::VARIANTS {
        let rows: Vec<Row> = entries_of(*kind)
            .into_iter()
            .map(|entry| {
                row(condition(&entry), |actor| {
                    let verbs = EntryVerb::VARIANTS
                        .iter()
                        .filter(|verb| may_with_entry(actor, **verb, &entry));
                    let mut letters: String = verbs.map(|verb| act_with_entry(*verb).0).collect();
                    let is_asked = ASKED.contains(kind);
                    if is_asked && may_say_still_so(actor, entry.owner.as_deref(), entry.published)
                    {
                        letters.push(STILL_SO.0);
                    }
                    letters
                })
            })
            .collect();
        write!(text, "\n### {}\n\n{}", heading(*kind).0, table("The entry", &rows)).unwrap();
    }
    text
}

fn of_beginning() -> String {
    let whether = |name: &str, may: fn(&Actor) -> bool| row(name, |actor| yes(may(actor)));
    let mut rows = vec![whether("begin a record of an agreement", may_record)];
    for kind in EntryKind::VARIANTS {
        for (name, owner) in [("for A", Some(OWNER)), ("for the Network", None)] {
            let name = format!("begin {} {name}", heading(*kind).1);
            rows.push(row(name, |actor| yes(may_begin(actor, *kind, owner))));
        }
    }
    rows.push(whether("look for two records of one agreement", may_seek_duplicates));
    rows.push(whether("freeze the register on a day of one's choice", may_freeze));
    rows.push(row("be named as a reviewer of a practice", |actor| {
        yes(actor.account().is_some_and(may_be_named_reviewer))
    }));
    for (name, opening) in [
        ("whose registration is open", Opening::Open),
        ("whose registration is closed", Opening::NotOpened),
        ("that is over", Opening::Over),
    ] {
        let meeting = entries_of(EntryKind::Meeting).into_iter().find(|meeting| meeting.published);
        let meeting = meeting.expect("a meeting can be published");
        rows.push(row(format!("ask to take part in a published meeting {name}"), |_| {
            yes(may_ask_to_take_part(&meeting, opening))
        }));
        rows.push(row(format!("see and decide who takes part in a meeting {name}"), |actor| {
            yes(may_keep_registrations(actor, &meeting))
        }));
        rows.push(row(
            format!("erase what people wrote about themselves for a meeting {name}"),
            |actor| yes(may_erase_registrations(actor, &meeting, opening)),
        ));
    }
    for (name, stage) in [("in review", Stage::InReview), ("concluded", Stage::Concluded)] {
        rows.push(row(format!("ask for the outcome paper of a review that is {name}"), |actor| {
            yes(may_ask_for_outcome(actor, stage, true))
        }));
    }
    for (name, asked_by, is_frozen) in [
        ("that rests on a frozen register", None, true),
        ("that is provisional and that one asked for", Some(1), false),
        ("that is provisional and that another asked for", Some(2), false),
    ] {
        rows.push(row(format!("see a paper {name}"), |actor| {
            yes(may_see_job(actor, asked_by, is_frozen))
        }));
    }
    rows.push(whether("read the log of all changes", may_read_log));
    rows.push(row("see the log's numbers in the history of a record that one reads", |actor| {
        yes(may_see_log_numbers(actor, true))
    }));
    format!("{BEGINNING}\n{}", table("The act", &rows))
}

#[test]
fn what_is_written_of_the_permissions_is_what_the_policy_allows() {
    let made =
        [INTRODUCTION.to_owned(), of_agreements(), of_merging(), of_entries(), of_beginning()]
            .join("\n");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/PERMISSIONS.md");
    if std::env::var_os(WRITE).is_some() {
        fs::write(&path, &made).expect("the file is written");
    }
    let written = fs::read_to_string(&path).expect("docs/PERMISSIONS.md is there");
    let lacks: Vec<&str> =
        made.lines().filter(|line| !written.lines().any(|other| other == *line)).collect();
    let has_too_much: Vec<&str> =
        written.lines().filter(|line| !made.lines().any(|other| other == *line)).collect();
    assert!(
        made == written,
        "docs/PERMISSIONS.md does not say what the policy allows. Is it meant? Then accept it with\n\
         {WRITE}=1 cargo test -p domain permissions\nand look at what changed.\n\
         It lacks:\n{}\nIt has, and the policy does not:\n{}",
        lacks.join("\n"),
        has_too_much.join("\n"),
    );
}

/// A rule that stands in no table would be one that nobody reads.
#[test]
fn every_rule_of_the_policy_has_its_place_in_the_tables_of_permissions() {
    let tables = include_str!("document.rs");
    let is_part_of_a_name = |char: char| char.is_alphanumeric() || char == '_';
    for line in include_str!("../../policy.rs").lines() {
        let Some(rest) = line.strip_prefix("pub fn ").filter(|rest| rest.starts_with("may")) else {
            continue;
        };
        let rule = rest.split('(').next().unwrap_or_default();
        assert!(
            tables.split(|char| !is_part_of_a_name(char)).any(|name| name == rule),
            "`{rule}` is in no table of permissions: add a row for it in policy/generated/document.rs"
        );
    }
}
