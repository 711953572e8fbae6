//! A piece of the Network's work, or a resource that it published.

use domain::{
    PartialDate,
    fields::Vocabulary,
    follow_up::{
        commitment::{Deliverable, DeliverableKind},
        meeting::Bilingual,
    },
};
use leptos::prelude::*;
use register::following::Entry;

use super::head;
use crate::{
    components::agreement::fact,
    pages::follow_up::lists::progress as progress_tag,
    words::{Words, t},
};

pub(super) fn body(words: Words, entry: &Entry) -> impl IntoView + use<> {
    let delivered = entry.content::<Deliverable>().deliverable;
    let language = words.language.code();
    let kind = delivered.kind.map_or_else(
        || t!(words, "entry-kind-deliverable"),
        |kind| words.label(Vocabulary::DeliverableKind, kind.into()),
    );
    let is_work = delivered.kind == Some(DeliverableKind::Deliverable);
    let due_label =
        if is_work { t!(words, "commitment-due") } else { t!(words, "deliverable-published") };
    let status = is_work.then(|| view! { <div class="cluster">{progress_tag(words, entry)}</div> });
    let provisions = (!delivered.provisions.is_empty()).then(|| {
        let items = delivered
            .provisions
            .iter()
            .map(|item| {
                let to = format!("/agreements?provision={item}");
                view! { <li><a href=words.href(&to)>{words.label(Vocabulary::Item, item)}</a></li> }
            })
            .collect_view();
        view! { <ul>{items}</ul> }
    });
    let link = delivered
        .address
        .clone()
        .map(|address| view! { <a href=address.clone() rel="nofollow noopener external">{address.clone()}</a> });
    view! {
        {head(words, entry, kind, delivered.in_language(language).to_owned())}
        {status}
        <section class="card">
            <p>{delivered.about(language).map(str::to_owned)}</p>
            <dl class="facts">
                {fact(due_label, delivered.due.map(|due: PartialDate| words.date(due)))}
                {fact(words.text("field-deliverable-address"), link)}
                {fact(t!(words, "deliverable-explains"), provisions)}
            </dl>
        </section>
    }
}
