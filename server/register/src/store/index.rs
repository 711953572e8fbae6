//! What is asked for across records, taken out of a record at each save: see the schema's step
//! "what is asked for". A record's rows are written whole, in the transaction of its save.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use domain::{
    Agreement, PartialDate,
    agreement::{EventKind, Finding, Relation},
    coverage, criteria,
    criteria::criterion_finding,
    fold::fold,
    groups, states,
    status::status_periods,
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::Set,
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QueryResult,
    QuerySelect,
    sea_query::{Expr, ExprTrait, Query, Value},
};
use strum::VariantArray;

use super::{among::among, confirmations, entities::agreement, listing, words};

/// Stands for "always before": a finding of the original text holds from here.
pub const BEGINNING: NaiveDate = NaiveDate::from_ymd_opt(1000, 1, 1).expect("a day");
/// Stands for "nothing ends it".
pub const FAR_FUTURE: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a day");

/// Rows of one narrow table.
#[derive(PartialEq)]
struct Rows {
    table: &'static str,
    columns: &'static [&'static str],
    cells: Vec<Vec<Value>>,
}

/// The narrow tables that hang on one record.
pub const TABLES: [&str; 11] = [
    "agreement_party",
    "agreement_commission",
    "agreement_sector",
    "agreement_objective",
    "agreement_branch",
    "agreement_finding",
    "agreement_criterion",
    "agreement_event",
    "agreement_status",
    "agreement_link",
    "agreement_group",
];

/// Counts up whenever the narrow tables, or the reference data that they are made with, change: a
/// register with rows of an older count gets them anew ([`renew_if_old`]).
const VERSION: i32 = 5;

/// The columns of the record's own row that lists show and sort by.
pub struct Head {
    pub title: String,
    /// BCP 47 primary tag.
    pub title_language: Option<String>,
    pub title_ru: Option<String>,
    pub kind: Option<String>,
    pub signed: Option<PartialDate>,
    pub coded: bool,
    pub mode: Option<String>,
    /// Criteria found to be met, of 20; none where it is not coded.
    pub criteria_met: Option<i32>,
}

impl Head {
    /// What the lists need of `agreement`.
    pub fn of(agreement: &Agreement) -> Self {
        let signed = agreement
            .life
            .events
            .iter()
            .filter(|event| event.kind == Some(EventKind::Signed))
            .filter_map(|event| event.date)
            .max();
        let met = criteria_at(agreement, FAR_FUTURE)
            .iter()
            .filter(|(_, finding)| *finding == Finding::Yes)
            .count();
        let title = agreement.title("en");
        let titles = &agreement.identity.titles;
        let language = titles.iter().find(|other| other.text == title).map(|title| &title.language);
        let russian = titles.iter().find(|title| title.language == "ru").map(|title| &title.text);
        Self {
            title: title.to_owned(),
            title_language: language.filter(|language| !language.is_empty()).cloned(),
            title_ru: russian.cloned(),
            kind: agreement.identity.kind.map(|kind| <&str>::from(kind).to_owned()),
            signed,
            coded: agreement.is_coded(),
            mode: agreement.social_security.mode.map(|mode| <&str>::from(mode).to_owned()),
            criteria_met: agreement.is_coded().then(|| i32::try_from(met).unwrap_or(0)),
        }
    }

    /// Its place in the alphabet: folded, from the first letter or figure.
    pub fn title_key(&self) -> String {
        fold(&self.title).trim_start_matches(|char: char| !char.is_alphanumeric()).to_owned()
    }

    /// The decade in which it was signed.
    pub fn decade(&self) -> Option<String> {
        self.signed.map(|date| coverage::decade(date.year()))
    }
}

fn criteria_at(agreement: &Agreement, day: NaiveDate) -> Vec<(u8, Finding)> {
    criteria::criteria()
        .iter()
        .filter_map(|criterion| {
            let items = criteria::items().iter().filter(|item| item.criterion == criterion.number);
            let found = items.filter_map(|item| agreement.provisions.finding_at(&item.code, day));
            Some((criterion.number, criterion_finding(found)?))
        })
        .collect()
}

/// The days from which the record's texts may say something else: the original's and each later one's.
fn text_days(agreement: &Agreement) -> Vec<NaiveDate> {
    let later = agreement.provisions.later.iter().filter_map(|later| Some(later.since?.last_day()));
    let days: BTreeSet<NaiveDate> = later.chain([BEGINNING]).collect();
    days.into_iter().collect()
}

