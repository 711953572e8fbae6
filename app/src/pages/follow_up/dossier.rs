//! One dossier: what it says chapter by chapter, what the register says now, what was asked; beside the
//! register or the Talk where the reader wishes so.

mod beside;
pub mod chapter;

use domain::{
    confirmation::RecordAnswer,
    fields::{Form, Vocabulary},
    follow_up::{
        EntryKind,
        dossier::{Chapter, Dossier},
        meeting::Bilingual,
        review::Review,
        stage::Stage,
    },
    policy::EntryVerb,
};
use leptos::prelude::*;
use register::{
    Error,
    following::{Entry, Wanted},
};
use strum::VariantArray;

use beside::Beside;

use super::{
    filed,
    lists::{entry_tools, title},
    one::saved_notice,
    review::language_choice,
};
use crate::{
    components::{form_token::form_token, layout::breadcrumbs},
    forms::FormState,
    page::Page,
    request::Request,
    words::{Language, Words, t},
};

/// A question or an answer that was typed and not taken.
pub struct Typed {
    pub state: FormState,
    pub form: Form,
    /// The place of the question that is answered; none for a new one.
    pub number: Option<usize>,
    /// Why nothing was taken, where what was typed is right in itself.
    pub not_taken: Option<NotTaken>,
}

/// Why a question or an answer was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// Somebody did something with the dossier meanwhile.
    Changed,
    /// The register does not save at the moment.
    NotSaved,
}

impl Typed {
    fn status(&self) -> u16 {
        match self.not_taken {
            None => 422,
            Some(NotTaken::Changed) => 409,
            Some(NotTaken::NotSaved) => 503,
        }
    }
}

/// What the page is made from.
struct Around {
    review: Option<Entry>,
    beside: Beside,
    /// The State's agreements by where they stand with their other parties.
    answers: Vec<(RecordAnswer, u64)>,
    /// The dossiers before and after it in the order of the States' names, for who reads them in turn.
    previous: Option<Entry>,
    next: Option<Entry>,
}

/// Shows the dossier.
///
/// # Errors
/// When the register does not answer.
pub async fn show(request: &Request, entry: Entry, typed: Option<Typed>) -> Result<Page, Error> {
    let words = request.words;
    let (register, actor) = (&request.register, &request.actor);
    let state = entry.owner.clone().unwrap_or_default();
    let review = match entry.parent {
        Some(id) => register.entry(actor, id).await.ok(),
        None => None,
    };
    let beside = Beside::asked(request, &state).await?;
    let (previous, next) =
        if actor.is_of_the_network() { neighbours(request, &entry).await? } else { (None, None) };
    let around =
        Around { review, beside, answers: register.answers_of(&state).await?, previous, next };
    let heading = title(words, &entry);
    let is_public = entry.published_at.is_some();
    let status = typed.as_ref().map(Typed::status);
    let request = request.clone();
    let page =
        Page::new(heading, move || whole(&request, &entry, &around, typed.as_ref()).into_any());
    let page = if is_public { page } else { page.private() };
    Ok(match status {
        Some(status) => page.with_status(status),
        None => page,
    })
}

/// That nothing was taken, and the text: the form it was typed into may be gone.
fn not_taken(words: Words, typed: &Typed) -> Option<impl IntoView + use<>> {
    let why = match typed.not_taken? {
        NotTaken::Changed => t!(words, "question-changed-meanwhile"),
        NotTaken::NotSaved => t!(words, "question-not-saved"),
    };
    let text = typed.state.values.get("text").to_owned();
    Some(view! {
        <div class="error-summary" role="alert" tabindex="-1">
            <h2>{t!(words, "nothing-was-saved-text-kept")}</h2>
            <p>{why}</p>
            <blockquote class="prose">{text}</blockquote>
        </div>
    })
}

async fn neighbours(
    request: &Request,
    entry: &Entry,
) -> Result<(Option<Entry>, Option<Entry>), Error> {
    let words = request.words;
    let wanted =
        Wanted { kind: Some(EntryKind::Dossier), parent: entry.parent, ..Wanted::default() };
    let mut dossiers = request.register.entries_without_content(&request.actor, &wanted).await?;
    words.sort_by_name(&mut dossiers, |other| {
        words.state(other.owner.as_deref().unwrap_or_default())
    });
    let at = dossiers.iter().position(|other| other.id == entry.id).unwrap_or(0);
    let next = (at + 1 < dossiers.len()).then(|| dossiers.remove(at + 1));
    let previous = (at > 0).then(|| dossiers.remove(at - 1));
    Ok((previous, next))
}

