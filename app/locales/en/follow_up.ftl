# The follow-up: meetings, statements, recommendations, commitments, the Network's work.

## Navigation and shared words

nav-talk = The Talk
nav-follow-up = Follow-up
entry-kind-meeting = Meeting
entry-kind-statement = Statement
entry-kind-recommendation = Recommendation
entry-kind-commitment = Commitment
entry-kind-deliverable = Work of the Network
the-network-records = UN Network on Migration
entry-edit = Edit
entry-history = History
entry-draft-about = A draft. Only { $owner } sees it.
entry-publish = Publish
entry-publish-question = Publish this?
entry-publish-about = Everybody will be able to read it, with its history from now on.
entry-withdraw = Withdraw from publication
entry-withdraw-question = Withdraw this from publication?
entry-withdraw-about = Readers will no longer find it. Nothing is deleted, and you can publish it again.
entry-was-saved = Saved.
entry-was-published = Published.
entry-was-withdrawn = Withdrawn from publication.
entry-was-confirmed = Confirmed: this is now the State’s own statement.
entry-was-reported = Your report is recorded.
entry-linked-agreements = Agreements
entry-linked-corridors = Corridors
entry-linked-objectives = Objectives
entry-came-from = Came from
entries-about-agreement = What was said and promised about it
entries-about-agreement-empty = Nothing is recorded about it yet.
entry-began = New: { $kind }
entry-no-title = Without a text yet
records-other = Numbers of other records
records-other-hint = The number at the end of a record’s address; several with blanks between.

## A meeting

meetings-title = Meetings
meetings-about = Meetings on the Global Compact for Migration and what States said there.
meetings-empty = No meeting is recorded yet.
meeting-when = When
meeting-where = Where
meeting-how = How
meeting-host = Host
meeting-follows = Follows
meeting-agenda = Agenda
meeting-times-in-zone = Times of { $zone } (UTC{ $offset }).
meeting-your-time = in your time
meeting-participants = Participants
meeting-participants-about = States and organizations as the programme lists them, with their standing on the day.
meeting-participants-empty = Nobody is recorded yet.
meeting-attendance-not-known = attendance not recorded
meeting-goals = Goals
meeting-outcomes = Expected outcomes
meeting-questions = Guiding questions
meeting-materials = Materials
meeting-minutes = Minutes
meeting-no-minutes = No minutes are recorded. What was said is not known to the register, and nothing is filled in.
meeting-to-be-confirmed = to be confirmed
meeting-statements = What States said
meeting-statements-about = States by guiding questions. An empty cell means that nothing is recorded, not that nothing was said.
meeting-recommendations = Recommendations
meeting-recommendations-empty = No recommendation is recorded.
meeting-commitments = Commitments that came of it
meeting-commitments-empty = No commitment is recorded.
question-number = Question { $number }
statements-state = State
statements-nothing = Nothing recorded
statements-add = Record a statement
statements-caption = { $count ->
    [one] { $count } statement is recorded.
   *[other] { $count } statements are recorded.
  }
speaker-says = { $name }, { $function }

## A statement

statement-of = { $state } on question { $number }
statement-new = Record a statement
statement-own = Recorded by the State itself.
statement-recorded-for = Recorded by the Network for { $state }. The State has not confirmed it.
statement-confirm = Confirm this statement
statement-confirm-about = You say that these are your State’s words. From then on your State alone edits them.
statement-to-commitment = Make a commitment of it
statement-to-commitment-about = The statement stays as it is, and the commitment keeps a link to it.
statement-commitments = Commitments that came of this statement
statement-offered-agreements = Agreements of { $state } as they stood on { $date }
statement-source = Source
statement-language = Language
statement-question = Question

## Commitments, recommendations, the Network's work

commitments-title = Commitments
commitments-about = What States and the Network said they would do, and how it gets on.
commitments-empty = No commitment fits this.
commitments-none = No commitment is recorded yet. One begins from a statement, or here.
commitment-new = Record a commitment
commitment-target = Measured by
commitment-due = Due
commitment-partners = Together with
commitment-owner = Owner
commitment-evidence = Evidence
commitment-date-passed = date passed, nothing reported
commitment-overdue = overdue
commitment-no-status = Status not recorded
commitment-filter-owner = Whose
commitment-filter-all = All
commitment-filter-status = Status
commitment-filter-overdue = Only overdue
commitment-filter-apply = Show
commitments-count = { $count ->
    [one] { $count } commitment
   *[other] { $count } commitments
  }
