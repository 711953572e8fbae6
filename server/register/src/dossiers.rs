//! Dossiers: drafted from the register, edited by their State, asked about by the Network.

use chrono::NaiveDate;
use domain::{
    Agreement,
    account::Actor,
    checkpoints::talk_day,
    confirmation::{RecordAnswer, Said},
    fields::{
        Values,
        follow_up::{ANSWER, QUESTION},
        read,
    },
    figures::{Figures, figures, statuses},
    follow_up::{
        EntryKind,
        dossier::{Answered, Chapter, Dossier, Drafted, Question, redrafted},
        entry::read as typed,
        review::Review,
        stage::Stage,
    },
    policy::{EntryVerb, may_begin},
    status::Status,
};
use serde_json::{Value, json};

use crate::{
    Register,
    agreement_reports::OnAgreement,
    answering::Contest,
    error::{Error, Lack},
    following::{Entry, Place, Wanted},
    recording::{Act, Saved, author},
    store::{agreements, confirmations},
};

/// What a dossier is drafted from: the State's part of the register, frozen, and what the State said,
/// promised and filed.
#[derive(Clone, Debug)]
pub struct Material {
    pub state: String,
    pub review: Entry,
    /// The day at which the records are looked at.
    pub day: NaiveDate,
    /// The frozen register from which the figures come.
    pub frozen: i64,
    /// The State's figures.
    pub figures: Figures,
    /// The whole register's.
    pub all: Figures,
    /// The State's published agreements, in the order of their numbers.
    pub agreements: Vec<OfState>,
    /// What it said, promised and filed, as far as others may know of it; what names it is not its own
    /// and not here.
    pub entries: Vec<Entry>,
    /// What the parties of its agreements have published on them, oldest first: its own reports and
    /// those of the others.
    pub reports: Vec<OnAgreement>,
}

/// An agreement of the State.
#[derive(Clone, Debug)]
pub struct OfState {
    pub id: i64,
    pub agreement: Agreement,
    pub at_talk: Status,
    pub on_day: Status,
    /// Where it stands with the parties that did not record it.
    pub answer: RecordAnswer,
    /// What other parties record differently.
    pub contests: Vec<Contest>,
    /// What the other parties said about its sections, oldest first.
    pub said: Vec<Said>,
    pub recorded_by: Option<String>,
    /// The day on which anybody last spoke of it.
    pub heard: Option<NaiveDate>,
}

impl Register {
    /// Gathers what a dossier for this review is drafted from, and freezes the register for it.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] for who writes no dossier; [`Error::NotFound`]; [`Error::Lacks`] where the
    /// review takes none.
    ///
    /// # Panics
    /// Never: counting records does not panic.
    pub async fn dossier_material(&self, actor: &Actor, review: i64) -> Result<Material, Error> {
        let state = actor.state().ok_or(Error::NotAllowed)?.to_owned();
        if !may_begin(actor, EntryKind::Dossier, Some(&state)) {
            return Err(Error::NotAllowed);
        }
        self.check_takes_dossiers(actor, Some(review)).await?;
        let review = self.entry(actor, review).await?;
        let day = review.content::<Review>().review.day(review.today);
        let (frozen, records) = self.freeze_now(actor, day).await?;
        let (all, own, records, at_talk, on_day) = {
            let state = state.clone();
            tokio::task::spawn_blocking(move || {
                let refs: Vec<(i64, &Agreement)> = pairs(&records);
                let own: Vec<(i64, &Agreement)> =
                    refs.iter().copied().filter(|(_, record)| names(record, &state)).collect();
                let at_talk = statuses(&own, talk_day(), Some(&state));
                let on_day = statuses(&own, day, Some(&state));
                let found = (figures(&refs, day, None), figures(&own, day, Some(&state)));
                let own = records.iter().filter(|(_, record)| names(record, &state));
                (found.0, found.1, own.cloned().collect::<Vec<_>>(), at_talk, on_day)
            })
            .await
            .expect("counting records does not panic")
        };
        let reader = self.store.reader();
        let ids: Vec<i64> = records.iter().map(|(id, _)| *id).collect();
        let mut contests = confirmations::contests(reader, &ids).await?;
        let mut said = confirmations::said_of_many(reader, &ids).await?;
        let heard = self.last_heard_of_records(&ids).await?;
        let rows = agreements::find_many(reader, &ids).await?;
        let of = |id: i64| rows.iter().find(|row| row.id == id);
        let agreements = records
            .into_iter()
            .map(|(id, agreement)| OfState {
                id,
                agreement,
                at_talk: at_talk.get(&id).copied().unwrap_or(Status::NotKnown),
                on_day: on_day.get(&id).copied().unwrap_or(Status::NotKnown),
                answer: of(id)
                    .and_then(|row| row.answer.parse().ok())
                    .unwrap_or(RecordAnswer::OneParty),
                contests: contests.remove(&id).unwrap_or_default(),
                said: said.remove(&id).unwrap_or_default(),
                heard: heard.get(&id).copied(),
                recorded_by: of(id).and_then(|row| row.recorded_by.clone()),
            })
            .collect();
        let wanted = Wanted { owner: Some(Some(state.clone())), ..Wanted::default() };
        let mut entries = self.every_entry(actor, &wanted).await?;
        entries.retain(|entry| {
            let is_known = entry.published_at.is_some() || entry.stage.is_filed();
            is_known && entry.kind != EntryKind::Dossier
        });
        entries.sort_by_key(|entry| entry.id);
        let reports = self.reports_on_agreements_of(actor, &state).await?;
        Ok(Material { state, review, day, frozen, figures: own, all, agreements, entries, reports })
    }

