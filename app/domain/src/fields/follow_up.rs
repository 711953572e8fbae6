//! The forms of the follow-up's entries. The names are those of the types in [`crate::follow_up`].

use super::{
    Form,
    Input::{
        Address, Choice, Choices, Currency, Date, Decimal, Line, Number, Records, Text, Tick, Time,
    },
    Vocabulary as V,
    catalogue::{NAME, NOTE, field, needed, needed_field, open, rows},
};

const SENTENCE: super::Input = Text(2000);
const LONG: super::Input = Text(20_000);

/// What a meeting is, when and where, and what is asked there.
pub const MEETING: Form = Form {
    code: "meeting",
    parts: &[
        needed_field("title_en", Line(1000)),
        field("title_ru", Line(1000)),
        field("date", Date),
        field("place", NAME),
        field("time_zone", Choice(V::TimeZone)),
        field("format", Choice(V::MeetingFormat)),
        field("host", Line(500)),
        field("follows", Line(500)),
        field("registration_open", Tick),
        rows("goals", &[needed("text_en", SENTENCE), open("text_ru", SENTENCE)]),
        rows("outcomes", &[needed("text_en", SENTENCE), open("text_ru", SENTENCE)]),
        rows(
            "questions",
            &[
                needed("text_en", SENTENCE),
                open("text_ru", SENTENCE),
                open("offers_agreements", Tick),
            ],
        ),
    ],
};

/// The agenda of a meeting.
pub const AGENDA: Form = Form {
    code: "agenda",
    parts: &[
        rows(
            "items",
            &[
                open("start", Time),
                open("end", Time),
                needed("text_en", SENTENCE),
                open("text_ru", SENTENCE),
            ],
        ),
        rows(
            "speakers",
            &[
                open("item", Number(100)),
                needed("name", NAME),
                open("function", NAME),
                open("to_be_confirmed", Tick),
            ],
        ),
    ],
};

/// Who takes part in a meeting.
pub const PARTICIPATION: Form = Form {
    code: "participation",
    parts: &[rows(
        "participants",
        &[
            open("state", Choice(V::State)),
            open("organization", NAME),
            needed("standing", Choice(V::ParticipantStanding)),
            open("attendance", Choice(V::Attendance)),
            open("note", Line(500)),
        ],
    )],
};

/// What is handed out at a meeting.
pub const MATERIALS: Form = Form {
    code: "materials",
    parts: &[rows(
        "materials",
        &[needed("title", NAME), open("address", Address), open("note", Line(500))],
    )],
};

/// The minutes of a meeting.
pub const MINUTES: Form = Form { code: "minutes", parts: &[field("text", Text(100_000))] };

/// What a State said.
pub const STATEMENT: Form = Form {
    code: "statement",
    parts: &[
        needed_field("text", Text(10_000)),
        field("language", Choice(V::Language)),
        field("speaker", NAME),
        field("source", NAME),
        field("address", Address),
        field("agreements", Records),
        rows("corridors", &[needed("one", Choice(V::State)), needed("other", Choice(V::State))]),
        field("objectives", Choices(V::Objective)),
    ],
};

/// What somebody is to carry out.
pub const COMMITMENT: Form = Form {
    code: "commitment",
    parts: &[
        needed_field("text", SENTENCE),
        field("target", Text(1000)),
        field("due", Date),
        rows("partners", &[open("state", Choice(V::State)), open("organization", NAME)]),
        field("objectives", Choices(V::Objective)),
        field("agreements", Records),
        field("note", NOTE),
    ],
};

/// What is recommended.
pub const RECOMMENDATION: Form = Form {
    code: "recommendation",
    parts: &[
        needed_field("text_en", SENTENCE),
        field("text_ru", SENTENCE),
        rows("states", &[needed("state", Choice(V::State))]),
        field("to_network", Tick),
        field("due", Date),
        field("objectives", Choices(V::Objective)),
        field("source", NAME),
        field("address", Address),
    ],
};

/// A piece of the Network's work.
pub const DELIVERABLE: Form = Form {
    code: "deliverable",
    parts: &[
        field("kind", Choice(V::DeliverableKind)),
        needed_field("text_en", Line(500)),
        field("text_ru", Line(500)),
        field("about_en", SENTENCE),
        field("about_ru", SENTENCE),
        field("due", Date),
        field("address", Address),
        field("provisions", Choices(V::Item)),
    ],
};

