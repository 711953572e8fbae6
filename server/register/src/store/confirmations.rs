//! What parties said about sections of records, and where each record and section stands with them.

use std::collections::HashMap;

use domain::{
    Agreement, PartialDate,
    agreement::EventKind,
    audit::{LogAct, Subject, Told},
    confirmation::{Answer, Said, Word, answer, last, record_answer, sections},
    fields::{SectionCode, write},
    sharing::Sharing,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QueryOrder,
    sea_query::{Expr, ExprTrait, Query as Sql},
};

use super::{
    among::among,
    audit::{self, said_hash},
    entities::confirmation,
    filter::{of_party, shared},
    revisions::Note,
};

/// What was said, with who said it and when.
#[derive(Clone, Debug)]
pub struct SaidBy {
    pub said: Said,
    pub at: chrono::DateTime<chrono::Utc>,
    pub author: String,
}

/// Everything said about a record, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn said(connection: &impl ConnectionTrait, id: i64) -> Result<Vec<SaidBy>, DbErr> {
    let rows = confirmation::Entity::find()
        .filter(confirmation::Column::AgreementId.eq(id))
        .order_by_asc(confirmation::Column::Id)
        .all(connection)
        .await?;
    rows.into_iter().map(read).collect()
}

/// Everything said about these records, by their numbers, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn said_of_many(
    connection: &impl ConnectionTrait,
    ids: &[i64],
) -> Result<HashMap<i64, Vec<Said>>, DbErr> {
    let rows = confirmation::Entity::find()
        .filter(among(connection.get_database_backend(), "agreement_id", ids))
        .order_by_asc(confirmation::Column::Id)
        .all(connection)
        .await?;
    let mut said: HashMap<i64, Vec<Said>> = HashMap::new();
    for row in rows {
        said.entry(row.agreement_id).or_default().push(read(row)?.said);
    }
    Ok(said)
}

fn read(row: confirmation::Model) -> Result<SaidBy, DbErr> {
    let json =
        |text: &str| serde_json::from_str(text).map_err(|error| DbErr::Json(error.to_string()));
    let section: SectionCode = row
        .section
        .parse()
        .map_err(|_| DbErr::Type(format!("there is no section {:?}", row.section)))?;
    let own = match &row.own {
        Some(own) => Some(write(section.form(), &json(own)?)),
        None => None,
    };
    let word =
        if row.word == <&str>::from(Word::Contested) { Word::Contested } else { Word::Confirmed };
    let said =
        Said { section, state: row.state, word, about: json(&row.about)?, own, reason: row.reason };
    Ok(SaidBy { said, at: row.at, author: row.author })
}

/// Writes a word down. `own` is the party's own version of the section.
///
/// # Errors
/// When the database does not take it.
pub async fn say(
    transaction: &DatabaseTransaction,
    id: i64,
    said: &Said,
    own: Option<&serde_json::Value>,
    note: &Note,
) -> Result<(), DbErr> {
    let (section, word): (&str, &str) = (said.section.code(), said.word.into());
    let (about, own) = (said.about.to_string(), own.map(ToString::to_string));
    let reason = said.reason.as_deref();
    let act = match said.word {
        Word::Confirmed => LogAct::SectionConfirmed,
        Word::Contested => LogAct::SectionContested,
    };
    let told = Told {
        detail: Some(section.to_owned()),
        content_hash: Some(said_hash(section, &said.state, word, &about, own.as_deref(), reason)),
        reason: said.reason.clone(),
        ..audit::told(note, act, Subject::agreement(id))
    };
    let row = confirmation::ActiveModel {
        agreement_id: Set(id),
        section: Set(section.to_owned()),
        state: Set(said.state.clone()),
        word: Set(word.to_owned()),
        about: Set(about),
        own: Set(own),
        reason: Set(said.reason.clone()),
        at: Set(note.at),
        account_id: Set(note.account_id),
        author: Set(note.author.clone()),
        ..Default::default()
    };
    confirmation::Entity::insert(row).exec_without_returning(transaction).await?;
    audit::write(transaction, vec![told]).await
}

/// Writes anew where a record stands with the parties that did not record it.
///
/// # Errors
/// When the database does not take it.
pub async fn write_answers(
    connection: &impl ConnectionTrait,
    id: i64,
    agreement: &Agreement,
    recorded_by: Option<&str>,
) -> Result<(), DbErr> {
    let said: Vec<Said> = said(connection, id).await?.into_iter().map(|by| by.said).collect();
    let standing: &str = record_answer(agreement, recorded_by, &said).into();
    let count = i32::try_from(sections(agreement).count()).unwrap_or(i32::MAX);
    let update = Sql::update()
        .table("agreement")
        .value("answer", standing)
        .value("section_count", count)
        .and_where(Expr::col("id").eq(id))
        .to_owned();
    connection.execute(&update).await?;
    let old = Sql::delete()
        .from_table("agreement_answer")
        .and_where(Expr::col("agreement_id").eq(id))
        .to_owned();
    connection.execute(&old).await?;
    let mut insert = Sql::insert()
        .into_table("agreement_answer")
        .columns(["agreement_id", "state", "section", "answer", "signed"])
        .to_owned();
    let mut any = false;
    for party in agreement.party_codes().filter(|party| Some(*party) != recorded_by) {
        for section in sections(agreement) {
            let answer = answer(agreement, section, party, &said);
            if answer == Answer::NotAnswered {
                continue;
            }
            let signed = last(section, party, &said)
                .filter(|_| answer == Answer::Contested && section == SectionCode::Life)
                .and_then(|said| signed(agreement, said));
            any = true;
            insert.values_panic([
                Expr::val(id),
                Expr::val(party),
                Expr::val(section.code()),
                Expr::val(<&str>::from(answer)),
                Expr::val(signed),
            ]);
        }
    }
    if any {
        connection.execute(&insert).await?;
    }
    Ok(())
}

