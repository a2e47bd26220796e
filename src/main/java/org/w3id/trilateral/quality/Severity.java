package org.w3id.trilateral.quality;

import java.util.Locale;

/** How much a finding matters; the graver first. */
public enum Severity {
    /** A rule is broken: the data must not be published so. */
    VIOLATION,
    /** Unusual and worth a look, but it may be right. */
    WARNING;

    /** The word in reports and in the headers of checks: {@code violation}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
