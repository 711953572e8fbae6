//! A record is begun from little: kind, parties, title.

use domain::{
    fields::{SectionCode, Values},
    policy::may_record,
};
use leptos::prelude::*;
use register::Error;

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

/// What was typed, for each of the two sections that a record begins with.
#[derive(Clone, Debug, Default)]
pub struct Begun {
    pub identity: FormState,
    pub parties: FormState,
}

impl Begun {
    /// Puts the form's values into the sections that they belong to.
    pub fn new(values: &Values) -> Self {
        let (parties, identity): (Vec<_>, Vec<_>) = values
            .iter()
            .map(|(name, text)| (name.to_owned(), text.to_owned()))
            .partition(|(name, _)| name.starts_with("parties."));
        Self {
            identity: FormState::new(identity.into_iter().collect()),
            parties: FormState::new(parties.into_iter().collect()),
        }
    }
}

/// Shows the empty form.
///
/// # Errors
/// [`Error::NotAllowed`] for who may not record.
pub fn show(request: &Request) -> Result<Page, Error> {
    let mut begun = Begun::default();
    // Two parties, the first one's own State, and a title are what it begins with.
    if let Some(state) = request.actor.state() {
        begun.parties.values.push("parties.0.code", state);
        begun.parties.values.push("parties.1.code", "");
        begun.identity.values.push("titles.0.original", "yes");
    }
    page(request, begun)
}

/// Shows the form as it was typed.
///
/// # Errors
/// As [`show`].
pub fn show_again(request: &Request, begun: Begun) -> Result<Page, Error> {
    let is_wrong = !begun.identity.problems.is_empty() || !begun.parties.problems.is_empty();
    let page = page(request, begun)?;
    Ok(if is_wrong { page.with_status(422) } else { page })
}

fn page(request: &Request, begun: Begun) -> Result<Page, Error> {
    if !may_record(&request.actor) {
        return Err(Error::NotAllowed);
    }
    let words = request.words;
    let is_wrong = !begun.identity.problems.is_empty() || !begun.parties.problems.is_empty();
    let prefix = if is_wrong { t!(words, "title-error") } else { String::new() };
    let title = format!("{prefix}{}", t!(words, "record-new"));
    Ok(Page::new(title, move || whole(words, &begun)).private().with_island())
}

fn whole(words: Words, begun: &Begun) -> impl IntoView + use<> {
    let (of_identity, of_parties) = (SectionCode::Identity.form(), SectionCode::Parties.form());
    let identity = SectionForm::new(words, of_identity, &begun.identity);
    let parties = SectionForm::new(words, of_parties, &begun.parties);
    let steps = vec![("/agreements".to_owned(), t!(words, "nav-register"))];
    view! {
        {breadcrumbs(words, steps, t!(words, "record-new"))}
        {error_summary(words, of_identity, &begun.identity)}
        {error_summary(words, of_parties, &begun.parties)}
        <h1>{t!(words, "record-new")}</h1>
        <p class="lede">{t!(words, "record-new-about")}</p>
        <form class="form" method="post" novalidate=true data-warn=t!(words, "leave-warning") action=words.href("/agreements/new")>
            {form_token()}
            <button class="visually-hidden" name="do" value="save" tabindex="-1" aria-hidden="true">{t!(words, "begin-record")}</button>
            {identity.only(&["kind"])}
            {parties.only(&["parties"])}
            {identity.only(&["titles"])}
            <div class="form-actions">
                <button class="button" name="do" value="save">{t!(words, "begin-record")}</button>
                <a href=words.href("/agreements")>{t!(words, "cancel")}</a>
            </div>
        </form>
    }
}
