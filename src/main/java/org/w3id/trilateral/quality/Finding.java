package org.w3id.trilateral.quality;

import java.util.Comparator;
import java.util.Objects;

/**
 * One fault at one place. Sorted by file, entity, rule and message.
 *
 * @param severity how much it matters
 * @param file     path from the root of the home folder, with the line where one is known: {@code data/states.ttl:12}
 * @param entity   short name of the thing it is about: {@code trid:japan}; empty when it is the file as a whole
 * @param rule     local name of the shape, or file name of the check without {@code -violation.rq}
 * @param message  what is wrong, for the person who can mend it
 */
public record Finding(Severity severity, String file, String entity, String rule, String message)
        implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::file).thenComparing(Finding::entity)
            .thenComparing(Finding::rule).thenComparing(Finding::message).thenComparing(Finding::severity);

    public Finding {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(entity, "entity");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(message, "message");
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
