# What the sections and fields of a record are called, what is asked for, and what may be wrong.

## The instrument

section-identity = The instrument
section-identity-about = What kind of instrument it is, what it is called and what it is about.
field-identity-kind = Kind of instrument
hint-identity-kind = Choose by what the instrument does, not by its title alone.
field-identity-legal_nature = Legal nature
hint-identity-legal_nature = Whether the parties meant to be bound. The title does not decide it. Choose “Undetermined” if the text does not show it.
field-identity-level = Concluded at the level of
hint-identity-level = Who concluded it: States, ministries, agencies, regional or local authorities, or operators.
table-identity-titles = Titles
table-identity-titles-add = Add a title
hint-identity-titles = One row for each language, as the title stands in the text.
field-identity-titles-text = Title
field-identity-titles-language = Language
field-identity-titles-original = Title of an authentic text, not a translation
table-identity-authentic_languages = Authentic languages
table-identity-authentic_languages-add = Add a language
hint-identity-authentic_languages = The languages in which the text is authentic, as its last clause usually states.
field-identity-authentic_languages-language = Language
field-identity-text_availability = Text
hint-identity-text_availability = Whether those who record the agreement have its text.
field-identity-made_public = Made public by the parties
hint-identity-made_public = “Yes” if anybody can read the text, for example in a gazette or on a ministry’s site.
field-identity-summary = Summary
hint-identity-summary = What it is about, in a few sentences.

## Parties and authorities

section-parties = Parties and authorities
section-parties-about = Who concluded the agreement, and which authorities act for each party.
table-parties-parties = Parties
table-parties-parties-add = Add a party
hint-parties-parties = At least two. An agreement between more than two parties still has one record.
field-parties-parties-code = Party
field-parties-parties-role = Role
hint-parties-parties-role = Where the workers come from and where they go. Leave open what is not known.
table-parties-authorities = Authorities
table-parties-authorities-add = Add an authority
hint-parties-authorities = First save the parties. Then name the authorities of each of them.
field-parties-authorities-party = Party
field-parties-authorities-function = Function
field-parties-authorities-name = Name of the authority

## Events and term

section-life = Events and term
section-life-about = What happened to the agreement and when, and how long it lasts. The status is worked out from this.
table-life-events = Events
table-life-events-add = Add an event
hint-life-events = One row for each event. If something happened to each party on a different date, add a row for each party.
field-life-events-kind = Event
field-life-events-date = Date
hint-life-events-date = As known: 2017, 2017-04 or 2017-04-05. Leave open what is not known.
field-life-events-party = Party
hint-life-events-party = Only if it happened for one party. Leave open if it happened for all.
field-life-events-effective = Effective date
hint-life-events-effective = For a renewal, the new end. For a notice, a termination or a replacement, the day on which it takes effect.
field-life-events-place = Place
field-life-events-note = Note
field-life-duration = Duration
hint-life-duration = How long the text says the agreement lasts.
field-life-term_months = Term, in months
hint-life-term_months = Only for a fixed term, counted from entry into force. Five years are 60 months.
field-life-expires_on = Last day in force
hint-life-expires_on = The day on which it ends if nothing else happens, where the text or another source gives it. As known: 2017, 2017-04 or 2017-04-05.
field-life-tacit_renewal = Renewed tacitly at the end of a term
hint-life-tacit_renewal = “Yes” if it goes on by itself unless a party gives notice.
field-life-renewal_months = Length of each renewal, in months
hint-life-renewal_months = Leave open if each renewal is as long as the term.
field-life-notice_months = Notice period, in months
hint-life-notice_months = How long before the end of a term notice must be given, or how long after a notice the agreement ends. If the text says neither, leave it open; twelve months are then assumed once notice has been given.
field-life-survival = What continues after the end
hint-life-survival = For example acquired rights, or contracts in progress.

## Scope

section-scope = Scope
section-scope-about = Which workers the agreement covers, how many, and who recruits them.
table-scope-sectors = Sectors
table-scope-sectors-add = Add a sector
hint-scope-sectors = Sectors of the International Standard Industrial Classification (ISIC). Leave open if the text names none.
field-scope-sectors-code = Sector
table-scope-occupations = Occupations
table-scope-occupations-add = Add an occupation
hint-scope-occupations = Groups of the International Standard Classification of Occupations (ISCO-08). Leave open if the text names none.
field-scope-occupations-code = Occupation
field-scope-in_words = Sectors and occupations in words
hint-scope-in_words = As the text has it, where no sector or occupation on the lists fits.
field-scope-categories = Categories of workers
field-scope-quota_method = How the number of workers is set
field-scope-quota_number = Number of workers
hint-scope-quota_number = Persons, if the text gives one number.
field-scope-quota_text = How the number is set, in words
hint-scope-quota_text = As the text has it, for example “25 in the first year, 50 in the second”.
field-scope-recruitment = Who recruits