updates-title = Progress
updates-empty = Nobody has reported on this yet.
update-report = Report progress
update-report-about = An owner says how it stands; a partner may add what it has seen. Reports are dated, and none is ever changed.
update-by = { $author }, { $date }
update-evidence-link = Evidence
recommendation-addressed = Addressed to
recommendation-all = All States that took part
recommendation-new = Record a recommendation
recommendation-to-commitment = Make a commitment of it
deliverables-title = The Network’s work on labour migration agreements
deliverables-about = The workstream of the United Nations Network on Migration on bilateral labour migration agreements, and its guidance.
deliverables-workstream = Deliverables
deliverables-guidance = Guidance and tools
deliverables-empty = Nothing is recorded.
deliverable-new = Record a piece of work
deliverable-explains = Explains the provisions
deliverable-published = Published
guidance = Guidance
guidance-on-provisions = Guidance on these provisions
never-heard-of = Nobody has said anything yet

report-problem-nothing_said = Choose a status or write what has happened.
report-problem-no_reason = Write why it was dropped.
report-problem-no_address = Give the address of the document or the statistics.
report-problem-not_the_owner = Only the owner says where it stands; write what you have seen.

## Groups of States

facet-group = Group of States
group-membership = { $group }: { $status }
group-since = since { $date }
group-as-at = as at { $date }
state-groups = Groups
state-said = What the State said
state-said-empty = No statement is recorded.
state-commitments = Commitments of the State

## Fields

field-meeting-title_en = Title in English
field-meeting-title_ru = Title in Russian
field-meeting-date = Date
hint-meeting-date = As known: 2017, 2017-04 or 2017-04-05.
field-meeting-place = Place
field-meeting-time_zone = Time zone
hint-meeting-time_zone = The agenda’s times are in it.
field-meeting-format = How it is held
field-meeting-host = Host
field-meeting-follows = The meeting that it follows
field-meeting-registration_open = People may ask to take part
table-meeting-goals = Goals
table-meeting-goals-add = Add a goal
field-meeting-goals-text_en = In English
field-meeting-goals-text_ru = In Russian
table-meeting-outcomes = Expected outcomes
table-meeting-outcomes-add = Add an outcome
field-meeting-outcomes-text_en = In English
field-meeting-outcomes-text_ru = In Russian
table-meeting-questions = Guiding questions
table-meeting-questions-add = Add a question
hint-meeting-questions = Statements are recorded under their numbers: add new questions at the end.
field-meeting-questions-text_en = In English
field-meeting-questions-text_ru = In Russian
field-meeting-questions-offers_agreements = It asks for agreements: offer those of the State

table-agenda-items = Items
table-agenda-items-add = Add an item
field-agenda-items-start = From
hint-agenda-items-start = Hours and minutes, such as 16:15.
field-agenda-items-end = Until
field-agenda-items-text_en = In English
field-agenda-items-text_ru = In Russian
table-agenda-speakers = Speakers
table-agenda-speakers-add = Add a speaker
field-agenda-speakers-item = Number of the item
field-agenda-speakers-name = Name
field-agenda-speakers-function = Function
field-agenda-speakers-to_be_confirmed = To be confirmed

table-participation-participants = Participants
table-participation-participants-add = Add a participant
field-participation-participants-state = State
field-participation-participants-organization = Or an organization
field-participation-participants-standing = Takes part as
field-participation-participants-attendance = Attended
field-participation-participants-note = Note

table-materials-materials = Materials
table-materials-materials-add = Add a document
field-materials-materials-title = Title
field-materials-materials-address = Web address
field-materials-materials-note = Note

field-minutes-text = Minutes
hint-minutes-text = Every version is kept in the history.

field-statement-text = What the State said
hint-statement-text = In its own words, or a summary that says it is one.
field-statement-language = Language
field-statement-speaker = Who said it
field-statement-source = Where it is documented
field-statement-address = Web address
field-statement-agreements = Agreements it is about
table-statement-corridors = Corridors it is about
table-statement-corridors-add = Add a corridor
field-statement-corridors-one = One State
field-statement-corridors-other = The other State
field-statement-objectives = Objectives of the Global Compact

