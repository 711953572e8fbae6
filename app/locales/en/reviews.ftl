# Reviews, dossiers, frozen registers.

## Reviews

reviews-title = Reviews
reviews-about = The regional reviews of the Global Compact for Migration and the forum to which they lead. States send in their dossiers; the Network reads them and asks.
reviews-empty = No review is recorded yet.
entry-kind-review = Review
entry-kind-dossier = Dossier
review_kind-regional_review = Regional review
review_kind-forum = International Migration Review Forum
round_table-1 = Ensuring that migration is voluntary, orderly and regular
round_table-2 = Protecting migrants through rights-based border governance
round_table-3 = Supporting the integration of migrants and their contribution to development
round_table-4 = Data, evidence-based policies and international cooperation
round-table = Round table { $number }: { $title }
practice_stage-accepted = Accepted
practice_stage-planned = Planned
practice_stage-open_for_input = Open for input
practice_stage-concluded = Concluded
review-held-not-opened = Held; not opened in this register
review-you-take-part = Your State takes part
review-you-do-not = Your State does not take part
review-you-may = Your State may take part
review-commission = Regional commission
review-members-label = Member States
review-members = { $count ->
    [one] { $count } State
   *[other] { $count } States
  }
review-input-due = Dossiers awaited by
review-no-due = No date is set
review-note = Note
review-rests-on = The outcome rests on
review-timetable = Timetable
review-own-part = { $state } in this review
review-takes-part = { $state } takes part.
review-does-not = { $state } has said that it does not take part.
review-has-not-said = { $state } has not said whether it takes part. Its focal point can say so.
review-say-yes = We take part
review-say-no = We do not take part
review-was-said = Your State’s word is recorded. You can change it until the review is concluded.
review-takes-no-dossiers = The review takes no dossiers: it is not open for input in this register.
review-dossiers = Dossiers that States have published
review-no-dossiers = No State has published its dossier.
review-findings = What the review found
review-carried-from = Carried here from

## The desk

desk-title = States and their dossiers
desk-show = Which States are shown
desk-all = All
desk-mine = Mine
desk-to_read = To read
desk-asked = Asked
desk-accepted = Accepted
desk-overdue = Overdue
desk-silent = Silent
desk-empty = No State here.
desk-takes-part = Takes part
desk-dossier = Dossier
desk-questions = Open questions
desk-reviewer = Reviewer
desk-not-said = has not said
desk-is-overdue = Overdue
desk-read = Read
desk-no-dossier = nothing filed

## A dossier

dossier-of = Dossier of { $state }
dossier-own = Your State’s dossier
dossier-own-open = Open the dossier
dossier-begin = Draft the dossier from the register
dossier-begin-about = The register writes what it knows, line by line, each with its record. You edit it; nobody else sees it before your focal point files it.
dossier-language = Language of the draft
dossier-contents = Chapters
dossier-complete-label = Complete
dossier-complete = { $written } of { $all } chapters are written.
dossier-confirmed-label = Confirmed by the other party
dossier-confirmed = Of { $total ->
    [one] { $total } agreement
   *[other] { $total } agreements
  }: { $confirmed } confirmed, { $partly } partly confirmed, { $contested } contested.
dossier-reviewed-label = Reviewed
dossier-is-accepted = Accepted: the Network has no more questions.
dossier-is-draft = Not filed yet.
dossier-facts-apart = Three facts that do not follow from each other.
dossier-drafted-on = Drafted on { $date } ({ $language }) from
dossier-draft-again = Draft again from the register
dossier-draft-again-about = Chapters that you have not touched are renewed. Those that you edited keep your words; what the register would say is shown below them.
dossier-was-drafted = Drafted from the register. Chapters that you had edited kept your words.
dossier-chapter-empty = Nothing is written here yet.
dossier-differs = { $count ->
    [one] { $count } line of the register is not in this text
   *[other] { $count } lines of the register are not in this text
  }