## Provisions

section-provisions = Provisions
section-provisions-about = What the text says about each of the 34 provisions under the 20 good-practice criteria of the ILO.
table-provisions-findings = What the original text says
hint-provisions-findings = “No” means that somebody has read the text and it does not provide this. “Cannot tell” means that the text is not available or not clear. Leave open what nobody has read yet.
field-provisions-findings-finding = Finding
field-provisions-findings-article = Article
hint-provisions-findings-article = For example 9(2).
field-provisions-findings-note = Note
table-provisions-later = What later texts changed
table-provisions-later-add = Add a finding from a later text
hint-provisions-later = Only what an amendment or a protocol changed. The finding holds from the date you give; before it the original text counts.
field-provisions-later-item = Provision
field-provisions-later-finding = Finding
field-provisions-later-text = Later text
hint-provisions-later-text = For example “Protocol of 3 June 2019”.
field-provisions-later-since = Holds since
hint-provisions-later-since = The date from which the change has effect: 2017, 2017-04 or 2017-04-05.
field-provisions-later-article = Article
hint-provisions-later-article = The article of the later text, for example 2(1).

## Social security

section-social_security = Social security
section-social_security-about = How the agreement deals with social security, and what it gives in each of the nine branches.
field-social_security-mode = How the agreement deals with social security
hint-social_security-mode = If the text is silent and a separate social security agreement covers the workers, choose “The text is silent” and link that agreement under “Numbers, links and sources”.
field-social_security-article = Article
hint-social_security-article = For example 9(2).
table-social_security-branches = Branches
hint-social_security-branches = For each branch: whether workers are treated as nationals are, whether periods in both countries are added together, and whether benefits are paid abroad. Leave open what nobody has read yet.
field-social_security-branches-equality = Equality of treatment
field-social_security-branches-totalization = Totalization of periods
field-social_security-branches-export = Payment abroad
field-social_security-branches-article = Article
field-social_security-branches-note = Note
table-social_security-principles = Principles of coordination
hint-social_security-principles = Whether the text provides for each of the five principles.
field-social_security-principles-finding = Finding
field-social_security-principles-article = Article
field-social_security-material_scope = Schemes covered
hint-social_security-material_scope = In words, for example statutory schemes, contributory schemes, a provident fund.
field-social_security-personal_scope = Persons covered
hint-social_security-personal_scope = In words, for example nationals, members of their families, refugees, self-employed or posted workers.
field-social_security-exclusions = Exclusions
hint-social_security-exclusions = Branches, sectors or persons that the text leaves out.
field-social_security-health_cover = Health care
field-social_security-health_cover_of_family = Health care covers the family too
field-social_security-medical_examination_payer = Who pays for the medical examination before departure
field-social_security-employment_injury = Cover for injury at work
field-social_security-posted_months = Posting: longest first period, in months
hint-social_security-posted_months = How long a posted worker may stay under the legislation of the country of origin.
field-social_security-posted_extension_months = Posting: longest extension, in months
field-social_security-posted_consent = Posting: the other party must consent to an extension
field-social_security-posted_self_employed_months = Self-employed persons: longest period, in months
hint-social_security-posted_self_employed_months = How long a self-employed person may stay under the legislation of the country of origin.
field-social_security-certificate = Name of the certificate
hint-social_security-certificate = As the text has it, for example “certificate of coverage”.
field-social_security-totalization_minimum_months = Shortest own period for totalization, in months
hint-social_security-totalization_minimum_months = The period a person must have completed under a party’s own legislation before the periods of the other party are added. One year is 12 months.
field-social_security-third_state_periods = Periods completed in third States count
field-social_security-overlapping_periods = Where periods overlap
hint-social_security-overlapping_periods = What the text says about periods completed in both countries at the same time.
field-social_security-calculation = How the pension is worked out
field-social_security-export_to_third_states = Benefits are also paid in third States
field-social_security-export_conditions = Conditions of payment abroad
hint-social_security-export_conditions = Who bears the cost of the transfer, and what reduces the benefit.
field-social_security-contribution_refund = Contributions can be refunded
field-social_security-contribution_refund_conditions = Conditions of a refund
field-social_security-double_contribution_relief = Nobody pays contributions twice
hint-social_security-double_contribution_relief = “Yes” if contributions for the same work are due in one country only.
field-social_security-data_protection = Clause on the protection of personal data
field-social_security-administrative_arrangement = Administrative arrangement
hint-social_security-administrative_arrangement = Whether there is one, and when it was signed and entered into force. If it has a record of its own, link it under “Numbers, links and sources”.
field-social_security-arrangement_signed = Administrative arrangement signed on
hint-social_security-arrangement_signed = As known: 2017, 2017-04 or 2017-04-05.
field-social_security-arrangement_in_force = Administrative arrangement in force since
hint-social_security-arrangement_in_force = As known: 2017, 2017-04 or 2017-04-05.
field-social_security-multilateral_instruments = Multilateral instruments
hint-social_security-multilateral_instruments = Instruments between more States that apply between the parties too.
table-social_security-institutions = Institutions
table-social_security-institutions-add = Add an institution
hint-social_security-institutions = Authorities and institutions of each party that apply the social security provisions.
field-social_security-institutions-party = Party
field-social_security-institutions-function = Function
field-social_security-institutions-name = Name of the institution
field-social_security-note = Note

