//! What a State said under a guiding question of a meeting.

use domain::{
    follow_up::{
        EntryKind,
        meeting::{Bilingual, Meeting},
        statement::Statement,
    },
    policy::{EntryVerb, may_begin},
};
use leptos::prelude::*;
use register::following::Entry;

use super::{Around, agreements, head, objectives};
use crate::{
    components::{agreement::fact, form_token::form_token},
    pages::follow_up::lists::entry_list,
    request::Request,
    words::t,
};

pub(super) fn body(request: &Request, entry: &Entry, around: &Around) -> impl IntoView + use<> {
    let words = request.words;
    let said = entry.content::<Statement>().statement;
    let state = entry.owner.clone().unwrap_or_default();
    let number = entry.question.unwrap_or(0);
    let heading = t!(words, "statement-of", state = words.state(&state), number = number);
    let question = around.meeting.as_ref().and_then(|meeting| {
        let questions = meeting.content::<Meeting>().meeting.questions;
        let question = questions.get((number as usize).checked_sub(1)?)?;
        Some(question.in_language(words.language.code()).to_owned())
    });
    let mark = if entry.recorded_for {
        t!(words, "statement-recorded-for", state = words.state(&state))
    } else {
        t!(words, "statement-own")
    };
    let path = format!("/statements/{}", entry.id);
    let confirm = entry.may(EntryVerb::Confirm).then(|| {
        view! {
            <form class="card" method="post" action=words.href(&format!("{path}/confirm"))>
                {form_token()}
                <p>{t!(words, "statement-confirm-about")}</p>
                <button class="button">{t!(words, "statement-confirm")}</button>
            </form>
        }
    });
    let commit = may_begin(&request.actor, EntryKind::Commitment, Some(&state)).then(|| {
        view! {
            <form method="post" action=words.href(&format!("{path}/commitment"))>
                {form_token()}
                <p class="hint">{t!(words, "statement-to-commitment-about")}</p>
                <button class="button quiet">{t!(words, "statement-to-commitment")}</button>
            </form>
        }
    });
    let corridors = said
        .corridors
        .iter()
        .filter_map(|corridor| {
            let pair = corridor.pair()?;
            let (a, b) = pair.split_once('-')?;
            let name = format!("{} – {}", words.state(a), words.state(b));
            Some(view! { <li><a href=words.href(&format!("/corridors/{pair}"))>{name}</a></li> })
        })
        .collect::<Vec<_>>();
    let children: Vec<&Entry> = around.children.iter().collect();
    let source = said.source.clone().or_else(|| said.address.clone()).map(|name| {
        match said.address.clone() {
            Some(address) => {
                view! { <a href=address rel="nofollow noopener external">{name}</a> }.into_any()
            }
            None => name.into_any(),
        }
    });
    view! {
        {head(words, entry, t!(words, "entry-kind-statement"), heading)}
        <p class="small">{mark}</p>
        {confirm}
        <section class="card">
            <blockquote class="prose" lang=said.language.clone()>{said.text.clone()}</blockquote>
            <dl class="facts">
                {fact(t!(words, "statement-question"), question)}
                {fact(words.text("field-statement-speaker"), said.speaker.clone())}
                {fact(t!(words, "statement-source"), source)}
                {fact(t!(words, "entry-linked-agreements"), agreements(words, around))}
                {fact(t!(words, "entry-linked-corridors"), (!corridors.is_empty()).then(|| view! { <ul>{corridors}</ul> }))}
                {fact(t!(words, "entry-linked-objectives"), objectives(words, &said.objectives))}
            </dl>
        </section>
        <section class="card">
            <h2>{t!(words, "statement-commitments")}</h2>
            {entry_list(words, &children, t!(words, "meeting-commitments-empty"))}
            {commit}
        </section>
    }
}
