//! What a new entry takes over: from its address, from the record of an agreement, from the statement
//! or recommendation that it comes from.

use app::prefill::{Source, from_record};
use axum::{
    Extension,
    extract::{Path, State},
    response::Response,
};
use domain::{
    fields::{Values, follow_up::COMMITMENT, write},
    follow_up::{
        EntryKind,
        commitment::{Commitment, Committed, Recommendation},
        meeting::Bilingual,
        statement::Statement,
    },
};
use register::{
    Error,
    following::{Entry, Place},
};

use super::act;
use crate::{
    forms::Posted,
    site::{Site, Visit},
};

/// Where a new entry belongs when the address does not say whose it is: to the actor's State.
pub(super) fn place_asked(visit: &Visit, kind: EntryKind) -> Place {
    let asked = &visit.asked;
    let number = |name: &str| asked.parameter(name).and_then(|number| number.parse().ok());
    let of_own_state = matches!(
        kind,
        EntryKind::Commitment
            | EntryKind::Practice
            | EntryKind::Pledge
            | EntryKind::AgreementReport
    );
    let own = of_own_state.then(|| asked.actor.state()).flatten();
    Place {
        owner: asked.parameter("owner").or_else(|| own.map(str::to_owned)),
        parent: number("parent"),
        meeting: number("meeting"),
        question: asked.parameter("question").and_then(|number| number.parse().ok()),
    }
}

/// What a practice, a pledge or a report takes over from the record of the agreement that it begins
/// from.
pub(super) async fn from_agreement(visit: &Visit, kind: EntryKind) -> Result<Values, Error> {
    let asked = visit.asked.parameter("agreement").and_then(|number| number.parse::<u32>().ok());
    let is_report = kind == EntryKind::AgreementReport;
    let (Some(number), true) = (asked, kind.is_filed() || is_report) else {
        return Ok(Values::default());
    };
    let record = visit.asked.register.agreement(&visit.asked.actor, number.into()).await?;
    if is_report {
        let mut values = Values::default();
        values.push("agreements", number.to_string());
        return Ok(values);
    }
    let source = Source {
        number: record.id,
        agreement: &record.agreement,
        state: visit.asked.actor.state(),
        today: record.today,
    };
    Ok(from_record(visit.asked.words, kind, &source))
}

/// A commitment of what was said or recommended, in one step: a draft that keeps its link.
pub(super) async fn commit(
    State(site): State<Site>,
    Extension(kind): Extension<EntryKind>,
    Path(id): Path<String>,
    Posted { visit, .. }: Posted,
) -> Response {
    act(&site, &visit, kind, &id, "begun", async |entry| {
        let (register, actor) = (&visit.asked.register, &visit.asked.actor);
        let place = Place {
            owner: actor.state().map(str::to_owned),
            parent: Some(entry.id),
            meeting: entry.meeting,
            question: None,
        };
        let values = taken_over(entry);
        let saved = register.begin_entry(actor, EntryKind::Commitment, place, &values).await?;
        Ok(format!("/{}/{}", EntryKind::Commitment.path(), saved.id))
    })
    .await
}

/// What a commitment takes over from the statement or recommendation that it comes from.
fn taken_over(entry: &Entry) -> Values {
    let committed = match entry.kind {
        EntryKind::Recommendation => {
            let recommended = entry.content::<Recommendation>().recommendation;
            Committed {
                text: Some(recommended.in_language("en").to_owned()),
                due: recommended.due,
                objectives: recommended.objectives,
                ..Committed::default()
            }
        }
        _ => {
            let said = entry.content::<Statement>().statement;
            // A commitment is a sentence or two; the whole statement stays where it is.
            let text: String = said.text.unwrap_or_default().chars().take(2000).collect();
            Committed {
                text: Some(text),
                objectives: said.objectives,
                agreements: said.agreements,
                ..Committed::default()
            }
        }
    };
    let content = Commitment { commitment: committed, ..Commitment::default() };
    let section = serde_json::to_value(content.commitment).unwrap_or_default();
    write(COMMITMENT, &section)
}
