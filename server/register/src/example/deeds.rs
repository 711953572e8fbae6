//! The deeds of the example, done one after the other through the use cases.

use std::collections::{BTreeMap, HashMap};

use domain::{
    account::Actor,
    confirmation::sections,
    fields::{FieldProblem, Form, Problem, SectionCode, Values, follow_up::REPORT, write},
    follow_up::{EntryKind, dossier::Drafted, stage::Step},
};
use serde_json::{Map, Value, json};

use super::script::{Assessed, Deed, What, meant};
use crate::{Register, dossiers::Material, error::Error, following::Place, recording::Saved};

/// What was made so far, and who acts.
pub struct Doing<'a, Draft> {
    register: &'a Register,
    actors: Vec<Actor>,
    draft: Draft,
    /// The numbers of the agreements and of the entries, by the example's own names.
    agreements: HashMap<String, i64>,
    entries: HashMap<String, i64>,
}

impl<'a, Draft: Fn(&Material) -> Drafted> Doing<'a, Draft> {
    pub fn new(register: &'a Register, actors: Vec<Actor>, draft: Draft) -> Self {
        Self { register, actors, draft, agreements: HashMap::new(), entries: HashMap::new() }
    }

    /// The agreements that were recorded.
    pub fn records(&self) -> impl Iterator<Item = (&str, i64)> {
        self.agreements.iter().map(|(key, id)| (key.as_str(), *id))
    }

    /// Does one deed.
    ///
    /// # Errors
    /// As the use case has it; [`Error::NotFound`] for what was not made before.
    pub async fn perform(&mut self, deed: &Deed) -> Result<(), Error> {
        let actor = &self.actor(&deed.by)?;
        let register = self.register;
        match &deed.what {
            What::Record { key, sections, publish } => {
                let id = self.record(actor, sections).await?;
                if *publish {
                    register.set_published(actor, id, true).await?;
                }
                self.agreements.insert(key.clone(), id);
            }
            What::Confirm { agreement, sections } => {
                self.confirm(actor, self.agreement(agreement)?, sections).await?;
            }
            What::Contest { agreement, section, fields, reason } => {
                self.contest(actor, self.agreement(agreement)?, *section, fields, reason).await?;
            }
            What::Enter { key, kind, forms, publish, .. } => {
                let id = self.enter(actor, *kind, self.place(actor, &deed.what)?, forms).await?;
                if *publish {
                    register.set_entry_published(actor, id, true).await?;
                }
                self.entries.insert(key.clone(), id);
            }
            What::Fill { key, form, content } => {
                self.fill(actor, self.entry(key)?, form, content).await?;
            }
            What::Publish { key } => {
                register.set_entry_published(actor, self.entry(key)?, true).await?;
            }
            What::Own { key } => {
                register.confirm_entry(actor, self.entry(key)?).await?;
            }
            What::Report { key, report } => {
                register.report(actor, self.entry(key)?, &self.values(REPORT, report)).await?;
            }
            What::Step { key, step } => {
                let step: Step = step.parse().map_err(|_| not_a_choice("step"))?;
                register.take_step(actor, self.entry(key)?, step).await?;
            }
            What::PeerReview { key, reviewers } => {
                self.review(actor, self.entry(key)?, reviewers).await?;
            }
            What::TakePart { review, takes_part } => {
                register.take_part(actor, self.entry(review)?, *takes_part).await?;
            }
            What::Dossier { key, review, chapters } => {
                let id = self.dossier(actor, self.entry(review)?, chapters).await?;
                self.entries.insert(key.clone(), id);
            }
            What::Ask { key, chapter, text } => {
                let question = [("chapter", chapter), ("text", text)];
                let question = question.map(|(name, text)| (name.to_owned(), text.clone()));
                let question = question.into_iter().collect();
                register.ask_about(actor, self.entry(key)?, &question).await?;
            }
            What::Answer { key, number, text } => {
                let answer = [("text".to_owned(), text.clone())].into_iter().collect();
                register.answer_question(actor, self.entry(key)?, *number, None, &answer).await?;
            }
        }
        Ok(())
    }

    fn actor(&self, email: &str) -> Result<Actor, Error> {
        let is_it = |actor: &&Actor| actor.account().is_some_and(|account| account.email == email);
        self.actors.iter().find(is_it).cloned().ok_or(Error::NotAllowed)
    }

    fn agreement(&self, key: &str) -> Result<i64, Error> {
        self.agreements.get(key).copied().ok_or(Error::NotFound)
    }

    fn entry(&self, key: &str) -> Result<i64, Error> {
        self.entries.get(key).copied().ok_or(Error::NotFound)
    }

    /// A form as somebody would have typed it.
    fn values(&self, form: Form, content: &Value) -> Values {
        write(form, &meant(content, &self.agreements, self.register.clock().today()))
    }

