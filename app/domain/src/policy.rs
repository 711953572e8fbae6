//! The one policy: may this actor do this to that record, and which records may they see. Denied
//! is the default. It is applied in the register, within the query, for every channel alike.

use crate::{
    account::{Account, Actor, Role},
    follow_up::{EntryKind, peer_review::PeerReview, registration::Opening, stage::Stage},
    sharing::Sharing,
    states,
};

/// What somebody may want to do with a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::VariantArray)]
pub enum Verb {
    Read,
    Edit,
    Publish,
    /// Let others see a record that is not published, or say from which day everybody will.
    Share,
    /// Make a published record a draft again.
    Withdraw,
    /// Put a draft away that was never published, or take it out again.
    Discard,
}

/// What the policy must know of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The State that recorded it; none where it came from a public source and no State has taken
    /// it over.
    pub recorded_by: Option<String>,
    /// The parties' codes.
    pub parties: Vec<String>,
    pub published: bool,
    /// Who sees it while it is not published.
    pub sharing: Sharing,
    /// It came from a public source, whoever has taken it over.
    pub from_source: bool,
}

/// Whether the actor may do it.
///
/// A published record is read by all; a draft by the State that records it, and by those with whom it
/// shares it. Officials and focal points edit, share, publish and withdraw what their own State records. A record that came from a
/// public source may be taken over by the officials of any of its parties, and nobody takes from the
/// public what it knew already. The Network's accounts edit nobody's record.
pub fn may(actor: &Actor, verb: Verb, record: &Standing) -> bool {
    let own = match (actor.state(), &record.recorded_by) {
        (Some(state), Some(recorder)) => state == recorder,
        (Some(state), None) => record.parties.iter().any(|party| party == state),
        (None, _) => false,
    };
    match verb {
        Verb::Read => {
            record.published
                || (own && record.recorded_by.is_some())
                || is_shared_with(actor, record)
        }
        Verb::Edit => own,
        Verb::Publish => own && record.recorded_by.is_some(),
        Verb::Withdraw => {
            own && record.recorded_by.is_some() && record.published && !record.from_source
        }
        Verb::Share | Verb::Discard => {
            own && record.recorded_by.is_some() && !record.published && !record.from_source
        }
    }
}

/// Whether the State that records it lets the actor see it before everybody does.
fn is_shared_with(actor: &Actor, record: &Standing) -> bool {
    let is_party =
        || actor.state().is_some_and(|state| record.parties.iter().any(|party| party == state));
    match record.sharing {
        Sharing::OwnState => false,
        Sharing::Parties => is_party(),
        Sharing::Network => is_party() || actor.is_of_the_network(),
    }
}

/// Whether the actor may begin a record: accounts of a State may, for their State.
pub fn may_record(actor: &Actor) -> bool {
    actor.state().is_some()
}

/// Whether the actor may look for records that mean one agreement: coordinators in the whole register,
/// accounts of a State among the records that name it.
pub fn may_seek_duplicates(actor: &Actor) -> bool {
    actor.is_coordinator() || actor.state().is_some()
}

/// Whether the actor may merge `merged` into `kept`, and take them apart again.
///
/// What a State recorded is merged by that State alone, into a record that names it. What came from a
/// public source and nobody has taken over is merged by the officials of any of its parties, and by
/// the Network's coordinators. Both are published: a draft is put away instead.
pub fn may_merge(actor: &Actor, kept: &Standing, merged: &Standing) -> bool {
    if !kept.published || !merged.published {
        return false;
    }
    let names = |record: &Standing, state: &str| record.parties.iter().any(|party| party == state);
    match (actor.state(), &merged.recorded_by) {
        (Some(state), Some(recorder)) => state == recorder && names(kept, state),
        (Some(state), None) => names(kept, state) && names(merged, state),
        (None, None) => actor.is_coordinator(),
        (None, Some(_)) => false,
    }
}

