//! The agenda of a meeting.

use chrono::NaiveDate;
use domain::{
    PartialDate,
    follow_up::meeting::{AgendaItem, Bilingual, Meeting, offset},
};
use leptos::prelude::*;

use crate::{
    islands::local_times::LocalTimes,
    words::{Words, t},
};

/// Items with their times in the meeting's zone; the browser adds the reader's own.
pub(super) fn table(words: Words, meeting: &Meeting) -> impl IntoView + use<> {
    let zone = meeting.meeting.zone();
    let day = meeting.meeting.date.map(PartialDate::first_day);
    let offset = day.and_then(|day| zone.map(|zone| offset(zone, day)));
    let caption = zone.zip(offset.clone()).map(|(zone, offset)| {
        t!(words, "meeting-times-in-zone", zone = zone.name(), offset = offset)
    });
    let rows = meeting
        .agenda
        .items
        .iter()
        .enumerate()
        .map(|(number, item)| {
            let speakers = meeting
                .agenda
                .speakers
                .iter()
                .filter(|speaker| speaker.item == u32::try_from(number + 1).ok())
                .map(|speaker| {
                    let name = match &speaker.function {
                        Some(function) => t!(words, "speaker-says", name = speaker.name.clone(), function = function.clone()),
                        None => speaker.name.clone(),
                    };
                    let confirmed = speaker
                        .to_be_confirmed
                        .then(|| view! { <span class="small">" (" {t!(words, "meeting-to-be-confirmed")} ")"</span> });
                    view! { <li>{name} {confirmed}</li> }
                })
                .collect_view();
            view! {
                <tr>
                    <td class="num" data-local-times="">{time_of(item, day, offset.as_deref())}</td>
                    <td>
                        <p>{item.in_language(words.language.code()).to_owned()}</p>
                        <ul>{speakers}</ul>
                    </td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <LocalTimes label=t!(words, "meeting-your-time") />
        <table class="agenda">
            <caption>{caption}</caption>
            <tbody>{rows}</tbody>
        </table>
    }
}

fn time_of(
    item: &AgendaItem,
    day: Option<NaiveDate>,
    offset: Option<&str>,
) -> impl IntoView + use<> {
    let one = |time: &str| {
        // With day and offset it names an instant that any browser can tell in its own zone.
        let instant = day
            .zip(offset)
            .map_or_else(|| time.to_owned(), |(day, offset)| format!("{day}T{time}:00{offset}"));
        view! { <time datetime=instant>{time.to_owned()}</time> }
    };
    let end = item.end.as_deref().map(|end| view! { "–" {one(end)} });
    view! { {item.start.as_deref().map(one)} {end} }
}
