//! A section as a form, made from the catalogue.

use domain::{
    criteria,
    fields::{Field, FieldProblem, Form, Input, Part, Table, Values, Vocabulary},
};
use leptos::prelude::*;

use super::{FormState, names, state::id};
use crate::{
    components::{example::states_to_choose, facets::also},
    islands::combobox::Combobox,
    words::{Words, t},
};

/// A list longer than this gets a combobox where there is JavaScript.
const LONG_LIST: usize = 30;

/// What the fields of a form are made from.
pub struct SectionForm<'a> {
    words: Words,
    form: Form,
    state: &'a FormState,
    /// The record's own parties: an event or an authority belongs to one of them.
    parties: &'a [String],
    /// Records of agreements to choose from, number and title, and what they are called together.
    offered: (String, Vec<(String, String)>),
}

impl<'a> SectionForm<'a> {
    /// The fields of this form, filled as `state` has it.
    pub fn new(words: Words, form: Form, state: &'a FormState) -> Self {
        Self { words, form, state, parties: &[], offered: (String::new(), Vec::new()) }
    }

    /// The same for a record with these parties.
    #[must_use]
    pub fn of_parties(self, parties: &'a [String]) -> Self {
        Self { parties, ..self }
    }

    /// The same with records of agreements to choose from.
    #[must_use]
    pub fn offering(self, heading: String, records: Vec<(String, String)>) -> Self {
        Self { offered: (heading, records), ..self }
    }
}