/// Whether the actor may confirm or contest the record: for a party that did not record it, once it
/// sees it. Nobody confirms their own entry.
pub fn may_answer(actor: &Actor, record: &Standing) -> bool {
    let Some(state) = actor.state() else { return false };
    (record.published || is_shared_with(actor, record))
        && record.recorded_by.as_deref() != Some(state)
        && record.parties.iter().any(|party| party == state)
}

/// The records that an actor may see, as the store can ask for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Visible {
    /// What is published.
    Published,
    /// What is published, what this State records, and what other parties share with it.
    PublishedAndOf(String),
    /// What is published, and what States share with the Network.
    PublishedAndOfNetwork,
}

/// Which records the actor may see: [`may`] with [`Verb::Read`], said for the whole register.
pub fn visible(actor: &Actor) -> Visible {
    match actor.state() {
        Some(state) => Visible::PublishedAndOf(state.to_owned()),
        None if actor.is_of_the_network() => Visible::PublishedAndOfNetwork,
        None => Visible::Published,
    }
}

/// What somebody may want to do with an entry of the follow-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::VariantArray)]
pub enum EntryVerb {
    Read,
    Edit,
    Publish,
    /// Say that what the Network recorded for one's State is the State's own, or confirm one's part of
    /// a pledge.
    Confirm,
    /// Report on its progress.
    Report,
    /// Take a State's step with what is filed.
    File,
    /// Take the Network's steps; ask about a dossier; name the reviewers of a practice.
    Review,
    /// Say for one's State whether it takes part in a review.
    TakePart,
    /// Declare conflicts of interest in a peer review, and give one's own opinion.
    Assess,
}

/// What the policy must know of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryStanding {
    pub kind: EntryKind,
    /// The State; none for the Network.
    pub owner: Option<String>,
    /// The Network wrote it for the State, which has not confirmed it.
    pub recorded_for: bool,
    /// The States that carry it out too, or are addressed.
    pub partners: Vec<String>,
    pub published: bool,
    /// Where it is on its way, for what is filed with the Network.
    pub stage: Stage,
    /// The accounts whose word in its peer review is waited for.
    pub reviewers: Vec<i64>,
}

/// Whether the actor may do it with the entry.
///
/// A published entry is read by all; a draft by its owner: the State's accounts, or the Network's.
/// A State's accounts edit what is the State's; coordinators what is the Network's, and what the
/// Network wrote for a State until the State confirms it: from then on nobody but the State changes
/// its words. On what is followed the owner reports, and a partner may add what it has seen. What a
/// State files is the Network's to see from then on, and the State's to change only while nobody
/// reviews it; a practice is published once it is approved, a dossier once it is accepted, if its
/// State wishes so. Coordinators lead a review, and the peer review of a practice, from stage to stage;
/// a reviewer speaks for nobody else, and only where named. A focal point says whether its State takes
/// part.
pub fn may_with_entry(actor: &Actor, verb: EntryVerb, entry: &EntryStanding) -> bool {
    let is_the_states = entry.owner.is_some() && actor.state() == entry.owner.as_deref();
    let is_partner =
        actor.state().is_some_and(|state| entry.partners.iter().any(|other| other == state));
    if entry.kind.is_filed() {
        return may_with_filed(actor, verb, entry, is_the_states, is_partner);
    }
    let is_the_networks = entry.owner.is_none() || entry.recorded_for;
    let own = is_the_states || (is_the_networks && actor.is_coordinator());
    let read = entry.published || is_the_states || (is_the_networks && actor.is_of_the_network());
    match verb {
        EntryVerb::Read => read,
        EntryVerb::Edit | EntryVerb::Publish => own,
        EntryVerb::Confirm => entry.recorded_for && is_the_states,
        EntryVerb::Report => entry.kind.is_followed() && read && (own || is_partner),
        EntryVerb::File | EntryVerb::Assess => false,
        EntryVerb::Review => entry.kind == EntryKind::Review && actor.is_coordinator(),
        EntryVerb::TakePart => {
            // The forum has no members of its own: it is every State's that there is.
            let is_fictitious = actor.state().is_some_and(states::is_example);
            let is_the_actors = is_partner || (entry.partners.is_empty() && !is_fictitious);
            entry.kind == EntryKind::Review
                && entry.published
                && entry.stage != Stage::Concluded
                && actor.is_focal_point()
                && is_the_actors
        }
    }
}

