//! What waits for somebody beside the records of agreements: for the Network what States filed and what
//! it has not carried out itself; for a State what reviews and joint committees ask of it.

use domain::{
    account::Actor,
    follow_up::{
        EntryKind,
        agreement_report::{ActionPoint, open_points},
        dossier::Dossier,
        review::{Reading, Review},
        stage::Stage,
    },
};

use crate::{
    Register,
    agreement_reports::OnAgreement,
    error::Error,
    following::{Entry, Wanted},
    reviews::takes_dossiers,
};

/// A dossier that waits, with its review.
#[derive(Clone, Debug)]
pub struct WaitingDossier {
    pub dossier: Entry,
    pub review: Option<Entry>,
    /// Whose it is to read.
    pub reading: Reading,
    pub questions: usize,
    /// Those of them that the State has not answered.
    pub open_questions: usize,
}

/// What waits for an account of the Network.
#[derive(Clone, Debug)]
pub struct OfNetwork {
    /// Dossiers to read: those assigned to the actor first, then those assigned to nobody; those that
    /// wait longest first.
    pub dossiers: Vec<WaitingDossier>,
    /// Practices filed or in review, and whether there are more.
    pub practices: (Vec<Entry>, bool),
    /// The Network's own commitments that are late, and whether there are more.
    pub late: (Vec<Entry>, bool),
}

/// An action point with the report that tells it.
#[derive(Clone, Debug)]
pub struct OpenPoint {
    pub point: ActionPoint,
    /// The State that reports it.
    pub reporter: String,
    /// The number of the report.
    pub report: i64,
}

/// What reviews and joint committees ask of a State.
#[derive(Clone, Debug)]
pub struct OfState {
    /// Its dossiers about which the Network asked.
    pub dossiers: Vec<WaitingDossier>,
    /// Reviews that are open and in which it has not said whether it takes part.
    pub reviews: Vec<Entry>,
    /// What it is to do for joint committees.
    pub points: Vec<OpenPoint>,
}

impl Register {
    /// What waits for an account of the Network, from a few questions to the database.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] for anybody else.
    pub async fn inbox_of_network(&self, actor: &Actor) -> Result<OfNetwork, Error> {
        let account = actor.account().filter(|_| actor.is_of_the_network());
        let address = &account.ok_or(Error::NotAllowed)?.email;
        let to_read = vec![Stage::Submitted, Stage::InReview];
        let wanted = |kind, stages| Wanted { kind: Some(kind), stages, ..Wanted::default() };
        let filed = wanted(EntryKind::Dossier, to_read.clone());
        let reviews = self.entries_of(actor, &wanted(EntryKind::Review, Vec::new())).await?;
        let dossiers = self.entries_of(actor, &filed).await?;
        let mut dossiers: Vec<WaitingDossier> = dossiers
            .into_iter()
            .map(|dossier| waiting(dossier, &reviews, address))
            .filter(|waiting| waiting.reading != Reading::Anothers)
            .collect();
        dossiers.sort_by_key(|waiting| (waiting.reading, waiting.dossier.changed_at));
        let practices = self.entries(actor, &wanted(EntryKind::Practice, to_read), 0).await?;
        let late = Wanted {
            kind: Some(EntryKind::Commitment),
            owner: Some(None),
            overdue_on: Some(self.clock().today()),
            ..Wanted::default()
        };
        let late = self.entries(actor, &late, 0).await?;
        Ok(OfNetwork { dossiers, practices, late })
    }

    /// What reviews and joint committees ask of the actor's State.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] for who has no State.
    pub async fn inbox_of_state(&self, actor: &Actor) -> Result<OfState, Error> {
        let state = actor.state().ok_or(Error::NotAllowed)?;
        let all = Wanted { kind: Some(EntryKind::Review), ..Wanted::default() };
        let mut reviews = self.entries_of(actor, &all).await?;
        let own = Wanted {
            kind: Some(EntryKind::Dossier),
            owner: Some(Some(state.to_owned())),
            ..Wanted::default()
        };
        let own = self.entries_of(actor, &own).await?;
        let has_dossier: Vec<i64> = own.iter().filter_map(|dossier| dossier.parent).collect();
        let dossiers = own
            .into_iter()
            .filter(|dossier| dossier.stage == Stage::InformationRequested)
            .map(|dossier| waiting(dossier, &reviews, ""))
            .collect();
        reviews.retain(|entry| {
            let review: Review = entry.content();
            takes_dossiers(entry)
                && review.is_open_to(state)
                && review.takes_part(state).is_none()
                && !has_dossier.contains(&entry.id)
        });
        reviews.sort_by_key(|entry| entry.content::<Review>().review.from);
        let reports = self.reports_on_agreements_of(actor, state).await?;
        let told: Vec<_> = reports.iter().map(OnAgreement::told).collect();
        let points = open_points(&told, state)
            .into_iter()
            .map(|(place, point)| OpenPoint {
                point: point.clone(),
                reporter: reports[place].entry.owner.clone().unwrap_or_default(),
                report: reports[place].entry.id,
            })
            .collect();
        Ok(OfState { dossiers, reviews, points })
    }
}

/// A dossier with its review among these, for the reviewer with this address.
fn waiting(dossier: Entry, reviews: &[Entry], address: &str) -> WaitingDossier {
    let review = reviews.iter().find(|review| Some(review.id) == dossier.parent).cloned();
    let state = dossier.owner.as_deref().unwrap_or_default();
    let reading = review.as_ref().map_or(Reading::Nobodys, |review| {
        review.content::<Review>().reviewers.reading(state, address)
    });
    let content: Dossier = dossier.content();
    WaitingDossier {
        reading,
        questions: content.questions.len(),
        open_questions: content.open_questions().count(),
        review,
        dossier,
    }
}
