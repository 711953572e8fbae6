# When something stands in the way: the database, a crowd, a slow line, a fault of the program's.
busy = Very many people are here at this moment
busy-about = Please try again in a few seconds. What is recorded is safe.
too-slow = It took too long to arrive
too-slow-about = The form was not complete in time, and nothing was saved. What you typed is still there if you go back; send it again when your line is better.
fault-number = Number of the request: { $number }. Whoever runs this register finds the fault by it.

## A form of which nothing came, with all that was typed in it
not-done = Not saved. What you typed is kept
not-done-unavailable = The register does not answer at the moment. Keep this page open and send the form again in a minute. Should it have been saved all the same, nothing is overwritten.
not-done-busy = Very many people are here at this moment. Keep this page open and send the form again in a few seconds.
not-done-too-often = { $seconds ->
    [one] Too much came from your network in a short time. Keep this page open and send the form again in { $seconds } second.
   *[other] Too much came from your network in a short time. Keep this page open and send the form again in { $seconds } seconds.
}
not-done-fault = The fault is ours and has been logged. You can send the form again; if it fails once more, keep a copy of your text.
send-again = Send it again
what-you-typed = What you typed
all-is-sent-again = With it goes everything that you typed and chose in the form.
