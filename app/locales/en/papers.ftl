# Papers to take away: reports as documents, figures as workbooks.

## Documents

paper-of-meeting = Summary report (DOCX)
paper-of-filed = As a document (DOCX)
paper-summary-report = Summary report
paper-footnote = { $title }. Record { $number }, { $address }
paper-figure = The agreements counted: { $address }
paper-about = About this paper
paper-drawn = Drawn from the register on { $date }: { $address }
paper-participant = State or organization
paper-standing = Standing on the day
paper-attendance = Attendance
paper-note = Note
paper-time = Time
paper-item = Item
paper-speakers = Speakers
paper-nothing-recorded = Nothing is recorded.
paper-nothing-said = Nothing is recorded under this question. That does not mean that nothing was said.
paper-silent = Nothing is recorded of these participating States: { $states }.
paper-not-published = not published yet
paper-no-evidence = no evidence recorded
paper-agreements-counted = Agreements counted
paper-of-participants = With a party among the States that took part

## Workbooks

annex-link = Figures (XLSX)
annex-code = Code
annex-share-of-yes = Share of yes
annex-sheet-item = Provisions
annex-sheet-criterion = Criteria
annex-sheet-decade = By decade
annex-sheet-region = By region
annex-sheet-kind = By kind
annex-sheet-about = About
annex-what = What
annex-said = About these figures
annex-drawn-on = Drawn from the register on
annex-address = Address
annex-filter = Filter
annex-no-filter = None: all published records
annex-counted = Counted
annex-regions = In the regions an agreement counts once for each region that its parties are in, so that the regions together are more than the whole.
annex-disclaimer = Disclaimer
