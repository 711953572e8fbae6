# The words of the pages.

## Every page
product = Corridor
skip-to-content = Skip to the content
main-navigation = Main pages
nav-register = Register
nav-corridors = Corridors
nav-coverage = Coverage
nav-compare = Since the Talk
nav-states = States
nav-about = About the register and its counts
you-are-here = You are here
disclaimer-designations = The designations used here, and the order in which they appear, are those of the United Nations and imply no opinion on the legal status of any country, territory, city or area or of its authorities.
disclaimer-registration = That an instrument is recorded here says nothing about its legal nature or validity.
to-the-register = To the register
cancel = Cancel
save = Save
optional = (optional)
choose = Choose
draft = Draft
not-known = Not known
nothing-found = Nothing found. Type another part of the name.

## Home
home-title = Bilateral labour mobility agreements
home-heading = What States agree for workers who cross borders
home-lede = Corridor is the register of bilateral labour mobility agreements and skills mobility partnerships: what was agreed, with whom, what it gives the workers, and what has changed since the GCM Talk in Baku on 12 October 2023.
search-label = Search the register
search-placeholder = Title, State, sector
search = Search
stat-agreements = { $count ->
    [one] agreement on record
   *[other] agreements on record
}
stat-coded = { $count ->
    [one] agreement with its text coded
   *[other] agreements with their text coded
}
social-security-share = Social security provisions
see-all-provisions = See how many carry each provision
since-the-talk = Since the Talk
since-the-talk-about = The GCM Talk of { $date } is the baseline. Compare the register then with the register at a regional review.
compare-ece = From the Talk to the ECE review (Geneva, March 2024)
compare-escap = From the Talk to the ESCAP review (Bangkok, February 2025)
concept-note = Concept note of the Talk
concept-note-value = 30 % of 144
concept-note-source = The concept note gives 30 % of 144 bilateral labour agreements and memoranda of understanding, after an ILO review of 2015. It counted other agreements than those coded here.
this-selection = This selection
all-in-register = All in the register
share-of-coded = { $share } of { $coded } coded
none-coded-here = No agreement in this selection has been coded yet, so there is no share to show.

## The register
register-title = Register
register-heading = Register of agreements
record-new = Record an agreement
narrow-down = Narrow down
apply-filters = Apply
clear-filters = Clear all
any-party = Any
party-number = Party { $number }
between-both = Only agreements between both
from-year = Signed from
to-year = Signed until
status-at = Status looked at on
today = Today
only-coded = Only coded agreements
more-values = { $count ->
    [one] One more
   *[other] { $count } more
}
remove-filter = (remove)
sorted-by = Sorted by
agreements-found = { $count ->
    [0] No agreements
    [one] One agreement
   *[other] { $count } agreements
}
with-drafts = { $count ->
    [one] { $count } of them is not published; what is not published is in no figure.
   *[other] { $count } of them are not published; what is not published is in no figure.
  }
status-looked-at = Status on { $date }
coverage-of-these = Provisions of these agreements
no-such-page = There is no such page in this list.
to-first-page = To the first page
register-is-empty = The register is empty. Load the starter register, import a dataset, or record the first agreement.
nothing-fits = No agreement fits everything that was asked. Try it without one of these:
relax-text = Without the words “{ $text }”
relax-between = With any of the parties, not between them
relax-years = Signed in any year
relax-reversed = With the years in the other order
relaxed-count = { $label } ({ $count })
nothing-helps = Relaxing one condition does not help; take away several.
relax-coded = Coded or not
relax-value = Without { $value }
criteria-met = { $met } of 20 criteria
not-coded = Not coded
any-state = Any
no-title = No title yet
signed-on = Signed { $date }
status-since = { $status } since { $date }
pages = Pages
page-number = Page { $page }
page-previous = Previous
page-next = Next
printed-from = { $address }, printed on { $date }
leave-warning = Some of what you typed has not been saved.
starter-register = Starter register
dataset-import = Import of the published dataset
record-link = record { $id }

