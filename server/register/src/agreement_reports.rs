//! Reports on how an agreement gets on: only a party of the agreement reports on it.

use domain::{
    Agreement,
    account::Actor,
    fields::{
        FieldProblem, Form, Problem, Values,
        follow_up::{AGREEMENT_REPORT, INDICATORS},
    },
    follow_up::{
        agreement_report::{AgreementReport, ReportOn, Reported, figure_problems, problems},
        entry::read as typed,
    },
};
use serde_json::Value;

use crate::{
    Register,
    error::Error,
    following::Entry,
    store::{agreements, entries, reports},
};

/// A published report with the agreement that it is on.
#[derive(Clone, Debug)]
pub struct OnAgreement {
    /// The number of the agreement's record.
    pub agreement: i64,
    pub entry: Entry,
    pub report: AgreementReport,
}

impl OnAgreement {
    /// As the rules ask for it.
    pub fn told(&self) -> ReportOn<'_> {
        ReportOn { agreement: self.agreement, report: &self.report }
    }
}

impl Register {
    /// What the parties have published on the agreements of which `state` is one, oldest first.
    pub(crate) async fn reports_on_agreements_of(
        &self,
        actor: &Actor,
        state: &str,
    ) -> Result<Vec<OnAgreement>, Error> {
        let reader = self.store.reader();
        let pairs = reports::on_agreements_of(reader, state).await?;
        let ids: Vec<i64> = pairs.iter().map(|(_, report)| *report).collect();
        let mut found = Vec::new();
        for row in entries::find_many(reader, &ids).await? {
            let on = pairs.iter().find(|(_, report)| *report == row.id);
            let Some((agreement, _)) = on.copied() else { continue };
            let entry = self.made(actor, row)?;
            found.push(OnAgreement { agreement, report: entry.content(), entry });
        }
        found.sort_by_key(|on| on.entry.id);
        Ok(found)
    }

    /// Checks what goes beyond the single fields of a report's form: `values` as they were typed,
    /// `section` as it was read from them. Other forms pass.
    ///
    /// # Errors
    /// [`Error::Invalid`] with the fields' problems.
    pub(crate) async fn check_report(
        &self,
        actor: &Actor,
        form: Form,
        values: &Values,
        section: &Value,
    ) -> Result<(), Error> {
        let mut found = Vec::new();
        if form.code == AGREEMENT_REPORT.code {
            let reported: Reported = typed(section);
            found = problems(&reported);
            if let [number] = reported.agreements.as_slice()
                && !self.is_party(actor, *number).await?
            {
                let name = "agreements".to_owned();
                found.push(Problem { name, problem: FieldProblem::NotAParty });
            }
        } else if form.code == INDICATORS.code {
            found = figure_problems(values);
        }
        if found.is_empty() { Ok(()) } else { Err(Error::Invalid(found)) }
    }

    /// Whether the actor's State is a party of the agreement with this number.
    async fn is_party(&self, actor: &Actor, number: u32) -> Result<bool, Error> {
        let Some(row) = agreements::find(self.store.reader(), number.into()).await? else {
            return Ok(false);
        };
        let agreement: Agreement = agreements::content(&row.content)?;
        Ok(actor.state().is_some_and(|state| agreement.party_codes().any(|code| code == state)))
    }
}
