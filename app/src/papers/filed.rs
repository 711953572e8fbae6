//! A practice or a pledge in the order of the form that it goes into.

use domain::{
    fields::Vocabulary,
    follow_up::{EntryKind, pledge::Pledge, practice::Practice},
};
use register::{Error, following::Entry};

use super::{Paper, Part, Run, Sources, plain};
use crate::{
    pages::follow_up::{filed, lists},
    request::Request,
    words::t,
};

/// The paper of what a State files. `origin` is where people reach the register.
///
/// # Errors
/// When the register does not answer.
pub async fn paper(request: &Request, entry: &Entry, origin: &str) -> Result<Paper, Error> {
    let words = request.words;
    let sources = Sources { words, origin };
    let numbers = match entry.kind {
        EntryKind::Pledge => entry.content::<Pledge>().pledge.agreements,
        _ => entry.content::<Practice>().practice.agreements,
    };
    let numbers: Vec<i64> = numbers.into_iter().map(i64::from).collect();
    let agreements = request.register.titles(&request.actor, &numbers).await?;
    let kind = words.text(&format!("entry-kind-{}", entry.kind.code()));
    let stage = words.label(Vocabulary::PracticeStage, entry.stage.into());
    let mut parts = Vec::new();
    for (label, texts) in filed::told(words, entry) {
        parts.push(Part::heading(2, label));
        match texts.as_slice() {
            [text] => parts.push(Part::text(text.clone())),
            texts => parts.push(Part::Bullets(texts.iter().cloned().map(plain).collect())),
        }
    }
    if !agreements.is_empty() {
        parts.push(Part::heading(1, t!(words, "entry-linked-agreements")));
        let bullet = |(id, title): (i64, String)| {
            let note = sources.note(title.clone(), id, &format!("/agreements/{id}"));
            vec![Run::Text(title), note]
        };
        parts.push(Part::Bullets(agreements.into_iter().map(bullet).collect()));
    }
    parts.extend(sources.colophon(&entry.path(), entry.today));
    Ok(Paper {
        language: words.language,
        title: lists::title(words, entry),
        lines: vec![format!("{kind} · {} · {stage}", lists::owner(words, entry))],
        parts,
    })
}
