//! The peer review on a practice's page: for a coordinator the reviewers with their state and a form to
//! name another; for a named reviewer the declaration and then the opinion.

use domain::{
    account::Account,
    fields::{
        Form, Values, Vocabulary,
        follow_up::{DECLARATION, NAMED_REVIEWER, OPINION},
    },
    follow_up::{
        peer_review::{Declaration, Opinion, Owed, PeerReview, Reviewer},
        practice::Practice,
        stage::Stage,
    },
    policy::{EntryVerb, ReviewSight, review_sight},
};
use leptos::prelude::*;
use register::following::Entry;

use crate::{
    components::form_token::form_token,
    forms::{FormState, fields::SectionForm, names},
    request::Request,
    words::{Words, t},
};

/// One of the forms of a peer review, as it was typed and not taken.
pub struct Typed {
    pub form: Form,
    pub state: FormState,
}

/// What stands around the peer review.
#[derive(Default)]
pub struct Around {
    /// Accounts that the reader may name as reviewers.
    pub to_name: Vec<Account>,
    pub typed: Option<Typed>,
}

impl Around {
    /// What was typed into this form.
    fn state(&self, form: Form) -> Option<&FormState> {
        let typed = self.typed.as_ref().filter(|typed| typed.form.code == form.code)?;
        Some(&typed.state)
    }
}

/// The reader's own part, and what the reader may see of the others'.
pub fn cards(request: &Request, entry: &Entry, around: &Around) -> impl IntoView + use<> {
    let words = request.words;
    let review = entry.content::<Practice>().peer_review;
    let own = request.actor.account().and_then(|account| review.of(account.id));
    let leads = entry.may(EntryVerb::Review);
    let sight = review_sight(&request.actor, &review);
    let all = (leads || own.is_some()).then(|| everybody(words, entry, &review, sight, around));
    let own = own.map(|own| own_part(words, entry, own, around));
    view! { {own} {all} }
}

/// Where a reviewer is, as a tag.
fn state(words: Words, reviewer: &Reviewer) -> impl IntoView + use<> {
    let opinion = reviewer.opinion.filter(|_| reviewer.declaration != Some(Declaration::Conflict));
    let (tone, label) = match (reviewer.owes(), opinion) {
        (Some(Owed::Declaration), _) => ("quiet", t!(words, "reviewer-owes-declaration")),
        (Some(Owed::Opinion), _) => ("partly", t!(words, "reviewer-owes-opinion")),
        (None, Some(opinion)) => {
            let tone = match opinion {
                Opinion::Approve => "force",
                Opinion::MoreInformation => "warn",
                Opinion::Decline => "ended",
            };
            (tone, words.label(Vocabulary::Opinion, opinion.into()))
        }
        (None, None) => ("ended", t!(words, "reviewer-is-out")),
    };
    view! { <span class="tag" data-tone=tone>{label}</span> }
}

/// What a reviewer declared and said, with the days.
fn said(words: Words, reviewer: &Reviewer) -> impl IntoView + use<> {
    let line = |text: String, on: Option<chrono::NaiveDate>| match on {
        Some(on) => format!("{text} · {}", words.day(on)),
        None => text,
    };
    let declared = reviewer.declaration.map(|declaration| {
        let label = words.label(Vocabulary::Declaration, declaration.into());
        view! { <p class="small">{line(label, reviewer.declared_on)}</p> }
    });
    let conflict = reviewer.conflict.clone().map(|text| view! { <p class="prose">{text}</p> });
    let opinion = reviewer.opinion.map(|opinion| {
        let label = words.label(Vocabulary::Opinion, opinion.into());
        let comment = reviewer.comment.clone().map(|text| view! { <p class="prose">{text}</p> });
        view! { <p class="small">{line(label, reviewer.given_on)}</p> {comment} }
    });
    view! { {declared} {conflict} {opinion} }
}

/// The reviewers, each with what the reader may see, and the way to name another.
fn everybody(
    words: Words,
    entry: &Entry,
    review: &PeerReview,
    sight: ReviewSight,
    around: &Around,
) -> impl IntoView + use<> {
    let leads = entry.may(EntryVerb::Review);
    let rows =
        review.reviewers.iter().map(|reviewer| row(words, entry, reviewer, sight)).collect_view();
    let empty = review
        .reviewers
        .is_empty()
        .then(|| view! { <p class="empty">{t!(words, "peer-review-nobody")}</p> });
    let about = if leads {
        t!(words, "practice-review-about")
    } else if sight == ReviewSight::All {
        t!(words, "peer-review-seen")
    } else {
        t!(words, "peer-review-blind")
    };
    let is_open = leads && entry.stage == Stage::InReview;
    let name = is_open.then(|| name_form(words, entry, around));
    view! {
        <section class="card" id="peer-review">
            <h2>{t!(words, "peer-review")}</h2>
            <p class="small">{about}</p>
            {empty}
            <ol class="revisions">{rows}</ol>
            {name}
        </section>
    }
}

