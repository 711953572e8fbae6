# The log of changes: its list for administrators, and its lines in the history of a record.

log-title = Log of changes
log-about = Who did what, and when. What a record holds and why it was changed stand in its history, for whoever may read it.
log-verify = Each line holds the hash of the line before it. The command “corridor verify” calculates all of them again and holds the records against them.
log-empty = No line of the log is like that.
log-order = The last change stands first.
log-mark = Line { $number } of the log of changes, hash { $hash }…
log-newest = To the newest
log-earlier = Earlier lines

## What is shown

log-account = E-mail address of the account
log-kind = About
log-any-kind = Everything
log-number = Number
log-from = From the day
log-until = Until the day
log-show = Show
log-show-all = Show everything

## The table

log-line = Line
log-when = When
log-who = Who
log-what = What
log-subject = About what
log-request = Request
log-hash = Hash
log-nobody-known = not known
log-no-account = An account that there is not
log-command-line = Command line
log-other-record = Other record: { $id }
log-requests = Requests: { $count }
log-kind-agreement = Agreement
log-kind-entry = Entry of the follow-up
log-kind-account = Account
log-kind-frozen = Frozen register

## What was done

log-act-found_at_migration = Found when the log began
log-act-section_confirmed = Section confirmed by a party
log-act-section_contested = Section contested by a party
log-act-merged = Merged into another record
log-act-merge_undone = Merge undone
log-act-told_apart = Said to be two agreements
log-act-told_apart_undone = No longer said to be two agreements
log-act-put_away = Draft put away
log-act-taken_out = Draft taken out again
log-act-still_so = Said to be still as recorded
log-act-still_so_taken_back = “Still as recorded” taken back
log-act-frozen = Register frozen
log-act-account_made = Account made
log-act-account_disabled = Account disabled
log-act-account_erased = Account erased
log-act-invitation_made = Invitation made
log-act-reset_link_made = Link to another password made
log-act-password_changed = Password changed
log-act-signed_in = Signed in
log-act-sign_in_refused = Sign-in refused
log-act-sessions_ended = Signed out everywhere by the operator
log-act-code_refused = Code of the second factor refused, after the right password
log-act-second_factor_set_up = Second factor set up
log-act-second_factor_turned_off = Second factor turned off
log-act-second_factor_taken_away = Second factor taken away
log-act-recovery_code_used = Recovery code used
log-act-recovery_codes_made = Recovery codes made anew
log-act-registrations_exported = List of participants taken away
log-act-registrations_decided = Requests to take part decided
log-act-registrations_erased = What people wrote to take part erased
log-act-two_people_chosen = Two people wanted for publishing
log-act-two_people_ended = Two people no longer wanted for publishing
log-act-paper_taken_away = Paper taken away that not everybody may read
log-act-refused = Refused
