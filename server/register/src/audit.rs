//! The log of changes as it is read: the administrators' list, and the lines of one record in its
//! history. It is written where the changes are, in [`crate::store`].

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    account::{Actor, email_address},
    audit::{Line, SubjectKind},
    follow_up::EntryKind,
    policy::{may_read_log, may_see_log_numbers},
};

use crate::{
    Register,
    error::Error,
    following::Entry,
    reading::Record,
    store::{accounts, audit::reading, entries},
};

/// Lines that a page of the log holds.
pub const LOG_PAGE: usize = 50;
/// The longest number of a request that is kept, in characters: another program in front may give it.
const REQUEST_LONGEST: usize = 64;

tokio::task_local! {
    /// The request that is being answered, so that what is written down names it without being handed
    /// it through every use case.
    static REQUEST: Option<String>;
}

/// Does the work as part of the request with this number: the lines of the log name it. What does not
/// look like a number of a request is left out.
pub async fn within_request<Work: Future>(number: Option<String>, work: Work) -> Work::Output {
    let is_number = |number: &String| {
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        number.len() <= REQUEST_LONGEST && number.bytes().all(is_part)
    };
    REQUEST.scope(number.filter(is_number), work).await
}

/// The number of the request that is being answered; none for commands and for work of the program's
/// own.
pub(crate) fn current_request() -> Option<String> {
    REQUEST.try_with(Clone::clone).ok().flatten()
}

/// Which lines of the log are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The e-mail address of the account that did something, or with which something was done.
    pub email: Option<String>,
    pub kind: Option<SubjectKind>,
    /// The number of the record, entry, account or frozen register.
    pub number: Option<i64>,
    /// The first day, in UTC.
    pub from: Option<NaiveDate>,
    /// The last day, in UTC.
    pub until: Option<NaiveDate>,
    /// Lines with a lower number: the next page.
    pub before: Option<i64>,
}

/// A page of the log, the last line first.
#[derive(Clone, Debug, Default)]
pub struct LogPage {
    /// Without the reasons: those stand in the history of each record, for who may read it.
    pub lines: Vec<Line>,
    pub more: bool,
    /// The kinds of the entries that the lines are about, by their numbers.
    pub kinds: HashMap<i64, EntryKind>,
    /// The e-mail addresses of the accounts that the lines are about, by their numbers.
    pub addresses: HashMap<i64, String>,
}

/// Which line of the log tells of a revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub number: i64,
    pub hash: String,
}

impl Register {
    /// A page of the log of all changes.
    ///
    /// # Errors
    /// [`Error::NotAllowed`] for who is no administrator.
    pub async fn log(&self, actor: &Actor, wanted: &Wanted) -> Result<LogPage, Error> {
        if !may_read_log(actor) {
            return Err(Error::NotAllowed);
        }
        let reader = self.store.reader();
        let account = match &wanted.email {
            Some(email) => {
                let found = match email_address(email) {
                    Some(email) => accounts::by_email(reader, &email).await?,
                    None => None,
                };
                let Some(account) = found else { return Ok(LogPage::default()) };
                Some(account.id)
            }
            None => None,
        };
        let asked = reading::Wanted {
            account,
            kind: wanted.kind,
            number: wanted.number,
            from: wanted.from,
            until: wanted.until,
            before: wanted.before,
        };
        let mut lines = reading::list(reader, &asked, LOG_PAGE as u64 + 1).await?;
        let more = lines.len() > LOG_PAGE;
        lines.truncate(LOG_PAGE);
        for line in &mut lines {
            line.told.reason = None;
        }
        let numbers = |kind: SubjectKind| -> Vec<i64> {
            let of_kind = lines.iter().filter(|line| line.told.kind == kind.code());
            of_kind.filter_map(|line| line.told.number).collect()
        };
        let mut kinds = HashMap::new();
        for row in entries::find_many(reader, &numbers(SubjectKind::Entry)).await? {
            kinds.insert(row.id, entries::kind(&row)?);
        }
        let addresses = reading::addresses(reader, &numbers(SubjectKind::Account)).await?;
        Ok(LogPage { more, kinds, addresses: addresses.into_iter().collect(), lines })
    }

    /// The lines of the log that tell of these versions of a record, for accounts.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn log_of_record(
        &self,
        actor: &Actor,
        record: &Record,
        versions: &[i32],
    ) -> Result<HashMap<i32, Mark>, Error> {
        self.marks(actor, SubjectKind::Agreement, record.id, versions).await
    }

    /// The same of an entry.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn log_of_entry(
        &self,
        actor: &Actor,
        entry: &Entry,
        versions: &[i32],
    ) -> Result<HashMap<i32, Mark>, Error> {
        self.marks(actor, SubjectKind::Entry, entry.id, versions).await
    }

    async fn marks(
        &self,
        actor: &Actor,
        kind: SubjectKind,
        id: i64,
        versions: &[i32],
    ) -> Result<HashMap<i32, Mark>, Error> {
        // Who has the record or the entry in hand was let read it.
        if !may_see_log_numbers(actor, true) || versions.is_empty() {
            return Ok(HashMap::new());
        }
        let lines = reading::of_versions(self.store.reader(), kind, id, versions).await?;
        let marks = lines
            .into_iter()
            .filter_map(|(version, number, hash)| Some((version?, Mark { number, hash })));
        Ok(marks.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn named(number: &str) -> Option<String> {
        within_request(Some(number.to_owned()), async { current_request() }).await
    }

    #[tokio::test]
    async fn what_is_done_in_a_request_names_it_and_nothing_else_does() {
        let number = "0b9e1c1e-7e1f-4c52-9d0f-2f1d3b6f3a10";
        assert_eq!(named(number).await.as_deref(), Some(number));
        assert_eq!(current_request(), None);
        // What somebody sends in place of a number is not kept.
        let long = "7".repeat(65);
        for other in ["a b", "<script>", "é", long.as_str()] {
            assert_eq!(named(other).await, None, "{other}");
        }
    }
}
