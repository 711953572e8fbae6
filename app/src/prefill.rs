//! What a practice or a pledge takes over from the record of the agreement that it begins from: what is
//! in the register is filled in, and nothing else. The form says which fields it filled.

use chrono::NaiveDate;
use domain::{
    PartialDate,
    agreement::{Agreement, EventKind, Finding, Life, YesNo},
    criteria,
    fields::{Form, Input, Part, Values, Vocabulary},
    follow_up::{EntryKind, pledge::PledgeForm, practice::GeographicScope},
    states::{self, PartyStatus},
};

use crate::{
    forms::names,
    words::{Words, t},
};

/// In a form's values: the number of the record, and the names of the fields that it filled.
const FROM: &str = "taken_from";
const FILLED: &str = "taken_over";

/// The objectives of the Global Compact that a practice of an agreement comes under first: pathways,
/// skills, social security.
const FIRST: [&str; 3] = ["5", "18", "22"];

/// The record that something is begun from, and for whom.
pub struct Source<'a> {
    pub number: i64,
    pub agreement: &'a Agreement,
    /// The State of the person who begins it.
    pub state: Option<&'a str>,
    pub today: NaiveDate,
}

/// The values of the first form of a practice or a pledge, as far as the record has them.
pub fn from_record(words: Words, kind: EntryKind, source: &Source<'_>) -> Values {
    let form = kind.forms()[0];
    let mut values = Values::default();
    match kind {
        EntryKind::Pledge => pledge(words, source, &mut values),
        _ => practice(words, source, &mut values),
    }
    let filled: Vec<&'static str> = parts(form).filter(|name| is_filled(&values, name)).collect();
    for name in filled {
        values.push(FILLED, name);
    }
    values.push(FROM, source.number.to_string());
    values.push("agreements", source.number.to_string());
    cut_to_fit(form, &mut values);
    values
}

/// What is carried along when a form is shown again.
pub fn carried(values: &Values) -> Vec<(&'static str, String)> {
    let of = |name: &'static str| values.all(name).iter().map(move |text| (name, text.clone()));
    of(FROM).chain(of(FILLED)).collect()
}

/// The number of the record that a form was filled from, with what is said of it: which fields.
pub fn told(words: Words, form: Form, values: &Values) -> Option<(u32, String)> {
    let number: u32 = values.get(FROM).parse().ok()?;
    let filled = values.all(FILLED);
    let fields: Vec<String> = parts(form)
        .filter(|name| filled.iter().any(|filled| filled == name))
        .map(|name| label(words, form, name))
        .collect();
    (!fields.is_empty()).then(|| (number, fields.join(", ")))
}

fn label(words: Words, form: Form, name: &str) -> String {
    let is_table =
        form.parts.iter().any(|part| matches!(part, Part::Rows(table) if table.name == name));
    if is_table {
        words.text(&format!("table-{}-{name}", form.code))
    } else {
        names::label(words, form, name)
    }
}

fn parts(form: Form) -> impl Iterator<Item = &'static str> {
    form.parts.iter().map(|part| match part {
        Part::Field(field) => field.name,
        Part::Rows(table) | Part::Grid { table, .. } => table.name,
    })
}

fn is_filled(values: &Values, name: &str) -> bool {
    !values.all(name).is_empty() || !values.row_numbers(name).is_empty()
}

fn practice(words: Words, source: &Source<'_>, values: &mut Values) {
    let agreement = source.agreement;
    let title = agreement.title(words.language.code());
    if !title.is_empty() {
        values.push("title", t!(words, "prefill-practice-title", title = title));
    }
    let (first, rest) = by_rank(&agreement.objectives.gcm);
    push_all(values, "primary_objectives", first);
    push_all(values, "secondary_objectives", rest);
    push_all(values, "principles", agreement.objectives.principles.iter().map(String::as_str));
    push_all(values, "sdgs", agreement.objectives.sdgs.iter().map(String::as_str));
    push_date(values, "from", entry_into_force(&agreement.life));
    push_date(values, "to", end(&agreement.life));
    let parties: Vec<&str> = agreement.party_codes().collect();
    let scope = match parties.len() {
        0 | 1 => None,
        2 => Some(GeographicScope::Bilateral),
        _ => Some(GeographicScope::Regional),
    };
    push_all(values, "scope", scope.map(<&str>::from));
    for (number, party) in parties.into_iter().enumerate() {
        values.push(format!("countries.{number}.state"), party);
    }
    push_text(values, "summary", agreement.identity.summary.clone());
    let is_own = |party: &str| source.state == Some(party);
    push_lines(values, "organizations", &authorities(words, agreement, is_own, false));
    push_lines(values, "details", &details(words, source));
    push_lines(values, "partners", &authorities(words, agreement, |party| !is_own(party), true));
    let sources = agreement.references.sources.iter();
    let addresses: Vec<String> = sources.filter_map(|found| found.address.clone()).collect();
    push_lines(values, "resources", &addresses);
}

fn pledge(words: Words, source: &Source<'_>, values: &mut Values) {
    let agreement = source.agreement;
    let title = agreement.title(words.language.code());
    if !title.is_empty() {
        values.push("title", t!(words, "prefill-pledge-title", title = title));
    }
    // What has ceased to exist pledges nothing.
    let is_there =
        |code: &str| states::state(code).is_some_and(|state| state.status != PartyStatus::Historic);
    let others: Vec<&str> = agreement
        .party_codes()
        .filter(|party| source.state != Some(*party) && is_there(party))
        .collect();
    if !others.is_empty() {
        values.push("form", <&str>::from(PledgeForm::InPartnership));
    }
    for (number, party) in others.into_iter().enumerate() {
        values.push(format!("partners.{number}.state"), party);
    }
    push_all(values, "objectives", agreement.objectives.gcm.iter().map(String::as_str));
    push_all(values, "principles", agreement.objectives.principles.iter().map(String::as_str));
    // A pledge looks forward: what has happened already is no date of it.
    let ahead = |date: &PartialDate| date.first_day() > source.today;
    push_date(values, "from", entry_into_force(&agreement.life).filter(ahead));
    push_date(values, "to", end(&agreement.life).filter(ahead));
}

