package org.w3id.trilateral.quality;

import java.util.Collection;
import java.util.List;

/**
 * All findings about a home folder, and how much was looked at.
 *
 * @param findings sorted, each once
 * @param files    files read: Turtle and mappings
 * @param entities things described in the data, without those that only hang on another (attestations and the like)
 * @param shapes   SHACL shapes applied
 * @param checks   violation queries run
 */
public record Report(List<Finding> findings, int files, int entities, int shapes, int checks) {
    public Report {
        findings = List.copyOf(findings);
    }

    /** A report of findings in any order. */
    static Report of(Collection<Finding> findings, int files, int entities, int shapes, int checks) {
        return new Report(findings.stream().distinct().sorted().toList(), files, entities, shapes, checks);
    }

    /** Number of findings of a severity. */
    public long count(Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).count();
    }

    /** Whether no rule is broken; warnings do not count. */
    public boolean passes() {
        return count(Severity.VIOLATION) == 0;
    }
}