impl SectionForm<'_> {
    /// All fields of the form.
    pub fn fields(&self) -> impl IntoView + use<> {
        self.form
            .parts
            .iter()
            .map(|part| match part {
                Part::Field(field) => self.field(field, field.name).into_any(),
                Part::Rows(table) => self.rows(table).into_any(),
                Part::Grid { table, codes, .. } => self.grid(table, *codes).into_any(),
            })
            .collect_view()
    }

    /// Only these parts, for a form that asks for little.
    pub fn only(&self, names: &[&str]) -> impl IntoView + use<> {
        self.form
            .parts
            .iter()
            .filter_map(|part| match part {
                Part::Field(field) if names.contains(&field.name) => {
                    Some(self.field(field, field.name).into_any())
                }
                Part::Rows(table) if names.contains(&table.name) => {
                    Some(self.rows(table).into_any())
                }
                _ => None,
            })
            .collect_view()
    }

    fn rows(&self, table: &Table) -> impl IntoView + use<> {
        let words = self.words;
        let code = self.form.code;
        let mut numbers = self.state.values.row_numbers(table.name);
        if numbers.is_empty() {
            // A first row to type into, without asking for it.
            numbers.push(0);
        }
        let rows = numbers
            .iter()
            .enumerate()
            .map(|(place, number)| {
                let prefix = format!("{}.{number}", table.name);
                let fields = self.row_fields(table, &prefix, place == 0);
                let name = names::row_name(words, self.form, table.name, &number.to_string());
                view! {
                    <fieldset class="row">
                        <legend>{name}</legend>
                        {fields}
                        <div class="row-tools">
                            <button class="link" name="do" value=format!("remove:{prefix}") formnovalidate=true>
                                {t!(words, "remove-row")}
                            </button>
                        </div>
                    </fieldset>
                }
            })
            .collect_view();
        let hint = self.hint(&format!("hint-{code}-{}", table.name));
        view! {
            <fieldset class="group" id=id(table.name)>
                <legend>{words.text(&format!("table-{code}-{}", table.name))}</legend>
                {hint}
                <div class="rows-editor">{rows}</div>
                <div class="form-actions">
                    <button class="button quiet" name="do" value=format!("add:{}", table.name) formnovalidate=true>
                        {words.text(&format!("table-{code}-{}-add", table.name))}
                    </button>
                </div>
            </fieldset>
        }
    }

    fn grid(&self, table: &Table, codes: Vocabulary) -> impl IntoView + use<> {
        let words = self.words;
        let code = self.form.code;
        let mut pillar = None;
        let rows = codes
            .codes()
            .into_iter()
            .map(|row| {
                // The 34 items stand under their pillars, with their numbers, as on the page.
                let item = criteria::item(row).filter(|_| codes == Vocabulary::Item);
                let heading = item.filter(|item| pillar != Some(item.pillar)).map(|item| {
                    pillar = Some(item.pillar);
                    view! { <h2 class="pillar">{words.label(Vocabulary::Pillar, item.pillar.into())}</h2> }
                });
                let number = item.map(|item| format!("{}{} · ", item.criterion, item.sub));
                let is_first = codes.codes().first() == Some(&row);
                let fields = self.row_fields(table, &format!("{}.{row}", table.name), is_first);
                view! {
                    {heading}
                    <fieldset class="row">
                        <legend>{number} {words.label(codes, row)}</legend>
                        {fields}
                    </fieldset>
                }
            })
            .collect_view();
        let hint = self.hint(&format!("hint-{code}-{}", table.name));
        view! {
            <fieldset class="group">
                <legend>{words.text(&format!("table-{code}-{}", table.name))}</legend>
                {hint}
                <div class="rows-editor">{rows}</div>
            </fieldset>
        }
    }

    /// Hints stand in the first row alone: nobody reads them six times.
    fn row_fields(&self, table: &Table, prefix: &str, with_hints: bool) -> impl IntoView + use<> {
        // A row that was just added is where the person goes on.
        let is_new = !self.state.values.all(&format!("{prefix}.new")).is_empty();
        let asked = table.fields.iter().filter(|field| field.input != Input::Kept);
        let fields = asked
            .enumerate()
            .map(|(place, field)| {
                let name = format!("{prefix}.{}", field.name);
                self.shown(field, &name, with_hints, is_new && place == 0)
            })
            .collect_view();
        view! { <div class="field-row">{fields}</div> }
    }

    fn hint(&self, key: &str) -> Option<impl IntoView + use<>> {
        self.words.has(key).then(|| view! { <p class="hint">{self.words.text(key)}</p> })
    }

    /// The key of a field's words: without the number or code of its row.
    fn key(&self, name: &str) -> String {
        let mut parts = name.split('.');
        match (parts.next(), parts.next(), parts.next()) {
            (Some(table), Some(_), Some(field)) => {
                format!("{}-{table}-{field}", self.form.code)
            }
            _ => format!("{}-{name}", self.form.code),
        }
    }

    fn field(&self, field: &Field, name: &str) -> AnyView {
        self.shown(field, name, true, false)
    }

    fn shown(&self, field: &Field, name: &str, with_hint: bool, has_focus: bool) -> AnyView {
        let words = self.words;
        let key = self.key(name);
        let label = words.text(&format!("field-{key}"));
        let hint_key = format!("hint-{key}");
        let hint = (with_hint && words.has(&hint_key)).then(|| words.text(&hint_key));
        let problem = self.state.problem(name);
        let values = &self.state.values;
        match field.input {
            Input::Choices(vocabulary) => self.choices(vocabulary, name, label, hint, problem).into_any(),
            Input::Records => self.records(name, label, hint, problem).into_any(),
            Input::Tick => view! {
                <div class="field" data-invalid=problem.map(|_| "")>
                    {problem.map(|problem| problem_line(words, self.form, name, problem))}
                    <label class="choice">
                        <input type="checkbox" name=name.to_owned() id=id(name) value="yes" checked=!values.get(name).is_empty()
                            aria-invalid=problem.map(|_| "true") />
                        {label}
                    </label>
                </div>
            }
            .into_any(),
            _ => {
                let input = self.input(field.input, name, hint.is_some(), problem.is_some(), has_focus);
                // What takes sentences gets a line of its own.
                let is_wide = matches!(field.input, Input::Text(_) | Input::Address)
                    || matches!(field.input, Input::Line(most) if most > 400);
                view! {
                    <div class="field" data-invalid=problem.map(|_| "") data-wide=is_wide.then_some("")>
                        <label for=id(name)>{label}</label>
                        {hint.map(|hint| view! { <span class="hint" id=format!("{}-hint", id(name))>{hint}</span> })}
                        {problem.map(|problem| problem_line(words, self.form, name, problem))}
                        {input}
                    </div>
                }
                .into_any()
            }
        }
    }

    fn input(
        &self,
        input: Input,
        name: &str,
        has_hint: bool,
        is_wrong: bool,
        has_focus: bool,
    ) -> AnyView {
        let id = id(name);
        let value = self.state.values.get(name).to_owned();
        let mut described = Vec::new();
        if has_hint {
            described.push(format!("{id}-hint"));
        }
        if is_wrong {
            described.push(format!("{id}-problem"));
        }
        let described = (!described.is_empty()).then(|| described.join(" "));
        let invalid = is_wrong.then_some("true");
        let autocomplete = autocomplete(self.form, name);
        let name = name.to_owned();
        match input {
            Input::Text(most) => {
                // A chapter is written in a window, a note in a few lines.
                let rows = if most > 10_000 { "18" } else { "4" };
                view! {
                <textarea name=name id=id rows=rows autofocus=has_focus aria-describedby=described aria-invalid=invalid>{value}</textarea>
            }
            .into_any()
            }
            Input::Choice(vocabulary) => {
                let options = self.options(vocabulary, &value);
                let is_long = options.len() > LONG_LIST;
                let is_party = matches!(vocabulary, Vocabulary::Party | Vocabulary::State);
                let options = options
                    .into_iter()
                    .map(|(code, label)| {
                        let selected = code == value;
                        let also = if is_party { also(&code) } else { None };
                        view! { <option value=code selected=selected data-also=also>{label}</option> }
                    })
                    .collect_view();
                let select = view! {
                    <select name=name id=id autofocus=has_focus aria-describedby=described aria-invalid=invalid>
                        <option value="">{t!(self.words, "choose")}</option>
                        {options}
                    </select>
                };
                if is_long {
                    view! { <Combobox nothing_found=t!(self.words, "nothing-found")>{select}</Combobox> }.into_any()
                } else {
                    select.into_any()
                }
            }
            Input::Number(_) | Input::Year => view! {
                <input type="text" inputmode="numeric" name=name id=id value=value autofocus=has_focus aria-describedby=described aria-invalid=invalid />
            }
            .into_any(),
            Input::Decimal => view! {
                <input type="text" inputmode="decimal" name=name id=id value=value autocomplete="off" autofocus=has_focus aria-describedby=described aria-invalid=invalid />
            }
            .into_any(),
            Input::Date => view! {
                <input type="text" name=name id=id value=value autocomplete="off" placeholder="2017-04-05"
                    autofocus=has_focus aria-describedby=described aria-invalid=invalid />
            }
            .into_any(),
            Input::Address => view! {
                <input type="text" inputmode="url" name=name id=id value=value autofocus=has_focus aria-describedby=described aria-invalid=invalid />
            }
            .into_any(),
            Input::Time => view! {
                <input type="text" inputmode="numeric" name=name id=id value=value size="5" placeholder="16:15"
                    autofocus=has_focus aria-describedby=described aria-invalid=invalid />
            }
            .into_any(),
            Input::Line(_) | Input::Currency | Input::Choices(_) | Input::Records | Input::Tick | Input::Kept => view! {
                <input type="text" name=name id=id value=value autocomplete=autocomplete autofocus=has_focus aria-describedby=described aria-invalid=invalid />
            }
            .into_any(),
        }
    }

    /// The codes offered with their labels, in the order in which a reader looks for them.
    fn options(&self, vocabulary: Vocabulary, value: &str) -> Vec<(String, String)> {
        let words = self.words;
        if !matches!(vocabulary, Vocabulary::Party | Vocabulary::State) {
            return vocabulary
                .codes()
                .into_iter()
                .map(|code| (code.to_owned(), words.label(vocabulary, code)))
                .collect();
        }
        // Whose event or authority it is, is one of the record's parties.
        let is_any = vocabulary == Vocabulary::State;
        let mut options: Vec<(String, String)> = states_to_choose()
            .filter(|state| is_any || self.parties.contains(&state.code) || state.code == value)
            .map(|state| (state.code.clone(), words.name(state)))
            .collect();
        words.sort_by_name(&mut options, |(_, name)| name.clone());
        options
    }

    /// Records of agreements: those offered are ticked, others are written by their numbers.
    fn records(
        &self,
        name: &str,
        label: String,
        hint: Option<String>,
        problem: Option<FieldProblem>,
    ) -> impl IntoView + use<> {
        let words = self.words;
        let (heading, offered) = &self.offered;
        let chosen = self.state.values.all(name);
        let is_offered = |text: &String| offered.iter().any(|(number, _)| number == text);
        let others: Vec<String> = chosen.iter().filter(|text| !is_offered(text)).cloned().collect();
        let choices = offered
            .iter()
            .map(|(number, title)| {
                view! {
                    <label class="choice">
                        <input type="checkbox" name=name.to_owned() value=number.clone() checked=chosen.contains(number) />
                        {title.clone()}
                    </label>
                }
            })
            .collect_view();
        let heading =
            (!offered.is_empty()).then(|| view! { <p class="hint">{heading.clone()}</p> });
        let hint_id = format!("{}-hint", id(name));
        view! {
            <fieldset class="group" data-invalid=problem.map(|_| "")>
                <legend>{label}</legend>
                {hint.map(|hint| view! { <p class="hint">{hint}</p> })}
                {problem.map(|problem| problem_line(words, self.form, name, problem))}
                {heading}
                <div class="choices">{choices}</div>
                <div class="field">
                    <label for=id(name)>{t!(words, "records-other")}</label>
                    <span class="hint" id=hint_id.clone()>{t!(words, "records-other-hint")}</span>
                    <input type="text" inputmode="numeric" name=name.to_owned() id=id(name) value=others.join(" ")
                        aria-describedby=hint_id aria-invalid=problem.map(|_| "true") />
                </div>
            </fieldset>
        }
    }

    fn choices(
        &self,
        vocabulary: Vocabulary,
        name: &str,
        label: String,
        hint: Option<String>,
        problem: Option<FieldProblem>,
    ) -> impl IntoView + use<> {
        let words = self.words;
        let ticked = self.state.values.all(name);
        let choices = vocabulary
            .codes()
            .into_iter()
            .map(|code| {
                view! {
                    <label class="choice">
                        <input type="checkbox" name=name.to_owned() value=code checked=ticked.iter().any(|ticked| ticked == code) />
                        {words.label(vocabulary, code)}
                    </label>
                }
            })
            .collect_view();
        view! {
            <fieldset class="group" id=id(name) data-invalid=problem.map(|_| "")>
                <legend>{label}</legend>
                {hint.map(|hint| view! { <p class="hint">{hint}</p> })}
                {problem.map(|problem| problem_line(words, self.form, name, problem))}
                <div class="choices across">{choices}</div>
            </fieldset>
        }
    }
}

