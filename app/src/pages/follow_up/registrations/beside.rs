//! Beside the list of who asks to take part: the counts, and what is done with the list.

use std::collections::BTreeMap;

use domain::{
    fields::Vocabulary,
    follow_up::{
        meeting::{Attendance, ParticipantStanding},
        registration::RegistrationStatus,
    },
};
use leptos::prelude::*;
use register::{following::Entry, registering::Count};
use strum::VariantArray;

use super::Part;
use crate::{
    components::form_token::form_token,
    words::{Words, t},
};

/// What the table of counts has for a State.
#[derive(Default)]
struct OfState {
    asked: u64,
    in_person: u64,
    online: u64,
}

/// How many come from where and how.
pub(super) fn counted(words: Words, counts: &[Count]) -> Option<impl IntoView + use<>> {
    let mut states: BTreeMap<Option<String>, OfState> = BTreeMap::new();
    let mut sum = OfState::default();
    for count in counts {
        let of = states.entry(count.state.clone()).or_default();
        for of in [of, &mut sum] {
            match (count.status, count.attendance) {
                (RegistrationStatus::Approved, Attendance::InPerson) => of.in_person += count.count,
                (RegistrationStatus::Approved, Attendance::Online) => of.online += count.count,
                (RegistrationStatus::Asked, _) => of.asked += count.count,
                (RegistrationStatus::Declined | RegistrationStatus::Withdrawn, _) => {}
            }
        }
    }
    let mut rows: Vec<(String, OfState)> = states
        .into_iter()
        .filter(|(_, of)| of.asked + of.in_person + of.online > 0)
        .map(|(state, of)| match state {
            Some(state) => (words.state(&state), of),
            None => (t!(words, "registrations-organizations"), of),
        })
        .collect();
    words.sort_by_name(&mut rows, |(name, _)| name.clone());
    let cells = |of: &OfState| {
        let cell = |number: u64| view! { <td class="num">{words.number(number)}</td> };
        view! { {cell(of.asked)} {cell(of.in_person)} {cell(of.online)} }
    };
    let body = rows
        .iter()
        .map(|(name, of)| view! { <tr><th scope="row">{name.clone()}</th> {cells(of)}</tr> })
        .collect_view();
    let head = |label: String| view! { <th scope="col" class="num">{label}</th> };
    (!rows.is_empty()).then(|| {
        view! {
            <section class="card">
                <h2>{t!(words, "registrations-counts")}</h2>
                <div class="table-scroll" tabindex="0" role="region" aria-label=t!(words, "registrations-counts")>
                    <table class="data">
                        <caption>{t!(words, "registrations-counts-about")}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{t!(words, "registrations-from")}</th>
                                {head(words.text("registration-status-asked"))}
                                {head(t!(words, "registrations-approved-in-person"))}
                                {head(t!(words, "registrations-approved-online"))}
                            </tr>
                        </thead>
                        <tbody>{body}</tbody>
                        <tfoot><tr><th scope="row">{t!(words, "registrations-total")}</th> {cells(&sum)}</tr></tfoot>
                    </table>
                </div>
            </section>
        }
    })
}

/// What is done with the list: the participants, the list at the door, erasing.
pub(super) fn afterwards(
    words: Words,
    entry: &Entry,
    part: Part,
    may_erase: bool,
) -> impl IntoView + use<> {
    let here = format!("/meetings/{}/registrations", entry.id);
    let select = |name: &'static str, label: String, preset: ParticipantStanding| {
        let options = ParticipantStanding::VARIANTS
            .iter()
            .map(|standing| {
                let code: &'static str = (*standing).into();
                let is_preset = *standing == preset;
                let label = words.label(Vocabulary::ParticipantStanding, code);
                view! { <option value=code selected=is_preset>{label}</option> }
            })
            .collect_view();
        view! {
            <div class="field">
                <label for=name>{label}</label>
                <select id=name name=name>{options}</select>
            </div>
        }
    };
    let erase = if may_erase {
        let to = words.href(&format!("{here}/erase"));
        view! { <a class="button danger quiet" href=to>{t!(words, "registrations-erase")}</a> }
            .into_any()
    } else {
        view! { <p class="hint">{t!(words, "registrations-erase-later")}</p> }.into_any()
    };
    let status = part.status.map(|status| {
        view! { <input type="hidden" name="status" value=status.code() /> }
    });
    view! {
        <section class="card">
            <h2>{t!(words, "registrations-participants")}</h2>
            <p class="hint">{t!(words, "registrations-participants-about")}</p>
            <form class="stack" method="post" action=words.href(&here)>
                {form_token()}
                <input type="hidden" name="page" value=(part.page + 1).to_string() />
                {status}
                <div class="field-row">
                    {select("standing_states", t!(words, "registrations-states-as"), ParticipantStanding::Invited)}
                    {select("standing_organizations", t!(words, "registrations-organizations-as"), ParticipantStanding::Stakeholder)}
                </div>
                <div class="form-actions">
                    <button class="button quiet" name="do" value="participants">{t!(words, "registrations-take-over")}</button>
                </div>
            </form>
        </section>
        <section class="card">
            <h2>{t!(words, "registrations-door")}</h2>
            <p class="hint">{t!(words, "registrations-door-about")}</p>
            <p><a class="button quiet" href=words.href(&format!("{here}.csv"))>{t!(words, "registrations-door-csv")}</a></p>
        </section>
        <section class="card">
            <h2>{t!(words, "registrations-privacy")}</h2>
            <p>{t!(words, "registrations-privacy-about")}</p>
            {erase}
        </section>
    }
}
