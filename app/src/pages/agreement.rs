//! One agreement, whole.

mod progress;

use chrono::NaiveDate;
use domain::{
    checkpoints,
    confirmation::{RecordAnswer, record_answer},
    fields::{SectionCode, Vocabulary},
    follow_up::{EntryKind, Target, commitment::Deliverable},
    policy::{Verb, may_begin},
    status::{Status, status_on},
};
use leptos::prelude::*;
use register::{
    Error,
    following::{Entry, Wanted},
    merging::Merged,
    proposing::Candidate,
    reading::Record,
};

use super::follow_up::{commitments::guidance_list, lists::entry_list};
use crate::{
    components::{
        agreement::{fact, links, parties, sources, term, whole_section},
        deadlines, duplicates,
        findings::findings,
        heard::heard,
        layout::breadcrumbs,
        results::status_tag,
        seen_by::seen_by,
        social_security, time_line, two_sides,
    },
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Other records of the same agreement: likely ones, for who may say so, and those merged into this.
struct Others {
    likely: Vec<Candidate>,
    merged: Vec<Merged>,
    /// The number of the merged record by whose address somebody came here.
    asked_for: Option<i64>,
}

/// What stands around the record itself.
struct Around<'a> {
    guidance: &'a [Entry],
    others: &'a Others,
    /// When somebody last spoke of it, in words.
    heard: String,
    /// When its joint committee last met, as far as a party has published it.
    met: Option<NaiveDate>,
}

/// Shows the record with this number.
///
/// # Errors
/// [`Error::NotFound`] where there is none or it may not be seen.
pub async fn show(request: &Request, id: i64) -> Result<Page, Error> {
    let words = request.words;
    let (register, actor) = (&request.register, &request.actor);
    let record = register.agreement(actor, id).await?;
    let target = u32::try_from(id).ok().map(Target::Agreement);
    let about = register.entries_of(actor, &Wanted { target, ..Wanted::default() }).await?;
    // Reports have a section of their own.
    let (reports, about): (Vec<Entry>, Vec<Entry>) =
        about.into_iter().partition(|entry| entry.kind == EntryKind::AgreementReport);
    let guidance = Wanted { kind: Some(EntryKind::Deliverable), ..Wanted::default() };
    let guidance = register.entries_of(actor, &guidance).await?;
    let others = Others {
        likely: register.likely_duplicates(actor, &record).await?,
        merged: register.merged_into(actor, &record).await?,
        asked_for: request.parameter("merged").and_then(|id| id.parse().ok()),
    };
    let title = title(words, &record);
    let is_public = record.published_at.is_some();
    let last = register.last_heard_of_record(&record).await?;
    // What a source brought is nobody's word: silence is shown as silence.
    let heard = if is_public {
        heard(words, last, record.today, t!(words, "never-heard-of"))
    } else {
        t!(words, "heard-once-published")
    };
    let was_said = request.parameter("saved").as_deref() == Some("word");
    let is_party =
        actor.state().is_some_and(|state| record.agreement.party_codes().any(|code| code == state));
    let may_file = is_party && may_begin(actor, EntryKind::Practice, actor.state());
    let may_report = is_party && may_begin(actor, EntryKind::AgreementReport, actor.state());
    let page = Page::new(title, move || {
        let saved = was_said.then(|| {
            view! { <div class="notice" data-tone="success" role="status">{t!(words, "word-was-said")}</div> }
        });
        let asked_for = asked_for(words, &others);
        let followed = followed(words, record.id, &about, may_file);
        let met = progress::last_met(&record, &reports);
        let progress = progress::card(words, &record, &reports, may_report);
        let followed = view! { {progress} {followed} }.into_any();
        let around = Around { guidance: &guidance, others: &others, heard, met };
        view! { {saved} {asked_for} {whole(words, &record, &around, followed)} }
    });
    Ok(if is_public { page } else { page.private() })
}

