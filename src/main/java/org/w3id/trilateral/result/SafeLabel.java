package org.w3id.trilateral.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.regex.Pattern;

import org.apache.jena.graph.Node;

/** The labels of blank nodes as names that every syntax takes: a letter, then letters and digits. */
final class SafeLabel {
    private static final Pattern FIT = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    private SafeLabel() {
    }

    /** The label itself where it fits; no two labels become one. */
    static String of(Node blank) {
        String label = blank.getBlankNodeLabel();
        boolean isItself = FIT.matcher(label).matches() && !label.startsWith("x");
        return isItself ? label : "x" + HexFormat.of().formatHex(label.getBytes(UTF_8));
    }
}
