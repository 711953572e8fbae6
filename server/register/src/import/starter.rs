//! The starter register: agreements that touch a State of the Talk, each with the address of its
//! source.
//!
//! They are facts (who, what, when, where it is documented), collected by hand from public sources
//! and kept in `starter/agreements.csv`. What a source does not say stays open there: a party, a
//! date or a legal nature is never filled in from what is likely. Social security agreements are
//! treaties (field's facts, section 0); of the others, those whose ratification the source reports
//! are binding.

use domain::{
    Agreement, PartialDate,
    agreement::{
        Duration, Event, EventKind, Identity, Life, Objectives, Parties, Party, References, Scope,
        SocialSecurity, Source, Title,
    },
    states,
};
use serde::Deserialize;

use super::{BadFile, Incoming};

const FILE: &str = "starter/agreements.csv";
const TABLE: &str = include_str!("../../starter/agreements.csv");

/// A row as it stands. Codes are those of the record's own types; an empty cell is open.
#[derive(Deserialize)]
struct Row {
    /// Stays the same for ever, so that starting again finds the record again.
    key: String,
    kind: String,
    legal_nature: String,
    level: String,
    /// Codes of parties, with blanks between.
    parties: String,
    title: String,
    language: String,
    signed: String,
    /// Where it was signed.
    place: String,
    in_force: String,
    expires_on: String,
    term_months: String,
    /// Further events, `kind date party` with `; ` between. The date is `-` where it is not known,
    /// and there is no party where the event is for all.
    events: String,
    sector_words: String,
    quota_words: String,
    ss_mode: String,
    source_address: String,
    note: String,
}

/// The records of the starter register.
///
/// # Errors
/// When the table that the program brings is broken, which the tests would find.
pub fn read() -> Result<Vec<Incoming>, BadFile> {
    read_table(TABLE)
}

fn read_table(table: &str) -> Result<Vec<Incoming>, BadFile> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let header = reader.headers().map_err(|error| not_csv(&error))?.clone();
    reader
        .records()
        .map(|record| {
            let record = record.map_err(|error| not_csv(&error))?;
            let line = record.position().map_or(0, csv::Position::line);
            let row = record.deserialize(Some(&header)).map_err(|error| not_csv(&error))?;
            incoming(Line(line), row)
        })
        .collect()
}

fn not_csv(error: &csv::Error) -> BadFile {
    let line = error.position().map_or(1, csv::Position::line);
    BadFile::NotCsv { file: FILE, line, cause: error.to_string() }
}

fn incoming(line: Line, row: Row) -> Result<Incoming, BadFile> {
    let mut agreement = Agreement {
        identity: Identity {
            kind: line.value("kind", &row.kind)?,
            legal_nature: line.value("legal_nature", &row.legal_nature)?,
            level: line.value("level", &row.level)?,
            titles: vec![Title {
                language: row.language.clone(),
                text: row.title.clone(),
                original: false,
            }],
            ..Identity::default()
        },
        parties: line.parties(&row.parties)?,
        life: life(line, &row)?,
        scope: Scope {
            in_words: filled(row.sector_words),
            quota_text: filled(row.quota_words),
            ..Scope::default()
        },
        social_security: SocialSecurity {
            mode: line.value("ss_mode", &row.ss_mode)?,
            ..SocialSecurity::default()
        },
        references: References {
            sources: vec![Source { address: filled(row.source_address), ..Source::default() }],
            note: filled(row.note),
            ..References::default()
        },
        ..Agreement::default()
    };
    agreement.objectives = Objectives::proposed(&agreement);
    Ok(Incoming { key: row.key, agreement })
}

fn life(line: Line, row: &Row) -> Result<Life, BadFile> {
    let mut events = Vec::new();
    for (kind, column, cell) in [
        (EventKind::Signed, "signed", &row.signed),
        (EventKind::EnteredIntoForce, "in_force", &row.in_force),
    ] {
        if let Some(date) = line.value::<PartialDate>(column, cell)? {
            events.push(Event { kind: Some(kind), date: Some(date), ..Event::default() });
        }
    }
    for event in row.events.split(';').map(str::trim).filter(|event| !event.is_empty()) {
        events.push(line.event(event)?);
    }
    if let Some(signed) = events.iter_mut().find(|event| event.kind == Some(EventKind::Signed)) {
        signed.place = filled(row.place.clone());
    }
    let term_months = line.value("term_months", &row.term_months)?;
    Ok(Life {
        events,
        duration: term_months.map(|_: u32| Duration::FixedTerm),
        term_months,
        expires_on: line.value("expires_on", &row.expires_on)?,
        ..Life::default()
    })
}

fn filled(cell: String) -> Option<String> {
    (!cell.is_empty()).then_some(cell)
}

/// The line that is read, for saying where a value is wrong.
#[derive(Clone, Copy)]
struct Line(u64);

impl Line {
    fn wrong(self, column: &'static str, given: &str) -> BadFile {
        BadFile::ValueOutOfFrame { file: FILE, line: self.0, column, given: given.to_owned() }
    }

    /// The cell's value, open where it is empty.
    fn value<T: std::str::FromStr>(
        self,
        column: &'static str,
        cell: &str,
    ) -> Result<Option<T>, BadFile> {
        if cell.is_empty() {
            return Ok(None);
        }
        cell.parse().map(Some).map_err(|_| self.wrong(column, cell))
    }

