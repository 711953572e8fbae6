//! What is due for somebody: deadlines that follow from the records and entries, and the calendar in
//! which they are read from elsewhere.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    account::Actor,
    deadlines::{Deadline, Nearness, deadlines, horizon, of_entry, of_review},
    follow_up::{
        EntryKind, agreement_report::last_meeting, meeting::Bilingual, review::Review, stage::Stage,
    },
    policy::{EntryVerb, visible, visible_entries},
};

use crate::{
    Register,
    accounts::account_of,
    error::Error,
    following::Wanted,
    store::{
        agreements, calendars,
        due::{self, Recorded},
        entities::calendar_token,
    },
    tokens::{Token, hash},
};

/// Deadlines that a page of the list holds.
pub const DEADLINES_PAGE: usize = 25;

/// What a deadline belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    /// The record of an agreement, by its number.
    Agreement(i64),
    /// An entry of the follow-up, with the address of its page.
    Entry { kind: EntryKind, id: i64, path: String },
}

/// A deadline with what it belongs to.
#[derive(Clone, Debug)]
pub struct Due {
    pub deadline: Deadline,
    pub nearness: Nearness,
    pub of: Of,
    /// In English, else as it is.
    pub title: String,
    /// The language of `title`, where it is known.
    pub title_language: Option<String>,
    /// The Russian title, where there is one.
    pub title_ru: Option<String>,
    pub published: bool,
}

impl Due {
    /// The address of the page of what it belongs to.
    pub fn path(&self) -> String {
        match &self.of {
            Of::Agreement(id) => format!("/agreements/{id}"),
            Of::Entry { path, .. } => path.clone(),
        }
    }

    /// What it is called in calendars: the same as long as it is the same deadline, also where its day
    /// moves.
    pub fn key(&self) -> String {
        let kind = self.deadline.kind.code();
        let of = match &self.of {
            Of::Agreement(id) => format!("agreement-{id}"),
            Of::Entry { kind, id, .. } => format!("{}-{id}", kind.code()),
        };
        match &self.deadline.party {
            Some(party) => format!("{of}-{kind}-{party}"),
            None => format!("{of}-{kind}"),
        }
    }
}

impl Register {
    /// A page of the deadlines of the actor's State, or of the Network: what is open or late first,
    /// then by day. And whether there are more.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] for a reader without an account.
    pub async fn deadlines(&self, actor: &Actor, page: usize) -> Result<(Vec<Due>, bool), Error> {
        let mut all = self.all_deadlines(actor).await?;
        let begin = page.saturating_mul(DEADLINES_PAGE).min(all.len());
        let mut shown = all.split_off(begin);
        let more = shown.len() > DEADLINES_PAGE;
        shown.truncate(DEADLINES_PAGE);
        Ok((shown, more))
    }

    /// All of them, from a few questions to the database whatever there is.
    pub(crate) async fn all_deadlines(&self, actor: &Actor) -> Result<Vec<Due>, Error> {
        if actor.account().is_none() {
            return Err(Error::NotAllowed);
        }
        let today = self.clock().today();
        let mut all = Vec::new();
        if let Some(state) = actor.state() {
            all.extend(self.of_agreements(actor, state, today).await?);
            all.extend(self.of_reviews(actor, state, today).await?);
        }
        all.extend(self.of_entries(actor, today).await?);
        all.sort_by_cached_key(|due| (due.nearness, due.deadline.order(), due.key()));
        Ok(all)
    }

    async fn of_agreements(
        &self,
        actor: &Actor,
        state: &str,
        today: NaiveDate,
    ) -> Result<Vec<Due>, Error> {
        let reader = self.store.reader();
        let rows = due::agreements(reader, &visible(actor), state, today).await?;
        let ids: Vec<i64> = rows.iter().map(|row| row.id).collect();
        let mut periods = due::periods(reader, &ids).await?;
        let reports = self.reports_on_agreements_of(actor, state).await?;
        let mut found = Vec::new();
        for Recorded { id, title, title_language, title_ru, content, published } in rows {
            let agreement = agreements::content(&content)?;
            let periods = periods.remove(&id).unwrap_or_default();
            let of_it = reports.iter().filter(|on| on.agreement == id).map(|on| &on.report);
            let met = last_meeting(of_it, today);
            for deadline in deadlines(&agreement, &periods, met, today) {
                let Some(nearness) = deadline.nearness(today) else { continue };
                found.push(Due {
                    deadline,
                    nearness,
                    of: Of::Agreement(id),
                    title: title.clone(),
                    title_language: title_language.clone(),
                    title_ru: title_ru.clone(),
                    published,
                });
            }
        }
        Ok(found)
    }