/// Says that the record whose address was asked for was merged into this one.
fn asked_for(words: Words, others: &Others) -> Option<impl IntoView + use<>> {
    let merged = others.merged.iter().find(|merged| Some(merged.id) == others.asked_for)?;
    let said = t!(words, "duplicate-was-merged-here", id = merged.id.to_string());
    Some(view! {
        <div class="notice" role="status">
            <p>{said} " " <a href="#also-recorded">{t!(words, "duplicate-also-recorded")}</a></p>
        </div>
    })
}

/// The record's title in the reader's language, or what stands for it.
pub fn title(words: Words, record: &Record) -> String {
    match record.agreement.title(words.language.code()) {
        "" => t!(words, "no-title"),
        title => title.to_owned(),
    }
}

/// The address and the names of the parties, with which a record's pages lead back.
pub fn corridor_step(words: Words, record: &Record) -> Option<(String, String)> {
    let mut codes: Vec<&str> = record.agreement.party_codes().collect();
    codes.sort_unstable();
    codes.dedup();
    match codes.as_slice() {
        [a, b] => Some((
            format!("/corridors/{a}-{b}"),
            format!("{} – {}", words.state(a), words.state(b)),
        )),
        _ => None,
    }
}

/// What was said, promised and filed about it; and, for its party, ways to file more.
fn followed(
    words: Words,
    id: i64,
    about: &[Entry],
    may_file: bool,
) -> Option<impl IntoView + use<>> {
    let file = may_file.then(|| {
        let to = |kind: &str| words.href(&format!("/{kind}/new?agreement={id}"));
        view! {
            <h3>{t!(words, "filed-of-agreement")}</h3>
            <p class="hint">{t!(words, "filed-of-agreement-about")}</p>
            <p class="cluster">
                <a class="button quiet" href=to("practices")>{t!(words, "practice-of-agreement")}</a>
                <a class="button quiet" href=to("pledges")>{t!(words, "pledge-of-agreement")}</a>
            </p>
        }
    });
    (!about.is_empty() || may_file).then(|| {
        let about: Vec<&Entry> = about.iter().collect();
        view! {
            <section class="card">
                <h2>{t!(words, "entries-about-agreement")}</h2>
                {entry_list(words, &about, t!(words, "entries-about-agreement-empty"))}
                {file}
            </section>
        }
    })
}

fn whole(
    words: Words,
    record: &Record,
    around: &Around<'_>,
    followed: AnyView,
) -> impl IntoView + use<> {
    let agreement = &record.agreement;
    let mut steps = vec![("/agreements".to_owned(), t!(words, "nav-register"))];
    steps.extend(corridor_step(words, record));
    let summary = agreement
        .identity
        .summary
        .clone()
        .map(|summary| view! { <p class="lede prose">{summary}</p> });
    let drawing = time_line::drawing(words, record);
    let name = |section: SectionCode| words.text(&format!("section-{}", section.code()));
    let side = |section: SectionCode| two_sides::of_section(words, record, section);
    let section = |section: SectionCode, body: Option<AnyView>| {
        body.map(|body| {
            view! { <section class="card"><h2>{name(section)}</h2>{body} {side(section)}</section> }
        })
    };
    let linked = links(words, &record.links).map(|links| {
        view! { <section class="card"><h2>{t!(words, "linked-records")}</h2>{links}</section> }
    });
    let whole =
        |section: SectionCode| whole_section(words, agreement, section).map(IntoAny::into_any);
    let coded = if agreement.is_coded() {
        findings(words, agreement).into_any()
    } else {
        view! { <p>{t!(words, "findings-none")}</p> }.into_any()
    };
    view! {
        {breadcrumbs(words, steps, t!(words, "record-number", id = record.id.to_string()))}
        {head(words, record)}
        {duplicates::notice(words, record.id, &around.others.likely)}
        {summary}
        {side(SectionCode::Identity)}
        <div class="columns">
            <div class="stack">
                <section class="card">
                    <h2>{t!(words, "time-line")}</h2>
                    {drawing}
                    {time_line::events(words, record)}
                    {side(SectionCode::Life)}
                </section>
                {deadlines::of_record(words, record, around.met)}
                <section class="card">
                    <h2>{name(SectionCode::Parties)}</h2>
                    {parties(words, agreement)}
                    {side(SectionCode::Parties)}
                </section>
                {section(SectionCode::Scope, whole(SectionCode::Scope))}
                <section class="card">
                    <h2>{t!(words, "social-security")}</h2>
                    <p>{social_security::in_words(words, agreement, &record.links, record.today)}</p>
                    {social_security::matrix(words, agreement, &record.links)}
                    {whole(SectionCode::SocialSecurity).map(|whole| view! {
                        <details><summary>{t!(words, "social-security-details")}</summary>{whole}</details>
                    })}
                    {side(SectionCode::SocialSecurity)}
                </section>
                <section class="card">
                    <h2>{name(SectionCode::Provisions)}</h2>
                    {coded}
                    {guidance_on(words, around.guidance)}
                    {side(SectionCode::Provisions)}
                </section>
                {section(SectionCode::Skills, whole(SectionCode::Skills))}
                {section(SectionCode::Integration, whole(SectionCode::Integration))}
                {linked}
                {followed}
                <section class="card">
                    <h2>{t!(words, "sources")}</h2>
                    {sources(words, agreement)}
                    {agreement.references.note.clone().map(|note| view! { <p class="small">{note}</p> })}
                    {side(SectionCode::References)}
                </section>
                {two_sides::overview(words, record)}
                {duplicates::also_recorded(words, record, &around.others.merged)}
            </div>
            {aside(words, record, around.heard.clone())}
        </div>
    }
}

