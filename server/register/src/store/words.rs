//! Full text: FTS5 on SQLite, a tsvector on PostgreSQL, with the same words in both. What is written
//! and what is searched for is folded and cut into words here, so that no syntax of either engine
//! is ever reached by what a person types.

use domain::{Agreement, classifications::search_words, fields::Vocabulary, fold::fold, states};
use sea_orm::{ConnectionTrait, DatabaseBackend, DbErr, Statement, sea_query::Expr};

/// The words of a record: titles, parties by any of their names, what kind of instrument it is in
/// English and Russian, sectors and occupations, summary, notes on findings, identifiers. What its
/// sources are called is not among them: a word of theirs would find every record they brought.
pub fn words_of(agreement: &Agreement) -> String {
    let mut texts: Vec<&str> = Vec::new();
    texts.extend(agreement.identity.titles.iter().map(|title| title.text.as_str()));
    texts.extend(agreement.identity.summary.as_deref());
    texts.extend(agreement.identity.kind.and_then(|kind| search_words(kind.into())));
    texts.extend(agreement.social_security.mode.and_then(|mode| search_words(mode.into())));
    for code in agreement.party_codes() {
        texts.push(code);
        if let Some(state) = states::state(code) {
            texts.extend(state.all_names().iter().chain(state.other_names()).map(String::as_str));
        }
    }
    for sector in &agreement.scope.sectors {
        texts.extend(names(Vocabulary::Sector, &sector.code));
    }
    for occupation in &agreement.scope.occupations {
        texts.extend(names(Vocabulary::Occupation, &occupation.code));
    }
    texts.extend(agreement.parties.authorities.iter().map(|authority| authority.name.as_str()));
    texts.extend(agreement.scope.in_words.as_deref());
    texts.extend(
        agreement.references.identifiers.iter().map(|identifier| identifier.value.as_str()),
    );
    for finding in &agreement.provisions.findings {
        texts.extend(finding.note.as_deref());
    }
    cut(&texts.join(" ")).join(" ")
}

fn names(vocabulary: Vocabulary, code: &str) -> impl Iterator<Item = &str> {
    ["en", "ru"].into_iter().filter_map(move |language| vocabulary.reference_name(code, language))
}

/// Folded and cut at everything that is neither a letter nor a figure.
fn cut(text: &str) -> Vec<String> {
    fold(text)
        .split(|char: char| !char.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The condition that a record's words hold every word of `text`, the last letters of each open:
/// "migr work" finds "migrant workers". Nothing where `text` holds no word.
pub fn condition(backend: DatabaseBackend, text: &str) -> Option<Expr> {
    let words = cut(text);
    if words.is_empty() {
        return None;
    }
    let (sql, query) = if backend == DatabaseBackend::Postgres {
        let query: Vec<String> = words.iter().map(|word| format!("'{word}':*")).collect();
        (
            r#""agreement"."id" IN (SELECT rowid FROM agreement_words WHERE vector @@ to_tsquery('simple', $1))"#,
            query.join(" & "),
        )
    } else {
        let query: Vec<String> = words.iter().map(|word| format!("\"{word}\"*")).collect();
        (
            r#""agreement"."id" IN (SELECT rowid FROM agreement_words WHERE agreement_words MATCH ?)"#,
            query.join(" "),
        )
    };
    Some(Expr::cust_with_values(sql, [query]))
}

/// Writes the words of a record anew.
pub(super) async fn write(
    connection: &impl ConnectionTrait,
    id: i64,
    agreement: &Agreement,
    is_new: bool,
) -> Result<(), DbErr> {
    let backend = connection.get_database_backend();
    let (delete, insert) = match backend {
        DatabaseBackend::Postgres => (
            "DELETE FROM agreement_words WHERE rowid = $1",
            "INSERT INTO agreement_words (rowid, words) VALUES ($1, $2)",
        ),
        _ => (
            "DELETE FROM agreement_words WHERE rowid = ?",
            "INSERT INTO agreement_words (rowid, words) VALUES (?, ?)",
        ),
    };
    if !is_new {
        connection
            .execute_raw(Statement::from_sql_and_values(backend, delete, [id.into()]))
            .await?;
    }
    let words = words_of(agreement);
    connection
        .execute_raw(Statement::from_sql_and_values(backend, insert, [id.into(), words.into()]))
        .await?;
    Ok(())
}