fn row(
    words: Words,
    entry: &Entry,
    reviewer: &Reviewer,
    sight: ReviewSight,
) -> impl IntoView + use<> {
    let leads = entry.may(EntryVerb::Review);
    let kind = reviewer.kind.map(|kind| words.label(Vocabulary::ReviewerKind, kind.into()));
    let is_seen = match sight {
        ReviewSight::All => true,
        ReviewSight::OwnPart(account) => reviewer.account == Some(account),
        ReviewSight::Nothing => false,
    };
    let state = is_seen.then(|| state(words, reviewer));
    let is_silent = reviewer.owes() == Some(Owed::Declaration) && entry.stage == Stage::InReview;
    let release = reviewer.account.filter(|_| leads && is_silent).map(|account| {
        let to = words.href(&format!("{}/reviewers", entry.path()));
        view! {
            <form class="inline" method="post" action=to>
                {form_token()}
                <button class="link" name="do" value=format!("release:{account}")>
                    {t!(words, "reviewer-release")} <span class="visually-hidden">": " {reviewer.name.clone()}</span>
                </button>
            </form>
        }
    });
    view! {
        <li class="revision">
            <div class="revision-head">
                <strong>{reviewer.name.clone()}</strong> <span class="small">{kind}</span> {state}
            </div>
            {said(words, reviewer)}
            {release}
        </li>
    }
}

/// A coordinator chooses an account and says whether it is of the United Nations.
fn name_form(words: Words, entry: &Entry, around: &Around) -> AnyView {
    if around.to_name.is_empty() {
        return view! { <p class="hint">{t!(words, "reviewer-none-to-name")}</p> }.into_any();
    }
    let fresh = FormState::default();
    let state = around.state(NAMED_REVIEWER).unwrap_or(&fresh);
    let chosen = state.values.get("account");
    let options = around
        .to_name
        .iter()
        .map(|account| {
            let number = account.id.to_string();
            let selected = number == chosen;
            let name = format!("{} ({})", account.name, account.email);
            view! { <option value=number selected=selected>{name}</option> }
        })
        .collect_view();
    let problem = state
        .problem("account")
        .map(|problem| names::problem(words, NAMED_REVIEWER, "account", problem));
    let described = problem.is_some().then_some("f-account-problem");
    let invalid = problem.is_some().then_some("true");
    let wrong = problem.is_some().then_some("");
    let problem =
        problem.map(|problem| view! { <p class="error" id="f-account-problem">{problem}</p> });
    let kind = SectionForm::new(words, NAMED_REVIEWER, state).only(&["kind"]);
    view! {
        <h3>{t!(words, "form-named_reviewer")}</h3>
        <form class="form" method="post" novalidate=true action=words.href(&format!("{}/reviewers", entry.path()))>
            {form_token()}
            <p class="hint">{t!(words, "form-named_reviewer-about")}</p>
            <div class="field" data-invalid=wrong>
                <label for="f-account">{t!(words, "field-named_reviewer-account")}</label>
                {problem}
                <select name="account" id="f-account" aria-describedby=described aria-invalid=invalid>
                    <option value="">{t!(words, "choose")}</option>
                    {options}
                </select>
            </div>
            {kind}
            <div class="form-actions"><button class="button">{t!(words, "reviewer-name")}</button></div>
        </form>
    }
    .into_any()
}

/// What the reader is asked for as a reviewer, or has said.
fn own_part(words: Words, entry: &Entry, own: &Reviewer, around: &Around) -> impl IntoView + use<> {
    let asked = own.owes().filter(|_| entry.may(EntryVerb::Assess)).map(|owed| match owed {
        Owed::Declaration => step(
            words,
            entry,
            DECLARATION,
            around,
            Values::default(),
            t!(words, "reviewer-declare"),
        ),
        Owed::Opinion => {
            // Asked again, a reviewer goes on from the earlier comment.
            let mut before = Values::default();
            if let Some(comment) = &own.comment {
                before.push("comment", comment.as_str());
            }
            let button = t!(words, "reviewer-give-opinion");
            step(words, entry, OPINION, around, before, button)
        }
    });
    let is_out = (own.declaration == Some(Declaration::Conflict))
        .then(|| view! { <p>{t!(words, "reviewer-you-are-out")}</p> });
    view! {
        <section class="card" id="your-review">
            <h2>{t!(words, "your-review")}</h2>
            {said(words, own)}
            {is_out}
            {asked}
        </section>
    }
}

/// One of a reviewer's two steps.
fn step(
    words: Words,
    entry: &Entry,
    form: Form,
    around: &Around,
    before: Values,
    button: String,
) -> AnyView {
    let fresh = FormState::new(before);
    let state = around.state(form).unwrap_or(&fresh);
    let fields = SectionForm::new(words, form, state).fields();
    let last = if form.code == DECLARATION.code { "declaration" } else { "opinion" };
    view! {
        <h3>{words.text(&format!("form-{}", form.code))}</h3>
        <form class="form" method="post" novalidate=true action=words.href(&format!("{}/{last}", entry.path()))>
            {form_token()}
            <p class="hint">{words.text(&format!("form-{}-about", form.code))}</p>
            {fields}
            <div class="form-actions"><button class="button">{button}</button></div>
        </form>
    }
    .into_any()
}
