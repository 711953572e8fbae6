# Who sees a record before everybody does.

sharing-title = Who sees this record before it is published
sharing-about = Whoever sees it also sees its history from now on. The other parties can confirm or contest it; in the figures of the register it counts only once it is published.
sharing-now = Seen now by: { $who }.
sharing-change = Change who sees it
sharing-own_state = Our State only
sharing-parties = The parties
sharing-network = The parties and the Network
seen-by-own_state = Draft
seen-by-parties = Not published: for the parties
seen-by-network = Not published: for the parties and the Network
public-from = Will be published on { $date }
was-shared = Saved: who sees this record.
field-sharing-shared_with = Who sees it
field-sharing-public_from = Published on
hint-sharing-public_from = Left open, you publish it yourself. With a day, the register publishes it as that day begins (UTC); until then it can be changed. Write the day as 2027-04-05.
problem-not_in_future = Write a day after today. What everybody is to see at once, you publish.
problem-not_a_whole_date = Write the whole date, as 2027-04-05.
act-shared = Decided who sees it
act-published_on_day = Published on the day that was named
notice-record_shared = Record shown to your State that names it