/// The objectives that come first, and the others; the first three where none of those is among them.
fn by_rank(objectives: &[String]) -> (Vec<&str>, Vec<&str>) {
    let all = objectives.iter().map(String::as_str);
    let (first, mut rest): (Vec<&str>, Vec<&str>) =
        all.partition(|objective| FIRST.contains(objective));
    if first.is_empty() {
        let others = rest.split_off(rest.len().min(FIRST.len()));
        return (rest, others);
    }
    (first, rest)
}

/// The earliest day on which it entered into force, as precisely as it is recorded.
fn entry_into_force(life: &Life) -> Option<PartialDate> {
    let events = life.events.iter();
    events
        .filter(|event| event.kind == Some(EventKind::EnteredIntoForce))
        .filter_map(|event| event.date)
        .min()
}

/// The end that is recorded; open where it goes on by itself, or was renewed and nobody says until when.
fn end(life: &Life) -> Option<PartialDate> {
    let of = |kind: EventKind| life.events.iter().filter(move |event| event.kind == Some(kind));
    let ended = [EventKind::Expired, EventKind::Terminated, EventKind::Superseded]
        .into_iter()
        .flat_map(of)
        .filter_map(|event| event.effective.or(event.date))
        .min();
    if ended.is_some() || life.tacit_renewal == Some(YesNo::Yes) {
        return ended;
    }
    if of(EventKind::Renewed).next().is_none() {
        return life.expires_on;
    }
    of(EventKind::Renewed).filter_map(|event| event.effective).max()
}

/// The names of the authorities of these parties, each once; with the State where there may be several.
fn authorities(
    words: Words,
    agreement: &Agreement,
    is_of: impl Fn(&str) -> bool,
    with_state: bool,
) -> Vec<String> {
    let mut lines = Vec::new();
    for authority in &agreement.parties.authorities {
        let name = authority.name.trim();
        if name.is_empty() || !is_of(&authority.party) {
            continue;
        }
        let line = if with_state {
            format!("{name} ({})", words.state(&authority.party))
        } else {
            name.to_owned()
        };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}

/// The provisions that the text holds now and how it deals with social security, with the articles.
fn details(words: Words, source: &Source<'_>) -> Vec<String> {
    let agreement = source.agreement;
    let mut lines: Vec<String> = criteria::item_codes()
        .iter()
        .filter_map(|item| {
            let label = words.label(Vocabulary::Item, item);
            let text = match agreement.provisions.finding_at(item, source.today)? {
                Finding::Yes => label,
                Finding::Partly => t!(words, "prefill-provision-partly", provision = label),
                Finding::No | Finding::CannotTell => return None,
            };
            Some(format!("– {}", at_article(words, text, article(source, item))))
        })
        .collect();
    if !lines.is_empty() {
        lines.insert(0, t!(words, "prefill-provisions"));
    }
    if let Some(mode) = agreement.social_security.mode {
        let mode = words.label(Vocabulary::SocialSecurityMode, mode.into());
        let text = t!(words, "prefill-social-security", mode = mode);
        lines.push(at_article(words, text, agreement.social_security.article.as_deref()));
    }
    lines
}

/// The article of the text that holds now: of the latest in effect, else of the original.
fn article<'a>(source: &Source<'a>, item: &str) -> Option<&'a str> {
    let provisions = &source.agreement.provisions;
    let later = provisions
        .later
        .iter()
        .filter(|later| later.item == item && later.finding.is_some())
        .filter_map(|later| Some((later.since?.last_day(), later)))
        .filter(|(since, _)| *since <= source.today)
        .max_by_key(|(since, _)| *since);
    match later {
        Some((_, later)) => later.article.as_deref(),
        None => {
            let original = provisions.findings.iter().find(|found| found.item == item)?;
            original.article.as_deref()
        }
    }
}

fn at_article(words: Words, text: String, article: Option<&str>) -> String {
    match article.map(str::trim).filter(|article| !article.is_empty()) {
        Some(article) => t!(words, "prefill-at-article", text = text, article = article),
        None => text,
    }
}

fn push_all<'a>(values: &mut Values, name: &str, texts: impl IntoIterator<Item = &'a str>) {
    for text in texts {
        values.push(name, text);
    }
}

fn push_text(values: &mut Values, name: &str, text: Option<String>) {
    if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
        values.push(name, text);
    }
}

fn push_lines(values: &mut Values, name: &str, lines: &[String]) {
    push_text(values, name, Some(lines.join("\n")));
}

fn push_date(values: &mut Values, name: &str, date: Option<PartialDate>) {
    push_text(values, name, date.map(|date| date.to_string()));
}

/// A record may say more than a field takes; the form as it is filled can be saved.
fn cut_to_fit(form: Form, values: &mut Values) {
    for part in form.parts {
        let Part::Field(field) = part else { continue };
        let (Input::Line(most) | Input::Text(most)) = field.input else { continue };
        if values.get(field.name).chars().count() > most {
            let text = values.take(field.name).swap_remove(0);
            let kept: String = text.chars().take(most.saturating_sub(2)).collect();
            values.push(field.name, format!("{} …", kept.trim_end()));
        }
    }
}

#[cfg(test)]
mod tests;