/// What the Network offers on the provisions: opened by who wants it.
fn guidance_on(words: Words, guidance: &[Entry]) -> Option<impl IntoView + use<>> {
    let guidance: Vec<&Entry> = guidance
        .iter()
        .filter(|entry| !entry.content::<Deliverable>().deliverable.provisions.is_empty())
        .collect();
    (!guidance.is_empty()).then(|| {
        view! {
            <details class="guidance">
                <summary>{t!(words, "guidance-on-provisions")}</summary>
                {guidance_list(words, &guidance)}
            </details>
        }
    })
}

fn head(words: Words, record: &Record) -> impl IntoView + use<> {
    let identity = &record.agreement.identity;
    let kind = identity.kind.map(|kind| words.label(Vocabulary::Kind, kind.into()));
    let since = record
        .periods
        .iter()
        .find(|period| {
            period.from <= record.today && period.until.is_none_or(|until| record.today < until)
        })
        .map(|period| since(words, record, period.from));
    let shown = title(words, record);
    let language = identity.titles.iter().find(|title| title.text == shown);
    let language = language.map(|title| title.language.clone());
    let language = language.filter(|language| language != words.language.code());
    let original = identity
        .titles
        .iter()
        .filter(|other| other.text != shown)
        .map(|title| {
            view! { <p class="small" lang=title.language.clone()>{title.text.clone()}</p> }
        })
        .collect_view();
    let draft = seen_by(words, record.published_at.is_some(), record.shared.with);
    let public_from = record.shared.public_from.map(|day| {
        view! { <span class="small">{t!(words, "public-from", date = words.day(day))}</span> }
    });
    let said: Vec<_> = record.said.iter().map(|by| by.said.clone()).collect();
    let standing = record_answer(&record.agreement, record.recorded_by.as_deref(), &said);
    let recorded = match (&record.recorded_by, standing) {
        (None, RecordAnswer::OneParty) => t!(words, "recorded-from-public-source"),
        (Some(state), RecordAnswer::OneParty) => {
            t!(words, "recorded-by-one-party", state = words.state(state))
        }
        (_, standing) => words.label(Vocabulary::RecordAnswer, standing.into()),
    };
    let edit = record.may(Verb::Edit).then(|| {
        view! { <a class="button" href=words.href(&format!("/agreements/{}/edit", record.id))>{t!(words, "edit-record")}</a> }
    });
    view! {
        <div class="agreement-head">
            <p class="kicker">{kind}</p>
            <h1 lang=language>{shown}</h1>
            {original}
            <div class="cluster">
                {draft} {public_from} {status_tag(words, record.status, since)}
                <span class="small">{recorded}</span>
                {edit}
            </div>
        </div>
    }
}

