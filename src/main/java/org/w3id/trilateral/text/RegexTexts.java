package org.w3id.trilateral.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The texts of which one occurs wherever a regular expression matches. Only plain expressions are understood: runs of
 * characters, single character classes, quantifiers, and alternatives of these.
 */
final class RegexTexts {
    private static final String FLAGS = "imsq";
    private static final String CLASSES = "dDwWsSbB";

    private final String pattern;
    private final List<String> found = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private String longest = "";
    private int at;

    private RegexTexts(String pattern) {
        this.pattern = pattern;
    }

    /** The texts, none of them empty; none at all if there is nothing that must occur. */
    static List<String> of(String pattern, String flags) {
        if (!flags.chars().allMatch(flag -> FLAGS.indexOf(flag) >= 0)) {
            return List.of();
        } else if (flags.contains("q")) {
            return List.of(pattern);
        }
        RegexTexts reader = new RegexTexts(pattern);
        return reader.read() && reader.found.stream().noneMatch(String::isEmpty) ? reader.found : List.of();
    }

    /** False if something is not understood. */
    private boolean read() {
        while (at < pattern.length()) {
            int c = pattern.codePointAt(at);
            at += Character.charCount(c);
            if (!step(c)) {
                return false;
            }
        }
        endAlternative();
        return true;
    }

    private boolean step(int c) {
        switch (c) {
            case '(', ')', ']', '}' -> {
                return false;
            }
            case '|' -> endAlternative();
            case '.', '^', '$', '+' -> endRun();
            case '?', '*' -> leaveOutLast();
            case '{' -> {
                leaveOutLast();
                return skipTo('}');
            }
            case '[' -> {
                endRun();
                return skipTo(']');
            }
            case '\\' -> {
                return escaped();
            }
            default -> run.appendCodePoint(c);
        }
        return true;
    }

    private boolean escaped() {
        if (at >= pattern.length()) {
            return false;
        }
        char c = pattern.charAt(at++);
        if (CLASSES.indexOf(c) >= 0) {
            endRun();
            return true;
        }
        run.append(c);
        return c < 128 && !Character.isLetterOrDigit(c);
    }

    /** To the end of a class or a count, if it is a simple one. */
    private boolean skipTo(char end) {
        int stop = pattern.indexOf(end, at);
        if (stop < 0 || pattern.substring(at, stop).matches("(?s).*[\\[\\\\&{].*|\\^?")) {
            return false;
        }
        at = stop + 1;
        return true;
    }

    private void leaveOutLast() {
        if (!run.isEmpty()) {
            run.setLength(run.offsetByCodePoints(run.length(), -1));
        }
        endRun();
    }

    private void endRun() {
        if (run.length() > longest.length()) {
            longest = run.toString();
        }
        run.setLength(0);
    }

    private void endAlternative() {
        endRun();
        found.add(longest);
        longest = "";
    }
}
