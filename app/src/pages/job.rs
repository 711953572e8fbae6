//! Long work: how far it is, what came of it. The page asks for itself again while the work goes on, so
//! that it can be waited for or left and come back to, without JavaScript.

use domain::{
    follow_up::{meeting::Bilingual, review::Review},
    jobs::{JobFailure, JobState},
};
use leptos::prelude::*;
use register::{Error, following::Entry, jobs::Job};

use super::follow_up::outcome::{again, name};
use crate::{
    components::layout::breadcrumbs,
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Seconds until the page asks for itself again.
const AGAIN_AFTER: u32 = 2;

/// Shows the job with this number.
///
/// # Errors
/// [`Error::NotFound`] where it may not be seen; when the register does not answer.
pub async fn show(request: &Request, id: i64) -> Result<Page, Error> {
    let words = request.words;
    let job = request.register.job(&request.actor, id).await?;
    let review = request.register.entry(&request.actor, job.subject).await?;
    // Who reads slowly, or hears the page read, may stop it from beginning anew.
    let is_still = request.parameter("still").is_some();
    let is_under_way = job.state.is_under_way();
    let page =
        Page::new(name(words, &job), move || whole(words, &job, &review, is_still)).private();
    Ok(if is_under_way && !is_still { page.asked_again_after(AGAIN_AFTER) } else { page })
}

fn whole(words: Words, job: &Job, review: &Entry, is_still: bool) -> impl IntoView + use<> {
    let about = review.content::<Review>().review;
    let title = about.in_language(words.language.code()).to_owned();
    let steps = vec![("/reviews".to_owned(), t!(words, "reviews-title")), (review.path(), title)];
    let name = name(words, job);
    let state = match job.state {
        JobState::Waiting | JobState::Running => under_way(words, job, is_still).into_any(),
        JobState::Done if !job.stands => overtaken(words, job, review).into_any(),
        JobState::Done => done(words, job).into_any(),
        JobState::Failed => failed(words, job, review).into_any(),
    };
    let back = format!("{}#outcome", words.href(&review.path()));
    let basis = job.frozen.map(|frozen| {
        let to = words.href(&format!("/frozen/{frozen}"));
        view! { <p class="small"><a href=to>{t!(words, "frozen-number", id = frozen.to_string())}</a></p> }
    });
    view! {
        {breadcrumbs(words, steps, name.clone())}
        <h1>{name}</h1>
        <section class="card">
            {state}
            {basis}
            <p class="small">{t!(words, "job-asked-on", instant = words.instant(job.asked_at))}</p>
        </section>
        <p><a href=back>{t!(words, "job-back")}</a></p>
    }
}

/// How far it is, as a bar and in words, and that nobody has to wait here.
fn under_way(words: Words, job: &Job, is_still: bool) -> impl IntoView + use<> {
    let (done, all) = (job.done_steps, job.all_steps);
    let said = if all == 0 {
        t!(words, "job-waits")
    } else {
        t!(words, "job-progress", done = done, all = all)
    };
    let bar = if all == 0 {
        view! { <progress aria-labelledby="progress"></progress> }.into_any()
    } else {
        let (value, max) = (done.to_string(), all.to_string());
        view! { <progress aria-labelledby="progress" value=value max=max></progress> }.into_any()
    };
    let page = words.href(&format!("/jobs/{}", job.id));
    let turn = if is_still {
        view! {
            <a class="button quiet" href=format!("{page}?still=1")>{t!(words, "job-look-again")}</a>
            <a href=page>{t!(words, "job-look-by-itself")}</a>
        }
        .into_any()
    } else {
        view! { <a href=format!("{page}?still=1")>{t!(words, "job-hold-still")}</a> }.into_any()
    };
    view! {
        <p id="progress" role="status">{said}</p>
        {bar}
        <p class="hint">{t!(words, "job-may-leave")}</p>
        <p class="cluster">{turn}</p>
    }
}

fn done(words: Words, job: &Job) -> impl IntoView + use<> {
    let file = words.href(&format!("/jobs/{}/file", job.id));
    let made = job.ended_at.map(|at| t!(words, "job-made-on", instant = words.instant(at)));
    view! {
        <p role="status">{t!(words, "job-done")} " " {made}</p>
        <p><a class="button" href=file>{t!(words, "job-download")}</a></p>
    }
}

/// Something that went into the paper has changed since, or was withdrawn: it is made anew.
fn overtaken(words: Words, job: &Job, review: &Entry) -> impl IntoView + use<> {
    view! {
        <div class="notice" data-tone="warn" role="status">{t!(words, "job-overtaken")}</div>
        {again(words, &review.path(), job)}
    }
}

fn failed(words: Words, job: &Job, review: &Entry) -> impl IntoView + use<> {
    let failure = job.failure.unwrap_or(JobFailure::Fault);
    let why = words.text(&format!("job-failure-{}", <&str>::from(failure)));
    view! {
        <div class="notice" data-tone="warn" role="status">{why}</div>
        {again(words, &review.path(), job)}
    }
}