/// The same for what a State files with the Network.
fn may_with_filed(
    actor: &Actor,
    verb: EntryVerb,
    entry: &EntryStanding,
    is_the_states: bool,
    is_partner: bool,
) -> bool {
    let is_pledge = entry.kind == EntryKind::Pledge;
    // What a State sends in to a review its focal point answers for.
    let answers_for_it =
        is_the_states && (entry.kind != EntryKind::Dossier || actor.is_focal_point());
    let read = entry.published
        || is_the_states
        // Who is named in a pledge is asked to confirm its part, so it sees it.
        || (is_pledge && is_partner)
        || (actor.is_of_the_network() && entry.stage.is_filed());
    match verb {
        EntryVerb::Read => read,
        EntryVerb::Edit => is_the_states && entry.stage.is_open(),
        EntryVerb::Publish => {
            let is_ready = match entry.kind {
                EntryKind::Pledge => entry.stage.is_filed(),
                EntryKind::Dossier => entry.stage == Stage::Accepted,
                _ => entry.stage == Stage::Approved,
            };
            answers_for_it && (is_ready || entry.published)
        }
        EntryVerb::Confirm => is_pledge && is_partner && !is_the_states,
        EntryVerb::Report => is_pledge && (is_the_states || is_partner),
        EntryVerb::File => answers_for_it,
        EntryVerb::Review => {
            let reads_it = entry.kind == EntryKind::Dossier && actor.is_reviewer();
            !is_pledge && entry.stage.is_filed() && (actor.is_coordinator() || reads_it)
        }
        EntryVerb::Assess => {
            let is_asked = actor.account().is_some_and(|own| entry.reviewers.contains(&own.id));
            entry.kind == EntryKind::Practice
                && entry.stage == Stage::InReview
                && actor.is_reviewer()
                && is_asked
        }
        EntryVerb::TakePart => false,
    }
}

/// Whether a coordinator may name this account as a reviewer of a practice.
pub fn may_be_named_reviewer(account: &Account) -> bool {
    account.role == Role::Reviewer
}

/// How much of what the reviewers of a practice said somebody may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewSight {
    Nothing,
    /// Who the reviewers are, and what this account said itself.
    OwnPart(i64),
    All,
}

/// How much of a peer review the actor may see: nobody outside the Network sees any of it, and reviewers
/// are blind to each other until they have given their own opinion.
pub fn review_sight(actor: &Actor, review: &PeerReview) -> ReviewSight {
    let Some(account) = actor.account().filter(|_| actor.is_of_the_network()) else {
        return ReviewSight::Nothing;
    };
    let has_given = actor.is_reviewer()
        && review.of(account.id).is_some_and(|reviewer| reviewer.opinion.is_some());
    if actor.is_coordinator() || has_given {
        ReviewSight::All
    } else {
        ReviewSight::OwnPart(account.id)
    }
}

/// Whether the actor may begin an entry for this owner. A State speaks and commits itself; the
/// Network may write down what a State said.
pub fn may_begin(actor: &Actor, kind: EntryKind, owner: Option<&str>) -> bool {
    let of_own_state = owner.is_some() && actor.state() == owner;
    match kind {
        EntryKind::Statement => of_own_state || (owner.is_some() && actor.is_coordinator()),
        EntryKind::Practice
        | EntryKind::Pledge
        | EntryKind::Dossier
        | EntryKind::AgreementReport => of_own_state,
        EntryKind::Commitment => of_own_state || (owner.is_none() && actor.is_coordinator()),
        EntryKind::Meeting
        | EntryKind::Recommendation
        | EntryKind::Deliverable
        | EntryKind::Review => owner.is_none() && actor.is_coordinator(),
    }
}

