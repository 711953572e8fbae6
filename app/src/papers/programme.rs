//! What a meeting's report takes from the programme: when and where it was, who took part, the agenda,
//! the goals, the minutes.

use domain::{
    PartialDate,
    fields::Vocabulary,
    follow_up::meeting::{Bilingual, Line, Meeting, ParticipantStanding, offset},
};
use strum::VariantArray;

use super::{Part, Table, plain};
use crate::words::{Words, t};

/// What it is, when, where and how it was held.
pub(super) fn below_title(words: Words, meeting: &Meeting) -> Vec<String> {
    let about = &meeting.meeting;
    let told = [
        about.date.map(|date| words.date(date)),
        about.place.clone(),
        about.format.map(|format| words.label(Vocabulary::MeetingFormat, format.into())),
    ];
    let labelled = [
        (t!(words, "meeting-host"), about.host.clone()),
        (t!(words, "meeting-follows"), about.follows.clone()),
    ];
    let mut lines = vec![t!(words, "paper-summary-report")];
    lines.push(told.into_iter().flatten().collect::<Vec<_>>().join(" · "));
    lines.extend(
        labelled.into_iter().filter_map(|(label, text)| Some(format!("{label}: {}", text?))),
    );
    lines.retain(|line| !line.is_empty());
    lines
}

/// Lines below a heading; nothing where there are none.
pub(super) fn lines(heading: String, words: Words, lines: &[Line]) -> Vec<Part> {
    if lines.is_empty() {
        return Vec::new();
    }
    let language = words.language.code();
    let bullets = lines.iter().map(|line| plain(line.in_language(language).to_owned())).collect();
    vec![Part::heading(1, heading), Part::Bullets(bullets)]
}

/// Who takes part, with the standing on the day, in the order of the standings.
pub(super) fn participation(words: Words, meeting: &Meeting) -> Vec<Part> {
    let heading = Part::heading(1, t!(words, "meeting-participants"));
    let all = &meeting.participation.participants;
    if all.is_empty() {
        return vec![heading, Part::text(t!(words, "meeting-participants-empty"))];
    }
    let standings = ParticipantStanding::VARIANTS.iter().copied().map(Some).chain([None]);
    let rows = standings
        .flat_map(|standing| all.iter().filter(move |participant| participant.standing == standing))
        .map(|participant| {
            let name = match (&participant.state, &participant.organization) {
                (Some(state), _) => words.state(state),
                (None, organization) => organization.clone().unwrap_or_default(),
            };
            let standing = participant.standing.map_or_else(
                || t!(words, "not-known"),
                |standing| words.label(Vocabulary::ParticipantStanding, standing.into()),
            );
            let attendance = participant.attendance.map_or_else(
                || t!(words, "meeting-attendance-not-known"),
                |attendance| words.label(Vocabulary::Attendance, attendance.into()),
            );
            let note = participant.note.clone().unwrap_or_default();
            Vec::from([name, standing, attendance, note].map(plain))
        })
        .collect();
    let head = vec![
        t!(words, "paper-participant"),
        t!(words, "paper-standing"),
        t!(words, "paper-attendance"),
        t!(words, "paper-note"),
    ];
    let caption = t!(words, "meeting-participants-about");
    vec![heading, Part::Table(Table { caption, head, rows, ..Table::default() })]
}

/// The agenda, with the times of the meeting's place.
pub(super) fn agenda(words: Words, meeting: &Meeting) -> Vec<Part> {
    let heading = Part::heading(1, t!(words, "meeting-agenda"));
    if meeting.agenda.items.is_empty() {
        return vec![heading, Part::text(t!(words, "paper-nothing-recorded"))];
    }
    let day = meeting.meeting.date.map(PartialDate::first_day);
    let zone = meeting.meeting.zone().zip(day);
    let caption = zone.map(|(zone, day)| {
        t!(words, "meeting-times-in-zone", zone = zone.name(), offset = offset(zone, day))
    });
    let rows = (1u32..)
        .zip(&meeting.agenda.items)
        .map(|(number, item)| {
            let times: Vec<&str> =
                [&item.start, &item.end].into_iter().filter_map(|time| time.as_deref()).collect();
            let speakers = meeting.agenda.speakers.iter();
            let speakers = speakers.filter(|speaker| speaker.item == Some(number)).map(|speaker| {
                let name = match &speaker.function {
                    Some(function) => t!(
                        words,
                        "speaker-says",
                        name = speaker.name.clone(),
                        function = function.clone()
                    ),
                    None => speaker.name.clone(),
                };
                if speaker.to_be_confirmed {
                    format!("{name} ({})", t!(words, "meeting-to-be-confirmed"))
                } else {
                    name
                }
            });
            let speakers = speakers.collect::<Vec<_>>().join("\n");
            let text = item.in_language(words.language.code()).to_owned();
            Vec::from([times.join("–"), text, speakers].map(plain))
        })
        .collect();
    let head = vec![t!(words, "paper-time"), t!(words, "paper-item"), t!(words, "paper-speakers")];
    let caption = caption.unwrap_or_default();
    vec![heading, Part::Table(Table { caption, head, rows, ..Table::default() })]
}

/// The minutes, or that there are none.
pub(super) fn minutes(words: Words, meeting: &Meeting) -> Vec<Part> {
    let text = meeting.minutes.text.clone().unwrap_or_else(|| t!(words, "meeting-no-minutes"));
    vec![Part::heading(1, t!(words, "meeting-minutes")), Part::text(text)]
}
