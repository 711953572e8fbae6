//! One review: what it is, which States take part, where their dossiers are, and what it found.

use domain::{
    fields::Vocabulary,
    follow_up::{
        EntryKind,
        meeting::Bilingual,
        review::{About, Review},
        stage::Stage,
    },
    policy::{EntryVerb, may_begin},
};
use leptos::prelude::*;
use register::{
    Error,
    following::Entry,
    reviews::{DeskRow, takes_dossiers},
};

use super::{desk, filed, lists::entry_tools, one::saved_notice, outcome};
use crate::{
    components::{agreement::fact, form_token::form_token, layout::breadcrumbs},
    page::Page,
    request::Request,
    words::{Language, Words, t},
};

/// Where a review is, as a tag. One that nobody opened in the register may be long past: that is said.
pub fn stage_tag(words: Words, entry: &Entry) -> impl IntoView + use<> {
    let from = entry.content::<Review>().review.from;
    let is_past = from.is_some_and(|from| from.last_day() < entry.today);
    let label = match entry.stage {
        Stage::Planned if is_past => t!(words, "review-held-not-opened"),
        stage => words.label(Vocabulary::PracticeStage, stage.into()),
    };
    let tone = match entry.stage {
        Stage::OpenForInput => "force",
        Stage::InReview => "partly",
        Stage::Concluded => "ended",
        _ => "quiet",
    };
    view! { <span class="tag" data-tone=tone>{label}</span> }
}

/// When it is: one date, or the first and the last.
pub fn when(words: Words, about: &About) -> Option<String> {
    let from = words.date(about.from?);
    Some(match about.to.filter(|to| Some(*to) != about.from) {
        Some(to) => format!("{from} – {}", words.date(to)),
        None => from,
    })
}

/// Shows the review.
///
/// # Errors
/// When the register does not answer.
pub async fn show(request: &Request, entry: Entry) -> Result<Page, Error> {
    let words = request.words;
    let review: Review = entry.content();
    let rows = request.register.desk(&request.actor, &entry).await?;
    let carried = request.register.carried_to(&request.actor, &review.review).await?;
    let papers = request.register.last_jobs(&request.actor, entry.id).await?;
    let heading = review.review.in_language(words.language.code()).to_owned();
    let is_public = entry.published_at.is_some();
    let request = request.clone();
    let page = Page::new(heading, move || {
        let outcome = outcome::card(&request, &entry, &papers);
        view! { {whole(&request, &entry, &review, &rows, &carried)} {outcome} }
    });
    Ok(if is_public { page } else { page.private() })
}

fn whole(
    request: &Request,
    entry: &Entry,
    review: &Review,
    rows: &[DeskRow],
    carried: &[Entry],
) -> impl IntoView + use<> {
    let words = request.words;
    let heading = review.review.in_language(words.language.code()).to_owned();
    let kind = review.review.kind.map(|kind| words.label(Vocabulary::ReviewKind, kind.into()));
    let steps = vec![("/reviews".to_owned(), t!(words, "reviews-title"))];
    let own = own_part(request, entry, review, rows);
    let is_of_network = request.actor.is_of_the_network();
    let desk = is_of_network.then(|| desk::table(request, entry, rows));
    let public = (!is_of_network).then(|| published(words, rows));
    let findings = findings(words, review);
    let carried = carried.iter().filter_map(|entry| carried_from(words, entry)).collect_view();
    view! {
        {breadcrumbs(words, steps, heading.clone())}
        {saved_notice(words, request.parameter("saved").as_deref())}
        <div class="agreement-head">
            <p class="kicker">{kind}</p>
            <h1>{heading}</h1>
            {entry_tools(words, entry)}
        </div>
        <div class="cluster">{stage_tag(words, entry)}</div>
        {own}
        {about(words, entry, review)}
        {filed::steps_card(words, entry)}
        {desk}
        {public}
        {findings}
        {carried}
    }
}

