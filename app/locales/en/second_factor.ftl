# The second factor: asked for at the sign-in, set up and changed on a page of one's own.

## At the sign-in
code-title = Confirm that it is you
code-title-set-up = Set up your second factor
code-about = Your password is right. Now type the code that your authenticator app shows for this register.
code-set-up-about = Your role signs in with a second factor: besides the password, a code that an app on your phone shows. It is set up once, now.
code-label = Code
code-hint = Six figures. They change every half a minute, and each code is taken once.
recovery-label = Recovery code
recovery-hint = One of the codes that you kept when you set the second factor up. Each is taken once.
recovery-instead = The app is not at hand
recovery-none-left = If you have neither the app nor a recovery code, ask the administrator of the register to take your second factor away. You set it up anew at the next sign-in.
code-go-on = Sign in
code-took-too-long = The sign-in took too long. Begin it anew; what you typed is kept.

## Setting up
factor-step-app = Get an authenticator app onto your phone, if there is none yet. Any will do that makes codes by time (TOTP).
factor-step-scan = Scan this picture with the app.
factor-step-type = If it cannot be scanned, type this secret into the app:
factor-step-open = On the phone itself: open it in the app
factor-step-code = Type the code that the app shows now.
factor-picture = QR code with the secret for an authenticator app
factor-confirm = Set it up

## A page of one's own
factor-title = Second factor
factor-about = With a second factor, a password alone signs nobody in: each sign-in also asks for a code that an authenticator app on your phone shows.
factor-is-required = Your role has to have one, so it cannot be turned off.
factor-is-off = It is off.
factor-is-on = It is on since { $date }.
factor-codes-left = { $count ->
    [0] There is no recovery code left: make new ones.
    [one] { $count } recovery code is left.
   *[other] { $count } recovery codes are left.
}
factor-begin = Set it up
factor-change = Change something about it
factor-replace = Set up another app
factor-replace-about = The app that you have goes on working until the first code of the other one was typed.
factor-renew-codes = Make new recovery codes
factor-turn-off = Turn it off
factor-turned-off = The second factor is off.
factor-sessions = Where you are signed in already, you stay signed in. You can end that on the page
factor-refused = Nothing was changed
factor-problem-not_the_password = The password is not right.
factor-problem-not_the_code = The code is not right, or was used already. Wait for the next one.
factor-problem-nothing_begun = It took too long. Begin setting it up anew.
factor-slowed = { $seconds ->
    [one] Too many attempts were made. Nothing is locked: try again in { $seconds } second. If it was not you, somebody knows your password: change it.
   *[other] Too many attempts were made. Nothing is locked: try again in { $seconds } seconds. If it was not you, somebody knows your password: change it.
}

## Recovery codes
recovery-title = Your recovery codes
recovery-about = Each takes the place of the app once, when the phone is lost or broken. Print them or write them down, and keep them apart from the phone. They are shown only now.
recovery-before = Codes that were made earlier are not taken any more.
recovery-kept = I have kept them, go on

## Mail
factor-mail-subject = Your second factor was taken away
factor-mail-body = The operator of the register at { $site } has taken the second factor of your account away, and signed you out everywhere. If you asked for that, sign in and set it up anew. If you did not, tell the operator at once, by another way than this mail.
