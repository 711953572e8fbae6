//! Full text: FTS5 on SQLite, a tsvector on PostgreSQL, with the same words in both. What is written
//! and what is searched for is folded and cut into words here, so that no syntax of either engine
//! is ever reached by what a person types.

use domain::{Agreement, classifications::search_words, fields::Vocabulary, fold::fold, states};
use sea_orm::{
    ConnectionTrait, DatabaseBackend, DbErr,
    sea_query::{Expr, ExprTrait, Query},
};

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

/// Characters of a word that count. PostgreSQL refuses to search for a word of more than 2,046 bytes, and
/// some signs become six letters when they are folded.
const LONGEST_WORD: usize = 100;

/// Folded and cut at everything that is neither a letter nor a figure.
fn cut(text: &str) -> Vec<String> {
    fold(text)
        .split(|char: char| !char.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().take(LONGEST_WORD).collect())
        .collect()
}

/// The words that `text` asks for, as they are compared: the same for every way to write them. Nothing
/// where `text` holds no word.
pub fn asked(text: &str) -> Option<String> {
    let words = cut(text);
    (!words.is_empty()).then(|| words.join(" "))
}

/// The condition that a row of `agreement_words` holds every one of the words that [`asked`] gave, the
/// last letters of each open: "migr work" finds "migrant workers".
pub fn condition(backend: DatabaseBackend, asked: &str) -> Expr {
    let words = asked.split(' ');
    if backend == DatabaseBackend::Postgres {
        let query: Vec<String> = words.map(|word| format!("'{word}':*")).collect();
        Expr::cust_with_values("vector @@ to_tsquery('simple', $1)", [query.join(" & ")])
    } else {
        let query: Vec<String> = words.map(|word| format!("\"{word}\"*")).collect();
        Expr::cust_with_values("agreement_words MATCH ?", [query.join(" ")])
    }
}

/// Records whose words go to the database in one statement.
const AT_ONCE: usize = 100;

/// Writes the words of records that have none yet.
pub(super) async fn write_new(
    connection: &impl ConnectionTrait,
    records: &[(i64, Agreement)],
) -> Result<(), DbErr> {
    for some in records.chunks(AT_ONCE) {
        let mut insert =
            Query::insert().into_table("agreement_words").columns(["rowid", "words"]).to_owned();
        for (id, agreement) in some {
            insert.values_panic([Expr::val(*id), Expr::val(words_of(agreement))]);
        }
        connection.execute(&insert).await?;
    }
    Ok(())
}

/// Writes the words of a changed record anew.
pub(super) async fn rewrite(
    connection: &impl ConnectionTrait,
    id: i64,
    agreement: &Agreement,
) -> Result<(), DbErr> {
    let delete = Query::delete()
        .from_table("agreement_words")
        .and_where(Expr::col("rowid").eq(id))
        .to_owned();
    connection.execute(&delete).await?;
    write_new(connection, &[(id, agreement.clone())]).await
}