/// Rows (what, finding, from, until) of what `at` finds on each of the text days, joined where it
/// stays the same.
fn periods(
    days: &[NaiveDate],
    at: impl Fn(NaiveDate) -> Vec<(String, Finding)>,
) -> Vec<Vec<Value>> {
    let mut rows: Vec<(String, Finding, NaiveDate, NaiveDate)> = Vec::new();
    for (number, day) in days.iter().enumerate() {
        let until = days.get(number + 1).copied().unwrap_or(FAR_FUTURE);
        for (what, finding) in at(*day) {
            match rows
                .iter_mut()
                .find(|(other, same, _, end)| other == &what && same == &finding && end == day)
            {
                Some(row) => row.3 = until,
                None => rows.push((what, finding, *day, until)),
            }
        }
    }
    rows.into_iter()
        .map(|(what, finding, from, until)| {
            vec![what.into(), <&str>::from(finding).into(), from.into(), until.into()]
        })
        .collect()
}

/// All rows of a record but those of its status, which other records have a part in.
fn rows_of(agreement: &Agreement) -> Vec<Rows> {
    let parties = agreement.parties.parties.iter().map(|party| {
        let state = states::state(&party.code);
        vec![
            party.code.as_str().into(),
            party.role.map(<&str>::from).into(),
            state.map_or("", |state| state.region.as_str()).into(),
            state.map_or("", |state| state.subregion.as_str()).into(),
        ]
    });
    let commissions: BTreeSet<&str> = agreement
        .party_codes()
        .filter_map(states::state)
        .flat_map(|state| state.commissions.iter().map(String::as_str))
        .collect();
    let branches = agreement
        .social_security
        .branches
        .iter()
        .filter(|cover| cover.gives_something())
        .filter_map(|cover| cover.branch);
    let days = text_days(agreement);
    let item_at = |day| {
        criteria::items()
            .iter()
            .filter_map(|item| {
                Some((item.code.clone(), agreement.provisions.finding_at(&item.code, day)?))
            })
            .collect()
    };
    let criterion_at = |day| {
        criteria_at(agreement, day)
            .into_iter()
            .map(|(number, finding)| (number.to_string(), finding))
            .collect()
    };
    let events = agreement.life.events.iter().filter_map(|event| {
        let (kind, date): (&str, PartialDate) = (event.kind?.into(), event.date?);
        Some(vec![kind.into(), date.last_day().into(), date.to_string().into()])
    });
    let links = agreement.references.links.iter().filter_map(|link| {
        let relation: &str = link.relation?.into();
        Some(vec![relation.into(), i64::from(link.agreement?).into()])
    });
    let one = |text: &str| vec![Value::from(text)];
    vec![
        Rows {
            table: TABLES[0],
            columns: &["code", "role", "region", "subregion"],
            cells: parties.collect(),
        },
        Rows {
            table: TABLES[1],
            columns: &["commission"],
            cells: commissions.into_iter().map(one).collect(),
        },
        Rows {
            table: TABLES[2],
            columns: &["code"],
            cells: agreement.scope.sectors.iter().map(|sector| one(&sector.code)).collect(),
        },
        Rows {
            table: TABLES[3],
            columns: &["number"],
            cells: agreement.objectives.gcm.iter().map(|number| one(number)).collect(),
        },
        Rows {
            table: TABLES[4],
            columns: &["branch"],
            cells: branches.map(|branch| one(branch.into())).collect(),
        },
        Rows {
            table: TABLES[5],
            columns: &["item", "finding", "from_day", "until_day"],
            cells: periods(&days, item_at),
        },
        Rows {
            table: TABLES[6],
            columns: &["criterion", "finding", "from_day", "until_day"],
            cells: periods(&days, criterion_at),
        },
        Rows { table: TABLES[7], columns: &["kind", "day", "known"], cells: events.collect() },
        Rows { table: TABLES[9], columns: &["relation", "to_id"], cells: links.collect() },
        Rows {
            table: TABLES[10],
            columns: &["membership", "from_day", "until_day"],
            cells: groups_of(agreement),
        },
    ]
}

/// The groups that a party is in, with the days from and until which it is.
fn groups_of(agreement: &Agreement) -> Vec<Vec<Value>> {
    let is_party = |state: &str| agreement.party_codes().any(|code| code == state);
    groups::members()
        .iter()
        .filter(|member| is_party(&member.state))
        .map(|member| {
            let until = member.until.and_then(|until| until.last_day().succ_opt());
            vec![
                member.code().into(),
                Ord::max(member.first_day(), BEGINNING).into(),
                until.unwrap_or(FAR_FUTURE).into(),
            ]
        })
        .collect()
}