    /// The reviews that await the State's dossier.
    async fn of_reviews(
        &self,
        actor: &Actor,
        state: &str,
        today: NaiveDate,
    ) -> Result<Vec<Due>, Error> {
        let open = Wanted {
            kind: Some(EntryKind::Review),
            stages: vec![Stage::OpenForInput],
            ..Wanted::default()
        };
        let own = Wanted {
            kind: Some(EntryKind::Dossier),
            owner: Some(Some(state.to_owned())),
            ..Wanted::default()
        };
        let reviews = self.entries_of(actor, &open).await?;
        let dossiers = self.entries_of(actor, &own).await?;
        let mut found = Vec::new();
        for entry in reviews {
            let review: Review = entry.content();
            let is_filed = dossiers
                .iter()
                .any(|dossier| dossier.parent == Some(entry.id) && dossier.stage.is_filed());
            let Some(deadline) = of_review(&review, entry.stage, state, is_filed) else { continue };
            let Some(nearness) = deadline.nearness(today) else { continue };
            found.push(Due {
                deadline,
                nearness,
                of: Of::Entry { kind: entry.kind, id: entry.id, path: entry.path() },
                title: entry.title,
                title_language: None,
                title_ru: review.review.russian().map(str::to_owned),
                published: entry.published_at.is_some(),
            });
        }
        Ok(found)
    }

    async fn of_entries(&self, actor: &Actor, today: NaiveDate) -> Result<Vec<Due>, Error> {
        let reader = self.store.reader();
        let seen = visible_entries(actor);
        let rows = due::entries(reader, &seen, actor.state(), today, horizon(today)).await?;
        let mut found = Vec::new();
        for row in rows {
            let entry = self.made(actor, row)?;
            let Some(deadline) = of_entry(entry.kind, &entry.content) else { continue };
            let Some(nearness) = deadline.nearness(today) else { continue };
            if !entry.may(EntryVerb::Read) {
                continue;
            }
            found.push(Due {
                deadline,
                nearness,
                of: Of::Entry { kind: entry.kind, id: entry.id, path: entry.path() },
                title: entry.title,
                title_language: None,
                title_ru: None,
                published: entry.published_at.is_some(),
            });
        }
        Ok(found)
    }

    /// Gives the actor's account an address for its calendar. One that it had works no longer.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] for a reader without an account.
    pub async fn make_calendar(&self, actor: &Actor) -> Result<Token, Error> {
        let account = actor.account().ok_or(Error::NotAllowed)?;
        let token = Token::random();
        let row = calendar_token::Model {
            account_id: account.id,
            token_hash: hash(token.secret()),
            created_at: self.clock().now(),
        };
        let transaction = self.store.begin().await?;
        calendars::replace(&transaction, row).await?;
        transaction.commit().await?;
        Ok(token)
    }

    /// Takes the address of the actor's calendar away.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] for a reader without an account.
    pub async fn revoke_calendar(&self, actor: &Actor) -> Result<(), Error> {
        let account = actor.account().ok_or(Error::NotAllowed)?;
        Ok(calendars::delete(self.store.writer(), account.id).await?)
    }

    /// When the address of the actor's calendar was made; nothing where there is none.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] for a reader without an account.
    pub async fn calendar_made_at(&self, actor: &Actor) -> Result<Option<DateTime<Utc>>, Error> {
        let account = actor.account().ok_or(Error::NotAllowed)?;
        Ok(calendars::made_at(self.store.reader(), account.id).await?)
    }

    /// What stands in the calendar with this token: what its account may see now, as far as it has a
    /// day and has not long passed.
    ///
    /// # Errors
    /// [`Error::NotFound`] for a token that no account has, or whose account is disabled.
    pub async fn calendar(&self, token: &str) -> Result<Vec<Due>, Error> {
        let account = calendars::account(self.store.reader(), &hash(token)).await?;
        let account = account.filter(|account| account.disabled_at.is_none());
        let actor = Actor::Account(account_of(account.ok_or(Error::NotFound)?)?);
        let today = self.clock().today();
        let mut all = self.all_deadlines(&actor).await?;
        all.retain(|due| due.deadline.calendar_day(today).is_some());
        Ok(all)
    }
}