/// The day from which a status holds, printed as known: a date known to the month began the status
/// on its last day, and is still only known to the month.
fn since(words: Words, record: &Record, day: NaiveDate) -> String {
    let dates = record.agreement.life.events.iter().filter_map(|event| event.date);
    let known = dates.filter(|date| date.last_day() == day).min();
    known.map_or_else(|| words.day(day), |date| words.date_since(date))
}

fn aside(words: Words, record: &Record, heard: String) -> impl IntoView + use<> {
    let agreement = &record.agreement;
    let identity = &agreement.identity;
    let nature =
        identity.legal_nature.map(|nature| words.label(Vocabulary::LegalNature, nature.into()));
    let level = identity.level.map(|level| words.label(Vocabulary::Level, level.into()));
    let text = identity
        .text_availability
        .map(|text| words.label(Vocabulary::TextAvailability, text.into()));
    let made_public =
        identity.made_public.map(|answer| words.label(Vocabulary::YesNo, answer.into()));
    let at_talk = status_on(&record.periods, checkpoints::talk_day());
    let at_talk = match at_talk {
        Status::NotKnown => t!(words, "nothing-by-then"),
        status => words.text(&format!("status-short-{}", <&str>::from(status))),
    };
    let proposed = agreement.objectives.proposed.then(|| {
        view! { <p class="small">{t!(words, "objectives-are-proposed")}</p> }
    });
    let term = term(words, record);
    let term = (!term.is_empty())
        .then(|| term.into_iter().map(|line| view! { <p>{line}</p> }).collect_view());
    let languages = identity
        .authentic_languages
        .iter()
        .map(|authentic| words.label(Vocabulary::Language, &authentic.language))
        .collect::<Vec<_>>();
    let languages = (!languages.is_empty()).then(|| languages.join(", "));
    let codes = |vocabulary: Vocabulary, codes: &[String]| {
        let labels: Vec<_> =
            codes.iter().map(|code| view! { <li>{words.label(vocabulary, code)}</li> }).collect();
        (!labels.is_empty()).then(|| view! { <ul>{labels}</ul> })
    };
    let identifiers = agreement
        .references
        .identifiers
        .iter()
        .map(|identifier| {
            let scheme = identifier
                .scheme
                .map(|scheme| words.label(Vocabulary::IdentifierScheme, scheme.into()));
            let series = identifier.series.clone().or(scheme).unwrap_or_default();
            view! { <li>{series} ": " {identifier.value.clone()}</li> }
        })
        .collect::<Vec<_>>();
    let identifiers = (!identifiers.is_empty()).then(|| view! { <ul>{identifiers}</ul> });
    view! {
        <aside class="card">
            <h2>{t!(words, "at-a-glance")}</h2>
            <dl class="facts">
                {fact(t!(words, "legal-nature"), nature)}
                {fact(t!(words, "level"), level)}
                {fact(t!(words, "status-at-talk"), Some(at_talk))}
                {fact(t!(words, "term"), term)}
                {fact(words.text("field-identity-text_availability"), text)}
                {fact(words.text("field-identity-made_public"), made_public)}
                {fact(t!(words, "authentic-languages"), languages)}
                {fact(words.text("section-objectives"), codes(Vocabulary::Objective, &agreement.objectives.gcm))}
                {proposed.map(|proposed| view! { <dd>{proposed}</dd> })}
                {fact(words.text("field-objectives-principles"), codes(Vocabulary::GuidingPrinciple, &agreement.objectives.principles))}
                {fact(words.text("field-objectives-sdgs"), codes(Vocabulary::Sdg, &agreement.objectives.sdgs))}
                {fact(t!(words, "identifiers"), identifiers)}
                {fact(t!(words, "last-heard"), Some(heard))}
            </dl>
            <p class="small">
                <a href=words.href(&format!("/agreements/{}/history", record.id))>{t!(words, "history")}</a>
            </p>
        </aside>
    }
}
