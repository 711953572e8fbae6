# Deadlines that follow from the records, and the calendar in which they are read.

deadlines-title = Deadlines
deadlines-about-state = What is due for { $state }: from the agreements that it records or is a party of, and from what it has to carry out.
deadlines-about-network = What is due for the Network, and commitments of States whose date has passed.
deadlines-open = Open or past
deadlines-soon = { $count ->
    [one] Within one day
   *[other] Within { $count } days
}
deadlines-later = Within a year
deadlines-none = Nothing is due within a year.
deadlines-how = Deadlines are computed from what is recorded. What has been done and is not recorded stays here until somebody records it.
deadlines-to-calendar = Read them in your own calendar
deadlines-next = Next deadlines
deadlines-all = All deadlines
deadlines-of-record-about = Computed from what is recorded here.

deadline-kind-expires = Last day of the agreement
deadline-kind-renews_tacitly = Renewed tacitly
deadline-kind-notice_by = Last day to give notice
deadline-kind-ratification_open = Ratification by one side only on record
deadline-kind-not_registered = No registration with the United Nations on record (Charter, Article 102)
deadline-kind-committee_overdue = No meeting of the joint committee on record for a year
deadline-kind-commitment_due = To be carried out
deadline-ratification-of = No ratification by { $state } on record
deadline-on = { $when } ({ $date })
deadline-since = since { $date }
deadline-today = today
deadline-in-days = { $count ->
    [one] in one day
   *[other] in { $count } days
}
deadline-days-ago = { $count ->
    [one] one day ago
   *[other] { $count } days ago
}
deadline-in-months = { $count ->
    [one] in one month
   *[other] in { $count } months
}
deadline-months-ago = { $count ->
    [one] one month ago
   *[other] { $count } months ago
}
deadline-in-years = { $count ->
    [one] in one year
   *[other] in { $count } years
}
deadline-years-ago = { $count ->
    [one] one year ago
   *[other] { $count } years ago
}

## The calendar
calendar-name = Corridor: deadlines
calendar-feed = Calendar of deadlines
calendar-feed-about = Your calendar program can read your deadlines from an address of their own. What has no day, such as an open ratification, stands only in the list.
calendar-feed-secret = Whoever knows the address reads your deadlines without signing in. Keep it to yourself.
calendar-feed-make = Make an address
calendar-feed-made = The address is made.
calendar-feed-address = Address of your calendar. Copy it now: it is shown only this once.
calendar-feed-made-on = An address was made on { $date }.
calendar-feed-renew = Make a new address
calendar-feed-renew-about = The address in use stops working at once.
calendar-feed-revoke = Take the address away
calendar-feed-revoke-about = Calendars that read it get no deadlines any more.
calendar-feed-revoked = The address no longer works.
