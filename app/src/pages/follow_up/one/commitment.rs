//! What a State or the Network is to carry out, with whom and until when.

use domain::{
    fields::Vocabulary,
    follow_up::{
        commitment::{Commitment, Partner},
        progress,
    },
};
use leptos::prelude::*;
use register::following::{Entry, updates};

use super::{Around, agreements, head, objectives};
use crate::{
    components::agreement::fact,
    pages::follow_up::lists::{owner, progress as progress_tag, title},
    words::{Words, t},
};

pub(super) fn body(words: Words, entry: &Entry, around: &Around) -> impl IntoView + use<> {
    let committed = entry.content::<Commitment>().commitment;
    let partner = |partner: &Partner| {
        partner
            .state
            .as_deref()
            .map(|state| words.state(state))
            .or_else(|| partner.organization.clone())
    };
    let partners: Vec<String> = committed.partners.iter().filter_map(partner).collect();
    let evidence = progress::evidence(&updates(&entry.content))
        .map(|level| words.label(Vocabulary::EvidenceLevel, level.into()));
    let from = around.parent.as_ref().map(|parent| {
        view! { <a href=words.href(&parent.path())>{title(words, parent)}</a> }
    });
    view! {
        {head(words, entry, t!(words, "entry-kind-commitment"), committed.text.clone().unwrap_or_default())}
        <div class="cluster">{progress_tag(words, entry)}</div>
        <section class="card">
            <dl class="facts">
                {fact(t!(words, "commitment-owner"), Some(owner(words, entry)))}
                {fact(t!(words, "commitment-target"), committed.target.clone())}
                {fact(t!(words, "commitment-due"), committed.due.map(|due| words.date(due)))}
                {fact(t!(words, "commitment-partners"), (!partners.is_empty()).then(|| partners.join(", ")))}
                {fact(t!(words, "commitment-evidence"), evidence)}
                {fact(t!(words, "entry-came-from"), from)}
                {fact(t!(words, "entry-linked-agreements"), agreements(words, around))}
                {fact(t!(words, "entry-linked-objectives"), objectives(words, &committed.objectives))}
                {fact(words.text("field-commitment-note"), committed.note.clone())}
            </dl>
        </section>
    }
}
