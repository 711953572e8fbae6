//! Mail: who wants it, and what one mail tells. The outbox is in the database and every instance sends
//! from it: an account's mail is claimed before it is made, so that no other instance makes it too.
//!
//! What is told is asked of the policy anew when the mail is made, for the account as it is then.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{
    account::Actor,
    deadlines::Nearness,
    follow_up::EntryKind,
    hearing::Item,
    mailing::{Pace, try_again_after},
    notices::NoticeKind,
    policy::{EntryVerb, visible},
};
use migrations::DbErr;

use crate::{
    Register,
    accounts::account_of,
    due::{Due, Of},
    error::Error,
    following::Entry,
    store::{
        entities::{mail_setting, notice},
        entries, listing,
        mail::{self, Choice},
    },
    tokens::Token,
};

/// How long an instance may take for one mail before another makes it: many times what a mail server
/// is waited for.
const LEASE: TimeDelta = TimeDelta::minutes(10);
/// How long notices are kept, told or not. Longer than a deadline is near, so that none is told twice;
/// and what could not be told for so long is told no more.
const KEPT: TimeDelta = TimeDelta::days(60);

/// What an account chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailSetting {
    pub pace: Pace,
    /// The code of a language of the interface.
    pub language: String,
}

/// A mail that is claimed and to be sent.
#[derive(Clone, Debug)]
pub struct Letter {
    /// The address.
    pub to: String,
    pub language: String,
    pub pace: Pace,
    /// Ends the mails without signing in.
    pub stop_token: String,
    /// In the order in which they are told; never none.
    pub lines: Vec<Line>,
    account_id: i64,
    notices: Vec<i64>,
    tried: i32,
}

impl Letter {
    /// A number that no letter of other content has. The same mail sent again has the same.
    pub fn number(&self) -> i64 {
        self.notices.last().copied().unwrap_or_default()
    }

    /// The number of its account, for the log: it holds no addresses.
    pub fn account(&self) -> i64 {
        self.account_id
    }
}

/// One thing that is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub kind: NoticeKind,
    /// The code of a section or of a kind of deadline; may be empty.
    pub detail: String,
    /// The day of a deadline.
    pub day: Option<NaiveDate>,
    /// The address of its page.
    pub path: String,
    /// What kind of entry it is about; none for the record of an agreement.
    pub entry: Option<EntryKind>,
    /// The State whose it is; none for the Network's.
    pub owner: Option<String>,
    /// Only of what is published: a mail passes through many hands, and a draft's title is its own.
    pub title: Option<String>,
    /// The Russian title, where there is one.
    pub title_ru: Option<String>,
}

/// What becomes of a mail that could not be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retry {
    At(DateTime<Utc>),
    /// It was tried often enough.
    GivenUp,
}

impl Register {
    /// What the actor's account chose; nothing where it wants no mail.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] for a reader without an account.
    pub async fn mail_setting(&self, actor: &Actor) -> Result<Option<MailSetting>, Error> {
        let account = actor.account().ok_or(Error::NotAllowed)?;
        let found = mail::setting(self.store.reader(), account.id).await?;
        found.map(|row| Ok(MailSetting { pace: pace(&row)?, language: row.language })).transpose()
    }

    /// Chooses for the actor's account. Mail tells what happens from then on; without a pace there is
    /// none, and what waits for it is dropped.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] for a reader without an account.
    pub async fn set_mail(
        &self,
        actor: &Actor,
        setting: Option<&MailSetting>,
    ) -> Result<(), Error> {
        let account = actor.account().ok_or(Error::NotAllowed)?;
        let transaction = self.store.begin().await?;
        match setting {
            Some(MailSetting { pace, language }) => {
                let token = Token::random();
                let choice = Choice {
                    account_id: account.id,
                    pace: *pace,
                    language,
                    stop_token: token.secret(),
                    at: self.clock.now(),
                };
                mail::choose(&transaction, &choice).await?;
            }
            None => mail::stop(&transaction, account.id).await?,
        }
        transaction.commit().await?;
        Ok(())
    }

