# How agreements get on: reports of their parties, figures, joint committees.

entry-kind-agreement_report = Progress report
report-of = Progress report of { $state }
report-on-agreement = Agreement
report-period = Period
report-nothing-yet = Nothing is reported in it yet.
progress-title = Progress
progress-about = What the parties report on how the agreement is carried out.
progress-empty = No party has reported on it yet.
progress-report = Report on progress
progress-figures = Figures side by side
progress-figures-about = What each party reports for the same period and the same people stands in one row. The register picks none.
progress-figures-differ = { $count ->
    [2] The two figures differ
   *[other] The figures differ
  }
progress-not-reported = Not reported
progress-reported-by = Reported by { $state }
progress-committee = Joint committee
progress-committee-meetings = Meetings
progress-action-points = Action points
progress-open-action-points = Open action points
progress-minutes = Minutes
progress-date-not-recorded = Date not recorded
progress-point-done = Done
progress-point-open = Open
progress-point-overdue = Overdue
progress-point-due = Due: { $date }
figure-indicator = Indicator
figure-value = Figure
figure-source = Source
figure-counted-as = How it is counted: { $definition }

## Fields

form-agreement_report = Progress in words
form-agreement_report-about = On which agreement, for which period, what has happened, and what this rests on. Figures and the work of the joint committee follow once it is saved.
form-indicators = Figures
form-indicators-about = What your State counts on its own side. The other party’s figures will stand beside them, and both stay as they are.
form-joint_committee = Joint committee
form-joint_committee-about = Its meetings, and what it asked for.

field-agreement_report-agreements = Agreement
hint-agreement_report-agreements = One number: a report is on one agreement, to which your State is a party.
field-agreement_report-from = Period from
hint-agreement_report-from = As known: 2024, 2024-04 or 2024-04-05.
field-agreement_report-to = Period to
hint-agreement_report-to = Leave open for a report on one year, month or day.
field-agreement_report-text = What has happened
field-agreement_report-evidence = What this rests on
field-agreement_report-address = Address of the evidence
table-indicators-indicators = Figures
table-indicators-indicators-add = Add a figure
hint-indicators-indicators = Only totals: nothing that tells of a single person.
field-indicators-indicators-indicator = Indicator
field-indicators-indicators-value = Figure
hint-indicators-indicators-value = Such as 1 500 or 12.5. A comma before three digits makes thousands: 1,500.
field-indicators-indicators-currency = Currency
hint-indicators-indicators-currency = For amounts: three letters, such as EUR.
field-indicators-indicators-sex = Whom it counts
field-indicators-indicators-from = Period from
hint-indicators-indicators-from = As known: 2024, 2024-04 or 2024-04-05.
field-indicators-indicators-to = Period to
hint-indicators-indicators-to = Leave open for one year, month or day.
field-indicators-indicators-source = Source
hint-indicators-indicators-source = For example an administrative register, a survey or the minutes of the joint committee.
field-indicators-indicators-definition = How it is counted
table-joint_committee-meetings = Meetings
table-joint_committee-meetings-add = Add a meeting
field-joint_committee-meetings-date = Date
field-joint_committee-meetings-place = Place
field-joint_committee-meetings-minutes = Note or minutes
field-joint_committee-meetings-address = Address of the minutes
table-joint_committee-action_points = Action points
table-joint_committee-action_points-add = Add an action point
field-joint_committee-action_points-text = What is to be done
field-joint_committee-action_points-responsible = State that is to do it
field-joint_committee-action_points-due = Due
field-joint_committee-action_points-done = Done

problem-not_a_decimal = Write a number in digits, such as 12.5 or 1 500, with at most 15 digits before the decimals and 6 behind.
problem-not_one_record = Write one number: a report is on one agreement.
problem-not_a_party = Your State is not a party to that agreement: only its parties report on it.
problem-ends_too_early = The period ends before it begins. Check both dates.

## Labels of the controlled lists

indicator-unit-persons = persons
indicator-unit-number = number
indicator-unit-percent = per cent
indicator-unit-days = days
indicator-unit-months_of_earnings = months of earnings
indicator-unit-amount = amount
sex-women = Women
sex-men = Men
sex-all = All
