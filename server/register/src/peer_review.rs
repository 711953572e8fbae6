//! The peer review of a practice: a coordinator names the reviewers; each of them declares conflicts
//! of interest and then gives an opinion, and speaks for nobody else.

use domain::{
    account::{Account, Actor, Role},
    fields::{
        FieldProblem, Problem, Values,
        follow_up::{DECLARATION, NAMED_REVIEWER, OPINION, PEER_REVIEW},
        read,
    },
    follow_up::{
        EntryKind, Target,
        entry::read as typed,
        peer_review::{Declared, Given, Named, PeerReview, Refusal},
        stage::Stage,
    },
    policy::{EntryVerb, may_be_named_reviewer},
};
use serde_json::Value;

use crate::{
    Register,
    accounts::account_of,
    error::{Error, Lack},
    following::{Entry, Wanted},
    recording::{Act, Saved},
    store::{accounts, entries},
};

impl Register {
    /// The accounts that a coordinator may still name as reviewers of this practice, by name; nobody
    /// for others, and while it is not in review.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn reviewers_to_name(&self, entry: &Entry) -> Result<Vec<Account>, Error> {
        if !is_named_for(entry) {
            return Ok(Vec::new());
        }
        let review: PeerReview = typed(&entry.content[PEER_REVIEW.code]);
        let rows = accounts::enabled_of_role(self.store.reader(), Role::Reviewer.into()).await?;
        let mut found = rows.into_iter().map(account_of).collect::<Result<Vec<_>, _>>()?;
        found.retain(|account| review.of(account.id).is_none());
        Ok(found)
    }

    /// A coordinator names a reviewer.
    ///
    /// # Errors
    /// [`Error::Invalid`] with the fields' problems, also for an account that can't be named;
    /// [`Error::Lacks`] while the practice is not in review; [`Error::NotAllowed`]; [`Error::NotFound`].
    pub async fn name_reviewer(
        &self,
        actor: &Actor,
        id: i64,
        values: &Values,
    ) -> Result<Saved, Error> {
        let named: Named = typed(&read(NAMED_REVIEWER, values).map_err(Error::Invalid)?);
        let account = match named.account {
            Some(account) => accounts::by_id(self.store.reader(), account).await?,
            None => None,
        };
        let account = account.filter(|account| account.disabled_at.is_none());
        let account = account.map(account_of).transpose()?.filter(may_be_named_reviewer);
        // Whether there is such an account is told to nobody who may not name one.
        self.in_review(actor, id, EntryVerb::Review, Act::ReviewerNamed, |review| {
            let account = account.ok_or(Refusal::NotOffered("account"))?;
            let kind = named.kind.ok_or(Refusal::Open("kind"))?;
            review.name(account.id, account.name, kind)
        })
        .await
    }

    /// A coordinator takes a reviewer off the list who has said nothing yet.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] for anybody else, and for a reviewer who has declared; [`Error::Lacks`] while
    /// the practice is not in review; [`Error::NotFound`].
    pub async fn release_reviewer(
        &self,
        actor: &Actor,
        id: i64,
        account: i64,
    ) -> Result<Saved, Error> {
        self.in_review(actor, id, EntryVerb::Review, Act::ReviewerReleased, |review| {
            review.release(account)
        })
        .await
    }

    /// A named reviewer declares whether there is a conflict of interest.
    ///
    /// # Errors
    /// [`Error::Invalid`] with the fields' problems; [`Error::NotAllowed`] for who is not named or has
    /// declared already; [`Error::NotFound`].
    pub async fn declare_interest(
        &self,
        actor: &Actor,
        id: i64,
        values: &Values,
    ) -> Result<Saved, Error> {
        let said: Declared = typed(&read(DECLARATION, values).map_err(Error::Invalid)?);
        let account = actor.account().ok_or(Error::NotAllowed)?.id;
        let on = self.clock().today();
        self.in_review(actor, id, EntryVerb::Assess, Act::Declared, |review| {
            review.declare(account, said, on)
        })
        .await
    }

    /// A named reviewer who has declared that there is no conflict of interest gives an opinion.
    ///
    /// # Errors
    /// [`Error::Invalid`] with the fields' problems; [`Error::NotAllowed`] before the declaration, with a
    /// conflict, and for who has given it already; [`Error::NotFound`].
    pub async fn give_opinion(
        &self,
        actor: &Actor,
        id: i64,
        values: &Values,
    ) -> Result<Saved, Error> {
        let said: Given = typed(&read(OPINION, values).map_err(Error::Invalid)?);
        let account = actor.account().ok_or(Error::NotAllowed)?.id;
        let on = self.clock().today();
        self.in_review(actor, id, EntryVerb::Assess, Act::OpinionGiven, |review| {
            review.give_opinion(account, said, on)
        })
        .await
    }

    /// A page of the practices in review that wait for the actor's word, and whether there are more.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] for who is no reviewer.
    pub async fn reviewing(&self, actor: &Actor, page: u64) -> Result<(Vec<Entry>, bool), Error> {
        let account = actor.account().filter(|account| may_be_named_reviewer(account));
        let wanted = Wanted {
            kind: Some(EntryKind::Practice),
            stage: Some(Stage::InReview),
            target: Some(Target::Reviewer(account.ok_or(Error::NotAllowed)?.id)),
            ..Wanted::default()
        };
        self.entries(actor, &wanted, page).await
    }

    /// One change of a peer review in one transaction. Its revision is one of the peer review, so that
    /// nobody outside the Network is told of it.
    async fn in_review(
        &self,
        actor: &Actor,
        id: i64,
        verb: EntryVerb,
        act: Act,
        change: impl FnOnce(&mut PeerReview) -> Result<(), Refusal>,
    ) -> Result<Saved, Error> {
        let transaction = self.store.begin().await?;
        let row = self.held(&transaction, actor, id, verb).await?;
        if entries::kind(&row)? != EntryKind::Practice {
            return Err(Error::NotFound);
        }
        if row.stage.as_deref() != Some(Stage::InReview.into()) {
            return Err(Error::Lacks(vec![Lack::WrongStep]));
        }
        let mut content = entries::content(&row.content)?;
        let mut review: PeerReview = typed(&content[PEER_REVIEW.code]);
        change(&mut review).map_err(refused)?;
        put(&mut content, &review);
        let note = self.note(actor, act, Some(PEER_REVIEW.code), None);
        let version = entries::update(&transaction, row, &content, &note).await?;
        transaction.commit().await?;
        Ok(Saved { id, version, changed: true })
    }
}

/// Whether the actor for whom the entry was read may name reviewers of it now.
fn is_named_for(entry: &Entry) -> bool {
    entry.kind == EntryKind::Practice
        && entry.stage == Stage::InReview
        && entry.may(EntryVerb::Review)
}

fn refused(refusal: Refusal) -> Error {
    let problem =
        |name: &str, problem| Error::Invalid(vec![Problem { name: name.to_owned(), problem }]);
    match refusal {
        Refusal::NotAsked => Error::NotAllowed,
        Refusal::Open(name) => problem(name, FieldProblem::Required),
        Refusal::NotOffered(name) => problem(name, FieldProblem::NotAChoice),
    }
}

fn put(content: &mut Value, review: &PeerReview) {
    content[PEER_REVIEW.code] = serde_json::to_value(review).unwrap_or_default();
}

/// Asks the reviewers again about a practice that its State files again.
pub(crate) fn ask_again(content: &mut Value) {
    let mut review: PeerReview = typed(&content[PEER_REVIEW.code]);
    if review.ask_again() {
        put(content, &review);
    }
}
