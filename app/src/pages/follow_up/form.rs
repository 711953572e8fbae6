//! One form of an entry: to begin it, or to change it.

use domain::{
    fields::{Form, Values, follow_up::PEER_REVIEW, write},
    follow_up::{EntryKind, meeting::Meeting},
    policy::{EntryVerb, may_begin},
    search::{Facet, PAGE_SIZE, Query},
};
use leptos::prelude::*;
use register::{
    Error,
    following::{Entry, Place},
};

use super::lists::title;
use crate::{
    components::{form_token::form_token, layout::breadcrumbs},
    forms::{
        FormState,
        fields::{SectionForm, error_summary},
    },
    islands::leave_warning::LeaveWarning,
    page::Page,
    pages::section::{Again, notice},
    prefill,
    request::Request,
    words::{Words, t},
};

/// What the form is for.
enum Subject {
    New(EntryKind, Place),
    There(Box<Entry>, i32),
}

/// The form of an entry that is begun: `state` is empty, or as it was typed.
///
/// # Errors
/// [`Error::NotAllowed`] for who may not begin it.
pub async fn begin(
    request: &Request,
    kind: EntryKind,
    place: Place,
    state: FormState,
    again: Again,
) -> Result<Page, Error> {
    if !may_begin(&request.actor, kind, place.owner.as_deref()) {
        return Err(Error::NotAllowed);
    }
    let form = *kind.forms().first().ok_or(Error::NotFound)?;
    let offered = offered(request, &place).await?;
    let name = words_of_kind(request.words, kind);
    let heading = t!(request.words, "entry-began", kind = name);
    Ok(page(request.words, Subject::New(kind, place), form, heading, state, again, offered))
}

/// The form of an entry that is there; without a `state` as it is now.
///
/// # Errors
/// [`Error::NotFound`] and [`Error::NotAllowed`] as the policy has it.
pub async fn change(
    request: &Request,
    entry: Entry,
    form: Form,
    typed: Option<(FormState, i32)>,
    again: Again,
) -> Result<Page, Error> {
    let is_review = form.code == PEER_REVIEW.code;
    if !entry.may(if is_review { EntryVerb::Review } else { EntryVerb::Edit }) {
        return Err(Error::NotAllowed);
    }
    let (state, base) = typed
        .unwrap_or_else(|| (FormState::new(write(form, &entry.content[form.code])), entry.version));
    let place = Place {
        owner: entry.owner.clone(),
        meeting: entry.meeting,
        question: entry.question,
        parent: entry.parent,
    };
    let offered = offered(request, &place).await?;
    let heading = request.words.text(&format!("form-{}", form.code));
    let subject = Subject::There(Box::new(entry), base);
    Ok(page(request.words, subject, form, heading, state, again, offered))
}

fn words_of_kind(words: Words, kind: EntryKind) -> String {
    words.text(&format!("entry-kind-{}", kind.code()))
}

/// Records of agreements to choose from: for a question about agreements those of the State as they
/// stood on the day of the meeting.
struct Offered {
    heading: String,
    records: Vec<(String, String)>,
}

async fn offered(request: &Request, place: &Place) -> Result<Option<Offered>, Error> {
    let words = request.words;
    let (Some(state), Some(meeting), Some(number)) = (&place.owner, place.meeting, place.question)
    else {
        return Ok(None);
    };
    let about = request.register.entry(&request.actor, meeting).await?.content::<Meeting>().meeting;
    let question = about.questions.get((number as usize).saturating_sub(1));
    let (Some(date), true) =
        (about.date, question.is_some_and(|question| question.offers_agreements))
    else {
        return Ok(None);
    };
    let mut query =
        Query { at: Some(date.to_string()), ..Query::default() }.with(Facet::Party, state);
    let mut records = Vec::new();
    // As many as two pages of the register hold; who has more writes the numbers.
    for page in 0..2 {
        query.page = page;
        let list = request.register.list(&request.actor, &query).await?;
        for row in list.rows {
            let status = words.text(&format!("status-short-{}", <&str>::from(row.status)));
            records.push((row.id.to_string(), format!("{} ({status})", row.title)));
        }
        if list.total <= (page + 1) * PAGE_SIZE {
            break;
        }
    }
    let date = words.date(date);
    let heading =
        t!(words, "statement-offered-agreements", state = words.state(state), date = date);
    Ok(Some(Offered { heading, records }))
}

fn page(
    words: Words,
    subject: Subject,
    form: Form,
    heading: String,
    state: FormState,
    again: Again,
    offered: Option<Offered>,
) -> Page {
    let status = match again {
        Again::Wrong | Again::Incomplete(_) => 422,
        Again::NotSaved => 503,
        Again::No | Again::Rows | Again::SignedIn => 200,
    };
    let prefix = if state.problems.is_empty() { String::new() } else { t!(words, "title-error") };
    let page = Page::new(format!("{prefix}{heading}"), move || {
        whole(words, &subject, form, heading, &state, &again, offered)
    });
    page.private().with_island().with_status(status)
}

