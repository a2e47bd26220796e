package org.w3id.trilateral.link;

import java.util.Locale;

/** The columns a mapping may have, after the SSSOM data model, with the kind of value each takes. */
enum Slot {
    SUBJECT_ID(Kind.REFERENCE, false),
    SUBJECT_LABEL(Kind.TEXT, false),
    SUBJECT_CATEGORY(Kind.TEXT, false),
    SUBJECT_TYPE(Kind.TEXT, false),
    PREDICATE_ID(Kind.REFERENCE, false),
    PREDICATE_LABEL(Kind.TEXT, false),
    PREDICATE_MODIFIER(Kind.TEXT, false),
    OBJECT_ID(Kind.REFERENCE, false),
    OBJECT_LABEL(Kind.TEXT, false),
    OBJECT_CATEGORY(Kind.TEXT, false),
    OBJECT_TYPE(Kind.TEXT, false),
    MAPPING_JUSTIFICATION(Kind.REFERENCE, false),
    AUTHOR_ID(Kind.REFERENCE, true),
    AUTHOR_LABEL(Kind.TEXT, true),
    REVIEWER_ID(Kind.REFERENCE, true),
    REVIEWER_LABEL(Kind.TEXT, true),
    CREATOR_ID(Kind.REFERENCE, true),
    CREATOR_LABEL(Kind.TEXT, true),
    SUBJECT_SOURCE(Kind.REFERENCE, false),
    SUBJECT_SOURCE_VERSION(Kind.TEXT, false),
    OBJECT_SOURCE(Kind.REFERENCE, false),
    OBJECT_SOURCE_VERSION(Kind.TEXT, false),
    MAPPING_PROVIDER(Kind.TEXT, false),
    MAPPING_SOURCE(Kind.REFERENCE, false),
    MAPPING_CARDINALITY(Kind.TEXT, false),
    MAPPING_TOOL(Kind.TEXT, false),
    MAPPING_TOOL_VERSION(Kind.TEXT, false),
    MAPPING_DATE(Kind.DATE, false),
    PUBLICATION_DATE(Kind.DATE, false),
    REVIEW_DATE(Kind.DATE, false),
    CONFIDENCE(Kind.NUMBER, false),
    CURATION_RULE(Kind.REFERENCE, true),
    CURATION_RULE_TEXT(Kind.TEXT, true),
    SUBJECT_MATCH_FIELD(Kind.REFERENCE, true),
    OBJECT_MATCH_FIELD(Kind.REFERENCE, true),
    MATCH_STRING(Kind.TEXT, true),
    SIMILARITY_SCORE(Kind.NUMBER, false),
    SIMILARITY_MEASURE(Kind.TEXT, false),
    ISSUE_TRACKER_ITEM(Kind.REFERENCE, false),
    LICENSE(Kind.TEXT, false),
    SEE_ALSO(Kind.TEXT, true),
    OTHER(Kind.TEXT, false),
    COMMENT(Kind.TEXT, false);

    /** What a value is read as. */
    enum Kind { REFERENCE, TEXT, DATE, NUMBER }

    private final Kind kind;
    private final boolean multiple;

    Slot(Kind kind, boolean multiple) {
        this.kind = kind;
        this.multiple = multiple;
    }

    Kind kind() {
        return kind;
    }

    /** Whether the column holds several values, joined by {@code |}. */
    boolean multiple() {
        return multiple;
    }

    /** The column's heading, and the local name of its property. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