    /// Ends the mails of the account whose token this is. A token that is known no longer has done its
    /// work.
    ///
    /// # Errors
    /// When the database does not take it.
    pub async fn stop_mail(&self, token: &str) -> Result<(), Error> {
        let transaction = self.store.begin().await?;
        if let Some(account) = mail::of_token(&transaction, token).await? {
            mail::stop(&transaction, account).await?;
        }
        transaction.commit().await?;
        Ok(())
    }

    /// Writes notices of the deadlines that have come near, for every account that wants mail and whose
    /// deadlines nobody has looked at today. Clears old notices away.
    ///
    /// # Errors
    /// When the database does not answer or take it.
    pub async fn notice_deadlines(&self) -> Result<(), Error> {
        let (now, today) = (self.clock.now(), self.clock.today());
        let accounts = mail::not_looked_at(self.store.reader(), today).await?;
        if accounts.is_empty() {
            return Ok(());
        }
        mail::clear(self.store.writer(), now - KEPT).await?;
        for account in accounts {
            let account_id = account.id;
            let due = self.all_deadlines(&Actor::Account(account_of(account)?)).await?;
            let near = due.iter().filter(|due| due.nearness == Nearness::Soon);
            let new = near.map(|due| of_deadline(account_id, due, now)).collect();
            let transaction = self.store.begin().await?;
            mail::write(&transaction, new).await?;
            mail::looked_at(&transaction, account_id, today).await?;
            transaction.commit().await?;
        }
        Ok(())
    }

    /// Claims the next mail that is due and makes it; nothing where none is. With `early`, what waits
    /// for a digest is due too, whatever the hour.
    ///
    /// # Errors
    /// When the database does not answer or take it.
    pub async fn next_letter(&self, early: bool) -> Result<Option<Letter>, Error> {
        loop {
            let now = self.clock.now();
            let until = |pace: Pace| if early { now } else { pace.told_until(now) };
            let Some(setting) = mail::next(self.store.reader(), now, until).await? else {
                return Ok(None);
            };
            let claimed =
                mail::claim(self.store.writer(), setting.account_id, now, now + LEASE).await?;
            if !claimed {
                continue;
            }
            let until = until(pace(&setting)?);
            let letter = self.letter(setting, until).await?;
            if !letter.lines.is_empty() {
                return Ok(Some(letter));
            }
            // Nothing of it may be seen any more.
            self.letter_sent(&letter).await?;
        }
    }

    async fn letter(
        &self,
        setting: mail_setting::Model,
        until: DateTime<Utc>,
    ) -> Result<Letter, Error> {
        let reader = self.store.reader();
        let account_id = setting.account_id;
        let account = mail::account(reader, account_id).await?.ok_or(Error::NotFound)?;
        let actor = Actor::Account(account_of(account.clone())?);
        let pending = mail::pending(reader, account_id, until).await?;
        Ok(Letter {
            to: account.email,
            pace: pace(&setting)?,
            language: setting.language,
            stop_token: setting.stop_token,
            lines: self.lines(&actor, &pending).await?,
            account_id,
            notices: pending.iter().map(|notice| notice.id).collect(),
            tried: setting.tried,
        })
    }