## One agreement
record-number = Record { $id }
edit-record = Edit the record
recorded-by-one-party = Recorded by one party: { $state }
recorded-from-public-source = Recorded from a public source; no party has taken the record over yet
time-line = Time line
the-talk = The Talk
date-not-known = Date not known
event-effective = takes effect { $date }
social-security = Social security
social-security-details = Everything recorded about social security
social-security-not-recorded = What the text says about social security has not been recorded yet.
social-security-found = The text has provisions on social protection or health care. Which branches they cover has not been recorded yet.
social-security-none-found = The text was found to have no provision on social protection or health care. How it deals with social security otherwise has not been recorded.
row-number = { $table }, no. { $number }
silent-but-covered = The text is silent; a separate social security agreement covers the workers.
silent-gap = The text is silent, and no separate agreement that covers the workers is linked.
not-coded-but-linked = Not recorded for this text; a separate social security agreement is linked.
by-separate-agreement = By separate agreement
matrix-caption = What the text gives, branch by branch; the article in brackets. A dashed cell has not been coded.
findings = Findings
findings-caption = What the text says. “No” means that the text does not provide it; “not coded” that nobody has looked yet.
findings-item = Provision
findings-finding = Finding
findings-note = Note
findings-none = The text of this agreement has not been coded. That says nothing about what it provides.
finding-since = since { $date }
finding-coded-by = Coded by { $coder }, { $date }
linked-records = Linked records
sources = Sources
source = Source
source-seen = seen { $date }
at-a-glance = At a glance
legal-nature = Legal nature
level = Concluded at the level of
status-at-talk = Status at the Talk
nothing-by-then = Nothing recorded by then
objectives-are-proposed = Proposed from the kind and the findings; no party has decided them.
term = Term
authentic-languages = Authentic texts
identifiers = Numbers
last-heard = Last heard
history = History
role-not-known = Role not known
left-open = left open
ticked = yes
years = { $count ->
    [one] one year
   *[other] { $count } years
}
months = { $count ->
    [one] one month
   *[other] { $count } months
}
term-fixed = Concluded for { $period }
term-expires = Expires { $date }
term-tacit = Renewed tacitly
term-tacit-for = Renewed tacitly, each time for { $period }
term-not-tacit = Not renewed tacitly
term-notice = Notice: { $period }
term-next-renewal = Next tacit renewal: { $date }

## History
history-empty = Nothing has changed since this record was published.
earlier-changes = Earlier changes
version = version { $number }

## Recording
record-new-about = A kind, the parties and a title are enough to begin. Everything else is asked section by section, and what is not known stays open.
begin-record = Begin the record
sections = Sections
sections-about = Each section is saved on its own. What you have saved is kept: you can stop after any of them.
task-needed = Needed to publish
task-empty = Empty
task-begun = Begun
task-done = Complete
please-check = Please check
was-saved = Saved: { $section }.
was-published = Published. Everybody can read the record now.
was-withdrawn = Taken back. The record is a draft of your State again.
take-over-notice = This record came from a public source. When you save a section, your State takes it over as the one that records it.
publishing = Publishing
is-published = This record is published: everybody can read it, and what you save is seen at once.
ready-to-publish = Nothing that publishing asks for is missing.
before-publishing = Before this record can be published:
publish = Publish
withdraw = Take back
publish-question = Publish this record?
publish-about = Everybody will be able to read it, with its history from now on. It can be taken back.
withdraw-question = Take this record back?
withdraw-about = Nobody outside your State will be able to read it until it is published again. Nothing is deleted.
discard = Put the draft away
discard-question = Put this draft away?
discard-about = It leaves the lists of your State. Nothing is deleted: you can take it out again from your account’s page.
take-out = Take out again
was-taken-out = Taken out again.
discarded-drafts = Drafts that were put away
please-check-before = Please check before publishing
reason = Why you changed it
reason-hint = Shown in the history, for example “from the official gazette”.
remove-row = Remove
title-error = Error:{" "}
there-is-a-problem = { $count ->
    [one] There is a problem
   *[other] There are { $count } problems
}
nothing-was-saved-text-kept = Nothing was saved yet. Everything you typed is kept below.
would-be-incomplete = A published record needs what this would take out
not-saved-text-kept = Not saved: the register does not answer at the moment. Everything you typed is kept here; try again in a minute.
signed-in-text-kept = You are signed in again. Everything you typed is here and not saved yet.
objectives-proposed = These are proposed from the kind and the findings of the record. Nothing is recorded until you save.
conflict-title = Two versions
conflict-heading = { $author } saved this section while you were working on it
conflict-about = Nothing was overwritten. Below is everything in which the two versions differ; choose for each what is kept.
conflict-field = Field
conflict-yours = Yours
conflict-theirs = { $author }
conflict-nothing = (nothing)
conflict-save = Save what is chosen
conflict-drop-mine = Leave the record as it is and drop mine

## Accounts
sign-in = Sign in
sign-in-failed = You are not signed in
sign-in-failed-about = The e-mail address or the password is not right, or the account is disabled.
session-ended-text-kept = Your session has ended. Everything you typed is kept: sign in, and you go on where you were.
email = E-mail address
password = Password
accounts-are-given = Accounts are given by the administrator of the register. Reading needs no account.
account = Your account
role = Role
acts-for = Acts for
the-network = United Nations Network on Migration
recorded-by-your-state = Recorded by your State, last changed first
nothing-recorded-yet = Your State has not recorded an agreement yet.
sign-out = Sign out here
sign-out-everywhere = Sign out everywhere
sign-out-about = Signing out everywhere also ends your sessions on other machines.