    fn parties(self, cell: &str) -> Result<Parties, BadFile> {
        let parties = cell
            .split_whitespace()
            .map(|code| {
                let state = states::state(code).ok_or_else(|| self.wrong("parties", cell))?;
                Ok(Party { code: state.code.clone(), role: None })
            })
            .collect::<Result<_, _>>()?;
        Ok(Parties { parties, ..Parties::default() })
    }

    fn event(self, cell: &str) -> Result<Event, BadFile> {
        let wrong = || self.wrong("events", cell);
        let words: Vec<&str> = cell.split_whitespace().collect();
        let (kind, date, party) = match *words.as_slice() {
            [kind, date] => (kind, date, None),
            [kind, date, party] => (kind, date, Some(party)),
            _ => return Err(wrong()),
        };
        if party.is_some_and(|code| states::state(code).is_none()) {
            return Err(wrong());
        }
        Ok(Event {
            kind: Some(kind.parse().map_err(|_| wrong())?),
            date: if date == "-" { None } else { Some(date.parse().map_err(|_| wrong())?) },
            party: party.map(str::to_owned),
            ..Event::default()
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use domain::{
        agreement::{Kind, SocialSecurityMode},
        completeness::gaps,
    };

    use super::*;

    fn register() -> Vec<Incoming> {
        read().expect("the starter register is sound")
    }

    fn record(key: &str) -> Agreement {
        let found = register().into_iter().find(|record| record.key == key);
        found.unwrap_or_else(|| panic!("no {key}")).agreement
    }

    #[test]
    fn the_starter_register_has_65_agreements_of_nine_kinds_told_apart_by_their_keys() {
        let register = register();
        let keys: BTreeSet<&str> = register.iter().map(|record| record.key.as_str()).collect();
        assert_eq!((register.len(), keys.len()), (65, 65));

        let mut kinds = BTreeMap::new();
        for record in &register {
            let kind: &str = record.agreement.identity.kind.expect("a kind").into();
            *kinds.entry(kind).or_insert(0) += 1;
        }
        assert_eq!(
            kinds,
            BTreeMap::from([
                ("labour_migration_agreement", 13),
                ("memorandum_of_cooperation", 2),
                ("memorandum_of_understanding", 15),
                ("migration_cooperation_agreement", 6),
                ("other", 2),
                ("protocol", 4),
                ("seasonal_worker_scheme", 2),
                ("skills_mobility_partnership", 1),
                ("social_security_agreement", 20),
            ])
        );
    }

    #[test]
    fn every_starter_agreement_can_be_published_and_says_where_it_is_documented() {
        for Incoming { key, agreement } in register() {
            let stops: Vec<_> =
                gaps(&agreement).into_iter().filter(|gap| gap.stops_publishing()).collect();
            assert_eq!(stops, [], "{key}");
            let address = agreement.references.sources[0].address.as_deref().expect("an address");
            assert!(address.starts_with("http"), "{key}");
            assert_eq!(agreement.references.sources[0].seen_on, None, "{key}");
            let parties: Vec<&str> = agreement.party_codes().collect();
            for event in &agreement.life.events {
                assert!(
                    event.party.as_deref().is_none_or(|party| parties.contains(&party)),
                    "{key}"
                );
            }
        }
    }

    #[test]
    fn only_a_social_security_agreement_is_said_to_be_a_dedicated_one() {
        for Incoming { key, agreement } in register() {
            let is_one = agreement.identity.kind == Some(Kind::SocialSecurityAgreement);
            let mode = is_one.then_some(SocialSecurityMode::DedicatedAgreement);
            assert_eq!(agreement.social_security.mode, mode, "{key}");
        }
    }

    #[test]
    fn a_draft_is_proposed_and_not_signed() {
        let draft = record("bgr-tkm-2020-draft");
        let kinds: Vec<_> = draft.life.events.iter().filter_map(|event| event.kind).collect();
        assert_eq!(kinds, [EventKind::Proposed, EventKind::MandateGiven]);
        let renewal = record("kor-kgz-2021-employment-permit-system-renewal-draft");
        assert!(renewal.life.events.iter().all(|event| event.kind == Some(EventKind::Approved)));
    }

    #[test]
    fn what_happened_for_one_party_is_that_partys_event() {
        let protocol = record("cis-2005-protocol-labour-migration");
        assert_eq!(protocol.party_codes().count(), 10);
        let in_force: Vec<_> = protocol
            .life
            .events
            .iter()
            .filter(|event| event.kind == Some(EventKind::EnteredIntoForce))
            .map(|event| (event.party.as_deref(), event.date.map(|date| date.to_string())))
            .collect();
        assert_eq!(
            in_force,
            [(Some("KGZ"), Some("2006-12-15".into())), (Some("KAZ"), Some("2008-01-11".into()))]
        );
    }

    #[test]
    fn a_broken_row_is_refused_with_its_line() {
        let broken = TABLE.replacen("RUS UZB", "RUS XXX", 1);
        assert!(matches!(
            read_table(&broken),
            Err(BadFile::ValueOutOfFrame { line: 2, column: "parties", .. })
        ));
    }
}
