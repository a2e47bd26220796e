package org.w3id.trilateral.load;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.w3id.trilateral.graph.Home;

/**
 * What can be derived while statements are read. A rule says in a comment line, such as {@code # Streamed: kinds},
 * that it is one of these.
 */
enum Streamed {
    /** The most specific of our classes that a labelled thing is stated to have. */
    KINDS,
    /** Every super-class of a type, within our classes. */
    SUPER_CLASSES,
    /** Every super-property of a statement, within our properties. */
    SUPER_PROPERTIES,
    /** The same from the other side. */
    INVERSES,
    /** The first day as a number. */
    START_DAYS,
    /** The last day as a number; an event without end ends on the last day that it may have begun. */
    END_DAYS;

    private static final Pattern LINE = Pattern.compile("^# Streamed: (.+)$", Pattern.MULTILINE);

    /** What the rules of a home folder ask for. */
    static Set<Streamed> of(Home home) {
        Set<Streamed> found = EnumSet.noneOf(Streamed.class);
        home.files("ontology/rules", ".rq").forEach(file -> of(file).ifPresent(found::add));
        return found;
    }

    /** What a rule says that it is. */
    static Optional<Streamed> of(Path rule) {
        Matcher line = LINE.matcher(Home.text(rule));
        return line.find() ? Arrays.stream(values()).filter(each -> each.label().equals(line.group(1).strip()))
                .findFirst()
                : Optional.empty();
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
