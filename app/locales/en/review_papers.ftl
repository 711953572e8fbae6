# Papers of reviews: dossiers and outcome reports; and the work of making them.

## Footnotes and figures

paper-footnote-bare = { $name }, { $address }
paper-frozen = Frozen register { $number }: the records as at { $day }, as known on { $instant }. SHA-256 { $hash }. { $address }
paper-frozen-again = Frozen register { $number }, as cited above.
paper-figure-head = Figure

## A dossier

dossier-paper-facts = Complete, confirmed, reviewed: as of { $date }
dossier-paper-figures = Figures of the frozen register
dossier-paper-not-drafted = The dossier was not drafted from the register, so it rests on no frozen figures.

## An outcome report

outcome-report = Outcome report
outcome-provisional = provisional, not frozen
outcome-about = What the review’s records give: published things and figures of the frozen register alone, so it is the same for every reader. Before the review is concluded it is provisional.
outcome-basis = What the figures rest on
outcome-basis-about = The figures below can be drawn from it again at any time, whatever is entered in the register later. Dossiers, commitments and findings are told as they were published on the day on which this report was made.
outcome-not-frozen = Provisional, not frozen: the review is not concluded, and the figures are those of the register as it is known now, as at { $day }.
outcome-states = States
outcome-no-states = No State has said that it takes part or published a dossier.
outcome-dossier-published = Published ({ $stage })
outcome-dossier-not-published = Not published
outcome-of-review = Agreements with a party among these States
outcome-none-coded = Of these States no agreement has been coded yet: { $states }.
outcome-partnerships = Skills partnerships
outcome-no-partnerships = No skills mobility partnership is recorded.
outcome-agreement = Agreement
outcome-parties = Parties
outcome-status-on = Status on { $day }
outcome-overdue = Due date passed
outcome-count = Number
outcome-carried = What the regional reviews since the last forum found
outcome-no-findings = No finding is recorded.
outcome-state-by-state = State by State
outcome-silent = Without an agreement in the register and without a published dossier: { $states }.
outcome-dossier-none = The State has not published a dossier for this review.
outcome-sheet-states = States
outcome-sheet-provisions = Provisions by State
outcome-provision-code = Provision code
outcome-counted-once = An agreement counts once for each State that is a party to it, so that the States together are more than the whole.
outcome-kind = What to make
outcome-language = Language of the paper
outcome-make = Make it

## The work of making it

job-kind-outcome_report = Outcome report (DOCX)
job-kind-outcome_figures = Figures of the outcome (XLSX)
job-in-language = { $kind }, { $language }
job-waits = Waiting for its turn.
job-progress = { $done } of { $all } steps are done.
job-may-leave = You can leave this page: the work goes on, and the review’s page leads back here. The page looks again by itself every two seconds.
job-hold-still = Stop looking again by itself
job-look-again = Look again
job-look-by-itself = Look again by itself
job-under-way = Being made
job-made-on = Made on { $instant }
job-asked-on = Asked for on { $instant }
job-done = The paper is ready.
job-download = Download
job-failed = Not made
job-failure-fault = The paper could not be made: the fault is the register’s. It has been logged. You can try again.
job-failure-interrupted = The making of the paper was interrupted several times. You can try again.
job-try-again = Try again
job-back = Back to the review
outcome-withdrawn = withdrawn from publication since
job-overtaken = Something that went into this paper has changed since, or was withdrawn. Ask for it again to have it as it is now.
