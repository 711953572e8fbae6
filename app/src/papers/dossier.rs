//! A State's dossier: chapter by chapter in the State's own words, each record that they name as a
//! footnote; then the State's figures as the frozen register gives them.

use domain::{
    confirmation::RecordAnswer,
    fields::Vocabulary,
    follow_up::{
        dossier::{Chapter, Dossier},
        meeting::Bilingual,
        review::Review,
        stage::Stage,
    },
};
use register::{Error, following::Entry, freezing::FrozenFor, references::Named};
use strum::VariantArray;

use super::{
    Paper, Part, Run, Sources,
    citing::{Citing, cited},
};
use crate::{
    pages::follow_up::{dossier::facts_apart, lists, review::when},
    request::Request,
    words::{Words, t},
};

/// What stands around the dossier's own text.
struct Around {
    review: Option<Entry>,
    /// None where it was never drafted from the register.
    frozen: Option<FrozenFor>,
    /// The State's agreements by where they stand with their other parties.
    answers: Vec<(RecordAnswer, u64)>,
    named: Named,
}

/// The paper of a dossier. `origin` is where people reach the register.
///
/// # Errors
/// When the register does not answer.
pub async fn paper(request: &Request, entry: &Entry, origin: &str) -> Result<Paper, Error> {
    let (register, actor) = (&request.register, &request.actor);
    let state = entry.owner.as_deref().unwrap_or_default();
    let review = match entry.parent {
        Some(id) => register.entry(actor, id).await.ok(),
        None => None,
    };
    let frozen = match entry.content::<Dossier>().drafted {
        Some(drafted) => Some(register.frozen_for(drafted.frozen, state).await?),
        None => None,
    };
    let texts: Vec<&str> = Chapter::VARIANTS.iter().map(|chapter| text(entry, *chapter)).collect();
    let named = register.named_in(actor, &texts).await?;
    let around = Around { review, frozen, answers: register.answers_of(state).await?, named };
    Ok(written(Sources { words: request.words, origin }, entry, &around))
}

/// What stands in a chapter.
pub(super) fn text(entry: &Entry, chapter: Chapter) -> &str {
    entry.content[chapter.code()]["text"].as_str().unwrap_or_default()
}

fn written(sources: Sources<'_>, entry: &Entry, around: &Around) -> Paper {
    let words = sources.words;
    let mut citing = Citing::new(sources, &around.named);
    let mut parts = facts(words, entry, &around.answers);
    for chapter in Chapter::VARIANTS {
        parts.push(Part::heading(1, words.text(&format!("form-{}", chapter.code()))));
        let paragraphs = citing.paragraphs(text(entry, *chapter));
        if paragraphs.is_empty() {
            parts.push(Part::text(t!(words, "dossier-chapter-empty")));
        }
        parts.extend(paragraphs);
    }
    parts.extend(figures(&mut citing, entry, around.frozen.as_ref()));
    parts.extend(sources.colophon(&entry.path(), entry.today));
    Paper {
        language: words.language,
        title: lists::title(words, entry),
        lines: below_title(words, entry, around.review.as_ref()),
        parts,
    }
}

/// For which review it is, and where it is on its way.
fn below_title(words: Words, entry: &Entry, review: Option<&Entry>) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(review) = review {
        let about = review.content::<Review>().review;
        let language = words.language.code();
        lines.push(about.in_language(language).to_owned());
        let told = [when(words, &about), about.place(language).map(str::to_owned)];
        lines.push(told.into_iter().flatten().collect::<Vec<_>>().join(" · "));
    }
    let mut stage = match entry.stage {
        Stage::Draft => t!(words, "draft"),
        stage => words.label(Vocabulary::PracticeStage, stage.into()),
    };
    if entry.published_at.is_none() {
        stage = format!("{stage} · {}", t!(words, "paper-not-published"));
    }
    lines.push(stage);
    lines.retain(|line| !line.is_empty());
    lines
}

/// Complete, confirmed by the other party, reviewed: three facts, none of which says another.
fn facts(words: Words, entry: &Entry, answers: &[(RecordAnswer, u64)]) -> Vec<Part> {
    let bullets = facts_apart(words, entry, answers)
        .into_iter()
        .map(|(label, said)| vec![Run::Strong(format!("{label}: ")), Run::Text(said)])
        .collect();
    vec![
        Part::heading(1, t!(words, "dossier-paper-facts", date = words.day(entry.today))),
        Part::Bullets(bullets),
        Part::text(t!(words, "dossier-facts-apart")),
    ]
}

/// The figures as they are drawn again from the frozen register at any time.
fn figures(citing: &mut Citing<'_>, entry: &Entry, frozen: Option<&FrozenFor>) -> Vec<Part> {
    let (sources, words) = (citing.sources, citing.sources.words);
    let heading = Part::heading(1, t!(words, "dossier-paper-figures"));
    let Some(frozen) = frozen else {
        return vec![heading, Part::text(t!(words, "dossier-paper-not-drafted"))];
    };
    let state = words.state(entry.owner.as_deref().unwrap_or_default());
    let mut parts = vec![heading, Part::text(cited(sources, &frozen.head))];
    if !frozen.is_intact {
        parts.push(Part::Paragraph(vec![Run::Strong(t!(words, "frozen-not-intact"))]));
    }
    parts.push(citing.figures(state, &frozen.own, &frozen.all, Some(&frozen.head)));
    parts.push(Part::text(t!(words, "coverage-about")));
    parts.push(Part::text(t!(words, "concept-note-source")));
    parts
}
