//! The chapter on figures: those of the register on the day, and what the parties of each agreement
//! report on it. Where both report the same, both stand there in neutral words.

use domain::{
    fields::Vocabulary,
    follow_up::{
        EntryKind,
        agreement_report::Sex,
        dossier::reference,
        series::{Row, Series, Source, series, states},
    },
};
use register::dossiers::Material;

use super::{agreements::name, of_figures};
use crate::{
    components::indicators::{figure, period},
    words::{Words, t},
};

/// The State's figures on the day beside the whole register's; then the latest figures that are
/// reported on each agreement.
pub fn figures(words: Words, material: &Material) -> Vec<String> {
    let (own, all) = (&material.figures, &material.all);
    let text = t!(
        words,
        "draft-figures",
        date = words.day(material.day),
        agreements = own.agreements,
        applied = own.applied,
        coded = own.coded,
        skills = own.with_skills
    );
    let beside = t!(
        words,
        "draft-figures-all",
        agreements = all.agreements,
        applied = all.applied,
        coded = all.coded,
        skills = all.with_skills
    );
    let mut lines = vec![of_figures(&text, material), of_figures(&beside, material)];
    let before = lines.len();
    for of in &material.agreements {
        let sources: Vec<Source<'_>> = material
            .reports
            .iter()
            .filter(|on| on.agreement == of.id)
            .map(|on| Source {
                state: on.entry.owner.as_deref().unwrap_or_default(),
                report: on.entry.id,
                indicators: &on.report.indicators,
            })
            .collect();
        lines.extend(reported(words, &name(words, material, of), of.id, &sources));
    }
    if lines.len() == before {
        lines.push(t!(words, "draft-nothing-counted"));
    }
    lines
}

/// A line for each indicator of one agreement, and for each group of people that it counts, with what
/// is reported for the latest period.
fn reported(words: Words, name: &str, agreement: i64, sources: &[Source<'_>]) -> Vec<String> {
    let states = states(sources);
    let all = series(sources);
    let rows = all.iter().flat_map(|series| series.latest().map(move |row| (series, row)));
    rows.map(|(series, row)| line(words, name, agreement, &states, series, row)).collect()
}

fn line(
    words: Words,
    name: &str,
    agreement: i64,
    states: &[&str],
    series: &Series,
    row: &Row,
) -> String {
    let indicator = words.label(Vocabulary::Indicator, series.indicator);
    let indicator = match row.sex {
        Sex::All => indicator,
        sex => {
            let people = words.label(Vocabulary::Sex, sex.into());
            t!(words, "draft-indicator-of", indicator = indicator, people = people)
        }
    };
    let readings = || {
        let cells = states.iter().zip(&row.cells);
        cells.flat_map(|(state, cell)| cell.iter().map(move |reading| (*state, reading)))
    };
    let told: Vec<String> = readings()
        .map(|(state, reading)| {
            let currency = reading.currency.as_deref();
            let value = figure(words, series.indicator, &reading.value, currency);
            t!(words, "draft-reports", state = words.state(state), value = value)
        })
        .collect();
    let text = t!(
        words,
        "draft-indicator",
        name = name.to_owned(),
        indicator = indicator,
        period = period(words, row.from, row.to),
        told = told.join("; ")
    );
    let reports = readings()
        .map(|(_, reading)| reference(EntryKind::AgreementReport.path(), reading.report))
        .collect::<Vec<_>>()
        .join(" ");
    format!("{text} {} {reports}", reference("agreements", agreement))
}

#[cfg(test)]
mod tests {
    use domain::follow_up::agreement_report::{Figure, Indicators};

    use super::*;
    use crate::words::Language;

    fn reports(figures: &[(&str, &str, Option<Sex>)]) -> Indicators {
        let indicators = figures
            .iter()
            .map(|(year, value, sex)| Figure {
                indicator: Some("I04a".into()),
                value: Some((*value).to_owned()),
                sex: *sex,
                from: year.parse().ok(),
                ..Figure::default()
            })
            .collect();
        Indicators { indicators }
    }

    fn told(language: Language, aze: &Indicators, kaz: &Indicators) -> Vec<String> {
        let sources = [
            Source { state: "KAZ", report: 6, indicators: kaz },
            Source { state: "AZE", report: 5, indicators: aze },
        ];
        reported(Words { language }, "Example", 12, &sources)
    }

    #[test]
    fn both_figures_on_the_same_stand_in_one_line_with_both_reports() {
        let aze = reports(&[("2023", "900", None), ("2024", "1500", None)]);
        let kaz = reports(&[("2024", "1450", None), ("2024", "40", Some(Sex::Women))]);
        assert_eq!(
            told(Language::English, &aze, &kaz),
            [
                "Example – Workers deployed during the period (outflow), persons: Women, 2024: \
                 Kazakhstan reports 40. [agreements/12] [reports/6]",
                "Example – Workers deployed during the period (outflow), persons, 2024: \
                 Azerbaijan reports 1,500; Kazakhstan reports 1,450. \
                 [agreements/12] [reports/5] [reports/6]",
            ]
        );
        let russian = told(Language::Russian, &aze, &kaz);
        assert!(russian[0].contains("Женщины, 2024: сообщает Казахстан: 40."), "{russian:?}");
    }

    #[test]
    fn nothing_is_told_of_an_agreement_on_which_nobody_reports() {
        let none = Indicators::default();
        assert!(told(Language::English, &none, &none).is_empty());
    }
}
