//! What a State files with the Network, a practice or a pledge: where it is on its way, what it still
//! lacks, the steps that its reader may take, and its words in the order of the form it goes into.

use domain::{
    fields::{Form, Vocabulary, write},
    follow_up::{EntryKind, pledge::Pledge, practice::Practice, stage::Stage},
    policy::{EntryVerb, may_begin},
};
use leptos::prelude::*;
use register::{
    Error, Lack,
    following::{Entry, Wanted},
};

use super::{lists::entry_list, peer_review};
use crate::{
    components::{agreement::whole_form, form_token::form_token, pager::before_and_after},
    forms::telling,
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Where it is, as a tag; a draft is told to be one as every other entry is.
pub fn stage(words: Words, entry: &Entry) -> Option<impl IntoView + use<>> {
    let tone = match entry.stage {
        Stage::Draft => return None,
        Stage::Submitted | Stage::InReview => "partly",
        Stage::InformationRequested => "warn",
        Stage::Approved | Stage::Accepted | Stage::OpenForInput => "force",
        Stage::Declined | Stage::Concluded => "ended",
        Stage::Planned => "quiet",
    };
    Some(
        view! { <span class="tag" data-tone=tone>{words.label(Vocabulary::PracticeStage, entry.stage.into())}</span> },
    )
}

/// The State's form of a kind that is filed.
fn own_form(kind: EntryKind) -> Form {
    kind.forms()[0]
}

/// Below its heading: its stage, what the Network says, the next steps, and its words.
pub fn body(
    request: &Request,
    entry: &Entry,
    reviewed: &peer_review::Around,
) -> impl IntoView + use<> {
    let words = request.words;
    let form = own_form(entry.kind);
    view! {
        {stage(words, entry).map(|stage| view! { <div class="cluster">{stage}</div> })}
        {from_the_network(words, entry)}
        {steps_card(words, entry)}
        {parts_confirmed(request, entry)}
        <section class="card">
            {whole_form(words, form, &entry.content[form.code])}
            <p class="cluster">
                <a class="button quiet" href=words.href(&format!("{}/text", entry.path()))>{t!(words, "filed-as-text")}</a>
                <a class="button quiet" href=words.href(&format!("{}/paper.docx", entry.path()))>{t!(words, "paper-of-filed")}</a>
            </p>
        </section>
        {peer_review::cards(request, entry, reviewed)}
    }
}

/// What is asked of the State, or why its practice was declined.
fn from_the_network(words: Words, entry: &Entry) -> Option<impl IntoView + use<>> {
    let is_told = matches!(entry.stage, Stage::InformationRequested | Stage::Declined);
    let message = entry.content::<Practice>().peer_review.message.filter(|_| is_told)?;
    Some(view! {
        <div class="notice" data-tone="warn">
            <p><strong>{t!(words, "practice-network-says")}</strong></p>
            <p class="prose">{message}</p>
        </div>
    })
}

/// The steps from here that the reader may take; for each what stands in its way.
pub fn steps_card(words: Words, entry: &Entry) -> Option<impl IntoView + use<>> {
    let steps: Vec<_> = entry
        .stage
        .steps(entry.kind)
        .filter(|step| {
            let verb = if step.is_the_states() { EntryVerb::File } else { EntryVerb::Review };
            entry.may(verb)
        })
        .collect();
    if steps.is_empty() {
        return None;
    }
    let to = format!("{}/stage", entry.path());
    let steps = steps
        .into_iter()
        .map(|step| {
            let code = <&str>::from(step);
            let name = words.text(&format!("step-{code}"));
            // What it means for a dossier is not what it means for a practice.
            let own = format!("step-about-{code}-{}", entry.kind.code());
            let about = if words.has(&own) { own } else { format!("step-about-{code}") };
            let about = words.text(&about);
            let lacks = entry.lacks(step);
            if lacks.is_empty() {
                let button =
                    view! { <button class="button" name="step" value=code>{name}</button> };
                return view! {
                    <form method="post" action=words.href(&to)>
                        {form_token()}
                        <input type="hidden" name="version" value=entry.version />
                        <p class="hint">{about}</p>
                        {button}
                    </form>
                }
                .into_any();
            }
            let lacks = lacks
                .into_iter()
                .map(|lack| view! { <li>{lack_in_words(words, lack)}</li> })
                .collect_view();
            view! {
                <div>
                    <h3>{name}</h3>
                    <p>{t!(words, "step-lacks")}</p>
                    <ul>{lacks}</ul>
                </div>
            }
            .into_any()
        })
        .collect_view();
    Some(view! {
        <section class="card" id="steps">
            <h2>{t!(words, "filed-next")}</h2>
            <div class="stack">{steps}</div>
        </section>
    })
}

fn lack_in_words(words: Words, lack: Lack) -> String {
    match lack {
        Lack::Practice(gap) => words.text(&format!("practice-gap-{}", <&str>::from(gap))),
        Lack::Dossier(gap) => words.text(&format!("dossier-gap-{}", <&str>::from(gap))),
        Lack::Pledge(gap) => words.text(&format!("pledge-gap-{}", <&str>::from(gap))),
        Lack::WrongStep => t!(words, "step-taken-already"),
    }
}

/// Partner States of a pledge, each with its word; and the reader's own to give.
fn parts_confirmed(request: &Request, entry: &Entry) -> Option<impl IntoView + use<>> {
    let words = request.words;
    if entry.kind != EntryKind::Pledge {
        return None;
    }
    let pledge = entry.content::<Pledge>();
    let partners = pledge
        .pledge
        .partners
        .iter()
        .filter_map(|partner| partner.state.as_deref())
        .map(|code| {
            let part = pledge.confirmed.iter().find(|part| part.state == code);
            let (state, said) = (words.state(code), part.map(|part| words.day(part.on)));
            let said = match said {
                Some(date) => t!(words, "pledge-part-confirmed", state = state, date = date),
                None => t!(words, "pledge-part-open", state = state),
            };
            view! { <li>{said}</li> }
        })
        .collect::<Vec<_>>();
    if partners.is_empty() {
        return None;
    }
    let is_awaited = request.actor.state().is_some_and(|state| pledge.awaits(state));
    let confirm = (is_awaited && entry.may(EntryVerb::Confirm)).then(|| {
        view! {
            <form method="post" action=words.href(&format!("{}/confirm", entry.path()))>
                {form_token()}
                <p class="hint">{t!(words, "pledge-confirm-about")}</p>
                <button class="button">{t!(words, "pledge-confirm")}</button>
            </form>
        }
    });
    Some(view! {
        <section class="card">
            <h2>{t!(words, "commitment-partners")}</h2>
            <ul>{partners}</ul>
            {confirm}
        </section>
    })
}

/// Its words in the order of the form it goes into: labels with what stands there.
pub fn told(words: Words, entry: &Entry) -> Vec<(String, Vec<String>)> {
    let form = own_form(entry.kind);
    telling::tell(words, form, &write(form, &entry.content[form.code]))
}

/// Its words as plain text, ready to be pasted into the form it goes into.
pub fn text(words: Words, entry: &Entry) -> String {
    let told = told(words, entry).into_iter();
    let fields = told.map(|(label, texts)| format!("{label}\n{}\n", texts.join("\n")));
    fields.collect::<Vec<_>>().join("\n")
}

/// The practices or the pledges that the reader may see, with a way to begin one.
///
/// # Errors
/// When the register does not answer.
pub async fn list(request: &Request, kind: EntryKind) -> Result<Page, Error> {
    let words = request.words;
    let page = request.page();
    let wanted = Wanted { kind: Some(kind), ..Wanted::default() };
    let (entries, more) = request.register.entries(&request.actor, &wanted, page).await?;
    let count = request.register.count_entries(&request.actor, &wanted).await?;
    let may_begin = may_begin(&request.actor, kind, request.actor.state());
    let (code, path) = (kind.code(), format!("/{}", kind.path()));
    let heading = words.text(&format!("{code}-list-title"));
    Ok(Page::new(heading.clone(), move || {
        let new = may_begin.then(|| {
            view! { <a class="button" href=words.href(&format!("{path}/new"))>{words.text(&format!("{code}-new"))}</a> }
        });
        let empty = words.text(&format!("{code}-list-empty"));
        let counted = (count > 0).then(|| {
            let counted = match kind {
                EntryKind::Pledge => t!(words, "pledges-count", count = count),
                _ => t!(words, "practices-count", count = count),
            };
            view! { <h2>{counted}</h2> }
        });
        view! {
            <div class="cluster"><h1>{heading}</h1> {new}</div>
            <p class="lede">{words.text(&format!("{code}-list-about"))}</p>
            {counted}
            {entry_list(words, &entries.iter().collect::<Vec<_>>(), empty)}
            {before_and_after(words, page, more, |page| format!("{path}?page={}", page + 1))}
        }
    }))
}