/// Whether the actor may freeze the register on a day of its choice: coordinators may. Drafting a
/// dossier freezes it too, for whoever may write that dossier.
pub fn may_freeze(actor: &Actor) -> bool {
    actor.is_coordinator()
}

/// Whether the actor may say of a published record or entry that it still is as recorded: for the
/// State whose own it is. Others have their own words: they confirm it section by section, or report.
pub fn may_say_still_so(actor: &Actor, owner: Option<&str>, published: bool) -> bool {
    published && owner.is_some() && actor.state() == owner
}

/// The entries that an actor may see, as the store can ask for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VisibleEntries {
    /// What is published.
    Published,
    /// What is published, and what is this State's.
    PublishedAndOf(String),
    /// What is published, and what the Network keeps.
    PublishedAndOfNetwork,
}

/// Which entries the actor may see: [`may_with_entry`] with [`EntryVerb::Read`], said for all.
pub fn visible_entries(actor: &Actor) -> VisibleEntries {
    match actor.state() {
        Some(state) => VisibleEntries::PublishedAndOf(state.to_owned()),
        None if actor.is_of_the_network() => VisibleEntries::PublishedAndOfNetwork,
        None => VisibleEntries::Published,
    }
}

/// Whether anybody, also without an account, may ask to take part in this meeting.
pub fn may_ask_to_take_part(meeting: &EntryStanding, opening: Opening) -> bool {
    meeting.kind == EntryKind::Meeting && meeting.published && opening == Opening::Open
}

/// Whether the actor may see who asked to take part in this meeting, decide on them, and take their
/// States and organizations over into its participants. What people wrote is personal: the Network's
/// coordinators see it and nobody else does, whoever hosts the meeting.
pub fn may_keep_registrations(actor: &Actor, meeting: &EntryStanding) -> bool {
    meeting.kind == EntryKind::Meeting && actor.is_coordinator()
}

/// Whether the actor may erase what people wrote who asked to take part: once the meeting is over, and
/// while nobody may ask.
pub fn may_erase_registrations(actor: &Actor, meeting: &EntryStanding, opening: Opening) -> bool {
    may_keep_registrations(actor, meeting) && opening != Opening::Open
}

/// Whether the actor may have the outcome report of a review made. It holds what everybody may read, so
/// everybody may once the review is concluded; before that it is provisional, and the coordinators'.
pub fn may_ask_for_outcome(actor: &Actor, review: Stage, published: bool) -> bool {
    published && (review == Stage::Concluded || actor.is_coordinator())
}

/// Whether the actor may see what was made, and how far it is: what rests on the frozen register of a
/// concluded review is everybody's; a provisional paper is for the account that asked for it.
pub fn may_see_job(actor: &Actor, asked_by: Option<i64>, rests_on_frozen: bool) -> bool {
    let own = asked_by.is_some() && actor.account().map(|account| account.id) == asked_by;
    rests_on_frozen || own
}

/// Whether accounts of this role sign in with a second factor and with nothing less: those that keep what
/// is everybody's. To all others it is offered.
pub fn must_have_second_factor(role: Role) -> bool {
    matches!(role, Role::Coordinator | Role::Administrator)
}

/// Whether the actor may read the log of all changes, without what the records hold and without the
/// reasons, which stand in each record's history: administrators may.
pub fn may_read_log(actor: &Actor) -> bool {
    actor.account().is_some_and(|account| account.role == Role::Administrator)
}

/// Whether the actor may see in the history of a record which line of the log each change is: accounts
/// may that read the record (`reads_it`).
pub fn may_see_log_numbers(actor: &Actor, reads_it: bool) -> bool {
    reads_it && actor.account().is_some()
}

#[cfg(test)]
mod generated;
#[cfg(test)]
mod tests;
