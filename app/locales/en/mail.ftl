# Mail about what newly waits for an account, and the choice of it.

## On the account's page
mail-title = E-mail
mail-about = Corridor can write to { $address } when something newly waits for you: a record that names your State, an answer, a question, a deadline.
mail-not-sent = This installation sends no e-mail: no mail server is set up. What waits for you is in the inbox.
mail-pace = How often
mail-pace-none = No e-mail
mail-pace-immediately = Immediately
mail-pace-daily = Once a day, at 06:00 UTC
mail-pace-weekly = Once a week, on Mondays at 06:00 UTC
mail-language = Language of the e-mails
mail-content = An e-mail holds titles of what is published, and links. What is not published is never in it.
mail-set = Your choice is saved.

## What is told
notice-record_published = Record published that names your State
notice-section_changed = Section changed on which your State had spoken
notice-section_contested = Section contested by another party
notice-information_requested = Information requested by the Network
notice-approved = Approved by the Network
notice-accepted = Accepted by the Network
notice-declined = Declined by the Network
notice-pledge_names = Pledge that names your State as a partner
notice-statement_recorded = Statement recorded for your State
notice-deadline_near = Deadline within a month
notice-submitted = Filed with the Network
notice-sent_back = Sent back with what was asked for

## The mail
mail-subject-one = Corridor: { $what }
mail-subject = { $count ->
    [one] Corridor: one thing newly waits for you
   *[other] Corridor: { $count } things newly wait for you
}
mail-intro = This newly waits for you in Corridor.
mail-section = { $name }, section “{ $section }”
mail-deadline = { $name }: { $what }, { $date }
mail-record = Record that is not published
mail-of-state = { $what } ({ $state })
mail-why = You get this e-mail because your account asks for it ({ $pace }).
mail-change = To change that:
mail-stop-link = To end it without signing in:
mail-trial = Corridor: e-mail works
mail-trial-about = This is a trial. The register at { $site } can send e-mail.

## The end of mails
mail-stop = End the e-mails?
mail-stop-about = Corridor then writes to this address no more. Whoever signs in can choose e-mails again at any time.
mail-stop-do = End the e-mails
mail-stopped = The e-mails have ended
mail-stopped-about = Corridor writes to this address no more, until somebody who signs in chooses e-mails again.
mail-to-setting = To the choice of e-mails
