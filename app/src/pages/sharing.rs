//! Who sees a record before everybody does, and from which day everybody does.

use domain::{completeness::Gap, policy::Verb, sharing::SHARING};
use leptos::prelude::*;
use register::{Error, reading::Record};

use super::{agreement::title, publish::missing_before_publishing};
use crate::{
    components::{form_token::form_token, layout::breadcrumbs},
    forms::{
        FormState,
        fields::{SectionForm, error_summary},
    },
    page::Page,
    request::Request,
    words::{Words, t},
};

/// Shows the form as the record has it.
///
/// # Errors
/// [`Error::NotFound`] and [`Error::NotAllowed`] as the policy has it.
pub async fn show(request: &Request, id: i64) -> Result<Page, Error> {
    let record = record(request, id).await?;
    let state = FormState::new(record.shared.values());
    Ok(page(request.words, record, state, Vec::new()))
}

/// Shows the form as it was typed, with what publishing asks for and the record lacks.
///
/// # Errors
/// As [`show`].
pub async fn show_again(
    request: &Request,
    id: i64,
    state: FormState,
    missing: Vec<Gap>,
) -> Result<Page, Error> {
    let record = record(request, id).await?;
    let is_wrong = !missing.is_empty() || !state.problems.is_empty();
    let page = page(request.words, record, state, missing);
    Ok(if is_wrong { page.with_status(422) } else { page })
}

async fn record(request: &Request, id: i64) -> Result<Record, Error> {
    let record = request.register.agreement(&request.actor, id).await?;
    if record.may(Verb::Share) { Ok(record) } else { Err(Error::NotAllowed) }
}

fn page(words: Words, record: Record, state: FormState, missing: Vec<Gap>) -> Page {
    let heading = t!(words, "sharing-title");
    Page::new(heading.clone(), move || {
        let address = format!("/agreements/{}", record.id);
        let steps = vec![
            ("/agreements".to_owned(), t!(words, "nav-register")),
            (address.clone(), title(words, &record)),
            (format!("{address}/edit"), t!(words, "edit-record")),
        ];
        let form = SectionForm::new(words, SHARING, &state).fields();
        view! {
            {breadcrumbs(words, steps, heading.clone())}
            {error_summary(words, SHARING, &state)}
            {missing_before_publishing(words, record.id, &missing)}
            <h1>{heading.clone()}</h1>
            <p class="lede">{title(words, &record)}</p>
            <p>{t!(words, "sharing-about")}</p>
            <form class="form card" method="post" novalidate=true action=words.href(&format!("{address}/sharing"))>
                {form_token()}
                {form}
                <div class="form-actions">
                    <button class="button">{t!(words, "save")}</button>
                    <a href=words.href(&format!("{address}/edit"))>{t!(words, "cancel")}</a>
                </div>
            </form>
        }
    })
    .private()
}