fn whole(
    words: Words,
    subject: &Subject,
    form: Form,
    heading: String,
    state: &FormState,
    again: &Again,
    offered: Option<Offered>,
) -> impl IntoView + use<> {
    let hidden = |name: &'static str, value: Option<String>| {
        value.map(|value| view! { <input type="hidden" name=name value=value /> })
    };
    let (to, back, name, carried) = match subject {
        Subject::New(kind, place) => {
            let (back, name) = match place.meeting {
                Some(meeting) => (format!("/meetings/{meeting}"), words_of_kind(words, *kind)),
                None => list_of(words, *kind, state),
            };
            let taken_over = prefill::carried(&state.values).into_iter();
            let taken_over = taken_over.map(|(name, text)| hidden(name, Some(text))).collect_view();
            let carried = view! {
                {taken_over}
                {hidden("owner", place.owner.clone())}
                {hidden("parent", place.parent.map(|id| id.to_string()))}
                {hidden("meeting", place.meeting.map(|id| id.to_string()))}
                {hidden("question", place.question.map(|number| number.to_string()))}
            }
            .into_any();
            (format!("/{}/new", kind.path()), back, name, carried)
        }
        Subject::There(entry, base) => {
            let to = format!("/{}/{}/edit/{}", entry.kind.path(), entry.id, form.code);
            let carried = hidden("version", Some(base.to_string())).into_any();
            (to, entry.path(), title(words, entry), carried)
        }
    };
    let owner = match subject {
        Subject::New(_, Place { owner: Some(state), question, .. }) => Some(match question {
            Some(number) => t!(words, "statement-of", state = words.state(state), number = *number),
            None => words.state(state),
        }),
        _ => None,
    };
    let offered =
        offered.unwrap_or_else(|| Offered { heading: String::new(), records: Vec::new() });
    let fields =
        SectionForm::new(words, form, state).offering(offered.heading, offered.records).fields();
    view! {
        {breadcrumbs(words, vec![(back.clone(), name)], heading.clone())}
        {error_summary(words, form, state)}
        {notice(words, again)}
        {taken_over(words, form, state)}
        <h1>{heading}</h1>
        {owner.map(|owner| view! { <p class="kicker">{owner}</p> })}
        <p class="lede">{words.text(&format!("form-{}-about", form.code))}</p>
        <LeaveWarning />
        <form class="form" method="post" novalidate=true data-warn=t!(words, "leave-warning") action=words.href(&to)>
            {form_token()}
            {carried}
            // Enter in a field saves; the first button of a form is what Enter presses.
            <button class="visually-hidden" name="do" value="save" tabindex="-1" aria-hidden="true">{t!(words, "save")}</button>
            {fields}
            <div class="form-actions">
                <button class="button" name="do" value="save">{t!(words, "save")}</button>
                <a href=words.href(&back)>{t!(words, "cancel")}</a>
            </div>
        </form>
    }
}

/// Which fields were filled in from the record that it is begun from.
fn taken_over(words: Words, form: Form, state: &FormState) -> Option<impl IntoView + use<>> {
    let (number, fields) = prefill::told(words, form, &state.values)?;
    let to = words.href(&format!("/agreements/{number}"));
    let record = t!(words, "record-number", id = number.to_string());
    Some(view! {
        <div class="notice" data-tone="info">
            <p><strong>{t!(words, "prefill-check", number = number.to_string())}</strong></p>
            <p>{t!(words, "prefill-fields", fields = fields)} " " <a href=to>{record}</a></p>
        </div>
    })
}

/// Where a new entry will be listed, and what that is called: reports on an agreement stand on the
/// agreement's page.
fn list_of(words: Words, kind: EntryKind, state: &FormState) -> (String, String) {
    if kind != EntryKind::AgreementReport {
        return (format!("/{}", kind.path()), words_of_kind(words, kind));
    }
    match state.values.get("agreements").trim().parse::<u32>() {
        Ok(number) => {
            let name = t!(words, "record-number", id = number.to_string());
            (format!("/agreements/{number}"), name)
        }
        Err(_) => ("/agreements".to_owned(), t!(words, "nav-register")),
    }
}

/// Takes the place out of a form's values.
pub fn place_of(values: &mut Values) -> Place {
    let mut one = |name: &str| values.take(name).pop().filter(|text| !text.is_empty());
    Place {
        owner: one("owner"),
        parent: one("parent").and_then(|id| id.parse().ok()),
        meeting: one("meeting").and_then(|id| id.parse().ok()),
        question: one("question").and_then(|number| number.parse().ok()),
    }
}
