# The labels of the controlled lists: the list's code, then the code in it.

## Kind of instrument

kind-labour_migration_agreement = Labour migration agreement
kind-memorandum_of_understanding = Memorandum of understanding
kind-memorandum_of_cooperation = Memorandum of cooperation
kind-skills_mobility_partnership = Skills mobility partnership
kind-social_security_agreement = Social security agreement
kind-mutual_recognition_agreement = Mutual recognition agreement
kind-seasonal_worker_scheme = Seasonal worker scheme
kind-health_worker_agreement = Health worker agreement
kind-youth_mobility_arrangement = Youth mobility arrangement
kind-migration_cooperation_agreement = Migration cooperation agreement
kind-administrative_arrangement = Administrative arrangement
kind-protocol = Protocol
kind-other = Other instrument

legal_nature-binding = Binding
legal_nature-non_binding = Non-binding
legal_nature-undetermined = Undetermined

level-state = States or Governments
level-ministry = Ministries
level-agency = Agencies
level-sub_national = Regional or local authorities
level-operator = Operators

## Parties

party_role-origin = Country of origin
party_role-destination = Country of destination
party_role-both = Country of origin and of destination

authority_function-signing = Signing authority
authority_function-competent = Competent authority
authority_function-focal_point = Focal point
authority_function-liaison = Liaison body

## Events and term

event-proposed = Proposed
event-mandate_given = Mandate or full powers given
event-negotiation_round = Round of negotiations
event-text_adopted = Text adopted
event-initialled = Initialled
event-signed = Signed
event-approved = Approved by cabinet or parliament
event-ratified = Ratified
event-ratified_or_in_force = Ratified or entered into force (the source does not say which)
event-notified = Completion of internal procedures notified
event-instruments_exchanged = Instruments of ratification exchanged
event-provisionally_applied = Provisional application began
event-provisional_application_ended = Provisional application ended
event-entered_into_force = Entered into force
event-arrangement_signed = Administrative arrangement signed
event-registered = Registered
event-amended = Amended
event-suspended = Suspended
event-resumed = Resumed after suspension
event-renewed = Renewed
event-notice_given = Notice of termination or non-renewal given
event-notice_withdrawn = Notice withdrawn
event-expired = Expired
event-terminated = Terminated
event-superseded = Superseded
event-succeeded = Taken over by a successor State
event-abandoned = Abandoned

duration-until_terminated = Valid until terminated
duration-fixed_term = Fixed term
duration-not_stated = Not stated in the text
duration-other = Other

yes_no-yes = Yes
yes_no-no = No

## Status

status-not_known = Status not known
status-proposed = Proposed
status-under_negotiation = Under negotiation
status-initialled = Initialled, not yet signed
status-signed = Signed, entry into force not recorded
status-provisionally_applied = Provisionally applied
status-in_force = In force
status-suspended = Suspended
status-notice_given = In force, notice of its end given
status-expired = Expired
status-terminated = Terminated
status-superseded = Superseded by another instrument
status-abandoned = Abandoned before entry into force

status-short-not_known = Not known
status-short-proposed = Proposed
status-short-under_negotiation = Under negotiation
status-short-initialled = Initialled
status-short-signed = Signed
status-short-provisionally_applied = Provisionally applied
status-short-in_force = In force
status-short-suspended = Suspended
status-short-notice_given = Notice given
status-short-expired = Expired
status-short-terminated = Terminated
status-short-superseded = Superseded
status-short-abandoned = Abandoned

## Scope

worker_category-general = Workers in general
worker_category-seasonal = Seasonal workers
worker_category-temporary = Temporary workers
worker_category-health = Health workers
worker_category-domestic = Domestic workers
worker_category-trainee = Trainees
worker_category-posted = Posted workers
worker_category-youth_mobility = Young people on working holidays or exchanges
worker_category-frontier = Frontier workers
worker_category-self_employed = Self-employed workers
worker_category-highly_skilled = Highly skilled workers

quota_method-number = A number in the text
quota_method-schedule = A number for each year or period in the text
quota_method-set_later = Set from time to time after signature
quota_method-none = No quota

recruitment-government_to_government = Government to Government
recruitment-public_employment_service = Public employment service
recruitment-licensed_agency = Licensed private recruitment agencies
recruitment-direct_hire = Employers directly
recruitment-government_to_private = Government together with private recruiters
recruitment-unspecified = Not specified in the text

## Provisions

pillar-governance = Governance of labour migration
pillar-protection = Protection and empowerment of migrant workers
pillar-development = Migration and development

finding-yes = Yes
finding-partly = Partly
finding-no = No
finding-cannot_tell = Cannot tell

## Social security

social_security_mode-dedicated_agreement = It is itself a social security agreement
social_security_mode-own_clause = Own clause on social security
social_security_mode-reference_in_force = Refers to a social security agreement in force
social_security_mode-reference_to_be_concluded = Refers to a social security agreement to be concluded
social_security_mode-equality_clause_only = Only a clause on equality of treatment
social_security_mode-private_insurance = Private insurance
social_security_mode-welfare_fund = Welfare fund
social_security_mode-explicit_exclusion = Social security expressly excluded
social_security_mode-silent = The text is silent

branch-medical_care = Medical care
branch-sickness = Sickness benefit
branch-maternity = Maternity benefit
branch-invalidity = Invalidity benefit
branch-old_age = Old-age benefit
branch-survivors = Survivors’ benefit
branch-employment_injury = Employment injury benefit
branch-unemployment = Unemployment benefit
branch-family = Family benefit

