# What guards an account: limits, sessions, one's own password.

## Limits
sign-in-slowed = { $seconds ->
    [one] Too many attempts were made. Nothing is locked: try again in { $seconds } second.
   *[other] Too many attempts were made. Nothing is locked: try again in { $seconds } seconds.
}
sign-in-busy = Very many people are signing in at this moment. Try again in a few seconds.
too-often = Too often
too-often-about = { $seconds ->
    [one] This was done too often in a short time. Try again in { $seconds } second.
   *[other] This was done too often in a short time. Try again in { $seconds } seconds.
}

## A page that was left open
form-left-open = Not sent yet
form-left-open-about = Since this page was opened, the sign-in of this browser has changed, or the browser does not accept cookies. Nothing was done, and what you typed is kept: send it once more.
form-left-open-as = It is sent in the name of { $name }.
form-left-open-send = Send it now
form-left-open-again = Open the page again
sign-in-left-open = This page was open for a long time, or the browser does not accept cookies. Type the password once more.

## Sessions
sessions-and-password = Sessions and password
sessions-title = Where you are signed in
sessions-about = Each browser in which you are signed in. If you do not know one of them, end it and change your password.
sessions-ended = The session has ended.
sessions-end-others = End all others
sessions-limits = A session ends when it is not used for { $idle } hours, and in any case { $absolute } hours after signing in. No address is kept from which you sign in.
session-this = This session
session-since = Since { $instant }
session-used = Last used { $instant }
session-end = End
browser-edge = Edge
browser-opera = Opera
browser-yandex = Yandex Browser
browser-samsung = Samsung Internet
browser-firefox = Firefox
browser-chrome = Chrome
browser-safari = Safari
browser-other = Another browser
system-windows = Windows
system-macos = macOS
system-ios = iPhone or iPad
system-android = Android
system-chrome_os = ChromeOS
system-linux = Linux
system-other = another system

## One's own password
own-password-title = Change the password
own-password-about = You are then signed out everywhere else, and the address of your calendar ends: whoever knew the old password may have had those too.
own-password-current = Current password
own-password-new = New password
own-password-again = New password once more
own-password-rules = At least { $shortest } characters. A sentence that only you would write is better than a short word with figures and signs.
own-password-change = Change the password
own-password-changed = Your password is changed. You are signed out everywhere else.
own-password-not-changed = The password is not changed
own-password-slowed = { $seconds ->
    [one] The current password was wrong too often. Try again in { $seconds } second.
   *[other] The current password was wrong too often. Try again in { $seconds } seconds.
}
password-problem-not_current = The current password is not right.
password-problem-too_short = The new password needs at least { $shortest } characters.
password-problem-too_long = The new password may have { $longest } characters at most.
password-problem-too_plain = The new password is too easy to guess: it is made of too few different characters, or holds your address or the name of this service.
password-problem-well_known = The new password is one of those that everybody tries first, or much like one.
password-problem-keys = The new password is a row of keys of the keyboard, which is tried early.
password-problem-repeats = The new password is the same again and again, or letters and figures in their order.
password-problem-dates = The new password is little more than a date or a year.
password-problem-names = The new password is little more than names.
password-problem-own_words = The new password is made of your name, your address, your State or words of this register, which who wants to guess it knows too.
password-problem-guessable = The new password is made of too few words, or of words that are tried early. Add one or two that nobody would expect.
password-problem-as_before = The new password is the current one.
password-problem-not_the_same = The new password is not the same both times.
