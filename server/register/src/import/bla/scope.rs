//! How many, and recruited by whom.

use domain::agreement::{QuotaMethod, Recruitment};

use super::{RemarkKind, draft::Draft, table::Row};

/// Words that say that the number is set from time to time.
const LATER: [&str; 5] =
    ["determined", "tbd", "set by mutual agreement", "exchange of notes", "established via"];

/// The number of workers. Only a bare number becomes one.
pub(super) fn quota(draft: &mut Draft, row: Row<'_>) {
    let given = row.cell("quota_num");
    let scope = &mut draft.agreement.scope;
    match (row.cell("quota"), given) {
        ("0", "") => scope.quota_method = Some(QuotaMethod::None),
        ("1", "") => {
            draft.remark(row, "quota_num", RemarkKind::EmptyCell);
            draft.note("The dataset codes a quota and gives no number.");
        }
        ("1", _) => {
            if let Ok(number) = given.parse() {
                scope.quota_method = Some(QuotaMethod::Number);
                scope.quota_number = Some(number);
            } else {
                scope.quota_method = method(given);
                scope.quota_text = Some(given.to_owned());
                draft.remark(row, "quota_num", RemarkKind::QuotaInWords);
            }
        }
        (quota, _) => {
            scope.quota_text = Some(given.to_owned()).filter(|given| !given.is_empty());
            if quota.is_empty() {
                draft.remark(row, "quota", RemarkKind::EmptyCell);
            } else {
                // A number beside "no quota", or another value: neither is taken as the truth.
                draft.not_expected(row, "quota");
            }
        }
    }
}

/// How the number is set, only where the words are clear.
fn method(words: &str) -> Option<QuotaMethod> {
    let words = words.to_lowercase();
    if words.contains("first year") && words.contains("second year") {
        Some(QuotaMethod::Schedule)
    } else if !words.starts_with(|first: char| first.is_ascii_digit())
        && LATER.iter().any(|later| words.contains(later))
    {
        Some(QuotaMethod::SetLater)
    } else {
        None
    }
}

/// Who may recruit, several of four.
pub(super) fn recruitment(draft: &mut Draft, row: Row<'_>) {
    let column = "recruit_auth_who";
    if row.cell(column).is_empty() {
        draft.remark(row, column, RemarkKind::EmptyCell);
    }
    for who in row.cell(column).split(',').map(str::trim).filter(|who| !who.is_empty()) {
        let recruitment = match who {
            "Government Recruitment Agencies" => Recruitment::PublicEmploymentService,
            "Private Recruitment Agencies" => Recruitment::LicensedAgency,
            "Employers" => Recruitment::DirectHire,
            "Does not mention" => Recruitment::Unspecified,
            "Other" => {
                draft.note("The text authorizes others than agencies and employers to recruit.");
                continue;
            }
            _ => {
                draft.not_expected(row, column);
                continue;
            }
        };
        draft.agreement.scope.recruitment.push(recruitment);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_method_of_a_quota_in_words_is_taken_only_where_it_is_clear() {
        for (words, expected) in [
            ("5 (first year); 10 (second year)", Some(QuotaMethod::Schedule)),
            ("Determined each year", Some(QuotaMethod::SetLater)),
            ("quota TBD by exchange of notes", Some(QuotaMethod::SetLater)),
            ("40, later to be determined", None),
            ("7000 (about)", None),
        ] {
            assert_eq!(method(words), expected, "{words}");
        }
    }
}
