# Links by which somebody chooses a password: invitations, and the way back in for who forgot theirs.

## On the sign-in page
forgotten-link = Forgotten your password?
link-set-now-sign-in = Your password is set. Sign in with it.

## Asking for a link
forgotten-title = Choose another password
forgotten-about = Write the e-mail address of your account. A link comes to it by which you choose another password; it is good for { $minutes } minutes.
forgotten-send = Send the link
forgotten-not-an-address = This is not an e-mail address.
forgotten-no-mail = This installation sends no e-mail. Ask whoever gave you your account for a link to choose another password.
forgotten-back = Back to the sign-in
forgotten-sent = Look into your mailbox
forgotten-sent-about = If there is an account with this address, a link is on its way to it and is good for { $minutes } minutes. Until you use it, your password stays as it is.
forgotten-sent-nothing = If nothing comes within some minutes, look among unwanted mail and whether you wrote the address of your account. More than three links in an hour are not sent to one address. Nobody is told here whether there is an account.

## Choosing the password
link-title-invitation = Welcome to Corridor
link-title-reset = Choose another password
link-about-invitation = { $name }, an account was made for you. Choose a password for it; then you can sign in.
link-about-reset = You are then signed out everywhere, and the address of your calendar ends: whoever knew the old password may have had those too. A second factor stays as it is.
link-password = Password
link-password-again = Password once more
link-set = Set the password
link-not-set = The password is not set
link-ended = This link opens nothing any more
link-ended-about = It was used, its time is over, or the password was changed since. Ask for another one; for a new account, whoever invited you can make one.

## The mails
link-mail-subject-invitation = Your account in Corridor
link-mail-body-invitation = An account was made for you in the register at { $site }. Choose a password by this link within { $days } days; it can be used once:
link-mail-subject-reset = Another password for Corridor
link-mail-body-reset = Somebody, probably you, asks for another password for your account in the register at { $site }. Choose it by this link within { $minutes } minutes; it can be used once:
link-mail-not-me = If it was not you, do nothing: your password stays as it is.
