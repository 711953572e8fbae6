//! Conditions on many records at once. Their numbers go to the database as one text: the question is the
//! same for any number of records, and meets no bound on the parameters of a statement.

use sea_orm::{DatabaseBackend, sea_query::Expr};

/// The condition that `column` is one of these numbers.
pub fn among(backend: DatabaseBackend, column: &'static str, numbers: &[i64]) -> Expr {
    let sql = match backend {
        DatabaseBackend::Postgres => format!(
            r#""{column}" IN (SELECT CAST(value AS bigint) FROM json_array_elements_text(CAST($1 AS json)))"#
        ),
        _ => format!(r#""{column}" IN (SELECT value FROM json_each(?))"#),
    };
    let listed: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    Expr::cust_with_values(sql, [format!("[{}]", listed.join(","))])
}

/// The condition that a revision is one of these: the record's number and the version.
pub fn among_revisions(backend: DatabaseBackend, revisions: &[(i64, i32)]) -> Expr {
    let sql = match backend {
        DatabaseBackend::Postgres => {
            r#"("agreement_id", "version") IN (SELECT CAST(value ->> 0 AS bigint), CAST(value ->> 1 AS integer) FROM json_array_elements(CAST($1 AS json)))"#
        }
        _ => {
            r#"("agreement_id", "version") IN (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?))"#
        }
    };
    let listed: Vec<String> =
        revisions.iter().map(|(id, version)| format!("[{id},{version}]")).collect();
    Expr::cust_with_values(sql, [format!("[{}]", listed.join(","))])
}
