//! One dossier: what it says chapter by chapter, what the register says now, what was asked; beside the
//! register or the Talk where the reader wishes so.

use domain::{
    account::Actor,
    confirmation::RecordAnswer,
    fields::{Form, follow_up::ANSWER},
    follow_up::{
        EntryKind,
        dossier::{Chapter, Dossier, Piece, Question, difference, pieces},
        meeting::Bilingual,
        review::Review,
        stage::Stage,
    },
    policy::EntryVerb,
};
use leptos::prelude::*;
use register::{
    Error,
    counting::Portfolio,
    following::{Entry, Wanted},
};
use strum::VariantArray;

use super::{
    filed,
    lists::{address, entry_list, entry_tools, title},
    one::saved_notice,
    questions,
    review::language_choice,
};
use crate::{
    components::{layout::breadcrumbs, portfolio::portfolio},
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
}

/// What stands beside the dossier.
enum Beside {
    Nothing,
    Register(Box<Portfolio>),
    Talk(Vec<Entry>),
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
    let beside = match request.parameter("beside").as_deref() {
        Some("register") => {
            Beside::Register(Box::new(register.portfolio(&Actor::Reader, &[&state]).await?))
        }
        Some("talk") => {
            let wanted = Wanted {
                kind: Some(EntryKind::Statement),
                owner: Some(Some(state.clone())),
                ..Wanted::default()
            };
            Beside::Talk(register.entries_of(actor, &wanted).await?)
        }
        _ => Beside::Nothing,
    };
    let (previous, next) =
        if actor.is_of_the_network() { neighbours(request, &entry).await? } else { (None, None) };
    let around =
        Around { review, beside, answers: register.answers_of(&state).await?, previous, next };
    let heading = title(words, &entry);
    let is_public = entry.published_at.is_some();
    let is_wrong = typed.is_some();
    let request = request.clone();
    let page =
        Page::new(heading, move || whole(&request, &entry, &around, typed.as_ref()).into_any());
    let page = if is_public { page } else { page.private() };
    Ok(if is_wrong { page.with_status(422) } else { page })
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
        .map(|chapter| self::chapter(words, entry, &dossier, *chapter, typed))
        .collect_view();
    let contents = Chapter::VARIANTS
        .iter()
        .map(|chapter| {
            let name = words.text(&format!("form-{}", chapter.code()));
            view! { <li><a href=format!("#{}", chapter.code())>{name}</a></li> }
        })
        .collect_view();
    let beside = beside(words, entry, &around.beside);
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
            {beside_links(words, entry)}
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
        stage => words.label(domain::fields::Vocabulary::PracticeStage, stage.into()),
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
                    <p class="hint">{t!(words, "dossier-draft-again-about")}</p>
                    {language_choice(words, &language)}
                    <div class="form-actions"><button class="button">{t!(words, "dossier-draft-again")}</button></div>
                </form>
            </details>
        }
    });
    view! { <section class="card">{since} {again}</section> }
}

fn chapter(
    words: Words,
    entry: &Entry,
    dossier: &Dossier,
    chapter: Chapter,
    typed: Option<&Typed>,
) -> impl IntoView + use<> {
    let code = chapter.code();
    let text = entry.content[code]["text"].as_str().unwrap_or_default();
    let body = if text.trim().is_empty() {
        view! { <p class="empty">{t!(words, "dossier-chapter-empty")}</p> }.into_any()
    } else {
        lines(words, text).into_any()
    };
    let edit = entry.may(EntryVerb::Edit).then(|| {
        let to = format!("{}/edit/{code}", entry.path());
        let name = words.text(&format!("form-{code}"));
        view! { <a class="button quiet" href=words.href(&to)>{t!(words, "entry-edit")} <span class="visually-hidden">": " {name}</span></a> }
    });
    let drafted = dossier.drafted.as_ref().and_then(|drafted| drafted.chapters.get(code));
    // What the register would say is the State's to weigh; what it left out is its own business.
    let differing = drafted
        .filter(|_| entry.may(EntryVerb::Edit))
        .and_then(|drafted| differs(words, text, drafted));
    let asked: Vec<(usize, &Question)> = dossier
        .questions
        .iter()
        .enumerate()
        .filter(|(_, question)| question.chapter == chapter)
        .collect();
    view! {
        <section class="card" id=code>
            <div class="cluster"><h2>{words.text(&format!("form-{code}"))}</h2> {edit}</div>
            <div class="prose">{body}</div>
            {differing}
            {questions::on_chapter(words, entry, chapter, &asked, typed)}
        </section>
    }
}

