//! Parts of the page of one agreement.

use domain::{
    agreement::{Agreement, Duration, YesNo},
    fields::{Form, SectionCode, Vocabulary, write},
    status::next_tacit_renewal,
};
use leptos::prelude::*;
use register::reading::{Linked, Record};
use serde_json::Value;

use crate::{
    forms::telling,
    words::{Words, t},
};

/// A term and its description; nothing where there is none.
pub fn fact(term: String, description: Option<impl IntoView + 'static>) -> Option<impl IntoView> {
    description.map(|description| view! { <dt>{term}</dt> <dd>{description}</dd> })
}

/// The parties with their roles and authorities.
pub fn parties(words: Words, agreement: &Agreement) -> impl IntoView + use<> {
    let parties = agreement
        .parties
        .parties
        .iter()
        .map(|party| {
            let authorities = agreement
                .parties
                .authorities
                .iter()
                .filter(|authority| authority.party == party.code)
                .map(|authority| {
                    let function =
                        authority.function.map(|function| words.label(Vocabulary::AuthorityFunction, function.into()));
                    view! { <li>{authority.name.clone()} " " <span class="small">{function}</span></li> }
                })
                .collect_view();
            let role = party.role.map_or_else(|| t!(words, "role-not-known"), |role| words.label(Vocabulary::PartyRole, role.into()));
            view! {
                <div>
                    <h3><a href=words.href(&format!("/states/{}", party.code))>{words.state(&party.code)}</a></h3>
                    <p class="small">{role}</p>
                    <ul>{authorities}</ul>
                </div>
            }
        })
        .collect_view();
    view! { <div class="parties">{parties}</div> }
}

/// Term, renewal and notice, in sentences.
pub fn term(words: Words, record: &Record) -> Vec<String> {
    let life = &record.agreement.life;
    let mut sentences = Vec::new();
    if let Some(duration) = life.duration {
        sentences.push(match (duration, life.term_months) {
            (Duration::FixedTerm, Some(months)) => {
                t!(words, "term-fixed", period = months_in_words(words, months))
            }
            (duration, _) => words.label(Vocabulary::Duration, duration.into()),
        });
    }
    if let Some(date) = life.expires_on {
        sentences.push(t!(words, "term-expires", date = words.date(date)));
    }
    match life.tacit_renewal {
        Some(YesNo::Yes) => sentences.push(match life.renewal_months {
            Some(months) => t!(words, "term-tacit-for", period = months_in_words(words, months)),
            None => t!(words, "term-tacit"),
        }),
        Some(YesNo::No) => sentences.push(t!(words, "term-not-tacit")),
        None => {}
    }
    if let Some(months) = life.notice_months {
        sentences.push(t!(words, "term-notice", period = months_in_words(words, months)));
    }
    if let Some(day) = next_tacit_renewal(&record.agreement, record.today) {
        sentences.push(t!(words, "term-next-renewal", date = words.day(day)));
    }
    sentences
}

fn months_in_words(words: Words, months: u32) -> String {
    if months >= 12 && months.is_multiple_of(12) {
        t!(words, "years", count = months / 12)
    } else {
        t!(words, "months", count = months)
    }
}

/// Everything recorded in a section, field by field: for the sections that have no picture of
/// their own.
pub fn whole_section(
    words: Words,
    agreement: &Agreement,
    section: SectionCode,
) -> Option<impl IntoView + use<>> {
    whole_form(words, section.form(), &agreement.section(section))
}

/// Everything that is filled in a form, field by field.
pub fn whole_form(words: Words, form: Form, content: &Value) -> Option<impl IntoView + use<>> {
    let told = telling::tell(words, form, &write(form, content));
    (!told.is_empty()).then(|| {
        let facts = told
            .into_iter()
            .map(|(label, texts)| {
                let texts = texts
                    .into_iter()
                    .map(|text| view! { <dd class="told">{linked_address(text)}</dd> })
                    .collect_view();
                view! { <dt>{label}</dt> {texts} }
            })
            .collect_view();
        view! { <dl class="facts">{facts}</dl> }
    })
}

fn linked_address(text: String) -> AnyView {
    if text.starts_with("http") && !text.contains(' ') {
        view! { <a href=text.clone() rel="nofollow noopener external">{text.clone()}</a> }
            .into_any()
    } else {
        text.into_any()
    }
}

/// Links to other records, from either side.
pub fn links(words: Words, links: &[Linked]) -> Option<impl IntoView + use<>> {
    (!links.is_empty()).then(|| {
        let links = links
            .iter()
            .map(|link| {
                let code: &str = link.relation.into();
                let relation = if link.incoming {
                    words.text(&format!("relation-{code}-incoming"))
                } else {
                    words.label(Vocabulary::Relation, code)
                };
                view! {
                    <dt>{relation}</dt>
                    <dd><a href=words.href(&format!("/agreements/{}", link.id))>{link.title.clone()}</a></dd>
                }
            })
            .collect_view();
        view! { <dl class="facts">{links}</dl> }
    })
}

/// Where it is documented.
pub fn sources(words: Words, agreement: &Agreement) -> impl IntoView + use<> {
    let sources = agreement
        .references
        .sources
        .iter()
        .map(|source| {
            let name = source.title.clone().or_else(|| source.address.clone()).unwrap_or_else(|| t!(words, "source"));
            let name = match source.address.clone() {
                Some(address) => view! { <a href=address rel="nofollow noopener external">{name}</a> }.into_any(),
                None => name.into_any(),
            };
            let seen = source.seen_on.map(|date| t!(words, "source-seen", date = words.date(date)));
            view! { <li>{name} " " <span class="small">{seen} " " {source.note.clone()}</span></li> }
        })
        .collect_view();
    view! { <ul class="sources">{sources}</ul> }
}
