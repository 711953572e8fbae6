//! Asking to take part in a meeting, and what a meeting's page says of it.

pub mod own;

use domain::{
    account::Actor,
    fields::{Vocabulary, follow_up::REGISTRATION, write},
    follow_up::{
        meeting::{Attendance, Bilingual, Meeting},
        registration::{Opening, Registration, RegistrationStatus, ways},
    },
};
use leptos::prelude::*;
use register::{following::Entry, registering::Count};

use crate::{
    components::{agreement::fact, form_token::form_token, layout::breadcrumbs},
    forms::{
        FormState,
        fields::{SectionForm, error_summary},
    },
    page::Page,
    request::Request,
    words::{Words, t},
};

/// The form with which anybody asks, filled with what an account knows, or as it was typed.
pub fn ask(request: &Request, entry: Entry, again: Option<(FormState, u16)>) -> Page {
    let words = request.words;
    let (state, status) = again.unwrap_or_else(|| (filled(&request.actor), 200));
    let heading = t!(words, "form-registration");
    let prefix = if state.problems.is_empty() { String::new() } else { t!(words, "title-error") };
    let page = Page::new(format!("{prefix}{heading}"), move || asking(words, &entry, &state));
    page.private().with_island().with_status(status)
}

fn filled(actor: &Actor) -> FormState {
    let known = actor.account().map(Registration::of_account).unwrap_or_default();
    let known = serde_json::to_value(known).unwrap_or_default();
    FormState::new(write(REGISTRATION, &known))
}

fn asking(words: Words, entry: &Entry, state: &FormState) -> impl IntoView + use<> {
    let about = entry.content::<Meeting>().meeting;
    let title = about.in_language(words.language.code()).to_owned();
    let steps =
        vec![("/meetings".to_owned(), t!(words, "meetings-title")), (entry.path(), title.clone())];
    let body = if entry.takes_registrations() {
        form(words, entry, ways(about.format), state).into_any()
    } else {
        let why = closed(words, entry.opening());
        let back = t!(words, "registration-to-meeting");
        view! {
            <p class="empty">{why}</p>
            <p><a class="button quiet" href=words.href(&entry.path())>{back}</a></p>
        }
        .into_any()
    };
    view! {
        {breadcrumbs(words, steps, t!(words, "form-registration"))}
        {error_summary(words, REGISTRATION, state)}
        <h1>{t!(words, "form-registration")}</h1>
        <p class="lede">{title}</p>
        <dl class="facts">
            {fact(t!(words, "meeting-when"), about.date.map(|date| words.date(date)))}
            {fact(t!(words, "meeting-where"), about.place.clone())}
        </dl>
        {body}
    }
}

/// Why nobody can ask.
fn closed(words: Words, opening: Opening) -> String {
    match opening {
        Opening::Over => t!(words, "registration-over"),
        Opening::Open | Opening::NotOpened => t!(words, "registration-not-open"),
    }
}

fn way_of(words: Words, way: Attendance) -> String {
    words.label(Vocabulary::Attendance, way.into())
}

fn form(
    words: Words,
    entry: &Entry,
    ways: &'static [Attendance],
    state: &FormState,
) -> impl IntoView + use<> {
    let fields = SectionForm::new(words, REGISTRATION, state);
    // Where there is nothing to choose, nobody is asked.
    let way = match ways {
        [only] => {
            let code: &'static str = (*only).into();
            let held = t!(words, "registration-held-so", way = way_of(words, *only));
            view! { <p>{held} <input type="hidden" name="attendance" value=code /></p> }.into_any()
        }
        _ => fields.only(&["attendance"]).into_any(),
    };
    let to = words.href(&format!("/meetings/{}/register", entry.id));
    view! {
        <p>{t!(words, "form-registration-about")}</p>
        <form class="form" method="post" novalidate=true action=to>
            {form_token()}
            <div>{fields.only(&["name", "function", "state", "organization", "email"])}</div>
            <div>{way}</div>
            <div>{fields.only(&["interpretation", "needs"])}</div>
            <div class="notice" data-tone="info">
                <p>{t!(words, "registration-privacy")}</p>
                <p>{t!(words, "registration-privacy-after")}</p>
            </div>
            <div>{fields.only(&["consent"])}</div>
            <div class="form-actions">
                <button class="button">{t!(words, "registration-send")}</button>
                <a href=words.href(&entry.path())>{t!(words, "cancel")}</a>
            </div>
        </form>
    }
}

/// Where a request stands, as a tag.
pub(super) fn status(words: Words, status: RegistrationStatus) -> impl IntoView + use<> {
    let tone = match status {
        RegistrationStatus::Asked => "partly",
        RegistrationStatus::Approved => "force",
        RegistrationStatus::Declined => "warn",
        RegistrationStatus::Withdrawn => "quiet",
    };
    let label = words.text(&format!("registration-status-{}", status.code()));
    view! { <span class="tag" data-tone=tone>{label}</span> }
}

/// How many of the requests have this status.
pub(super) fn number(counts: &[Count], status: RegistrationStatus) -> u64 {
    counts.iter().filter(|count| count.status == status).map(|count| count.count).sum()
}

/// What the meeting's page says of registration: whether it is open, and to coordinators how many ask.
pub(super) fn on_meeting(
    words: Words,
    entry: &Entry,
    counts: Option<&[Count]>,
) -> Option<impl IntoView + use<>> {
    let opening = entry.opening();
    let was_opened = entry.content::<Meeting>().meeting.registration_open;
    let all: u64 = counts.unwrap_or_default().iter().map(|count| count.count).sum();
    if opening == Opening::Over && !was_opened && all == 0 {
        // Nobody ever asked here, so nothing is closed.
        return None;
    }
    let is_open = entry.takes_registrations();
    let (tone, says) = if is_open {
        ("force", t!(words, "registration-open"))
    } else if opening == Opening::Open {
        ("warn", t!(words, "registration-after-publishing"))
    } else {
        ("quiet", closed(words, opening))
    };
    let ask = is_open.then(|| {
        let to = words.href(&format!("/meetings/{}/register", entry.id));
        view! { <a class="button" href=to>{t!(words, "form-registration")}</a> }
    });
    let keep = counts.map(|counts| {
        let to = words.href(&format!("/meetings/{}/registrations", entry.id));
        let waiting = number(counts, RegistrationStatus::Asked);
        view! {
            <a class="button quiet" href=to>{t!(words, "registrations-link", count = all)}</a>
            <span class="small">{t!(words, "registrations-waiting", count = waiting)}</span>
        }
    });
    Some(view! {
        <section class="card" id="registration">
            <h2>{t!(words, "registration")}</h2>
            <p><span class="tag" data-tone=tone>{says}</span></p>
            <div class="cluster">{ask} {keep}</div>
        </section>
    })
}
