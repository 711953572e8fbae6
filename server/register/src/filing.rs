//! Practices, pledges and dossiers on their way to the Network, and reviews: the steps they take, what
//! these lack, and who may read what the reviewers said.

use domain::{
    account::Actor,
    fields::{
        Form,
        follow_up::{PEER_REVIEW, REVIEWERS, REVIEWERS_TOLD},
    },
    follow_up::{
        EntryKind, dossier,
        entry::read as typed,
        peer_review::PeerReview,
        pledge,
        practice::{self, Opinion, PracticeGap},
        stage::{Stage, Step},
    },
    policy::{EntryVerb, ReviewSight, review_sight},
};
use serde_json::Value;

use crate::{
    Register,
    error::{Error, Lack},
    following::Entry,
    notices,
    peer_review::ask_again,
    recording::{Act, Saved},
    store::{entries, revisions::Note},
};

impl Entry {
    /// What stands in the way of a step with what is filed; nothing where it can be taken.
    pub fn lacks(&self, step: Step) -> Vec<Lack> {
        let practice = |gaps: Vec<PracticeGap>| gaps.into_iter().map(Lack::Practice).collect();
        match (self.kind, step) {
            (EntryKind::Practice, Step::Submit) => {
                practice(practice::lacks_to_submit(&self.content()))
            }
            (EntryKind::Practice, Step::RequestInformation) => {
                practice(practice::lacks_to_decide(&self.content(), Opinion::MoreInformation))
            }
            (EntryKind::Practice, Step::Approve) => {
                practice(practice::lacks_to_decide(&self.content(), Opinion::Approve))
            }
            (EntryKind::Practice, Step::Decline) => {
                practice(practice::lacks_to_decide(&self.content(), Opinion::Decline))
            }
            (EntryKind::Pledge, Step::Submit) => {
                pledge::lacks_to_submit(&self.content()).into_iter().map(Lack::Pledge).collect()
            }
            (EntryKind::Dossier, step) => {
                dossier::lacks(&self.content(), step).into_iter().map(Lack::Dossier).collect()
            }
            _ => Vec::new(),
        }
    }
}

impl Register {
    /// Takes a step with what a State files: files it, takes it up, decides.
    ///
    /// # Errors
    /// [`Error::Lacks`] with what stands in the way; [`Error::NotAllowed`]; [`Error::NotFound`].
    pub async fn take_step(&self, actor: &Actor, id: i64, step: Step) -> Result<Saved, Error> {
        self.step(actor, id, step, None).await
    }

    /// The same from a page that showed this version: nobody accepts what was rewritten meanwhile.
    ///
    /// # Errors
    /// As [`Register::take_step`].
    pub async fn take_step_seen(
        &self,
        actor: &Actor,
        id: i64,
        step: Step,
        version: i32,
    ) -> Result<Saved, Error> {
        self.step(actor, id, step, Some(version)).await
    }

    async fn step(
        &self,
        actor: &Actor,
        id: i64,
        step: Step,
        seen: Option<i32>,
    ) -> Result<Saved, Error> {
        let verb = if step.is_the_states() { EntryVerb::File } else { EntryVerb::Review };
        // What a review found rests on the register as it stood when it was concluded.
        let frozen = match step {
            Step::Conclude => Some(self.freeze_for_review(actor, id).await?),
            _ => None,
        };
        let transaction = self.store.begin().await?;
        let mut row = self.held(&transaction, actor, id, verb).await?;
        let mut content = entries::content(&row.content)?;
        let entry = self.made(actor, row.clone())?;
        if seen.is_some_and(|seen| seen != row.version) {
            return Err(Error::Lacks(vec![Lack::WrongStep]));
        }
        if step == Step::Submit && entry.kind == EntryKind::Dossier {
            self.check_takes_dossiers(actor, entry.parent).await?;
        }
        let Some(stage) = entry.stage.after(step, entry.kind) else {
            return Err(Error::Lacks(vec![Lack::WrongStep]));
        };
        let lacks = entry.lacks(step);
        if !lacks.is_empty() {
            return Err(Error::Lacks(lacks));
        }
        if stage == Stage::Draft {
            // A draft is its State's alone.
            row.published_at = None;
        }
        if step == Step::Submit && entry.kind == EntryKind::Practice {
            ask_again(&mut content);
        }
        if let Some(frozen) = frozen {
            content["frozen"] = frozen.into();
        }
        row.stage = Some(<&str>::from(stage).to_owned());
        let note = Note { act: step.into(), ..self.note(actor, Act::Saved, None, None) };
        let version = entries::update(&transaction, row, &content, &note).await?;
        notices::on_step(&transaction, &entry, step, version, &note).await?;
        transaction.commit().await?;
        Ok(Saved { id, version, changed: true })
    }
}

/// Keeps what the reviewers said from who may not see it; the State, and a reviewer who has not spoken
/// yet, is told the message to the State once it is meant for it.
pub(crate) fn keep_review(actor: &Actor, entry: &mut Entry) {
    if entry.kind == EntryKind::Review && !actor.is_of_the_network() {
        // Who reads whose dossier is a matter within the Network.
        if let Some(sections) = entry.content.as_object_mut() {
            sections.remove(REVIEWERS.code);
        }
    }
    if entry.kind == EntryKind::Dossier {
        let is_the_states = actor.state().is_some() && actor.state() == entry.owner.as_deref();
        if let Some(questions) = entry.content.get_mut("questions")
            && !is_the_states
            && !actor.is_of_the_network()
        {
            // What was asked on the way is between the State and the Network.
            *questions = Value::Array(Vec::new());
        }
    }
    let is_told = matches!(entry.stage, Stage::InformationRequested | Stage::Declined);
    let sight = sight_of(actor, &entry.content);
    narrow(&mut entry.content, sight, is_told);
}

/// How much of the peer review in this content the actor may see.
pub(crate) fn sight_of(actor: &Actor, content: &Value) -> ReviewSight {
    review_sight(actor, &typed(&content[PEER_REVIEW.code]))
}

/// Takes out of a content what this sight leaves out of its peer review. `is_told` keeps the message.
pub(crate) fn narrow(content: &mut Value, sight: ReviewSight, is_told: bool) {
    let Some(section) = content.get_mut(PEER_REVIEW.code) else { return };
    let review: PeerReview = typed(section);
    let part = match sight {
        ReviewSight::All => return,
        ReviewSight::OwnPart(account) => review.part_of(account),
        ReviewSight::Nothing => PeerReview::default(),
    };
    let message = review.message.filter(|_| is_told);
    *section = serde_json::to_value(PeerReview { message, ..part }).unwrap_or_default();
}

/// Whether a form of an entry is the Network's own: what reviewers of a practice said, and who reads
/// which State's dossier.
pub(crate) fn is_the_networks(kind: EntryKind, form: &str) -> bool {
    form == PEER_REVIEW.code || (kind == EntryKind::Review && form == REVIEWERS.code)
}

/// The forms that an actor may see told: some are the Network's own.
pub fn forms_for(actor: &Actor, kind: EntryKind) -> impl Iterator<Item = Form> {
    let sees_review = actor.is_of_the_network();
    let told = (kind == EntryKind::Practice).then_some(REVIEWERS_TOLD);
    let forms = kind.forms().iter().copied().chain(told);
    forms.filter(move |form| sees_review || !is_the_networks(kind, form.code))
}