    /// What the actor may see of it now, each thing once.
    async fn lines(&self, actor: &Actor, pending: &[notice::Model]) -> Result<Vec<Line>, Error> {
        let reader = self.store.reader();
        let of = |notice: &notice::Model| Item::new(&notice.item_kind, notice.item_id);
        let (mut records, mut numbers) = (Vec::new(), Vec::new());
        for item in pending.iter().filter_map(of) {
            match item {
                Item::Agreement(id) => records.push(id),
                Item::Entry(id) => numbers.push(id),
            }
        }
        let records = listing::heads(reader, &visible(actor), &records).await?;
        let mut entries_seen: HashMap<i64, Entry> = HashMap::new();
        for row in entries::find_many(reader, &numbers).await? {
            let entry = self.made(actor, row)?;
            if entry.may(EntryVerb::Read) {
                entries_seen.insert(entry.id, entry);
            }
        }
        let mut lines: Vec<Line> = Vec::new();
        for notice in pending {
            let Ok(kind) = notice.kind.parse::<NoticeKind>() else { continue };
            let line = match of(notice) {
                Some(Item::Agreement(id)) => records
                    .iter()
                    .find(|record| record.id == id)
                    .map(|record| about_record(kind, notice, record)),
                Some(Item::Entry(id)) => entries_seen
                    .get(&id)
                    .filter(|entry| kind.still_waits(entry.stage))
                    .map(|entry| about_entry(kind, notice, entry)),
                None => None,
            };
            lines.extend(line.filter(|line| !lines.contains(line)));
        }
        lines.sort_by_key(|line| line.kind);
        Ok(lines)
    }

    /// Notes that a mail was sent.
    ///
    /// # Errors
    /// When the database does not take it; then the mail is sent again.
    pub async fn letter_sent(&self, letter: &Letter) -> Result<(), Error> {
        let transaction = self.store.begin().await?;
        mail::told(&transaction, &letter.notices, self.clock.now()).await?;
        mail::release(&transaction, letter.account_id, 0, None).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Notes that a mail could not be sent: it waits, ever longer, and is given up in the end.
    ///
    /// # Errors
    /// When the database does not take it; then it is tried again after the lease.
    pub async fn letter_failed(&self, letter: &Letter) -> Result<Retry, Error> {
        let tried = letter.tried.saturating_add(1);
        let Some(after) = try_again_after(tried) else {
            self.letter_sent(letter).await?;
            return Ok(Retry::GivenUp);
        };
        let at = self.clock.now() + after;
        mail::release(self.store.writer(), letter.account_id, tried, Some(at)).await?;
        Ok(Retry::At(at))
    }
}

fn pace(setting: &mail_setting::Model) -> Result<Pace, DbErr> {
    let pace = &setting.pace;
    pace.parse().map_err(|_| DbErr::Type(format!("there is no pace of mail {pace:?}")))
}

fn of_deadline(account_id: i64, due: &Due, now: DateTime<Utc>) -> mail::New<'static> {
    let item = match &due.of {
        Of::Agreement(id) => Item::Agreement(*id),
        Of::Entry { id, .. } => Item::Entry(*id),
    };
    let day = due.deadline.day;
    mail::New {
        account_id,
        kind: NoticeKind::DeadlineNear.code(),
        item_kind: item.kind(),
        item_id: item.number(),
        detail: due.deadline.kind.code(),
        // A deadline whose day moves is another one.
        cause: day.map(|day| day.to_string()).unwrap_or_default(),
        day,
        at: now,
    }
}

fn about_record(kind: NoticeKind, notice: &notice::Model, record: &listing::Head) -> Line {
    let told = |title: &str| (record.published && !title.is_empty()).then(|| title.to_owned());
    Line {
        kind,
        detail: notice.detail.clone(),
        day: notice.day,
        path: format!("/agreements/{}", record.id),
        entry: None,
        owner: record.recorded_by.clone(),
        title: told(&record.title),
        title_ru: record.title_ru.as_deref().and_then(told),
    }
}

fn about_entry(kind: NoticeKind, notice: &notice::Model, entry: &Entry) -> Line {
    let is_told = entry.published_at.is_some() && !entry.title.is_empty();
    Line {
        kind,
        detail: notice.detail.clone(),
        day: notice.day,
        path: entry.path(),
        entry: Some(entry.kind),
        owner: entry.owner.clone(),
        title: is_told.then(|| entry.title.clone()),
        title_ru: None,
    }
}