dossier-register-says = The register says
dossier-own-words = Your own words
dossier-previous = Previous
dossier-next = Next
dossier-in-turn = Dossiers in turn
dossier-beside-register = Put the register beside it
dossier-beside-talk = Put the Talk beside it
dossier-beside-away = Show the dossier alone
dossier-register-of = In the register: { $state }
dossier-talk-of = At the Talk: { $state }
dossier-gap-not_drafted = A draft from the register: its figures must rest on something.
dossier-gap-question_open = An answer to every question.
dossier-gap-no_question = A question that says what is asked. Ask below a chapter first.
reference-entry = { $kind } { $id }
chapter-text = Text
form-consultation = How it came about
form-consultation-about = Who was consulted, and how this dossier was made.
field-consultation-text = { chapter-text }
form-agreements_and_changes = Agreements, and what changed since the Talk
form-agreements_and_changes-about = Each line is a paragraph. A record in brackets, such as [agreements/12], becomes a link.
field-agreements_and_changes-text = { chapter-text }
form-provisions_found = Provisions
form-provisions_found-about = { form-agreements_and_changes-about }
field-provisions_found-text = { chapter-text }
form-social_security_cover = Social security
form-social_security_cover-about = { form-agreements_and_changes-about }
field-social_security_cover-text = { chapter-text }
form-skills_partnerships = Skills partnerships
form-skills_partnerships-about = { form-agreements_and_changes-about }
field-skills_partnerships-text = { chapter-text }
form-commitments_and_pledges = Statements, commitments and pledges
form-commitments_and_pledges-about = { form-agreements_and_changes-about }
field-commitments_and_pledges-text = { chapter-text }
form-practices_shared = Practices
form-practices_shared-about = { form-agreements_and_changes-about }
field-practices_shared-text = { chapter-text }
form-figures = Figures and indicators
form-figures-about = { form-agreements_and_changes-about }
field-figures-text = { chapter-text }
form-by_objective = By round table and objective
form-by_objective-about = { form-agreements_and_changes-about }
field-by_objective-text = { chapter-text }
form-nothing_reported = What nobody reported on
form-nothing_reported-about = { form-agreements_and_changes-about }
field-nothing_reported-text = { chapter-text }
form-challenges = Challenges
form-challenges-about = What is hard, in your State’s own words.
field-challenges-text = { chapter-text }
form-next_steps = Next steps
form-next_steps-about = What your State means to do, and which support it needs.
field-next_steps-text = { chapter-text }
chapter-consultation = { form-consultation }
chapter-agreements_and_changes = { form-agreements_and_changes }
chapter-provisions_found = { form-provisions_found }
chapter-social_security_cover = { form-social_security_cover }
chapter-skills_partnerships = { form-skills_partnerships }
chapter-commitments_and_pledges = { form-commitments_and_pledges }
chapter-practices_shared = { form-practices_shared }
chapter-figures = { form-figures }
chapter-by_objective = { form-by_objective }
chapter-nothing_reported = { form-nothing_reported }
chapter-challenges = { form-challenges }
chapter-next_steps = { form-next_steps }

## Questions

questions-title = Questions
question-asked = Asked
question-answer = Answer
question-open = Waits for an answer
question-answer-now = Answer
question-ask = Ask about this chapter
question-was-asked = Your question is written down. The State sees it when you ask for more information.
question-was-answered = Your answer is recorded. File the dossier again when every question is answered.
form-question = A question
form-question-about = Say what you ask, and why if that helps.
field-question-chapter = Chapter
field-question-text = Question
form-answer = An answer
form-answer-about = The Network reads it when the dossier is filed again.
field-answer-text = Answer

## What a draft says

draft-name = { $title } (with { $others })
draft-agreements = { $count ->
    [one] { $state } has { $count } agreement in the register.
   *[other] { $state } has { $count } agreements in the register.
  } On { $date }, { $applied } of them applied.
draft-agreement = { $name }. Status: { $status }; the same at the Talk.
draft-agreement-changed = { $name }. Status: { $status }; at the Talk: { $earlier }.
draft-event = Since the Talk: { $event }, { $date }.
draft-event-of = Since the Talk: { $event } by { $state }, { $date }.
draft-contested-signature = Two dates of signature are recorded: { $recorder } records { $date }, { $state } records { $other }.
draft-contested = { $section }: { $recorder } and { $state } record different things.
draft-coded = { $coded ->
    [one] The text of { $coded } of { $count } agreements was read for its provisions.
   *[other] The texts of { $coded } of { $count } agreements were read for their provisions.
  }
draft-provision = { $provision }: { $yes } of { $coded }, partly in { $partly }.
draft-provisions-open = In none of them: { $provisions }.
draft-social-security-share = Social security: { $share } of the agreements that were read ({ $yes } of { $coded }).
draft-social-security-beside = In the whole register: { $share } of { $coded }. The concept note of the Talk gives 30 % of 144, counted among other agreements.
draft-cover = { $name }. Social security: { $cover }.
draft-cover-found = the text holds a provision on social security
draft-cover-none = the text holds no provision on social security
draft-cover-open = { $count ->
    [one] Nothing is recorded on social security in { $count } agreement:
   *[other] Nothing is recorded on social security in { $count } agreements:
  }
draft-cover-branches = { $mode }; branches: { $branches }
draft-skills = { $count ->
    [0] No skills mobility partnership is recorded.
    [one] { $count } agreement is a skills mobility partnership or has a skills model.
   *[other] { $count } agreements are skills mobility partnerships or have a skills model.
  }