    async fn record(&self, actor: &Actor, sections: &Map<String, Value>) -> Result<i64, Error> {
        let values = |section: SectionCode| {
            self.values(section.form(), sections.get(section.code()).unwrap_or(&Value::Null))
        };
        let (identity, parties) = (values(SectionCode::Identity), values(SectionCode::Parties));
        let Saved { id, mut version, .. } =
            self.register.record(actor, &identity, &parties).await?;
        for code in sections.keys() {
            let section: SectionCode = code.parse().map_err(|_| not_a_choice(code))?;
            let values = values(section);
            // The two that it began with are as they were, so that nothing is written.
            let saved = self.register.save_section(actor, id, section, version, &values, None);
            version = saved.await?.version;
        }
        Ok(id)
    }

    async fn confirm(&self, actor: &Actor, id: i64, chosen: &[SectionCode]) -> Result<(), Error> {
        let record = self.register.agreement(actor, id).await?;
        for section in sections(&record.agreement) {
            if chosen.is_empty() || chosen.contains(&section) {
                self.register.answer(actor, id, section, record.version, None, None).await?;
            }
        }
        Ok(())
    }

    async fn contest(
        &self,
        actor: &Actor,
        id: i64,
        section: SectionCode,
        fields: &BTreeMap<String, String>,
        reason: &str,
    ) -> Result<(), Error> {
        let record = self.register.agreement(actor, id).await?;
        let mut own = write(section.form(), &record.agreement.section(section));
        for (name, text) in fields {
            own.take(name);
            own.push(name, text);
        }
        let reason = Some(reason.to_owned());
        self.register.answer(actor, id, section, record.version, Some(&own), reason).await
    }

    /// Where an entry belongs: a State's own, unless the Network writes for it.
    fn place(&self, actor: &Actor, what: &What) -> Result<Place, Error> {
        let What::Enter { state, parent, meeting, question, .. } = what else {
            return Ok(Place::default());
        };
        let number = |key: &Option<String>| key.as_deref().map(|key| self.entry(key)).transpose();
        Ok(Place {
            owner: state.clone().or_else(|| actor.state().map(str::to_owned)),
            parent: number(parent)?,
            meeting: number(meeting)?,
            question: *question,
        })
    }

    async fn enter(
        &self,
        actor: &Actor,
        kind: EntryKind,
        place: Place,
        forms: &Map<String, Value>,
    ) -> Result<i64, Error> {
        let first = kind.forms().first().ok_or(Error::NotFound)?;
        let begun = self.values(*first, forms.get(first.code).unwrap_or(&Value::Null));
        let id = self.register.begin_entry(actor, kind, place, &begun).await?.id;
        for (code, content) in forms.iter().filter(|(code, _)| *code != first.code) {
            self.fill(actor, id, code, content).await?;
        }
        Ok(id)
    }

    async fn fill(&self, actor: &Actor, id: i64, code: &str, content: &Value) -> Result<(), Error> {
        let entry = self.register.entry(actor, id).await?;
        let form = entry.kind.form(code).ok_or_else(|| not_a_choice(code))?;
        let values = self.values(form, content);
        self.register.save_entry(actor, id, form, entry.version, &values, None).await?;
        Ok(())
    }

    async fn review(
        &self,
        coordinator: &Actor,
        id: i64,
        reviewers: &[Assessed],
    ) -> Result<(), Error> {
        let typed = |pairs: &[(&str, &str)]| -> Values {
            pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
        };
        for said in reviewers {
            let reviewer = self.actor(&said.by)?;
            let account = reviewer.account().ok_or(Error::NotAllowed)?.id.to_string();
            let named = typed(&[("account", &account), ("kind", &said.kind)]);
            self.register.name_reviewer(coordinator, id, &named).await?;
            let declared = typed(&[("declaration", "no_conflict")]);
            self.register.declare_interest(&reviewer, id, &declared).await?;
            let given = typed(&[("opinion", &said.opinion), ("comment", &said.comment)]);
            self.register.give_opinion(&reviewer, id, &given).await?;
        }
        Ok(())
    }

    async fn dossier(
        &self,
        actor: &Actor,
        review: i64,
        chapters: &BTreeMap<String, String>,
    ) -> Result<i64, Error> {
        let material = self.register.dossier_material(actor, review).await?;
        let id = self.register.begin_dossier(actor, review).await?;
        self.register.draft_dossier(actor, id, (self.draft)(&material)).await?;
        for (chapter, text) in chapters {
            self.fill(actor, id, chapter, &json!({ "text": text })).await?;
        }
        Ok(id)
    }
}

/// The files name something that the program does not know.
fn not_a_choice(name: &str) -> Error {
    let problem = FieldProblem::NotAChoice;
    Error::Invalid(vec![Problem { name: name.to_owned(), problem }])
}
