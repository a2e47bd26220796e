package org.w3id.trilateral.load;

/**
 * One line of N-Quads or N-Triples, cut into its terms without making anything of them. Reused from line to line; not
 * thread-safe.
 *
 * <p>It knows the plain forms of <a href="https://www.w3.org/TR/n-quads/">RDF 1.1 N-Quads</a>, which nearly every line
 * keeps to. Of any other line it says {@link Form#OTHER}, and a full parser decides whether that is right.
 */
final class Spans {
    private static final int MOST = 4;

    /** What a line is. */
    enum Form { EMPTY, STATEMENT, OTHER }

    private final int[] from = new int[MOST];
    private final int[] to = new int[MOST];
    private byte[] line;
    private int at;
    private int end;
    private int count;
    private boolean ascii;

    /** Cuts the bytes of a line, without its line break. */
    Form cut(byte[] bytes, int begin, int limit) {
        line = bytes;
        at = begin;
        end = limit;
        count = 0;
        ascii = true;
        skipBlanks();
        if (at == end || line[at] == '#') {
            return Form.EMPTY;
        }
        return cutStatement() ? Form.STATEMENT : Form.OTHER;
    }

    private boolean cutStatement() {
        boolean terms = (iri() || blankNode()) && iri() && (iri() || blankNode() || literal());
        if (!terms) {
            return false;
        }
        if (at < end && line[at] != '.' && !iri() && !blankNode()) {
            return false;
        }
        if (at == end || line[at] != '.') {
            return false;
        }
        at++;
        skipBlanks();
        return at == end || line[at] == '#';
    }

    /** How many terms there are: three, or four with a graph. */
    int count() {
        return count;
    }

    /** Where a term begins. */
    int from(int term) {
        return from[term];
    }

    /** Where a term ends, exclusively. */
    int to(int term) {
        return to[term];
    }

    /** Whether the terms, as far as they were cut, are of ASCII characters alone. */
    boolean isAscii() {
        return ascii;
    }

    private void skipBlanks() {
        while (at < end && (line[at] == ' ' || line[at] == '\t')) {
            at++;
        }
    }

    private boolean ended(int begin) {
        from[count] = begin;
        to[count++] = at;
        skipBlanks();
        return true;
    }

    private boolean iri() {
        int begin = at;
        return count < MOST && absoluteIri() && ended(begin);
    }

    /** An IRI with a scheme and no character that must not stand in one; anything odd is left to the parser. */
    private boolean absoluteIri() {
        if (at + 1 >= end || line[at] != '<' || !isLetter(line[at + 1])) {
            return false;
        }
        boolean scheme = false;
        for (at++; at < end; at++) {
            byte c = line[at];
            if (c == '>') {
                at++;
                return scheme;
            }
            if (c == ':') {
                scheme = true;
            } else if (!scheme && !isLetter(c) && !isDigit(c) && c != '+' && c != '-' && c != '.' || c >= 0
                    && isForbidden(c)) {
                return false;
            }
            ascii &= c >= 0;
        }
        return false;
    }

    private static boolean isForbidden(byte c) {
        return c <= ' ' || c == '<'
                || c == '"' || c == '{' || c == '}' || c == '|' || c == '^' || c == '`' || c == '\\';
    }

    private boolean blankNode() {
        int begin = at;
        if (count == MOST || at + 2 >= end || line[at] != '_' || line[at + 1] != ':') {
            return false;
        }
        at += 2;
        while (at < end && (isLetter(line[at]) || isDigit(line[at]) || line[at] == '_' || line[at] == '-'
                && at > begin + 2)) {
            at++;
        }
        return at > begin + 2 && (at == end || line[at] == ' ' || line[at] == '\t') && ended(begin);
    }

    private boolean literal() {
        int begin = at;
        if (at == end || line[at] != '"' || !text()) {
            return false;
        }
        if (at < end && line[at] == '@') {
            return language() && ended(begin);
        }
        if (at + 1 < end && line[at] == '^' && line[at + 1] == '^') {
            at += 2;
            return absoluteIri() && ended(begin);
        }
        return ended(begin);
    }

    private boolean text() {
        for (at++; at < end; at++) {
            byte c = line[at];
            if (c == '"') {
                at++;
                return true;
            }
            if (c == '\\' && (++at == end || "tbnrf\"'\\".indexOf(line[at]) < 0)) {
                return false;
            }
            if (c == '\r') {
                return false;
            }
            ascii &= c >= 0;
        }
        return false;
    }

    private boolean language() {
        int first = ++at;
        int part = first;
        for (; at < end && (isLetter(line[at]) || isDigit(line[at]) && part > first || line[at] == '-'); at++) {
            if (line[at] == '-') {
                if (at == part) {
                    return false;
                }
                part = at + 1;
            }
        }
        return at > part;
    }

    private static boolean isLetter(byte c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }
}