/// A practice, in the order of the Hub's form.
pub const PRACTICE: Form = Form {
    code: "practice",
    parts: &[
        needed_field("title", Line(300)),
        field("primary_objectives", Choices(V::Objective)),
        field("secondary_objectives", Choices(V::Objective)),
        field("principles", Choices(V::GuidingPrinciple)),
        field("sdgs", Choices(V::Sdg)),
        field("from", Date),
        field("to", Date),
        field("practice_type", Line(200)),
        field("scope", Choice(V::GeographicScope)),
        rows("countries", &[needed("state", Choice(V::State))]),
        field("summary", NOTE),
        field("organizations", Text(1000)),
        field("details", LONG),
        field("partners", Text(1000)),
        field("benefit", NOTE),
        field("lessons", NOTE),
        field("recommendations", NOTE),
        field("innovation", NOTE),
        field("resources", NOTE),
        field("agreements", Records),
    ],
};

/// What the Network asks of a State about its practice, or why it declines: a coordinator's form.
pub const PEER_REVIEW: Form = Form { code: "peer_review", parts: &[field("message", NOTE)] };

/// What the reviewers of a practice said, as its history tells it: beside the message, in the same
/// section. Nobody fills this form; each reviewer has [`DECLARATION`] and [`OPINION`].
pub const REVIEWERS_TOLD: Form = Form {
    code: PEER_REVIEW.code,
    parts: &[rows(
        "reviewers",
        &[
            needed("name", NAME),
            needed("kind", Choice(V::ReviewerKind)),
            open("declaration", Choice(V::Declaration)),
            open("conflict", SENTENCE),
            open("opinion", Choice(V::Opinion)),
            open("comment", SENTENCE),
        ],
    )],
};

/// Whom a coordinator names as a reviewer: the number of an account, and whether it is of the United
/// Nations.
pub const NAMED_REVIEWER: Form = Form {
    code: "named_reviewer",
    parts: &[
        needed_field("account", Number(u64::MAX >> 1)),
        needed_field("kind", Choice(V::ReviewerKind)),
    ],
};

/// What a reviewer declares before anything else.
pub const DECLARATION: Form = Form {
    code: "conflict_of_interest",
    parts: &[needed_field("declaration", Choice(V::Declaration)), field("conflict", SENTENCE)],
};

/// What a reviewer without a conflict of interest recommends.
pub const OPINION: Form = Form {
    code: "opinion_given",
    parts: &[needed_field("opinion", Choice(V::Opinion)), field("comment", SENTENCE)],
};

/// A pledge, in the order of the GCM form.
pub const PLEDGE: Form = Form {
    code: "pledge",
    parts: &[
        needed_field("title", Line(300)),
        field("kind", Choice(V::PledgeKind)),
        field("form", Choice(V::PledgeForm)),
        rows("partners", &[open("state", Choice(V::State)), open("organization", NAME)]),
        field("matched_title", NAME),
        field("matched_id", Line(100)),
        field("objectives", Choices(V::Objective)),
        field("principles", Choices(V::GuidingPrinciple)),
        field("from", Date),
        field("to", Date),
        field("place", NAME),
        // More than the form takes may be typed: filing says what is too long, and nothing is cut.
        field("description", LONG),
        field("metric", Text(1000)),
        field("dashboard_id", Line(100)),
        field("agreements", Records),
    ],
};

/// What a review is, when and where.
pub const REVIEW: Form = Form {
    code: "review",
    parts: &[
        needed_field("title_en", Line(500)),
        field("title_ru", Line(500)),
        needed_field("kind", Choice(V::ReviewKind)),
        field("commission", Choice(V::Commission)),
        field("from", Date),
        field("to", Date),
        field("place_en", NAME),
        field("place_ru", NAME),
        field("input_due", Date),
        field("note_en", Line(500)),
        field("note_ru", Line(500)),
        rows("states", &[needed("state", Choice(V::State))]),
    ],
};

/// What happens when on the way to a review.
pub const TIMETABLE: Form = Form {
    code: "timetable",
    parts: &[rows(
        "steps",
        &[open("date", Date), needed("text_en", Line(500)), open("text_ru", Line(500))],
    )],
};

/// Which reviewer reads which State's dossier.
pub const REVIEWERS: Form = Form {
    code: "reviewers",
    parts: &[rows("reviewers", &[needed("state", Choice(V::State)), needed("reviewer", NAME)])],
};

/// What a review found.
pub const REVIEW_FINDINGS: Form = Form {
    code: "findings",
    parts: &[rows(
        "findings",
        &[needed("round_table", Choice(V::RoundTable)), needed("text", SENTENCE)],
    )],
};

