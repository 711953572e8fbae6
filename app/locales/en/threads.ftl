# What ties the parts together: drafts from reports, inboxes, deadlines of reviews, the way from the Talk.

## What a draft says

draft-indicator = { $name } – { $indicator }, { $period }: { $told }.
draft-indicator-of = { $indicator }: { $people }
draft-reports = { $state } reports { $value }
draft-nothing-counted = No party has published a figure on any of these agreements.
draft-unheard = { $name }: applied, and nothing was heard of it since the Talk; last heard on { $date }.
draft-never-heard = { $name }: applied, and nothing was heard of it since the Talk; last heard: never.
draft-all-heard = Of every agreement that is applied something was heard since the Talk.
draft-committee-unheard = { $name }: provides for a joint committee; no meeting of it is recorded.
draft-field = { $section }, { $field }
draft-contested-field = { $field }: { $recorder } records { $ours }, { $state } records { $theirs }.
draft-nothing-there = nothing
draft-evidence-at = { $evidence } ({ $address })

## Deadlines and the desk

deadline-kind-review_input_due = Dossier awaited by the review
desk-silent-about = Silent is a State that has not said whether it takes part, has no dossier, and has not been heard from since the review was opened.

## The inbox of a State

inbox-dossiers-asked = Dossiers about which the Network asks
inbox-no-dossiers-asked = The Network asks nothing about a dossier of your State.
inbox-reviews = Reviews that wait for your State’s word
inbox-reviews-about = Your State may take part and has not said whether it does. Its focal point can say so.
inbox-no-reviews = No open review waits for your State’s word.
inbox-points = Action points of joint committees
inbox-no-points = No action point of a joint committee is open for your State.
inbox-open-questions = { $count ->
    [one] { $count } question is open
   *[other] { $count } questions are open
  }
inbox-all-answered = Every question is answered
inbox-all-answered-file = Every question is answered; file the dossier again

## The inbox of the Network

inbox-about-network = What waits for you at the United Nations Network on Migration.
inbox-dossiers = Dossiers to read
inbox-dossiers-about = Filed and not yet accepted: those assigned to you first, then those assigned to nobody. Dossiers assigned to others stand on the desk of their review.
inbox-no-dossiers = No dossier waits for you.
inbox-to-reviews = To the reviews and their desks
inbox-assigned-to-you = Assigned to you
inbox-assigned-to-nobody = Assigned to nobody
inbox-practices = Practices to review
inbox-no-practices = No practice is filed or in review.
inbox-all-practices = All practices
inbox-late = Commitments of the Network whose date has passed
inbox-no-late = No commitment of the Network is late.
inbox-all-late = All of them

## A State’s reviews

state-reviews = Reviews
state-reviews-about = The reviews in which the State may take part. Being a member of a regional commission does not say that it does.
state-takes-part = Takes part
state-takes-no-part = Has said that it does not take part
state-may-take-part = Has not said whether it takes part
state-dossier = Its dossier

## From the Talk to the reviews

home-to-the-reviews = From the Talk to the reviews
home-to-the-reviews-about = What States said and agreed at the Talk is followed into the second cycle of regional reviews and the forum.
home-the-talk = GCM Talk in Baku
home-all-reviews = All reviews
