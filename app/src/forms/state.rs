//! What a form shows: the texts as typed, and what is wrong with them.

use domain::fields::{FieldProblem, Problem, Values};

/// The state of a form.
#[derive(Clone, Debug, Default)]
pub struct FormState {
    pub values: Values,
    pub problems: Vec<Problem>,
}

impl FormState {
    /// A form with these values and nothing wrong.
    pub fn new(values: Values) -> Self {
        Self { values, problems: Vec::new() }
    }

    /// What is wrong with the field of this name.
    pub fn problem(&self, name: &str) -> Option<FieldProblem> {
        self.problems.iter().find(|problem| problem.name == name).map(|problem| problem.problem)
    }
}

/// The id of a field's input: what the error summary links to.
pub fn id(name: &str) -> String {
    format!("f-{}", name.replace('.', "-"))
}