/// A chapter's text: long enough for a line on each of five hundred agreements, and short enough to be
/// posted in any script.
const CHAPTER: &[super::Part] = &[field("text", Text(150_000))];

/// The chapters of a dossier, each a form of its own: two people can write at once, and a question is
/// pinned to one.
pub const DOSSIER: [Form; 12] = [
    Form { code: "consultation", parts: CHAPTER },
    Form { code: "agreements_and_changes", parts: CHAPTER },
    Form { code: "provisions_found", parts: CHAPTER },
    Form { code: "social_security_cover", parts: CHAPTER },
    Form { code: "skills_partnerships", parts: CHAPTER },
    Form { code: "commitments_and_pledges", parts: CHAPTER },
    Form { code: "practices_shared", parts: CHAPTER },
    Form { code: "figures", parts: CHAPTER },
    Form { code: "by_objective", parts: CHAPTER },
    Form { code: "nothing_reported", parts: CHAPTER },
    Form { code: "challenges", parts: CHAPTER },
    Form { code: "next_steps", parts: CHAPTER },
];

/// What a reviewer asks about a chapter of a dossier.
pub const QUESTION: Form = Form {
    code: "question",
    parts: &[needed_field("chapter", Choice(V::Chapter)), needed_field("text", SENTENCE)],
};

/// What the State answers.
pub const ANSWER: Form = Form { code: "answer", parts: &[needed_field("text", NOTE)] };

/// What somebody reports on something that is followed.
pub const REPORT: Form = Form {
    code: "report",
    parts: &[
        field("status", Choice(V::ProgressStatus)),
        field("text", SENTENCE),
        field("evidence", Choice(V::EvidenceLevel)),
        field("address", Address),
    ],
};

/// How an agreement gets on, in words.
pub const AGREEMENT_REPORT: Form = Form {
    code: "agreement_report",
    parts: &[
        needed_field("agreements", Records),
        field("from", Date),
        field("to", Date),
        field("text", LONG),
        field("evidence", Choice(V::EvidenceLevel)),
        field("address", Address),
    ],
};

/// How an agreement gets on, in figures.
pub const INDICATORS: Form = Form {
    code: "indicators",
    parts: &[rows(
        "indicators",
        &[
            needed("indicator", Choice(V::Indicator)),
            needed("value", Decimal),
            open("currency", Currency),
            open("sex", Choice(V::Sex)),
            needed("from", Date),
            open("to", Date),
            open("source", Line(500)),
            open("definition", Line(500)),
        ],
    )],
};

/// The meetings of an agreement's joint committee and what it asked for.
pub const JOINT_COMMITTEE: Form = Form {
    code: "joint_committee",
    parts: &[
        rows(
            "meetings",
            &[
                open("date", Date),
                open("place", NAME),
                open("minutes", LONG),
                open("address", Address),
            ],
        ),
        rows(
            "action_points",
            &[
                needed("text", SENTENCE),
                open("responsible", Choice(V::State)),
                open("due", Date),
                open("done", Tick),
            ],
        ),
    ],
};

/// Who asks to take part in a meeting. It is no form of the meeting: what is written in it is personal
/// and kept apart.
pub const REGISTRATION: Form = Form {
    code: "registration",
    parts: &[
        needed_field("name", Line(200)),
        field("function", Line(200)),
        field("state", Choice(V::State)),
        field("organization", NAME),
        needed_field("email", Line(254)),
        needed_field("attendance", Choice(V::Attendance)),
        field("interpretation", Choice(V::Language)),
        field("needs", Text(500)),
        field("consent", Tick),
    ],
};

/// All of them but the chapters of a dossier, which stand in [`DOSSIER`].
pub const ALL: [Form; 27] = [
    MEETING,
    AGENDA,
    PARTICIPATION,
    MATERIALS,
    MINUTES,
    STATEMENT,
    COMMITMENT,
    RECOMMENDATION,
    DELIVERABLE,
    PRACTICE,
    PEER_REVIEW,
    PLEDGE,
    REVIEW,
    TIMETABLE,
    REVIEWERS,
    REVIEW_FINDINGS,
    QUESTION,
    ANSWER,
    REPORT,
    AGREEMENT_REPORT,
    INDICATORS,
    JOINT_COMMITTEE,
    REGISTRATION,
    REVIEWERS_TOLD,
    NAMED_REVIEWER,
    DECLARATION,
    OPINION,
];