field-commitment-text = What is to be done
field-commitment-target = By what it is measured
hint-commitment-target = Something that can be counted or seen, for example “the agreement is signed by both parties”.
field-commitment-due = Due
hint-commitment-due = As known: 2025, 2025-04 or 2025-04-05.
table-commitment-partners = Partners
table-commitment-partners-add = Add a partner
field-commitment-partners-state = State
field-commitment-partners-organization = Or an organization
field-commitment-objectives = Objectives of the Global Compact
field-commitment-agreements = Agreements it is about
field-commitment-note = Note

field-recommendation-text_en = In English
field-recommendation-text_ru = In Russian
table-recommendation-states = States addressed
table-recommendation-states-add = Add a State
hint-recommendation-states = Leave open if it is addressed to all that took part.
field-recommendation-states-state = State
field-recommendation-to_network = Addressed to the Network
field-recommendation-due = Due
field-recommendation-objectives = Objectives of the Global Compact
field-recommendation-source = Where it is documented
field-recommendation-address = Web address

field-deliverable-kind = What it is
field-deliverable-text_en = Title in English
field-deliverable-text_ru = Title in Russian
field-deliverable-about_en = About it, in English
field-deliverable-about_ru = About it, in Russian
field-deliverable-due = Due, or published
field-deliverable-address = Web address
field-deliverable-provisions = Provisions it explains

field-report-status = Where it stands
field-report-text = What has happened
field-report-evidence = What this rests on
field-report-address = Address of the evidence

form-meeting = The meeting
form-meeting-about = What it is, when and where, and what is asked there.
form-agenda = Agenda
form-agenda-about = Items with their times, and who speaks.
form-participation = Participants
form-participation-about = States and organizations, with their standing on the day.
form-materials = Materials
form-materials-about = What is handed out.
form-minutes = Minutes
form-minutes-about = What was said, in the words of the record.
form-statement = Statement
form-statement-about = What a State said under a guiding question, and what it is about.
form-commitment = Commitment
form-commitment-about = What is to be done, by when, with whom, and how one sees that it is done.
form-recommendation = Recommendation
form-recommendation-about = What is recommended, and to whom.
form-deliverable = Work of the Network
form-deliverable-about = A deliverable of the workstream, or guidance and the provisions it explains.
form-report = Report
form-report-about = What has happened, and what this rests on.

problem-required = Fill in this field.
problem-not_a_time = Write hours and minutes, such as 16:15.

## Labels of the controlled lists

meeting_format-in_person = In person
meeting_format-online = Online
meeting_format-hybrid = In person and online
attendance-in_person = In person
attendance-online = Online
participant_standing-member = Member
participant_standing-observer = Observer
participant_standing-invited = Invited
participant_standing-stakeholder = Stakeholder
progress_status-yet_to_start = Yet to start
progress_status-in_progress = In progress
progress_status-completed = Completed
progress_status-dropped = Dropped
evidence_level-self_reported = Self-reported
evidence_level-confirmed_by_partner = Confirmed by a partner
evidence_level-backed_by_document = Backed by a document
evidence_level-backed_by_statistics = Backed by statistics
deliverable_kind-deliverable = Deliverable
deliverable_kind-guidance = Guidance
deliverable_kind-tool = Tool
membership-member = Member
membership-observer = Observer
membership-accession_pending = Accession pending
membership-chair = Chair
act-confirmed = Confirmed
act-reported = Progress reported

## Two sides of one record

two-sides = What the other party says
two-sides-about = Each section is confirmed or contested by the parties that did not record it. A section that changes loses its confirmation and no other does.
side-say = Confirm or contest
side-confirm = Confirm this section
side-contest = Give another version
side-contest-about = Change what your State records differently and leave the rest as it is. Both versions will stand beside each other; the register picks none.
side-reason-asked = Why your State records it differently
side-reason = Reason: { $reason }
side-confirmed = Confirmed by { $state } on { $date }.
side-changed-since = { $state } answered on { $date }; the section has changed since.
side-contested = { $state } records this section differently, { $date }.
side-contested-table = Both versions
side-records = { $state } records
side-public-source = From a public source
side-changed-meanwhile = The section has changed while you were reading. Please look at it again.
word-was-said = Your State’s answer is recorded.
answer-confirmed = Confirmed
answer-contested = Contested
answer-changed_since = Changed since
answer-not_answered = Not answered
record_answer-contested = Contested
record_answer-confirmed = Confirmed by the other party
record_answer-partly_confirmed = Partly confirmed
record_answer-one_party = Recorded by one party
word-problem-no_reason = Write why your State records it differently.
word-problem-nothing_differs = Your version is the same as what is recorded. Change what differs, or confirm the section.
facet-answer = What the other party says
contested-in = Contested: { $section } ({ $state })
signed-by-both = { $recorder } records { $date }, { $state } records { $other }

