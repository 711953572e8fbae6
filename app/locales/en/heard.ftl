# Last heard: when somebody last said something, and the grid that confirms many items at once.

heard-line = Last heard: { $heard }
heard-today = { $date }, today
heard-ago = { $date }, { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
  }
heard-quiet = { $date }; nothing was said for { $years ->
    [one] { $years } year
   *[other] { $years } years
  }
heard-once-published = Counted from publication on
not-in-contact = Not yet in contact

still-so = Still as recorded?
still-so-link = Say what still is as recorded
still-so-about = Published agreements of { $state }, and its commitments and pledges that are still open. Confirm together what has not changed; what has changed is edited on its own page.
still-so-order = Those of which nobody has said anything for longest come first.
still-so-unchanged = Unchanged
still-so-record = Record
still-so-status = Status
still-so-tick = Unchanged: { $title }
still-so-say = Confirm the ticked ones as unchanged
still-so-say-all = Confirm all on this page
still-so-none = Your State has no published agreement and no open commitment or pledge yet.
still-so-nothing-ticked = Tick what has not changed. Nothing was confirmed.
still-so-was-said = { $count ->
    [one] { $count } record is confirmed as unchanged.
   *[other] { $count } records are confirmed as unchanged.
  }
still-so-nothing-new = Nothing new was confirmed: it was said today already, or it is not your State’s to confirm.
still-so-said-today = { $count ->
    [one] You confirmed { $count } record today. Until the end of the day (UTC) you can take it back.
   *[other] You confirmed { $count } records today. Until the end of the day (UTC) you can take them back.
  }
still-so-take-back = Take today’s confirmations back
still-so-was-taken-back = { $count ->
    [one] { $count } confirmation is taken back.
   *[other] { $count } confirmations are taken back.
  }