/// Makes the rows of every record anew where they were made by an older program.
///
/// # Errors
/// When the database refuses; then all rows are as they were.
pub async fn renew_if_old(transaction: &impl ConnectionTrait) -> Result<(), DbErr> {
    let made = Query::select().column("version").from("index_state").to_owned();
    let made: Option<i32> = match transaction.query_one(&made).await? {
        Some(row) => Some(row.try_get_by_index(0)?),
        None => None,
    };
    if made == Some(VERSION) {
        return Ok(());
    }
    let mut last = 0;
    loop {
        let page = agreement::Entity::find()
            .filter(agreement::Column::Id.gt(last))
            .order_by_asc(agreement::Column::Id)
            .limit(200)
            .all(transaction)
            .await?;
        let Some(end) = page.last() else { break };
        last = end.id;
        for row in &page {
            let record = super::agreements::content(&row.content)?;
            let mut head = super::agreements::row(&record)?;
            head.id = Set(row.id);
            head.update(transaction).await?;
            rewrite(transaction, row.id, None, &record).await?;
            write_status(transaction, row.id, &record).await?;
            let recorded_by = row.recorded_by.as_deref();
            confirmations::write_answers(transaction, row.id, &record, recorded_by).await?;
        }
    }
    transaction.execute(&Query::delete().from_table("index_state").to_owned()).await?;
    let mut state = Query::insert().into_table("index_state").columns(["version"]).to_owned();
    state.values_panic([Expr::val(VERSION)]);
    transaction.execute(&state).await?;
    Ok(())
}

/// Writes the rows of records whose old rows are gone or never were. Each table is filled in few
/// statements, also for a whole import.
pub async fn insert(
    connection: &impl ConnectionTrait,
    records: &[(i64, Agreement)],
) -> Result<(), DbErr> {
    let mut all: Vec<Rows> = Vec::new();
    for (id, agreement) in records {
        let status = Rows {
            table: TABLES[8],
            columns: &["status", "from_day", "until_day"],
            cells: status_rows(agreement, None),
        };
        for mut rows in rows_of(agreement).into_iter().chain([status]) {
            for row in &mut rows.cells {
                row.insert(0, (*id).into());
            }
            match all.iter_mut().find(|other| other.table == rows.table) {
                Some(other) => other.cells.append(&mut rows.cells),
                None => all.push(rows),
            }
        }
    }
    for Rows { table, columns, cells: rows } in all {
        insert_rows(connection, table, columns, rows).await?;
    }
    words::write_new(connection, records).await
}

/// Writes the rows of a changed record anew, of those tables in which the change shows: a save changes
/// one section. Without what it was `before`, all. The statuses of it and of what it replaces are written
/// by [`write_status`].
pub async fn rewrite(
    connection: &impl ConnectionTrait,
    id: i64,
    before: Option<&Agreement>,
    agreement: &Agreement,
) -> Result<(), DbErr> {
    let old = before.map(rows_of).unwrap_or_default();
    for rows in rows_of(agreement) {
        if old.contains(&rows) {
            continue;
        }
        let Rows { table, columns, cells: mut rows } = rows;
        delete(connection, table, id).await?;
        for row in &mut rows {
            row.insert(0, id.into());
        }
        insert_rows(connection, table, columns, rows).await?;
    }
    if before.is_some_and(|before| words::words_of(before) == words::words_of(agreement)) {
        return Ok(());
    }
    words::rewrite(connection, id, agreement).await
}

/// Writes the status periods of a record, with what replaced it taken into account.
pub async fn write_status(
    connection: &impl ConnectionTrait,
    id: i64,
    agreement: &Agreement,
) -> Result<(), DbErr> {
    let replaced_on = replaced_on(connection, id).await?;
    delete(connection, TABLES[8], id).await?;
    let mut rows = status_rows(agreement, replaced_on);
    for row in &mut rows {
        row.insert(0, id.into());
    }
    insert_rows(connection, TABLES[8], &["status", "from_day", "until_day"], rows).await
}