aspect-equality = Equality of treatment
aspect-totalization = Totalization of periods
aspect-export = Payment abroad

principle-equality_of_treatment = Equality of treatment
principle-applicable_legislation = Determination of the applicable legislation
principle-totalization = Totalization of periods (rights in course of acquisition)
principle-export = Payment of benefits abroad (acquired rights)
principle-administrative_assistance = Mutual administrative assistance

health_cover-public_on_par = Public health care on a par with nationals
health_cover-emergency_only = Emergency care only
health_cover-private_by_employer = Private insurance paid by the employer
health_cover-private_by_worker = Private insurance paid by the worker
health_cover-none = None

employment_injury-statutory_on_par = Statutory scheme on a par with nationals
employment_injury-employer_liability = Liability of the employer
employment_injury-insurance = Separate insurance
employment_injury-none = None

institution_function-competent_authority = Competent authority
institution_function-competent_institution = Competent institution
institution_function-liaison_body = Liaison body

## Skills

skills_model-train_at_origin = Training in the country of origin before departure
skills_model-train_at_destination_and_return = Training in the country of destination, then return
skills_model-dual_track = Training for both those who stay and those who move
skills_model-dual_training = Training in both countries
skills_model-recognition_only = Recognition of skills only
skills_model-circular = Circular mobility
skills_model-talent_partnership = Talent Partnership of the European Union
skills_model-return_and_upskill = Return with further training

track-home = Home: for the labour market of origin
track-away = Away: for the labour market of destination
track-both = Home and away

recognition-mutual_recognition = Mutual recognition agreement
recognition-qualifications_framework = Qualifications framework
recognition-prior_learning = Recognition of prior learning
recognition-licensing = Licensing for a profession
recognition-joint_curriculum = Joint curriculum
recognition-assessment_centre = Assessment centre

cost_group-training = Training
cost_group-staffing = Staff
cost_group-migration = Migration
cost_group-living = Living costs
cost_group-return_and_reintegration = Return and reintegration

payer-state_of_origin = State of origin
payer-state_of_destination = State of destination
payer-employer = Employer
payer-development_aid = Development assistance
payer-international_organization = International organization
payer-private_capital = Private capital
payer-worker = Worker

## Integration and return, and who took part

measure-pre_departure_orientation = Pre-departure orientation
measure-post_arrival_orientation = Post-arrival orientation
measure-language = Language training
measure-access_to_services = Access to services
measure-family_reunification = Family reunification
measure-reintegration = Return and reintegration
measure-diaspora = Ties with the diaspora

participant-ministry_of_labour = Ministry of labour
participant-ministry_of_foreign_affairs = Ministry of foreign affairs
participant-ministry_of_interior = Ministry of the interior or immigration service
participant-ministry_of_education = Ministry of education
participant-other_ministry = Other ministry
participant-sub_national_authority = Regional or local authority
participant-employers = Employers and their organizations
participant-trade_unions = Trade unions
participant-academia = Academia
participant-training_providers = Training providers
participant-recruiters = Recruiters
participant-diaspora = Diaspora
participant-civil_society = Civil society
participant-international_organization = International organization

phase-preparation = Preparation
phase-negotiation = Negotiation
phase-implementation = Implementation
phase-monitoring = Monitoring and evaluation

takes_part_as-lead = Leads
takes_part_as-signatory = Signatory
takes_part_as-consulted = Consulted
takes_part_as-funder = Provides funding
takes_part_as-trainer = Provides training
takes_part_as-certifier = Certifies skills
takes_part_as-recruiter = Recruits
takes_part_as-visa_facilitator = Facilitates visas
takes_part_as-integration_support = Supports integration
takes_part_as-evaluator = Evaluates

## Identifiers and links

identifier_scheme-un_treaty_registration = Registration with the United Nations
identifier_scheme-unts_volume = United Nations Treaty Series, volume and page
identifier_scheme-national_series = National treaty series
identifier_scheme-dataset = Published dataset
identifier_scheme-other = Other series

relation-amends = Amends
relation-replaces = Replaces
relation-implements = Implements
relation-refers_to = Refers to
relation-social_security_agreement_of = Is the social security agreement for the workers under

## The same links, seen from the other record

relation-amends-incoming = Amended by
relation-replaces-incoming = Replaced by
relation-implements-incoming = Implemented by
relation-refers_to-incoming = Referred to by
relation-social_security_agreement_of-incoming = Its workers’ social security agreement is

## Accounts

role-official = Ministry official
role-focal_point = Focal point of a State
role-reviewer = Network reviewer
role-coordinator = Network coordinator
role-administrator = Administrator of accounts

## What an entry of the history tells was done

act-recorded = Recorded
act-saved = Changed
act-taken_over = Taken over
act-published = Published
act-withdrawn = Withdrawn from publication
act-imported = Imported

## What happened to agreements between two dates

happened-signed = Signed
happened-entered_into_force = Entered into force
happened-ratified_or_in_force = Ratified or entered into force (the source does not say which)
happened-renewed = Renewed
happened-amended = Amended
happened-ended = Ended
happened-provision_gained = Provisions gained through a later text
happened-silent = Nothing known since

## How a pension is worked out

benefit_calculation-pro_rata = Each State pays its share of the whole (pro rata)
benefit_calculation-direct = Each State from its own periods alone (direct)
benefit_calculation-both = Both ways

## Whether the text is at hand

text_availability-full_text = A full text is known to exist
text_availability-evidence_only = Only evidence that the agreement exists
text_availability-none = Neither a text nor evidence is known