fn whole(
    request: &Request,
    entry: &Entry,
    around: &Around,
    typed: Option<&Typed>,
) -> impl IntoView + use<> {
    let words = request.words;
    let mut steps = vec![("/reviews".to_owned(), t!(words, "reviews-title"))];
    steps.extend(around.review.as_ref().map(|review| {
        let about = review.content::<Review>().review;
        (review.path(), about.in_language(words.language.code()).to_owned())
    }));
    let review_name = steps.get(1).map(|(_, name)| name.clone());
    let dossier: Dossier = entry.content();
    let chapters = Chapter::VARIANTS
        .iter()
        .map(|chapter| chapter::card(words, entry, &dossier, *chapter, typed))
        .collect_view();
    let contents = Chapter::VARIANTS
        .iter()
        .map(|chapter| {
            let name = words.text(&format!("form-{}", chapter.code()));
            view! { <li><a href=format!("#{}", chapter.code())>{name}</a></li> }
        })
        .collect_view();
    let beside = around.beside.shown(words, entry);
    let body = match beside {
        None => view! { <div class="stack">{chapters}</div> }.into_any(),
        Some(beside) => view! {
            <div class="columns">
                <div class="stack">{chapters}</div>
                <aside class="stack" id="beside">{beside}</aside>
            </div>
        }
        .into_any(),
    };
    view! {
        {breadcrumbs(words, steps, title(words, entry))}
        {saved_notice(words, request.parameter("saved").as_deref())}
        {typed.and_then(|typed| not_taken(words, typed))}
        {in_turn(words, around)}
        <div class="agreement-head">
            <p class="kicker">{review_name}</p>
            <h1>{title(words, entry)}</h1>
            {entry_tools(words, entry)}
        </div>
        {facts_card(words, entry, &around.answers)}
        {filed::steps_card(words, entry)}
        {draft_again(words, entry, &dossier)}
        <nav class="card" aria-label=t!(words, "dossier-contents")>
            <h2>{t!(words, "dossier-contents")}</h2>
            <ol>{contents}</ol>
            {beside::links(words, entry)}
        </nav>
        {body}
    }
}

/// Ways to the dossiers before and after it.
fn in_turn(words: Words, around: &Around) -> Option<impl IntoView + use<>> {
    let link = |other: &Option<Entry>, label: String| {
        other.as_ref().map(|other| {
            let name = words.state(other.owner.as_deref().unwrap_or_default());
            view! { <a class="button quiet" href=words.href(&other.path())>{label} ": " {name}</a> }
        })
    };
    let previous = link(&around.previous, t!(words, "dossier-previous"));
    let next = link(&around.next, t!(words, "dossier-next"));
    (previous.is_some() || next.is_some()).then(|| {
        view! { <nav class="cluster" aria-label=t!(words, "dossier-in-turn")>{previous} {next}</nav> }
    })
}

/// Complete, confirmed by the other party, reviewed: three facts, none of which says another, each with
/// its label.
pub fn facts_apart(
    words: Words,
    entry: &Entry,
    answers: &[(RecordAnswer, u64)],
) -> [(String, String); 3] {
    let is_written = |chapter: &&Chapter| {
        entry.content[chapter.code()]["text"].as_str().is_some_and(|text| !text.trim().is_empty())
    };
    let all = Chapter::VARIANTS.len();
    let written = Chapter::VARIANTS.iter().filter(is_written).count();
    let count = |wanted: RecordAnswer| {
        answers.iter().find(|(answer, _)| *answer == wanted).map_or(0, |(_, count)| *count)
    };
    let total: u64 = answers.iter().map(|(_, count)| count).sum();
    let confirmed = t!(
        words,
        "dossier-confirmed",
        confirmed = count(RecordAnswer::Confirmed),
        partly = count(RecordAnswer::PartlyConfirmed),
        contested = count(RecordAnswer::Contested),
        total = total
    );
    let reviewed = match entry.stage {
        Stage::Accepted => t!(words, "dossier-is-accepted"),
        Stage::Draft => t!(words, "dossier-is-draft"),
        stage => words.label(Vocabulary::PracticeStage, stage.into()),
    };
    let complete = t!(words, "dossier-complete", written = written, all = all);
    [
        (t!(words, "dossier-complete-label"), complete),
        (t!(words, "dossier-confirmed-label"), confirmed),
        (t!(words, "dossier-reviewed-label"), reviewed),
    ]
}

fn facts_card(
    words: Words,
    entry: &Entry,
    answers: &[(RecordAnswer, u64)],
) -> impl IntoView + use<> {
    let facts = facts_apart(words, entry, answers)
        .into_iter()
        .map(|(label, said)| view! { <dt>{label}</dt> <dd>{said}</dd> })
        .collect_view();
    let paper = words.href(&format!("{}/paper.docx", entry.path()));
    view! {
        <section class="card">
            <dl class="facts">{facts}</dl>
            <p class="hint">{t!(words, "dossier-facts-apart")}</p>
            <p><a class="button quiet" href=paper>{t!(words, "paper-of-filed")}</a></p>
        </section>
    }
}

/// When it was drafted, from what, and the way to draft it again.
fn draft_again(words: Words, entry: &Entry, dossier: &Dossier) -> impl IntoView + use<> {
    let drafted = dossier.drafted.as_ref();
    let since = drafted.map(|drafted| {
        let language =
            Language::from_code(&drafted.language).map_or("", Language::own_name).to_owned();
        let from = words.href(&format!("/frozen/{}", drafted.frozen));
        view! {
            <p>
                {t!(words, "dossier-drafted-on", date = words.day(drafted.on), language = language)}
                " " <a href=from>{t!(words, "frozen-number", id = drafted.frozen.to_string())}</a>
            </p>
        }
    });
    let again = entry.may(EntryVerb::Edit).then(|| {
        let language =
            drafted.map_or(words.language.code(), |drafted| drafted.language.as_str()).to_owned();
        view! {
            <details>
                <summary>{t!(words, "dossier-draft-again")}</summary>
                <form method="post" action=words.href(&format!("{}/draft", entry.path()))>
                    {form_token()}
                    <p class="hint">{t!(words, "dossier-draft-again-about")}</p>
                    {language_choice(words, &language)}
                    <div class="form-actions"><button class="button">{t!(words, "dossier-draft-again")}</button></div>
                </form>
            </details>
        }
    });
    view! { <section class="card">{since} {again}</section> }
}