## States and corridors
states-title = States
states-about = States and other parties with any agreement on record.
state = State
subregion = Region
agreements = Agreements
corridors-title = Corridors
corridors-about = Two States, both directions, with all that lies between them.
corridor = Corridor
corridor-matrix = The States with the most agreements
corridor-matrix-caption = Agreements between two of them; each number leads to the corridor.
corridors-with = Corridors with
historic-state = A historic State ({ $from }–{ $until }). Its successors:
where-they-stand = Where they stand
provisions-there = Provisions found
uncoded-here = { $count ->
    [0] All of them are coded.
    [one] One of them has not been coded: what it provides is not known here.
   *[other] { $count } of them have not been coded: what they provide is not known here.
}
of-coded = { $yes } of { $coded } coded
provisions-open = Provisions that no coded text has
all-of-them = { $count ->
    [one] See it in the register
   *[other] See all { $count } in the register
}
none-recorded-here = No agreement is on record here. That does not mean that there is none.

## Coverage
coverage-title = How many agreements carry each provision
coverage-about = Counted over the agreements whose text has been coded, and over no others.
coverage-by = Counted by
coverage-by-item = Provision
coverage-by-criterion = Criterion
coverage-by-decade = Decade of signature
coverage-by-region = Region of any party
coverage-by-kind = Kind
coverage-denominator = { $coded } coded of { $total } agreements
coverage-grouped-caption = Share of coded agreements with the provision, in brackets their number. In the regions an agreement counts once for each region that its parties are in.
coded = Coded
coded-count = { $count } coded
share = Share
the-records = The records behind this

## Comparison
compare-title = What changed between two dates
compare = Compare
compare-from = From
compare-to = To
compare-not-a-date = “{ $text }” is neither a checkpoint nor a date, so it was left out. Write a date as 2023-10-12.
or-a-date = or a date
states-of-commission = States of a commission
or-one-state = or one State
all-states = All States
what-happened = What happened between the two
shares-at-both = Provisions at both dates
shares-about = Share of coded agreements that were signed and are not known to have ended by that day; their number in brackets. The difference is in percentage points.
difference = Difference
in-points = { $points } pp
perhaps = some time in { $date }, perhaps before
show-all-of = { $count ->
    [one] Show { $count } record
   *[other] Show all { $count } records
  }
back-to-comparison = Back to the comparison
status = Status

## Trouble
not-found = Not found
not-found-about = There is no such page, or it is not open to you.
not-allowed = Not open to you
not-allowed-about = This can only be done by an official of the State that records the agreement.
refused = Not accepted
refused-about = The form did not come from a page of this site, or could not be read. Go back, load the page again, and send it once more.
too-large = Too large
too-large-about = What was sent is larger than any form here can be. Nothing was saved.
unavailable = The register does not answer
unavailable-about = Please try again in a minute. What is recorded is safe.
fault = This page failed
fault-about = The fault is ours and has been logged. What is recorded is safe; what you typed is still there if you go back.

## About
about-counts = How it counts
about-counts-text = A share is always of the agreements whose text was coded, and the denominator stands beside it. A finding is yes, partly, no or cannot tell; an item that nobody has looked at is “not coded” and is in no count.
about-dates-text = A date known only to the month or the year counts from the last day it may mean: from then on what it dates is certainly true.
about-status-text = The status of an agreement is computed from its events and its term, on any day. Nobody types it. A signature without a recorded entry into force stays “signed”.
about-sources = Where the records come from
about-sources-text = The starter register holds agreements that touch a State of the Talk, each with the address where it is documented. Officials of the parties may take such a record over. What is not known stays open.
about-dataset-text = Records of the published dataset (Chilton & Woda, Bilateral Labor Agreements, Harvard Dataverse) are there where somebody has imported it. Its authors coded the texts that they hold; whether an item of their coding is right is theirs to say, and any party may correct it by taking a record over. A date that the dataset calls “ratification or entry into force” is recorded as just that and does not make an agreement “in force”.
about-names-text = English and Russian names of States are those the United Nations prints; in other languages they are taken from the Unicode Common Locale Data Repository (CLDR). Objectives of the Global Compact whose Russian titles could not be compared with the resolution are given in a working translation.
about-not-known = What is not known
about-not-known-text = The outcome report of the Talk, what States said there, and the Network’s own forms were not found. Nothing stands here in their place.
