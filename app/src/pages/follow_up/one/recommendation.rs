//! What was recommended, to whom, and the commitments that came of it.

use domain::{
    follow_up::{EntryKind, commitment::Recommendation, meeting::Bilingual},
    policy::may_begin,
};
use leptos::prelude::*;
use register::following::Entry;

use super::{Around, head, objectives};
use crate::{
    components::{agreement::fact, form_token::form_token},
    pages::follow_up::lists::{addressed, entry_list, progress as progress_tag},
    request::Request,
    words::t,
};

pub(super) fn body(request: &Request, entry: &Entry, around: &Around) -> impl IntoView + use<> {
    let words = request.words;
    let recommended = entry.content::<Recommendation>().recommendation;
    let heading = recommended.in_language(words.language.code()).to_owned();
    let addressed = addressed(words, &recommended);
    // A State takes up what is addressed to it; the Network what is addressed to it.
    let actor_state = request.actor.state().map(str::to_owned);
    let commit = may_begin(&request.actor, EntryKind::Commitment, actor_state.as_deref()).then(|| {
        view! {
            <form method="post" action=words.href(&format!("/recommendations/{}/commitment", entry.id))>
                {form_token()}
                <button class="button quiet">{t!(words, "recommendation-to-commitment")}</button>
            </form>
        }
    });
    let children: Vec<&Entry> = around.children.iter().collect();
    view! {
        {head(words, entry, t!(words, "entry-kind-recommendation"), heading)}
        <div class="cluster">{progress_tag(words, entry)}</div>
        <section class="card">
            <dl class="facts">
                {fact(t!(words, "recommendation-addressed"), Some(addressed))}
                {fact(t!(words, "commitment-due"), recommended.due.map(|due| words.date(due)))}
                {fact(t!(words, "statement-source"), recommended.source.clone())}
                {fact(t!(words, "entry-linked-objectives"), objectives(words, &recommended.objectives))}
            </dl>
        </section>
        <section class="card">
            <h2>{t!(words, "meeting-commitments")}</h2>
            {entry_list(words, &children, t!(words, "meeting-commitments-empty"))}
            {commit}
        </section>
    }
}
