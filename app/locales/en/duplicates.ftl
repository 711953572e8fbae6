# Records that may mean one agreement, and those that were merged.

## Reasons
duplicate-reason-shared_identifier = the same number in the same series
duplicate-reason-same_day = signed on the same day
duplicate-reason-day_and_month_swapped = signed on the same date with day and month swapped
duplicate-reason-title_alike = much the same words in the titles
duplicate-reason-dates_close = signed within three months of each other
duplicate-reason-same_year = one date of signature is known less exactly and may be the other
duplicate-reason-same_kind = the same kind of instrument
duplicate-reason-shared_source = the same source

## One agreement
duplicate-possibly = Possibly the same agreement
duplicate-was-merged-here = Record { $id } was merged into this one.
duplicate-also-recorded = Also recorded as
duplicate-also-recorded-about = This agreement was recorded more than once. This record stands for all of them in lists and counts; what each of them says is kept as it was recorded.
duplicate-side-state = Record { $id }, recorded by { $state }
duplicate-side-source = Record { $id }, from a public source
duplicate-no-differences = The two records say the same.
duplicate-differences = { $count ->
    [one] What the two records say differently, in one section
   *[other] What the two records say differently, in { $count } sections
}
duplicate-own-history = History of record { $id }
duplicate-take-apart = Take the two records apart again
duplicate-merged-by = Record { $merged } was merged into record { $kept } by { $author } on { $date }.
duplicate-undone-by = Undone by { $author } on { $date }.
duplicate-merges = Merges
duplicate-stands-for = This record stands in no list or count; another stands for both:

## The list
duplicates-title = Records that may mean one agreement
duplicates-about = Pairs of records between the same parties, the likeliest first. The register only proposes: look at both records and say what they are.
duplicates-about-state = Pairs of records that name { $state }, the likeliest first. The register only proposes: look at both records and say what they are.
duplicates-none = No two records look like one agreement here.
duplicates-pair = Records { $first } and { $second }
duplicates-look = Look at both
duplicates-corridors = Looked at here: corridors { $first } to { $last } of { $all } that have records near each other in time.

## Two side by side
duplicates-side-by-side = The two records side by side
duplicates-titles = Titles
duplicates-recorder = Recorded by
duplicates-differs = differs
duplicates-because = What speaks for one agreement: { $reasons }.
duplicates-little = The register sees too little that speaks for one agreement.
duplicates-are-two = { $author } said on { $date } that they are two agreements.
duplicates-not-yours = What a State recorded only that State can merge into another record. Ask the States that recorded these two.
duplicates-one-question = Are they one agreement?
duplicates-one-about = The record that you keep stands for both in lists and counts. The other one stays as it is, with its history and its sources, and its address leads to the kept one. Nothing is deleted, and it can be undone at any time.
duplicates-stands-for-others = One of them stands for other records already, so it can only be the one that is kept.
duplicates-reason = Why they are one agreement
duplicates-reason-wrong = Write why they are one agreement, in at most 2,000 characters.
duplicates-keep = They are one: keep record { $id }
duplicates-two-question = Are they two different agreements?
duplicates-two-about = Then they are no longer proposed. This can be undone.
duplicates-two = They are two different agreements
duplicates-open-again = Open the question again
duplicates-part-about = Record { $id } will stand in lists and counts again, exactly as it was.
duplicates-was-parted = The two records stand apart again.
duplicates-was-told-apart = Noted: they are two agreements.
duplicates-was-opened = The question is open again.
