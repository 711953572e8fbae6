//! One section of a record as a form.

use domain::policy::Verb;
use domain::{
    agreement::Objectives,
    fields::{SectionCode, Values, write},
};
use leptos::prelude::*;
use register::{Error, reading::Record};

use super::{agreement::title, conflict};
use crate::{
    components::{form_token::form_token, layout::breadcrumbs, maintenance::not_saved},
    forms::{
        FormState,
        fields::{SectionForm, error_summary},
    },
    islands::leave_warning::LeaveWarning,
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Why the form is shown again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Again {
    /// It is shown for the first time.
    No,
    /// A row was added or taken out.
    Rows,
    /// What was typed is not right.
    Wrong,
    /// What publishing asks for would be lost.
    Incomplete(Vec<domain::completeness::Gap>),
    /// The session had ended; the person has signed in again.
    SignedIn,
    /// The database did not answer.
    NotSaved,
}

/// Shows the section as it is in the record.
///
/// # Errors
/// [`Error::NotFound`] and [`Error::NotAllowed`] as the policy has it.
pub async fn show(request: &Request, id: i64, section: SectionCode) -> Result<Page, Error> {
    let record = record(request, id).await?;
    let mut values = write(section.form(), &record.agreement.section(section));
    let version = record.version;
    // Objectives are proposed from the findings; the person decides.
    let is_proposed =
        section == SectionCode::Objectives && record.agreement.objectives == Objectives::default();
    if is_proposed {
        let proposed = serde_json::to_value(Objectives::proposed(&record.agreement));
        values = proposed.map(|proposed| write(section.form(), &proposed)).unwrap_or_default();
    }
    Ok(page(request.words, record, section, version, FormState::new(values), Again::No))
}

/// Shows the section as it was typed, on version `base`.
///
/// # Errors
/// As [`show`].
pub async fn show_again(
    request: &Request,
    id: i64,
    section: SectionCode,
    base: i32,
    state: FormState,
    again: Again,
) -> Result<Page, Error> {
    let record = record(request, id).await?;
    let status = match again {
        Again::Wrong | Again::Incomplete(_) => 422,
        Again::NotSaved => 503,
        Again::No | Again::Rows | Again::SignedIn => 200,
    };
    Ok(page(request.words, record, section, base, state, again).with_status(status))
}

async fn record(request: &Request, id: i64) -> Result<Record, Error> {
    let record = request.register.agreement(&request.actor, id).await?;
    if record.may(Verb::Edit) { Ok(record) } else { Err(Error::NotAllowed) }
}

fn page(
    words: Words,
    record: Record,
    section: SectionCode,
    version: i32,
    state: FormState,
    again: Again,
) -> Page {
    let name = words.text(&format!("section-{}", section.code()));
    let prefix = if state.problems.is_empty() { String::new() } else { t!(words, "title-error") };
    let heading = format!("{prefix}{name}: {}", title(words, &record));
    Page::new(heading, move || whole(words, &record, section, version, &state, &again))
        .private()
        .with_island()
}

fn whole(
    words: Words,
    record: &Record,
    section: SectionCode,
    version: i32,
    state: &FormState,
    again: &Again,
) -> impl IntoView + use<> {
    let record_page = format!("/agreements/{}", record.id);
    let edit_page = format!("{record_page}/edit");
    let name = words.text(&format!("section-{}", section.code()));
    let steps = vec![
        ("/agreements".to_owned(), t!(words, "nav-register")),
        (record_page, title(words, record)),
        (edit_page.clone(), t!(words, "edit-record")),
    ];
    let parties: Vec<String> = record.agreement.party_codes().map(str::to_owned).collect();
    let form = SectionForm::new(words, section.form(), state).of_parties(&parties);
    let proposed = (section == SectionCode::Objectives
        && record.agreement.objectives == Objectives::default())
    .then(
        || view! { <div class="notice" data-tone="info">{t!(words, "objectives-proposed")}</div> },
    );
    view! {
        {breadcrumbs(words, steps, name.clone())}
        {error_summary(words, section.form(), state)}
        {notice(words, again)}
        <h1>{name}</h1>
        <p class="lede">{words.text(&format!("section-{}-about", section.code()))}</p>
        {proposed}
        <LeaveWarning />
        <form class="form" method="post" novalidate=true data-warn=t!(words, "leave-warning") action=words.href(&format!("{edit_page}/{}", section.code()))>
            {form_token()}
            <input type="hidden" name="version" value=version.to_string() />
            // Enter in a field saves; the first button of a form is what Enter presses.
            <button class="visually-hidden" name="do" value="save" tabindex="-1" aria-hidden="true">{t!(words, "save")}</button>
            {form.fields()}
            <div class="field">
                <label for="f-reason">{t!(words, "reason")} " " <span class="optional">{t!(words, "optional")}</span></label>
                <span class="hint">{t!(words, "reason-hint")}</span>
                <input type="text" id="f-reason" name="reason" value=state.values.get("reason").to_owned() />
            </div>
            <div class="form-actions">
                <button class="button" name="do" value="save">{t!(words, "save")}</button>
                <a href=words.href(&edit_page)>{t!(words, "cancel")}</a>
            </div>
        </form>
    }
}

/// What is said above a form that is shown again.
pub fn notice(words: Words, again: &Again) -> Option<AnyView> {
    match again {
        Again::No | Again::Rows | Again::Wrong => None,
        Again::SignedIn => Some(
            view! { <div class="notice" data-tone="info" role="status">{t!(words, "signed-in-text-kept")}</div> }.into_any(),
        ),
        Again::NotSaved => Some(
            view! { <div class="notice" data-tone="error" role="alert">{not_saved(words)}</div> }.into_any(),
        ),
        Again::Incomplete(gaps) => {
            let gaps = gaps
                .iter()
                .map(|gap| view! { <li>{words.text(&format!("gap-{}", <&str>::from(*gap)))}</li> })
                .collect_view();
            Some(
                view! {
                    <div class="error-summary" role="alert" tabindex="-1" autofocus=true>
                        <h2>{t!(words, "would-be-incomplete")}</h2>
                        <p>{t!(words, "nothing-was-saved-text-kept")}</p>
                        <ul>{gaps}</ul>
                    </div>
                }
                .into_any(),
            )
        }
    }
}

/// Where a stale save of this section leads back to.
pub fn place(words: Words, id: i64, section: SectionCode, title: &str) -> conflict::Place {
    let edit_page = format!("/agreements/{id}/edit");
    conflict::Place {
        action: format!("{edit_page}/{}", section.code()),
        steps: vec![
            ("/agreements".to_owned(), t!(words, "nav-register")),
            (format!("/agreements/{id}"), title.to_owned()),
            (edit_page, t!(words, "edit-record")),
        ],
    }
}

/// Form values without what belongs to the form itself.
pub fn own_values(mut values: Values) -> (Values, Option<i32>, String, Option<String>) {
    let version = values.take("version").first().and_then(|version| version.parse().ok());
    let asked = values.take("do").pop().unwrap_or_else(|| "save".to_owned());
    let reason = values.get("reason").trim().to_owned();
    (values, version, asked, (!reason.is_empty()).then_some(reason))
}