## Inbox

inbox = Inbox
inbox-about = What waits for { $state }.
inbox-records = Agreements that name your State
inbox-records-about = Recorded by others or from public sources, last changed first. Confirm or contest their sections, or take a record over by editing it.
inbox-no-records = Nothing waits: your State has answered every record that names it.
inbox-sections = { $count ->
    [one] { $count } section to answer
   *[other] { $count } sections to answer
  }
inbox-changed = { $count ->
    [one] { $count } of them changed since your State answered
   *[other] { $count } of them changed since your State answered
  }
inbox-statements = Statements that the Network recorded for your State
inbox-no-statements = None waits for a confirmation.

## Practices and pledges

entry-kind-practice = Practice
entry-kind-pledge = Pledge
practice-list-title = Practices
practice-list-about = What worked, on its way to the repository of practices of the Migration Network Hub: written by a State, reviewed by one internal and two external reviewers.
practice-list-empty = No practice is recorded yet.
practice-new = Record a practice
pledge-list-title = Pledges
pledge-list-about = Measurable commitments with an end, on their way to the pledging dashboard of the Global Compact.
pledge-list-empty = No pledge is recorded yet.
pledge-new = Record a pledge
practices-count = { $count ->
    [one] { $count } practice
   *[other] { $count } practices
  }
pledges-count = { $count ->
    [one] { $count } pledge
   *[other] { $count } pledges
  }
pledge-draft-about = A draft. Only { $owner } and the partner States named in it see it.
entry-filed-about = Not published. { $owner } and the Network see it.
filed-next = Next steps
filed-as-text = All of it as plain text, in the order of the form
filed-of-agreement = File what came of it
filed-of-agreement-about = What the record holds and the form asks for is taken over into a draft; the record stays as it is.
practice-of-agreement = Make a practice of it
pledge-of-agreement = Make a pledge of it
inbox-filed = Practices and pledges
inbox-no-filed = No practice or pledge waits for your State.
practice-network-says = The Network to the State
practice-review-about = Only the Network sees this. The message to the State is shown to it when information is asked for and when the practice is declined.
pledge-part-confirmed = { $state } confirmed its part on { $date }.
pledge-part-open = { $state } has not confirmed its part.
pledge-part-was-confirmed = Your State’s part is confirmed.
pledge-confirm = Confirm your State’s part
pledge-confirm-about = You say that your State takes part in this pledge as it is written.
step-lacks = This is still missing:
step-taken-already = Somebody has taken another step meanwhile.
step-was-taken = Done. The history keeps who did it and when.
step-was-not-taken = It was not done: something has changed meanwhile. What is missing is listed below.
step-submit = File with the Network
step-about-submit = The Network will see it. Its words can’t be changed while it lies there.
step-recall = Take it back
step-about-recall = It becomes a draft of the State again; the Network no longer sees it.
step-take_up = Take up for review
step-about-take_up = From now on the State can’t take it back.
step-request_information = Ask the State for more
step-about-request_information = The State sees the message, changes its words and files it again.
step-approve = Approve
step-about-approve = The State may then publish it.
step-decline = Decline
step-about-decline = The State sees the message and may begin anew.
step-revise = Begin anew
step-about-revise = It becomes a draft again, with its history.
step-done-submit = Filed with the Network
step-done-recall = Taken back
step-done-take_up = Taken up for review
step-done-request_information = The State was asked for more
step-done-approve = Approved
step-done-decline = Declined
step-done-revise = Begun anew
practice-gap-no_title = A title.
practice-gap-no_primary_objective = At least one primary objective.
practice-gap-no_summary = A summary.
practice-gap-no_organization = The main implementing organizations.
practice-gap-no_details = The detailed information.
practice-gap-not_declared = A reviewer with an opinion has not declared conflicts of interest.
practice-gap-no_internal_reviewer = An opinion of an internal reviewer without a conflict of interest.
practice-gap-too_few_external_reviewers = Opinions of two external reviewers without a conflict of interest.
practice-gap-reviewers_disagree = The reviewers do not agree on this: a further reviewer decides.
practice-gap-no_message = A message to the State.
pledge-gap-no_title = A title.
pledge-gap-no_kind = What is pledged.
pledge-gap-no_form = With whom it is pledged.
pledge-gap-no_objective = At least one objective.
pledge-gap-no_end = An end: a pledge is time-bound.
pledge-gap-description_too_short = A description of at least 300 characters.
pledge-gap-description_too_long = A description of at most 3,000 characters.
pledge-gap-no_metric = A metric by which it is measured.
pledge-gap-no_partner = Those who take part.
pledge-gap-no_matched_pledge = Title and number of the pledge that it matches.
pledge-gap-partner_not_confirmed = The word of every partner State.