/// The lines of a text, each record that they name as a link.
fn lines(words: Words, text: &str) -> impl IntoView + use<> {
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| view! { <p>{line_with_links(words, line)}</p> })
        .collect_view()
}

fn line_with_links(words: Words, line: &str) -> Vec<AnyView> {
    pieces(line)
        .into_iter()
        .map(|piece| match piece {
            Piece::Words(text) => text.to_owned().into_any(),
            Piece::Record(record) => {
                let to = words.href(&format!("/{}/{}", record.path, record.id));
                let name = record_name(words, record.path, record.id);
                view! { <a class="small" href=to>"[" {name} "]"</a> }.into_any()
            }
        })
        .collect()
}

/// What a reference is called: "record 12", "commitment 3".
pub fn record_name(words: Words, path: &str, id: i64) -> String {
    let number = id.to_string();
    match EntryKind::from_path(path) {
        Some(kind) => {
            let kind = words.text(&format!("entry-kind-{}", kind.code()));
            t!(words, "reference-entry", kind = kind, id = number)
        }
        None if path == "agreements" => t!(words, "record-number", id = number),
        None => t!(words, "frozen-number", id = number),
    }
}

/// Where the State's words and the register's draft differ.
fn differs(words: Words, text: &str, drafted: &str) -> Option<impl IntoView + use<>> {
    let difference = difference(text, drafted);
    if difference.left_out.is_empty() || text.trim().is_empty() {
        return None;
    }
    let list = |lines: &[String]| {
        lines.iter().map(|line| view! { <li>{line_with_links(words, line)}</li> }).collect_view()
    };
    let own = (!difference.own.is_empty()).then(|| {
        view! { <h3>{t!(words, "dossier-own-words")}</h3> <ul>{list(&difference.own)}</ul> }
    });
    Some(view! {
        <details class="differs">
            <summary>{t!(words, "dossier-differs", count = difference.left_out.len())}</summary>
            <h3>{t!(words, "dossier-register-says")}</h3>
            <ul>{list(&difference.left_out)}</ul>
            {own}
        </details>
    })
}

/// Ways to put the register or the Talk beside it.
fn beside_links(words: Words, entry: &Entry) -> impl IntoView + use<> {
    let to = |what: &str| {
        format!("{}#beside", words.href(&address(&entry.path(), &[("beside", what.to_owned())])))
    };
    view! {
        <p class="cluster">
            <a class="button quiet" href=to("register")>{t!(words, "dossier-beside-register")}</a>
            <a class="button quiet" href=to("talk")>{t!(words, "dossier-beside-talk")}</a>
        </p>
    }
}

fn beside(words: Words, entry: &Entry, beside: &Beside) -> Option<AnyView> {
    let state = entry.owner.clone().unwrap_or_default();
    let away =
        view! { <p><a href=words.href(&entry.path())>{t!(words, "dossier-beside-away")}</a></p> };
    match beside {
        Beside::Nothing => None,
        Beside::Register(found) => Some(
            view! {
                <h2>{t!(words, "dossier-register-of", state = words.state(&state))}</h2>
                {away}
                {portfolio(words, found, &[&state])}
            }
            .into_any(),
        ),
        Beside::Talk(statements) => {
            let statements: Vec<&Entry> = statements.iter().collect();
            let empty = t!(words, "statements-nothing");
            Some(
                view! {
                    <h2>{t!(words, "dossier-talk-of", state = words.state(&state))}</h2>
                    {away}
                    {entry_list(words, &statements, empty)}
                }
                .into_any(),
            )
        }
    }
}

/// The form with which a question is answered, or another is asked.
pub fn typed_for(typed: Option<&Typed>, number: Option<usize>) -> Option<&FormState> {
    typed
        .filter(|typed| {
            typed.number == number && (typed.form.code == ANSWER.code) == number.is_some()
        })
        .map(|typed| &typed.state)
}