## Skills

section-skills = Skills
section-skills-about = Training and the recognition of skills, and who pays for what. Leave all of it open if the agreement has nothing on skills.
field-skills-model = Model
hint-skills-model = Where the training takes place and who moves.
field-skills-track = Track
hint-skills-track = For which labour market people are trained.
field-skills-trainees_home = Trainees who stay
hint-skills-trainees_home = Persons trained for the labour market of the country of origin.
field-skills-trainees_home_women = Women among those who stay
field-skills-trainees_away = Trainees who move
hint-skills-trainees_away = Persons trained for the labour market of the country of destination.
field-skills-trainees_away_women = Women among those who move
field-skills-recognition = How skills are recognized
field-skills-isced_level = ISCED 2011 level
hint-skills-isced_level = From 0 (early childhood education) to 8 (doctoral level) of the International Standard Classification of Education.
field-skills-qualification = Qualification
hint-skills-qualification = The qualification and its level in a national or regional framework, in words.
field-skills-training = Training
hint-skills-training = What is taught, where, by whom and for how long.
table-skills-costs = Costs and who pays
table-skills-costs-add = Add a cost
hint-skills-costs = One row for each group of costs and each payer.
field-skills-costs-group = What is paid for
field-skills-costs-payer = Who pays
field-skills-costs-amount = Amount
hint-skills-costs-amount = In whole units of the currency, for example 1200000. Leave open what is not known.
field-skills-costs-currency = Currency
hint-skills-costs-currency = The three letters of its ISO 4217 code, for example EUR.
field-skills-costs-year = Year
hint-skills-costs-year = The year to which the amount refers.
field-skills-note = Note

## Integration and participation

section-integration = Integration and participation
section-integration-about = What the agreement provides for integration and return, and who took part in it.
table-integration-measures = Integration and return
hint-integration-measures = “No” means that somebody has read the text and it does not provide this. Leave open what nobody has read yet.
field-integration-measures-finding = Finding
field-integration-measures-article = Article
hint-integration-measures-article = For example 9(2).
field-integration-measures-note = Note
table-integration-participants = Participants
table-integration-participants-add = Add a participant
hint-integration-participants = Who took part, in which phase and in which role. The same participant may have several rows.
field-integration-participants-participant = Participant
field-integration-participants-name = Name
field-integration-participants-party = Party
hint-integration-participants-party = The party it belongs to. Leave open for an international organization.
field-integration-participants-phase = Phase
field-integration-participants-role = Role
field-integration-note = Note

## Objectives

section-objectives = Objectives
section-objectives-about = Which objectives of the Global Compact for Migration and which Sustainable Development Goals the agreement serves.
field-objectives-gcm = Objectives of the Global Compact
hint-objectives-gcm = Some may be proposed from what is recorded. You decide.
field-objectives-principles = Guiding principles of the Global Compact
field-objectives-sdgs = Sustainable Development Goals

## Numbers, links and sources