/// The signature in the party's own version, where it is another.
fn signed(agreement: &Agreement, said: &Said) -> Option<String> {
    let own = domain::fields::read(SectionCode::Life.form(), said.own.as_ref()?).ok()?;
    let mut theirs = agreement.clone();
    theirs.set_section(SectionCode::Life, own).ok()?;
    let signed = |agreement: &Agreement| -> Option<PartialDate> {
        let events = agreement.life.events.iter();
        events
            .filter(|event| event.kind == Some(EventKind::Signed))
            .filter_map(|event| event.date)
            .max()
    };
    let (ours, theirs) = (signed(agreement), signed(&theirs)?);
    (ours != Some(theirs)).then(|| theirs.to_string())
}

/// What is contested in a record, for a list.
#[derive(Clone, Debug)]
pub struct Contest {
    pub state: String,
    pub section: SectionCode,
    /// The signature in that State's version, where it is another.
    pub signed: Option<PartialDate>,
}

/// What is contested in these records.
///
/// # Errors
/// When the database does not answer.
pub async fn contests(
    connection: &impl ConnectionTrait,
    ids: &[i64],
) -> Result<HashMap<i64, Vec<Contest>>, DbErr> {
    let query = Sql::select()
        .columns(["agreement_id", "state", "section", "signed"])
        .from("agreement_answer")
        .and_where(among(connection.get_database_backend(), "agreement_id", ids))
        .and_where(Expr::col("answer").eq(<&str>::from(Answer::Contested)))
        .to_owned();
    let mut contests: HashMap<i64, Vec<Contest>> = HashMap::new();
    for row in connection.query_all(&query).await? {
        let section: String = row.try_get_by_index(2)?;
        let Ok(section) = section.parse() else { continue };
        let signed: Option<String> = row.try_get_by_index(3)?;
        contests.entry(row.try_get_by_index(0)?).or_default().push(Contest {
            state: row.try_get_by_index(1)?,
            section,
            signed: signed.and_then(|signed| signed.parse().ok()),
        });
    }
    Ok(contests)
}

/// A record that waits for a State's word.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub id: i64,
    /// Sections that nobody of the State has spoken about, or that changed since.
    pub sections: i64,
    /// Those of them that changed since the State spoke.
    pub changed: i64,
}

/// A page of the records of others that name `state`, that it sees and that wait for its word, last changed
/// first, and one more if there are more.
///
/// # Errors
/// When the database does not answer.
pub async fn waiting(
    connection: &impl ConnectionTrait,
    state: &str,
    page: u64,
    size: u64,
) -> Result<Vec<Waiting>, DbErr> {
    let answers = |wanted: &[Answer]| {
        let wanted: Vec<&str> = wanted.iter().map(|answer| (*answer).into()).collect();
        Expr::SubQuery(
            None,
            Box::new(
                Sql::select()
                    .expr(Expr::col("section").count())
                    .from("agreement_answer")
                    .and_where(
                        Expr::col(("agreement_answer", "agreement_id")).equals(("agreement", "id")),
                    )
                    .and_where(Expr::col(("agreement_answer", "state")).eq(state))
                    .and_where(Expr::col(("agreement_answer", "answer")).is_in(wanted))
                    .to_owned()
                    .into(),
            ),
        )
    };
    let open = Expr::col(("agreement", "section_count"))
        .sub(answers(&[Answer::Confirmed, Answer::Contested]));
    let query = Sql::select()
        .column(("agreement", "id"))
        .expr(open.clone())
        .expr(answers(&[Answer::ChangedSince]))
        .from("agreement")
        .and_where(Expr::col(("agreement", "id")).in_subquery(of_party(state)))
        .and_where(
            Expr::col(("agreement", "published_at")).is_not_null().or(shared(Sharing::Parties)),
        )
        .and_where(Expr::col(("agreement", "discarded_at")).is_null())
        .and_where(Expr::col(("agreement", "merged_into")).is_null())
        .and_where(
            Expr::col(("agreement", "recorded_by")).is_null().or(Expr::col((
                "agreement",
                "recorded_by",
            ))
            .ne(state)),
        )
        .and_where(open.gt(0))
        .order_by(("agreement", "changed_at"), sea_orm::Order::Desc)
        .order_by(("agreement", "id"), sea_orm::Order::Desc)
        .offset(page * size)
        .limit(size + 1)
        .to_owned();
    let rows = connection.query_all(&query).await?;
    rows.iter()
        .map(|row| {
            Ok(Waiting {
                id: row.try_get_by_index(0)?,
                sections: row.try_get_by_index(1)?,
                changed: row.try_get_by_index(2)?,
            })
        })
        .collect()
}
