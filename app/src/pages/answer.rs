//! A party that did not record an agreement confirms a section of it, or gives its own version.

use domain::{
    confirmation::{WordProblem, last},
    fields::{SectionCode, write},
};
use leptos::prelude::*;
use register::{Error, reading::Record};

use super::agreement::title;
use crate::{
    components::{agreement::whole_section, form_token::form_token, layout::breadcrumbs},
    forms::{
        FormState,
        fields::{SectionForm, error_summary},
    },
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Why the page is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// For the first time.
    First,
    /// Rows were added or taken out, or the session had ended.
    Again,
    /// What was typed is not right.
    Wrong,
    /// The word says too little.
    Refused(WordProblem),
    /// The section changed while the person looked at it.
    Changed,
}

/// Shows the section as recorded, with the two ways to answer; `typed` is the party's own version as
/// it was typed.
///
/// # Errors
/// [`Error::NotFound`] and [`Error::NotAllowed`] as the policy has it.
pub async fn show(
    request: &Request,
    id: i64,
    section: SectionCode,
    typed: Option<FormState>,
    asked: Asked,
) -> Result<Page, Error> {
    let words = request.words;
    let record = request.register.agreement(&request.actor, id).await?;
    if !record.may_answer {
        return Err(Error::NotAllowed);
    }
    let own_state = request.actor.state().unwrap_or_default().to_owned();
    let (status, is_open) = match asked {
        Asked::First => (200, false),
        Asked::Again => (200, true),
        Asked::Wrong | Asked::Refused(_) => (422, true),
        Asked::Changed => (409, typed.is_some()),
    };
    let state = typed.unwrap_or_else(|| {
        // One's own last version, else what is recorded, to be changed where it differs.
        let said: Vec<_> = record.said.iter().map(|by| by.said.clone()).collect();
        let own = last(section, &own_state, &said).and_then(|said| said.own.clone());
        let form = section.form();
        FormState::new(own.unwrap_or_else(|| write(form, &record.agreement.section(section))))
    });
    let heading = format!(
        "{}: {}",
        t!(words, "side-say"),
        words.text(&format!("section-{}", section.code()))
    );
    let page = Page::new(heading.clone(), move || {
        whole(words, &record, section, heading, &state, &asked, is_open)
    });
    Ok(page.private().with_island().with_status(status))
}

fn whole(
    words: Words,
    record: &Record,
    section: SectionCode,
    heading: String,
    state: &FormState,
    asked: &Asked,
    is_open: bool,
) -> impl IntoView + use<> {
    let record_page = format!("/agreements/{}", record.id);
    let to = words.href(&format!("{record_page}/answer/{}", section.code()));
    let steps = vec![
        ("/agreements".to_owned(), t!(words, "nav-register")),
        (record_page.clone(), title(words, record)),
    ];
    let notice = match asked {
        Asked::Changed => Some(t!(words, "side-changed-meanwhile")),
        Asked::Refused(problem) => {
            Some(words.text(&format!("word-problem-{}", <&str>::from(*problem))))
        }
        _ => None,
    };
    let notice = notice.map(|notice| {
        view! { <div class="error-summary" role="alert" tabindex="-1" autofocus=true><h2>{notice}</h2></div> }
    });
    let recorded = match &record.recorded_by {
        Some(state) => t!(words, "side-records", state = words.state(state)),
        None => t!(words, "side-public-source"),
    };
    let parties: Vec<String> = record.agreement.party_codes().map(str::to_owned).collect();
    let fields = SectionForm::new(words, section.form(), state).of_parties(&parties).fields();
    let version = record.version.to_string();
    view! {
        {breadcrumbs(words, steps, heading.clone())}
        {notice}
        {error_summary(words, section.form(), state)}
        <h1>{heading}</h1>
        <section class="card">
            <h2>{recorded}</h2>
            {whole_section(words, &record.agreement, section)}
            <form method="post" action=to.clone()>
                {form_token()}
                <input type="hidden" name="version" value=version.clone() />
                <div class="form-actions">
                    <button class="button" name="do" value="confirm">{t!(words, "side-confirm")}</button>
                    <a href=words.href(&record_page)>{t!(words, "cancel")}</a>
                </div>
            </form>
        </section>
        <details class="card" open=is_open>
            <summary>{t!(words, "side-contest")}</summary>
            <p class="hint">{t!(words, "side-contest-about")}</p>
            <form class="form" method="post" novalidate=true data-warn=t!(words, "leave-warning") action=to>
                {form_token()}
                <input type="hidden" name="version" value=version />
                <button class="visually-hidden" name="do" value="contest" tabindex="-1" aria-hidden="true">{t!(words, "side-contest")}</button>
                {fields}
                <div class="field">
                    <label for="f-reason">{t!(words, "side-reason-asked")}</label>
                    <textarea id="f-reason" name="reason" rows="3">{state.values.get("reason").to_owned()}</textarea>
                </div>
                <div class="form-actions">
                    <button class="button" name="do" value="contest">{t!(words, "side-contest")}</button>
                    <a href=words.href(&record_page)>{t!(words, "cancel")}</a>
                </div>
            </form>
        </details>
    }
}
