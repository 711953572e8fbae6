# The peer review of a practice, and what a form takes over from the record of an agreement.

peer-review = Peer review
peer-review-nobody = No reviewer is named yet.
peer-review-blind = What the other reviewers say is shown to you once you have given your own opinion.
peer-review-seen = Only the Network sees this.
your-review = Your review

reviewer-owes-declaration = Declaration awaited
reviewer-owes-opinion = Opinion awaited
reviewer-is-out = Out: conflict of interest
reviewer-you-are-out = You have declared a conflict of interest, so you do not review this practice. The Network’s coordinator names another reviewer.
reviewer-release = Take off the list
reviewer-name = Name this reviewer
reviewer-none-to-name = There is no other account of a Network reviewer to choose from.
reviewer-declare = Declare
reviewer-give-opinion = Give your opinion
reviewer-was-named = The reviewer is named and finds the practice in the list of what waits.
reviewer-was-released = The reviewer was taken off the list.
reviewer-was-declared = Your declaration is recorded.
reviewer-opinion-was-given = Your opinion is recorded.

reviewing = Practices that wait for your review
reviewing-about = A coordinator of the Network named you as a reviewer. First declare whether you have a conflict of interest, then give your opinion. Nobody else can do it for you.
reviewing-waiting = Waiting for you
reviewing-nothing = No practice waits for your review.

form-named_reviewer = Name a reviewer
form-named_reviewer-about = One internal and at least two external reviewers without a conflict of interest decide. Each declares and gives an opinion alone. Who has said nothing yet can be taken off the list again.
field-named_reviewer-account = Account of the reviewer
field-named_reviewer-kind = Internal or external
form-conflict_of_interest = First: do you have a conflict of interest?
form-conflict_of_interest-about = Look at the practice and at who carries it out. What you declare can’t be changed afterwards. If there is a conflict, another reviewer is named in your place.
field-conflict_of_interest-declaration = You declare
field-conflict_of_interest-conflict = What the conflict is
hint-conflict_of_interest-conflict = Needed if there is one. Only you and the Network’s coordinators see it, and reviewers who have given their opinion.
form-opinion_given = Then: your opinion
form-opinion_given-about = Whether the practice is relevant, current and in line with the Global Compact and its principles. What you give can’t be changed afterwards; if the State files the practice again, you are asked again.
field-opinion_given-opinion = Opinion
field-opinion_given-comment = Comment
hint-opinion_given-comment = Needed unless you approve: what more is asked for, or why it is declined.
field-peer_review-reviewers-conflict = What the conflict is

act-reviewer_named = A reviewer was named
act-reviewer_released = A reviewer was taken off the list
act-declared = Declaration on conflicts of interest
act-opinion_given = Opinion given

## Taken over from the record of an agreement

prefill-check = Taken over from record { $number }; check it
prefill-fields = Filled in: { $fields }.
prefill-practice-title = Practice: { $title }
prefill-pledge-title = Pledge: { $title }
prefill-provisions = The text of the agreement provides for:
prefill-provision-partly = { $provision } (partly)
prefill-social-security = Social security: { $mode }
prefill-at-article = { $text }, article { $article }