/// What a browser knows of the person who fills the form, where it asks for that person.
fn autocomplete(form: Form, name: &str) -> Option<&'static str> {
    match (form.code, name) {
        ("registration", "name") => Some("name"),
        ("registration", "function") => Some("organization-title"),
        ("registration", "organization") => Some("organization"),
        ("registration", "email") => Some("email"),
        _ => None,
    }
}

fn problem_line(
    words: Words,
    form: Form,
    name: &str,
    problem: FieldProblem,
) -> impl IntoView + use<> {
    let text = names::problem(words, form, name, problem);
    view! { <p class="error" id=format!("{}-problem", id(name))>{text}</p> }
}

/// What is wrong, all of it, with a link to each field.
pub fn error_summary(words: Words, form: Form, state: &FormState) -> Option<impl IntoView + use<>> {
    (!state.problems.is_empty()).then(|| {
        let problems = state
            .problems
            .iter()
            .map(|problem| {
                let text = format!(
                    "{}: {}",
                    names::label(words, form, &problem.name),
                    names::problem(words, form, &problem.name, problem.problem)
                );
                view! { <li><a href=format!("#{}", id(&problem.name))>{text}</a></li> }
            })
            .collect_view();
        view! {
            <div class="error-summary" role="alert" tabindex="-1" autofocus=true>
                <h2>{t!(words, "there-is-a-problem", count = state.problems.len())}</h2>
                <p>{t!(words, "nothing-was-saved-text-kept")}</p>
                <ul>{problems}</ul>
            </div>
        }
    })
}

/// Does what a form's button beside "save" asks for: adds an empty row or takes one out. Nothing is
/// saved by it.
pub fn edit_rows(values: &mut Values, asked: &str) {
    if let Some(table) = asked.strip_prefix("add:") {
        let numbers = values.row_numbers(table);
        // The first row was shown without being asked for.
        let number = numbers.last().map_or(1, |last| last + 1);
        values.push(format!("{table}.{number}.new"), "");
    } else if let Some((table, number)) =
        asked.strip_prefix("remove:").and_then(|row| row.rsplit_once('.'))
        && let Ok(number) = number.parse()
    {
        values.remove_row(table, number);
    }
}