fn about(words: Words, entry: &Entry, review: &Review) -> impl IntoView + use<> {
    let language = words.language.code();
    let about = &review.review;
    let commission =
        about.commission.as_deref().map(|code| words.label(Vocabulary::Commission, code));
    let members = about.member_states().count();
    let members = (members > 0).then(|| t!(words, "review-members", count = members));
    let mut invited: Vec<String> = about.invited().map(|code| words.state(code)).collect();
    words.sort_by_name(&mut invited, Clone::clone);
    let invited = (!invited.is_empty()).then(|| invited.join(", "));
    let rests_on = review.frozen.map(|id| {
        view! { <a href=words.href(&format!("/frozen/{id}"))>{t!(words, "frozen-number", id = id.to_string())}</a> }
    });
    let due = about.input_due.map(|due| words.date(due));
    let due = due.unwrap_or_else(|| t!(words, "review-no-due"));
    let timetable = (!review.timetable.steps.is_empty()).then(|| {
        let steps = review
            .timetable
            .steps
            .iter()
            .map(|step| {
                let date = step.date.map(|date| words.date(date));
                view! { <dt>{date}</dt> <dd>{step.in_language(language).to_owned()}</dd> }
            })
            .collect_view();
        view! { <h2>{t!(words, "review-timetable")}</h2> <dl class="facts">{steps}</dl> }
    });
    let held = (entry.stage != Stage::Planned).then_some(due);
    view! {
        <section class="card">
            <dl class="facts">
                {fact(t!(words, "meeting-when"), when(words, about))}
                {fact(t!(words, "meeting-where"), about.place(language).map(str::to_owned))}
                {fact(t!(words, "review-commission"), commission)}
                {fact(t!(words, "review-members-label"), members)}
                {fact(t!(words, "review-invited"), invited)}
                {fact(t!(words, "review-input-due"), held)}
                {fact(t!(words, "review-note"), about.note(language).map(str::to_owned))}
                {fact(t!(words, "review-rests-on"), rests_on)}
            </dl>
            {timetable}
        </section>
    }
}

/// What the reader's own State has to do with it: whether it takes part, and its dossier.
fn own_part(
    request: &Request,
    entry: &Entry,
    review: &Review,
    rows: &[DeskRow],
) -> Option<impl IntoView + use<>> {
    let words = request.words;
    let state = request.actor.state().filter(|state| review.is_open_to(state))?;
    let row = rows.iter().find(|row| row.state == state);
    let said = match row.and_then(|row| row.takes_part) {
        Some(true) => t!(words, "review-takes-part", state = words.state(state)),
        Some(false) => t!(words, "review-does-not", state = words.state(state)),
        None => t!(words, "review-has-not-said", state = words.state(state)),
    };
    let say = entry.may(EntryVerb::TakePart).then(|| {
        let takes_part = review.takes_part(state);
        // Once it has said something, the other word is there and does not press itself forward.
        let class = if takes_part.is_some() { "button quiet" } else { "button" };
        let button = |value: &'static str, label: String, is_said: bool| {
            view! { <button class=class name="takes_part" value=value disabled=is_said>{label}</button> }
        };
        view! {
            <form class="cluster" method="post" action=words.href(&format!("{}/taking-part", entry.path()))>
                {form_token()}
                {button("yes", t!(words, "review-say-yes"), takes_part == Some(true))}
                {button("no", t!(words, "review-say-no"), takes_part == Some(false))}
            </form>
        }
    });
    let dossier = row.and_then(|row| row.dossier.as_ref());
    let dossier = match dossier {
        Some(dossier) => {
            let link = view! { <a class="button" href=words.href(&dossier.path())>{t!(words, "dossier-own-open")}</a> };
            view! { <p class="cluster">{link} {filed::stage(words, dossier)}</p> }.into_any()
        }
        None if takes_dossiers(entry)
            && may_begin(&request.actor, EntryKind::Dossier, Some(state)) =>
        {
            begin(words, entry).into_any()
        }
        None => view! { <p class="hint">{t!(words, "review-takes-no-dossiers")}</p> }.into_any(),
    };
    Some(view! {
        <section class="card" id="own">
            <h2>{t!(words, "review-own-part", state = words.state(state))}</h2>
            <p>{said}</p>
            {say}
            <h3>{t!(words, "dossier-own")}</h3>
            {dossier}
        </section>
    })
}