draft-skills-one = { $name }: { $model }; { $status }.
draft-skills-no-model = model not recorded
draft-statement = Said at the Talk, on question { $number }: { $text }
draft-commitment = { $kind }: { $text } – { $status }; due: { $due }; evidence: { $evidence }.
draft-no-evidence = none reported
draft-no-due = no date
draft-no-commitments = Nothing that was said or promised is recorded and published.
draft-practice = { $title }: { $stage }.
draft-no-practices = No practice was filed with the Network.
draft-figures = On { $date }: { $agreements } agreements, { $applied } of them applied; { $coded } read for their provisions; { $skills } with skills partnerships.
draft-figures-all = The whole register on that day: { $agreements } agreements, { $applied } applied; { $coded } read for their provisions; { $skills } with skills partnerships.
draft-round-table = Round table { $number }: { $title }
draft-objective = { $count ->
    [one] Objective { $objective }: { $count } record
   *[other] Objective { $objective }: { $count } records
  }
draft-objectives-open = No record names: { $objectives }.

## Frozen registers

frozen-title = Frozen registers
frozen-about = Which records stood in the register, in which revision, with a hash of them. Figures that rest on a frozen register can be drawn from it again at any time, whatever is entered later.
frozen-empty = The register has not been frozen yet.
frozen-number = Frozen register { $id }
frozen-as-at = as at { $date }
frozen-as-known = as known on { $date }
stat-agreements-in = { $count ->
    [one] { $count } agreement
   *[other] { $count } agreements
  }
freeze = Freeze the register
freeze-about = Keeps the published records in their present revisions, to be looked at on the day of a checkpoint. Where nothing has changed since, you get the same one again.
freeze-moment = Day to look at
frozen-one-about = The figures below were drawn just now from the revisions that are kept.
frozen-intact = Every revision is as it was frozen: the hash is the same.
frozen-not-intact = The revisions do not have the hash with which they were frozen. Somebody has changed the database; do not rely on these figures.
frozen-day = Looked at on
frozen-at = Frozen, as known on
frozen-by = Frozen by
frozen-hash = SHA-256
frozen-figures = Figures
frozen-agreements = Agreements
frozen-applied = Applied on { $date }
frozen-coded = Read for provisions
frozen-skills = With skills partnerships
frozen-selection = This frozen register
frozen-provisions = All provisions
frozen-provision = Provision
frozen-records = { $count ->
    [one] { $count } record
   *[other] { $count } records
  }
frozen-record = Record { $id }, version { $version }

## Steps and acts

step-accept = Accept
step-about-accept = The Network has no more questions. The State decides whether to publish.
step-open = Open for input
step-about-open = States can draft and file their dossiers.
step-begin_review = Begin the review
step-about-begin_review = The dossiers are read. States that are late can still file theirs.
step-conclude = Conclude
step-about-conclude = No more dossiers are taken. The register is frozen, and the outcome rests on it.
step-reopen = Take it up again
step-about-reopen = Dossiers are taken and read again.
step-about-submit-dossier = The Network will read it. Its words can’t be changed while it lies there.
step-about-take_up-dossier = { step-about-take_up }
step-about-request_information-dossier = The State sees your questions, answers them below their chapters and files the dossier again.
step-done-accept = Accepted
step-done-open = Opened for input
step-done-begin_review = The review was begun
step-done-conclude = Concluded
step-done-reopen = Taken up again
act-drafted = Drafted from the register
act-asked = The Network asked
act-answered = The State answered
act-took_part = A State said whether it takes part

## Forms of a review

form-review = Review
form-review-about = What it is, when and where, and by when the dossiers are awaited.
field-review-title_en = Title in English
field-review-title_ru = Title in Russian
field-review-kind = Kind
field-review-commission = Regional commission
field-review-from = First day
field-review-to = Last day
field-review-place_en = Place in English
field-review-place_ru = Place in Russian
field-review-input_due = Dossiers awaited by
field-review-note_en = Note in English
field-review-note_ru = Note in Russian
form-timetable = Timetable
form-timetable-about = What happens when on the way to it.
table-timetable-steps = Steps
table-timetable-steps-add = Add a step
field-timetable-steps-date = Date
field-timetable-steps-text_en = What, in English
field-timetable-steps-text_ru = What, in Russian
form-reviewers = Reviewers
form-reviewers-about = Which reviewer reads which State’s dossier. All reviewers of the Network can read all that is filed.
table-reviewers-reviewers = Reviewers
table-reviewers-reviewers-add = Assign another State
field-reviewers-reviewers-state = State
field-reviewers-reviewers-reviewer = The reviewer’s e-mail address
form-findings = Findings
form-findings-about = What the review found, by round table. It is carried to the next forum.
table-findings-findings = Findings
table-findings-findings-add = Add a finding
field-findings-findings-round_table = Round table
field-findings-findings-text = Finding
question-changed-meanwhile = Somebody has done something with this dossier meanwhile: it can’t be asked or answered here now, or a colleague has answered. Your text stands below; copy it where it is needed.
question-not-saved = The register does not save at the moment. Your text stands below; try again in a while.