section-references = Numbers, links and sources
section-references-about = Where the facts of the record are documented, which numbers the agreement has, and which other records belong to it.
table-references-sources = Sources
table-references-sources-add = Add a source
hint-references-sources = At least one before publishing: the text itself, an official gazette, a treaty database or another publication.
field-references-sources-title = Title
field-references-sources-address = Web address
hint-references-sources-address = Beginning with https:// or http://.
field-references-sources-seen_on = Seen on
hint-references-sources-seen_on = When the source was last looked at: 2023, 2023-10 or 2023-10-12.
field-references-sources-note = Note
table-references-identifiers = Numbers
table-references-identifiers-add = Add a number
hint-references-identifiers = Numbers under which the agreement is registered or published. A memorandum of understanding often has none.
field-references-identifiers-scheme = Kind of number
field-references-identifiers-series = Name of the series
hint-references-identifiers-series = For a national or other series, or a dataset.
field-references-identifiers-value = Number
hint-references-identifiers-value = For example I-33521 for a registration with the United Nations.
table-references-links = Links to other records
table-references-links-add = Add a link
hint-references-links = A link shows on both records; enter it on one of them. A sentence should come of it: this agreement, how it is linked, the other record.
field-references-links-relation = How it is linked
field-references-links-agreement = Number of the other record
hint-references-links-agreement = The number at the end of that record’s address, for example 128.
field-references-links-note = Note
field-references-note = Note

## What a record still lacks

gap-no_kind = Choose the kind of instrument.
gap-no_legal_nature = Choose the legal nature; “Undetermined” is an answer.
gap-no_level = Choose who concluded it.
gap-no_title = Write at least one title.
gap-fewer_than_two_parties = Name at least two different parties.
gap-same_party_twice = Name each party only once.
gap-no_role = The role of at least one party is open.
gap-no_event = Record at least one event, such as the signature.
gap-no_dated_event = No event has a date, so the status is not known.
gap-no_term = It is open how long the agreement lasts.
gap-no_scope = It is open which workers the agreement covers.
gap-not_coded = No provision has been coded yet.
gap-not_wholly_coded = Some of the 34 provisions have not been coded yet.
gap-no_social_security_mode = It is open how the agreement deals with social security.
gap-no_branch = It is open which branches of social security are covered.
gap-branches_open = Some cells of the nine branches have not been looked at.
gap-measures_open = Some of the seven measures have not been looked at.
gap-no_objective = No objective of the Global Compact has been chosen.
gap-no_source = Name at least one source.

## What can hardly be right

doubt-ratified_before_signed = The ratification is dated before the signature.
doubt-in_force_before_signed = The entry into force is dated before the signature.
doubt-ended_before_in_force = The termination is dated before the entry into force.
doubt-happened_in_future = An event is dated after today.
doubt-event_of_no_party = An event names a State that is not among the parties.
doubt-open_ended_with_last_day = It lasts until it is terminated, and yet it has a last day in force.
doubt-number_without_quota = There is no quota, and yet there is a number of workers.
doubt-silent_but_gives = The text is silent on social security, and yet it gives something in a branch.
doubt-more_women_than_trainees = There are more women among the trainees than trainees.
doubt-registration_number_odd = A registration with the United Nations has a number such as I-33521.
doubt-seen_in_future = A source is said to have been seen after today.

## What is wrong with a field

problem-needed = Fill in this field, or empty the whole row.
problem-not_a_date = Write the date as 2017, 2017-04 or 2017-04-05.
problem-no_such_day = There is no such day in the calendar. Check the day and the month.
problem-year_out_of_range = Write a year between 1800 and 2100.
problem-not_a_number = Write a whole number in digits, such as 24.
problem-number_too_large = Write a number from 0 to { $limit }.
problem-not_a_choice = Choose a value from the list.
problem-not_an_address = Write a full web address without spaces, beginning with https:// or http://.
problem-too_long = The text is too long: shorten it to { $limit } characters.
problem-not_a_year = Write a year with four digits, such as 2024.
problem-not_a_currency = Write the three letters of the currency, such as EUR.
problem-other_parties = That record is between other parties; an agreement is replaced only by one between the same parties.
problem-own_state_missing = Your State must be one of the parties: a State records what it agreed itself.
problem-no_such_record = Write the number of another record that is in the register.

## Filters and order of the list

facet-status = Status
facet-kind = Kind of instrument
facet-mode = Social security
facet-branch = Branch of social security
facet-criterion = Criterion
facet-provision = Provision in the text
facet-objective = Objective of the Global Compact
facet-sector = Sector
facet-commission = Regional commission
facet-region = Region
facet-in_region = With a party in
facet-role = Role of a party
facet-party = Parties

sort-newest = Newest signature first
sort-oldest = Oldest signature first
sort-title = By title
sort-changed = Last changed first