/// The button with which a dossier is begun and drafted at once.
fn begin(words: Words, entry: &Entry) -> impl IntoView + use<> {
    view! {
        <form method="post" action=words.href(&format!("{}/dossier", entry.path()))>
            {form_token()}
            <p class="hint">{t!(words, "dossier-begin-about")}</p>
            {language_choice(words, words.language.code())}
            <div class="form-actions"><button class="button">{t!(words, "dossier-begin")}</button></div>
        </form>
    }
}

/// In which language the register drafts.
pub fn language_choice(words: Words, chosen: &str) -> impl IntoView + use<> {
    let options = Language::ALL
        .into_iter()
        .map(|language| {
            let code = language.code();
            view! { <option value=code selected=code == chosen>{language.own_name()}</option> }
        })
        .collect_view();
    view! {
        <div class="field">
            <label for="language">{t!(words, "dossier-language")}</label>
            <select id="language" name="language">{options}</select>
        </div>
    }
}

/// For readers and other States: the dossiers that their States published.
fn published(words: Words, rows: &[DeskRow]) -> impl IntoView + use<> {
    let mut dossiers: Vec<(String, String)> = rows
        .iter()
        .filter_map(|row| {
            let dossier = row.dossier.as_ref().filter(|dossier| dossier.published_at.is_some())?;
            Some((words.state(&row.state), dossier.path()))
        })
        .collect();
    words.sort_by_name(&mut dossiers, |(name, _)| name.clone());
    let list = if dossiers.is_empty() {
        view! { <p class="empty">{t!(words, "review-no-dossiers")}</p> }.into_any()
    } else {
        let rows = dossiers
            .into_iter()
            .map(|(name, path)| view! { <li><a href=words.href(&path)>{name}</a></li> })
            .collect_view();
        view! { <ul>{rows}</ul> }.into_any()
    };
    view! { <section class="card"><h2>{t!(words, "review-dossiers")}</h2>{list}</section> }
}

/// What was found, by round table.
fn findings(words: Words, review: &Review) -> Option<impl IntoView + use<>> {
    let found = &review.findings.findings;
    (!found.is_empty()).then(|| {
        view! {
            <section class="card">
                <h2>{t!(words, "review-findings")}</h2>
                {by_round_table(words, review)}
            </section>
        }
    })
}

fn by_round_table(words: Words, review: &Review) -> impl IntoView + use<> {
    Vocabulary::RoundTable
        .codes()
        .into_iter()
        .filter_map(|code| {
            let found: Vec<_> = review
                .findings
                .findings
                .iter()
                .filter(|finding| finding.round_table.as_deref() == Some(code))
                .map(|finding| view! { <li>{finding.text.clone()}</li> })
                .collect();
            (!found.is_empty()).then(|| {
                let title = words.label(Vocabulary::RoundTable, code);
                let heading = t!(words, "round-table", number = code.to_owned(), title = title);
                view! { <h3>{heading}</h3> <ul>{found}</ul> }
            })
        })
        .collect_view()
}

/// What a regional review brings to the forum.
fn carried_from(words: Words, entry: &Entry) -> Option<impl IntoView + use<>> {
    let review: Review = entry.content();
    (!review.findings.findings.is_empty()).then(|| {
        let title = review.review.in_language(words.language.code()).to_owned();
        view! {
            <section class="card">
                <h2>{t!(words, "review-carried-from")} " " <a href=words.href(&entry.path())>{title}</a></h2>
                {by_round_table(words, &review)}
            </section>
        }
    })
}