fn status_rows(agreement: &Agreement, replaced_on: Option<NaiveDate>) -> Vec<Vec<Value>> {
    status_periods(agreement, replaced_on)
        .into_iter()
        .map(|period| {
            let status: &str = period.status.into();
            vec![status.into(), period.from.into(), period.until.unwrap_or(FAR_FUTURE).into()]
        })
        .collect()
}

/// The day on which a published record that replaces this one entered into force. It must be between
/// the same parties: nobody else can end what these agreed (Vienna Convention, art. 59).
pub async fn replaced_on(
    connection: &impl ConnectionTrait,
    id: i64,
) -> Result<Option<NaiveDate>, DbErr> {
    Ok(replaced_on_many(connection, &[id]).await?.remove(&id))
}

/// The same for each of these records that was replaced.
pub async fn replaced_on_many(
    connection: &impl ConnectionTrait,
    ids: &[i64],
) -> Result<HashMap<i64, NaiveDate>, DbErr> {
    let query = Query::select()
        .columns([("agreement_link", "to_id"), ("agreement_link", "agreement_id")])
        .expr(Expr::col(("agreement_event", "day")).min())
        .from("agreement_link")
        .inner_join(
            "agreement",
            Expr::col(("agreement", "id")).equals(("agreement_link", "agreement_id")),
        )
        .inner_join(
            "agreement_event",
            Expr::col(("agreement_event", "agreement_id")).equals(("agreement", "id")),
        )
        .and_where(among(connection.get_database_backend(), "to_id", ids))
        .and_where(Expr::col(("agreement_link", "relation")).eq(<&str>::from(Relation::Replaces)))
        .and_where(Expr::col(("agreement", "published_at")).is_not_null())
        .and_where(Expr::col(("agreement", "merged_into")).is_null())
        .and_where(
            Expr::col(("agreement_event", "kind")).eq(<&str>::from(EventKind::EnteredIntoForce)),
        )
        .group_by_columns([("agreement_link", "to_id"), ("agreement_link", "agreement_id")])
        .to_owned();
    let replacing: Vec<(i64, i64, NaiveDate)> = connection
        .query_all(&query)
        .await?
        .iter()
        .map(|row| {
            Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?, row.try_get_by_index(2)?))
        })
        .collect::<Result<_, DbErr>>()?;
    let mut days = HashMap::new();
    if replacing.is_empty() {
        return Ok(days);
    }
    let both: Vec<i64> = replacing.iter().flat_map(|(to, by, _)| [*to, *by]).collect();
    let mut parties: HashMap<i64, BTreeSet<String>> = HashMap::new();
    for party in listing::parties(connection, &both).await? {
        parties.entry(party.agreement_id).or_default().insert(party.code);
    }
    for (to, by, day) in replacing {
        if parties.get(&to) == parties.get(&by) {
            let first = days.entry(to).or_insert(day);
            *first = std::cmp::min(day, *first);
        }
    }
    Ok(days)
}

/// The records that this one replaces.
pub async fn replaces(connection: &impl ConnectionTrait, id: i64) -> Result<Vec<i64>, DbErr> {
    let query = Query::select()
        .column("to_id")
        .from("agreement_link")
        .and_where(Expr::col("agreement_id").eq(id))
        .and_where(Expr::col("relation").eq(<&str>::from(Relation::Replaces)))
        .to_owned();
    let rows: Vec<QueryResult> = connection.query_all(&query).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}

async fn delete(
    connection: &impl ConnectionTrait,
    table: &'static str,
    id: i64,
) -> Result<(), DbErr> {
    let query =
        Query::delete().from_table(table).and_where(Expr::col("agreement_id").eq(id)).to_owned();
    connection.execute(&query).await?;
    Ok(())
}

async fn insert_rows(
    connection: &impl ConnectionTrait,
    table: &'static str,
    columns: &'static [&'static str],
    rows: Vec<Vec<Value>>,
) -> Result<(), DbErr> {
    // Far below the number of parameters that either database takes in one statement.
    for chunk in rows.chunks(2000) {
        let mut query = Query::insert()
            .into_table(table)
            .columns(["agreement_id"].into_iter().chain(columns.iter().copied()))
            .to_owned();
        for row in chunk {
            query.values_panic(row.iter().cloned().map(Expr::val));
        }
        connection.execute(&query).await?;
    }
    Ok(())
}

/// The finding with this code, as the counts read it back.
pub fn finding_of(code: &str) -> Option<Finding> {
    Finding::VARIANTS.iter().copied().find(|finding| <&str>::from(*finding) == code)
}
