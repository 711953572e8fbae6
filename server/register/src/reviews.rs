//! Reviews: which States take part, whose dossier is where, and what a reviewer finds on the desk.

use chrono::NaiveDate;
use domain::{
    account::Actor,
    follow_up::{
        EntryKind,
        dossier::Dossier,
        review::{Review, TakesPart},
        stage::{Stage, Step},
    },
    hearing::heard_since,
    policy::EntryVerb,
};

use crate::{
    Register,
    error::{Error, Lack},
    following::{Entry, Wanted},
    recording::{Act, Saved, author},
    store::entries,
};

/// A State on the desk of a review.
#[derive(Clone, Debug)]
pub struct DeskRow {
    pub state: String,
    /// Nothing where it has not said.
    pub takes_part: Option<bool>,
    /// The address of the reviewer to whom it is assigned.
    pub reviewer: Option<String>,
    /// Its dossier, if it has one that the actor may see.
    pub dossier: Option<Entry>,
    pub open_questions: usize,
    /// It takes part, its input is due, and none has come.
    pub is_overdue: bool,
    /// The day on which anybody of the State last said something in the register.
    pub heard: Option<NaiveDate>,
    /// Whether that was since the review was opened.
    pub heard_since_opening: bool,
}

impl DeskRow {
    /// Whether the State said nothing at all: neither that it takes part, nor by a dossier, nor anything
    /// else in the register since the review was opened.
    pub fn is_silent(&self) -> bool {
        self.takes_part.is_none() && self.dossier.is_none() && !self.heard_since_opening
    }
}

impl Register {
    /// The States of a review, by code, each with what it sent in.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn desk(&self, actor: &Actor, entry: &Entry) -> Result<Vec<DeskRow>, Error> {
        let wanted =
            Wanted { kind: Some(EntryKind::Dossier), parent: Some(entry.id), ..Wanted::default() };
        // Only the Network is shown more of them than where they are: it counts what it asked.
        let dossiers = if actor.is_of_the_network() {
            self.entries_of(actor, &wanted).await?
        } else {
            self.entries_without_content(actor, &wanted).await?
        };
        self.desk_with(entry, dossiers).await
    }

    /// The same with these dossiers.
    pub(crate) async fn desk_with(
        &self,
        entry: &Entry,
        mut dossiers: Vec<Entry>,
    ) -> Result<Vec<DeskRow>, Error> {
        let review: Review = entry.content();
        let mut states: Vec<String> = review.states().into_iter().map(str::to_owned).collect();
        states.extend(dossiers.iter().filter_map(|dossier| dossier.owner.clone()));
        states.sort_unstable();
        states.dedup();
        let due = review.review.input_due.map(domain::PartialDate::last_day);
        let is_past = due.is_some_and(|due| due < entry.today);
        let heard = self.last_heard_from_all().await?;
        let reader = self.store.reader();
        let opened = entries::last_done(reader, entry.id, Step::Open.into()).await?;
        let opened = opened.map(|at| at.date_naive());
        Ok(states
            .into_iter()
            .map(|state| {
                let at = dossiers
                    .iter()
                    .position(|dossier| dossier.owner.as_deref() == Some(state.as_str()));
                let dossier = at.map(|at| dossiers.swap_remove(at));
                let takes_part = review.takes_part(&state).or(dossier.is_some().then_some(true));
                let is_filed = dossier.as_ref().is_some_and(|dossier| dossier.stage.is_filed());
                let questions = dossier
                    .as_ref()
                    .map(|dossier| dossier.content::<Dossier>().open_questions().count());
                let heard = heard.get(&state).copied();
                DeskRow {
                    heard,
                    heard_since_opening: heard_since(heard, opened),
                    takes_part,
                    reviewer: review.reviewers.of_state(&state).map(str::to_owned),
                    open_questions: questions.unwrap_or(0),
                    is_overdue: is_past && takes_part == Some(true) && !is_filed,
                    dossier,
                    state,
                }
            })
            .collect())
    }

    /// A focal point says whether its State takes part. It may say it again: the last word counts.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] for anybody else; [`Error::NotFound`].
    pub async fn take_part(
        &self,
        actor: &Actor,
        id: i64,
        takes_part: bool,
    ) -> Result<Saved, Error> {
        let (on, author) = (self.clock().today(), author(actor));
        let state = actor.state().unwrap_or_default().to_owned();
        self.change(actor, id, EntryVerb::TakePart, Act::TookPart, |_, content| {
            let mut review: Review = serde_json::from_value(content.clone()).unwrap_or_default();
            if review.takes_part(&state) != Some(takes_part) {
                review.say(TakesPart { state, takes_part, on, author });
                content["taking_part"] =
                    serde_json::to_value(review.taking_part).unwrap_or_default();
            }
            Ok(())
        })
        .await
    }

    /// Freezes the register on the day of a review that is about to be concluded.
    pub(crate) async fn freeze_for_review(&self, actor: &Actor, id: i64) -> Result<i64, Error> {
        let entry = self.entry(actor, id).await?;
        if !entry.may(EntryVerb::Review) {
            return Err(Error::NotAllowed);
        }
        let review: Review = entry.content();
        self.freeze(actor, review.review.day(entry.today)).await
    }

    /// A dossier belongs to a review that takes inputs and is open to the actor's State.
    pub(crate) async fn check_takes_dossiers(
        &self,
        actor: &Actor,
        review: Option<i64>,
    ) -> Result<(), Error> {
        let review = self.entry(actor, review.ok_or(Error::NotFound)?).await?;
        let state = actor.state().ok_or(Error::NotAllowed)?;
        if review.kind != EntryKind::Review || !review.content::<Review>().is_open_to(state) {
            return Err(Error::NotFound);
        }
        if takes_dossiers(&review) { Ok(()) } else { Err(Error::Lacks(vec![Lack::WrongStep])) }
    }
}

/// Whether States may still send in a dossier: until the review is concluded, so that a late one is
/// not lost.
pub fn takes_dossiers(review: &Entry) -> bool {
    matches!(review.stage, Stage::OpenForInput | Stage::InReview)
}