form-practice = Practice
form-practice-about = In the order of the Hub’s form. A draft may be as incomplete as it is; filing says what is missing.
form-peer_review = Message to the State
form-peer_review-about = The State sees it when information is asked for and when the practice is declined; until then only the Network does.
form-pledge = Pledge
form-pledge-about = In the order of the dashboard’s form. It concerns migrants; pledges on refugees and asylum seekers have another place.

field-practice-title = Title
field-practice-primary_objectives = Primary objectives of the Global Compact
field-practice-secondary_objectives = Secondary objectives
field-practice-principles = Guiding principles
field-practice-sdgs = Sustainable Development Goals
field-practice-from = From
field-practice-to = To
hint-practice-to = Leave open while it goes on.
field-practice-practice_type = Type of practice
hint-practice-practice_type = For example “Partnership/Multistakeholder initiative”.
field-practice-scope = Geographic scope
table-practice-countries = Countries
table-practice-countries-add = Add a country
field-practice-countries-state = Country
field-practice-summary = Summary
field-practice-organizations = Main implementing organizations
field-practice-details = Detailed information
field-practice-partners = Partner and donor organizations
field-practice-benefit = Benefit and impact
field-practice-lessons = Key lessons
field-practice-recommendations = Recommendations, if it is replicated
field-practice-innovation = Innovation
field-practice-resources = Additional resources
field-practice-agreements = Agreements it rests on
table-peer_review-reviewers = Reviewers
table-peer_review-reviewers-add = Add a reviewer
field-peer_review-reviewers-name = Name
field-peer_review-reviewers-kind = Reviewer
field-peer_review-reviewers-declaration = Conflict of interest
field-peer_review-reviewers-opinion = Opinion
field-peer_review-reviewers-comment = Comment
field-peer_review-message = Message
hint-peer_review-message = What more is asked for, or why it is declined.
field-pledge-title = Title
field-pledge-kind = What is pledged
field-pledge-form = With whom
table-pledge-partners = Who takes part
table-pledge-partners-add = Add a partner
field-pledge-partners-state = State
field-pledge-partners-organization = Or an organization
field-pledge-matched_title = Title of the pledge it matches
field-pledge-matched_id = Number of the pledge it matches
field-pledge-objectives = Objectives of the Global Compact
field-pledge-principles = Guiding principles
field-pledge-from = From
field-pledge-to = To
field-pledge-place = Where
field-pledge-description = Description
hint-pledge-description = Between 300 and 3,000 characters.
field-pledge-metric = Metric
hint-pledge-metric = By what it is measured, for example a number of agreements or of people.
field-pledge-dashboard_id = Number on the dashboard
field-pledge-agreements = Agreements it rests on

declaration-no_conflict = No conflict of interest
declaration-conflict = A conflict of interest
geographic_scope-local = Local
geographic_scope-national = National
geographic_scope-bilateral = Bilateral
geographic_scope-regional = Regional
geographic_scope-global = Global
opinion-approve = Approve
opinion-more_information = Ask for more information
opinion-decline = Decline
pledge_form-own = Own pledge
pledge_form-common = Common pledge
pledge_form-in_partnership = Pledge in partnership
pledge_form-matching = Matching pledge
pledge_kind-financial = Financial
pledge_kind-human_resources = Human resources
pledge_kind-process = Process
pledge_kind-policy = Policy
practice_stage-draft = Draft
practice_stage-submitted = Filed
practice_stage-in_review = In review
practice_stage-information_requested = More information requested
practice_stage-approved = Approved
practice_stage-declined = Declined
reviewer_kind-internal = Internal (of the United Nations)
reviewer_kind-external = External
