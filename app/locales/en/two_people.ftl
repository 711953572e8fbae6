### Two people for publishing, where a State wants them.

two-people = Two people for publishing
two-people-about = Your State can choose that nobody publishes alone: what one of you wrote last, a colleague publishes.
two-people-limits = It holds for records of agreements, for a day that is named for publishing, for entries of the follow-up and for merging records. What is published stays open to changes by each of you; the history names who made them.
two-people-not-chosen = Each of you can publish alone
two-people-chosen = Nobody publishes alone: chosen by { $name } on { $date }
two-people-accounts =
    { $count ->
        [one] Your State has { $count } account.
       *[other] Your State has { $count } accounts.
    }
two-people-choose = From now on, nobody publishes alone
two-people-end = Let each of us publish alone
two-people-was-chosen = From now on, nobody of your State publishes alone.
two-people-was-ended = Each of you can publish alone again.
two-people-one_account = Your State has one account. With two people needed, it could publish nothing; ask the operator to invite a colleague first.
two-people-own_choice = You chose it, so a colleague has to end it.
second-person = A colleague has to publish this
second-person-about = You made the last change, and your State wants two people for publishing. Any colleague of your State can look at it and publish it.
second-person-ask = Ask the colleagues to publish it
second-person-asked = Your colleagues were asked to publish it. Those who want mail get one.
second-person-trouble = You made the last change, and your State wants two people for this. Nothing was changed; a colleague of your State can do it.
problem-second_person = You made the last change, and your State wants two people for this: a colleague has to do it.
notice-publication_asked = A colleague asks you to publish what they wrote