    /// Begins the dossier of the actor's State for a review; where it is begun already, that one.
    ///
    /// # Errors
    /// As [`Register::dossier_material`].
    pub async fn begin_dossier(&self, actor: &Actor, review: i64) -> Result<i64, Error> {
        let owner = actor.state().ok_or(Error::NotAllowed)?.to_owned();
        let wanted = Wanted {
            kind: Some(EntryKind::Dossier),
            owner: Some(Some(owner.clone())),
            parent: Some(review),
            ..Wanted::default()
        };
        if let Some(begun) = self.entries_of(actor, &wanted).await?.first() {
            return Ok(begun.id);
        }
        let place = Place { owner: Some(owner), parent: Some(review), ..Place::default() };
        let saved = self.begin_entry(actor, EntryKind::Dossier, place, &Values::default()).await;
        match saved {
            Ok(saved) => Ok(saved.id),
            // A colleague began it at the same moment: there is one dossier.
            Err(error @ Error::Unavailable(_)) => {
                let begun = self.entries_of(actor, &wanted).await?;
                begun.first().map(|begun| begun.id).ok_or(error)
            }
            Err(error) => Err(error),
        }
    }

    /// Puts a new draft into a dossier: chapters that the State edited keep its words.
    ///
    /// # Errors
    /// [`Error::NotAllowed`]; [`Error::NotFound`].
    pub async fn draft_dossier(
        &self,
        actor: &Actor,
        id: i64,
        drafted: Drafted,
    ) -> Result<Saved, Error> {
        self.change(actor, id, EntryVerb::Edit, Act::Drafted, |_, content| {
            let before = typed::<Dossier>(content).drafted;
            for (chapter, text) in &drafted.chapters {
                let earlier = before.as_ref().and_then(|before| before.chapters.get(chapter));
                let text = redrafted(
                    content[chapter.as_str()]["text"].as_str(),
                    earlier.map(String::as_str),
                    text,
                );
                content[chapter.as_str()] = json!({ "text": text });
            }
            content["drafted"] = serde_json::to_value(drafted).unwrap_or_default();
            Ok(())
        })
        .await
    }

    /// A reviewer asks about a chapter.
    ///
    /// # Errors
    /// [`Error::Invalid`] with the fields' problems; [`Error::NotAllowed`] for who does not review, and
    /// while the dossier is not in review; [`Error::NotFound`].
    pub async fn ask_about(&self, actor: &Actor, id: i64, values: &Values) -> Result<Saved, Error> {
        let asked = read(QUESTION, values).map_err(Error::Invalid)?;
        let question = Question {
            chapter: chapter(&asked).ok_or(Error::NotFound)?,
            text: text(&asked),
            author: author(actor),
            on: self.clock().today(),
            answer: None,
        };
        self.change(actor, id, EntryVerb::Review, Act::Asked, |row, content| {
            if row.stage.as_deref() != Some(Stage::InReview.into()) {
                return Err(Error::NotAllowed);
            }
            let mut dossier: Dossier = typed(content);
            dossier.questions.push(question);
            content["questions"] = serde_json::to_value(dossier.questions).unwrap_or_default();
            Ok(())
        })
        .await
    }

    /// The State answers the question with this place in the list; an answer may be written anew until
    /// the dossier is sent back. `seen` is the answer that the person had before their eyes, if any.
    ///
    /// # Errors
    /// [`Error::Invalid`]; [`Error::NotAllowed`]; [`Error::NotFound`] where there is no such question;
    /// [`Error::Lacks`] where a colleague has answered otherwise meanwhile.
    pub async fn answer_question(
        &self,
        actor: &Actor,
        id: i64,
        number: usize,
        seen: Option<&str>,
        values: &Values,
    ) -> Result<Saved, Error> {
        let said = read(ANSWER, values).map_err(Error::Invalid)?;
        let answer =
            Answered { text: text(&said), author: author(actor), on: self.clock().today() };
        self.change(actor, id, EntryVerb::Edit, Act::Answered, |row, content| {
            if row.stage.as_deref() != Some(Stage::InformationRequested.into()) {
                return Err(Error::NotAllowed);
            }
            let mut dossier: Dossier = typed(content);
            let question = dossier.questions.get_mut(number).ok_or(Error::NotFound)?;
            if question.answer.as_ref().map(|answer| answer.text.as_str()) != seen {
                return Err(Error::Lacks(vec![Lack::WrongStep]));
            }
            question.answer = Some(answer);
            content["questions"] = serde_json::to_value(dossier.questions).unwrap_or_default();
            Ok(())
        })
        .await
    }
}

fn pairs(records: &[(i64, Agreement)]) -> Vec<(i64, &Agreement)> {
    records.iter().map(|(id, record)| (*id, record)).collect()
}

fn names(record: &Agreement, state: &str) -> bool {
    record.party_codes().any(|party| party == state)
}

fn chapter(asked: &Value) -> Option<Chapter> {
    asked["chapter"].as_str()?.parse().ok()
}

fn text(said: &Value) -> String {
    said["text"].as_str().unwrap_or_default().to_owned()
}
