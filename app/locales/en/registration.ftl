# Taking part in a meeting: asking, deciding, and what becomes of what people wrote. The versions of minutes.

## On the meeting's page

registration = Registration
registration-open = Registration is open
registration-not-open = Registration is not open
registration-over = Registration is closed: the meeting is over
registration-after-publishing = Registration opens once the meeting is published
registrations-link = { $count ->
    [one] { $count } request
   *[other] { $count } requests
}
registrations-waiting = { $count ->
    [0] None waits for a decision.
    [one] { $count } waits for a decision.
   *[other] { $count } wait for a decision.
}

## Asking

form-registration = Ask to take part
form-registration-about = You need no account. The coordinators of the Network decide on each request.
field-registration-name = Your name
field-registration-function = Your function
field-registration-state = The State that you represent
hint-registration-state = Leave it open if you come for an organization alone.
field-registration-organization = Your organization
hint-registration-organization = Your ministry, agency, union, association or institution. Name it unless you named a State.
field-registration-email = Your e-mail address
hint-registration-email = One request of each address is approved.
field-registration-attendance = How you take part
field-registration-interpretation = Language into which you need interpretation
hint-registration-interpretation = Leave it open if you need none.
field-registration-needs = What you need to take part
hint-registration-needs = For example a ramp, captions, sign language. At most 500 characters.
field-registration-consent = I agree that the coordinators of the Network keep what I wrote for this meeting
registration-held-so = How people take part: { $way }.
registration-privacy = What you write is for preparing this meeting. The coordinators of the Network alone see it; it is not published. The meeting’s page names States and organizations, no persons.
registration-privacy-after = You can withdraw on your own page at any time: what you wrote is then erased at once. After the meeting the coordinators can erase all of it; only counts stay.
registration-send = Send the request
registration-to-meeting = To the meeting
problem-not_an_email = Write an e-mail address, such as name@example.org.
problem-not_ticked = Tick this box: without your consent the request is not kept.
problem-nobody_named = Name the State that you represent, or your organization.
problem-not_held_so = The meeting is not held in this way. Choose another.
problem-too_many = Too many requests came in a short time. Wait a while and send yours again.

## One's own page

registration-own = Your request to take part
registration-was-sent = Your request is sent. Keep the address of this page: it is shown nowhere else and leads you back here.
registration-was-changed = Saved.
registration-was-withdrawn = You have withdrawn. What you wrote is erased.
registration-address = Address of this page
registration-address-about = Whoever has it can read and withdraw your request. Give it to nobody.
registration-stands = Where it stands
registration-status-asked = Waits for a decision
registration-status-approved = Approved
registration-status-declined = Declined
registration-status-withdrawn = Withdrawn
registration-decided-on = Decided on
registration-reason = Reason
registration-asked-on = Sent on
registration-change = How you take part
registration-change-about = A request that was approved waits for a decision again when you choose another way.
registration-withdraw = Withdraw
registration-withdraw-about = What you wrote is erased and cannot be brought back. That somebody withdrew stays in the counts.
registration-erased = erased

## The coordinators' list

registrations = Requests to take part
registrations-about = What people wrote is personal. Coordinators alone see it.
registrations-by-status = By where they stand
registrations-all = All
registrations-filter = { $label }: { $count }
registrations-empty = There is no request here.
registrations-order = First come, first shown.
registrations-tick = Tick
registrations-tick-one = Tick { $name }
registrations-from = From
registrations-name = Name
registrations-function = Function
registrations-state = State
registrations-organization = Organization
registrations-attendance = How
registrations-interpretation-into = Interpretation
registrations-needs = Needs
registrations-decision = Decision
registrations-interpretation = Interpretation: { $language }
registrations-same-address = { $count } requests from this e-mail address
registrations-asked-on = sent on { $date }
registrations-decided-by = { $author }, { $date }
registration-decision-approve = Approve
registration-decision-decline = Decline
registrations-reason-about = Needed to decline. The person reads it on the own page.
registrations-reason-needed = Write the reason: the person reads it.
registrations-reason-too-long = The reason is too long: shorten it to { $limit } characters.
registrations-none-ticked = Tick the requests that you decide on.
registrations-approve-ticked = Approve what is ticked
registrations-decline-ticked = Decline what is ticked
registrations-decided = { $count ->
    [0] Nothing had to be changed.
    [one] { $count } request is decided.
   *[other] { $count } requests are decided.
}
registrations-left = { $count ->
    [one] { $count } was left: another request from the same e-mail address is approved.
   *[other] { $count } were left: another request from the same e-mail address is approved.
}
registrations-counts = Who comes from where
registrations-counts-about = Requests that wait, and approved ones by how people take part. Those declined and withdrawn are left out.
registrations-approved-in-person = Approved, in person
registrations-approved-online = Approved, online
registrations-organizations = Organizations without a State
registrations-total = All
registrations-participants = Into the participants of the meeting
registrations-participants-about = States and organizations of approved people that the meeting does not name yet are added to its participants, each with how it takes part. No names of persons. Correct the standing of each afterwards where it is another.
registrations-states-as = States as
registrations-organizations-as = Organizations as
registrations-take-over = Take approved States into the participants
registrations-taken-over = From approved registrations
registrations-added = { $count ->
    [0] Nothing was added: all of them are among the participants.
    [one] { $count } State or organization was added to the participants.
   *[other] { $count } States and organizations were added to the participants.
}
registrations-collided = Somebody changed the participants at the same moment. Nothing was added: do it once more.
registrations-door = The list at the door
registrations-door-about = Everybody who is approved, for a spreadsheet. It holds names: delete it after the meeting.
registrations-door-csv = Take the list away (CSV)
registrations-privacy = What people wrote
registrations-privacy-about = After the meeting nobody needs it. Erase it: State, way of taking part and decision stay for the counts.
registrations-erase = Erase what people wrote
registrations-erase-later = You can erase it after the day of the meeting.
registrations-erase-question = Erase what people wrote who asked to take part?
registrations-erase-about = Names, addresses, needs and reasons are erased and cannot be brought back. The people’s own pages are gone. State, way of taking part and decision stay for the counts.
registrations-erased = { $count ->
    [0] Nothing was left to erase.
    [one] What was written in { $count } request is erased.
   *[other] What was written in { $count } requests is erased.
}

## Minutes

minutes-versions = Versions of the minutes
minutes-version = Version { $number } of { $date } by { $author }
minutes-what-changed = What changed
minutes-from = From
minutes-to = To
minutes-compare = Show what changed
minutes-same = Choose two versions that are not the same.
minutes-unchanged = { $count ->
    [one] … { $count } line unchanged …
   *[other] … { $count } lines unchanged …
}
minutes-history = All changes of the meeting
