# The example: fictitious States and their work, for trying things out.
example-banner-label = What is made up here
example-banner = This register holds made-up States and agreements for trying things out. { $states }: these States do not exist, and all that is said of them is fictitious.
example-state = This State does not exist. It and all that is recorded of it are made up, for trying the register out.

# A review that is open to named States.
review-invited = States invited
table-review-states = States invited
table-review-states-add = Invite another State
hint-review-states = States that may take part beside the members of the regional commission.
field-review-states-state = State
