package org.w3id.trilateral.temporal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;

/**
 * Where a value stands on a line: numbers at their value, dates and times at their second of the epoch, as if in UTC,
 * years and months at their number, texts by their first characters.
 *
 * <p>If SPARQL holds one value to be less than another of the same kind, then its place is not higher. Where the kind
 * is {@link Kind#isExact exact}, the reverse holds too: the places alone decide.
 *
 * @param kind what may be compared with it
 * @param at   the place; finite
 */
record Position(Kind kind, double at) {
    /** Integers are told apart up to here. */
    private static final long LARGEST = 1L << 53;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int TEXT_LENGTH = 13;
    private static final Pattern YEAR = Pattern.compile("([1-9]\\d{3})(?:-(\\d\\d))?");
    private static final Pattern MOMENT = Pattern.compile("([1-9]\\d{3})-(\\d\\d)-(\\d\\d)"
            + "(?:T([01]\\d|2[0-3]):([0-5]\\d):([0-5]\\d)(?:\\.(\\d{1,3}))?)?(Z|[+-](?:0\\d|1[0-3]):[0-5]\\d)?");

    /** Values that SPARQL compares with each other; between families a comparison is an error. */
    enum Family { NUMBER, DATE, TIME, YEAR, MONTH, TEXT }

    /** Values whose places mean the same. */
    enum Kind {
        INTEGER(Family.NUMBER, true), DECIMAL(Family.NUMBER, false), DOUBLE(Family.NUMBER, false),
        DATE(Family.DATE, true), DATE_UTC(Family.DATE, true), DATE_ZONED(Family.DATE, false),
        TIME(Family.TIME, true), TIME_UTC(Family.TIME, true), TIME_ZONED(Family.TIME, false),
        YEAR(Family.YEAR, true), MONTH(Family.MONTH, true),
        DAY_TEXT(Family.TEXT, true), TEXT(Family.TEXT, false);

        private final Family family;
        private final boolean exact;

        Kind(Family family, boolean exact) {
            this.family = family;
            this.exact = exact;
        }

        Family family() {
            return family;
        }

        /** True if two values of this kind compare as their places do. */
        boolean isExact() {
            return exact;
        }

        boolean isNumber() {
            return family == Family.NUMBER;
        }

        /** How far from its place a value may be when compared with one of the other kind, in units of the place. */
        double slack(Kind other) {
            boolean alike = isNumber() || this == other && exact || family == Family.TEXT || family == Family.TIME
                    && this != TIME && other != TIME;
            return alike ? 0 : 2 * SECONDS_PER_DAY;
        }
    }

    /** The place of a term; empty for what has none, and for values whose comparison has more rules than an order. */
    static Optional<Position> of(Node term) {
        if (!term.isLiteral() || !term.getLiteral().isWellFormed()) {
            return Optional.empty();
        }
        RDFDatatype type = term.getLiteralDatatype();
        if (XSDDatatype.XSDdate.equals(type) || XSDDatatype.XSDdateTime.equals(type)) {
            return moment(term.getLiteralLexicalForm(), XSDDatatype.XSDdate.equals(type));
        }
        if (isText(term)) {
            return Optional.of(text(term.getLiteralLexicalForm()));
        }
        if (XSDDatatype.XSDgYear.equals(type) || XSDDatatype.XSDgYearMonth.equals(type)) {
            return year(term.getLiteralLexicalForm());
        }
        return type instanceof XSDDatatype && !XSDDatatype.XSDfloat.equals(type)
                && term.getLiteralValue() instanceof Number number
                ? number(number) : Optional.empty();
    }

    /**
     * True if there is no other term of this kind and place: a date, year or short text, or an {@code xsd:integer} as
     * it is usually written.
     */
    boolean tells(Node term) {
        return switch (kind) {
            case INTEGER -> XSDDatatype.XSDinteger.equals(term.getLiteralDatatype())
                    && Long.toString((long) at).equals(term.getLiteralLexicalForm());
            case DATE, DATE_UTC, YEAR, MONTH, DAY_TEXT -> true;
            case TIME, TIME_UTC, TIME_ZONED, DATE_ZONED, DECIMAL, DOUBLE, TEXT -> false;
        };
    }

    /** True for a plain text. */
    static boolean isText(Node term) {
        return term.isLiteral() && XSDDatatype.XSDstring.equals(term.getLiteralDatatype());
    }

    /**
     * Its first characters as a number of base 16; what stands in dates is told apart, at the first of others it ends.
     * The places of texts that are dates, months or numbers decide.
     */
    private static Position text(String value) {
        double at = 0;
        boolean all = value.length() <= TEXT_LENGTH;
        double digit = Math.pow(16, TEXT_LENGTH - 1);
        for (int i = 0; i < Math.min(value.length(), TEXT_LENGTH); i++, digit /= 16) {
            char c = value.charAt(i);
            boolean known = c == '-' || c >= '0' && c <= '9';
            at += digit * (known ? c == '-' ? 2 : 4 + c - '0' : c < '-' ? 1 : c < '0' ? 3 : c <= 'T' ? 14 : 15);
            if (!known && c != 'T') {
                return new Position(Kind.TEXT, at);
            }
            all &= known;
        }
        return new Position(all ? Kind.DAY_TEXT : Kind.TEXT, at);
    }

    private static Optional<Position> year(String text) {
        Matcher parts = YEAR.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(parts.group(1));
        return Optional.of(parts.group(2) == null ? new Position(Kind.YEAR, year)
                : new Position(Kind.MONTH, 12 * year + Integer.parseInt(parts.group(2))));
    }

    private static Optional<Position> number(Number value) {
        boolean whole = value instanceof Integer || value instanceof Long;
        if (whole && Math.abs(value.longValue()) <= LARGEST) {
            return Optional.of(new Position(Kind.INTEGER, value.longValue()));
        }
        double at = value.doubleValue();
        return Double.isFinite(at) ? Optional.of(new Position(value instanceof Double ? Kind.DOUBLE : Kind.DECIMAL, at))
                : Optional.empty();
    }

    private static Optional<Position> moment(String text, boolean isDate) {
        Matcher parts = MOMENT.matcher(text);
        if (!parts.matches() || isDate != (parts.group(4) == null)) {
            return Optional.empty();
        }
        try {
            double at = (double) SECONDS_PER_DAY * LocalDate.of(Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3))).toEpochDay() + (isDate ? 0 : clock(parts))
                    - offset(parts.group(8));
            return Optional.of(new Position(momentKind(parts.group(8), isDate), at));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static double clock(Matcher parts) {
        int seconds = (Integer.parseInt(parts.group(4)) * 60 + Integer.parseInt(parts.group(5))) * 60
                + Integer.parseInt(parts.group(6));
        return parts.group(7) == null ? seconds : seconds + Double.parseDouble("0." + parts.group(7));
    }

    private static int offset(String zone) {
        if (zone == null || zone.equals("Z")) {
            return 0;
        }
        int seconds = (Integer.parseInt(zone.substring(1, 3)) * 60 + Integer.parseInt(zone.substring(4))) * 60;
        return zone.charAt(0) == '-' ? -seconds : seconds;
    }

    private static Kind momentKind(String zone, boolean isDate) {
        if (zone == null) {
            return isDate ? Kind.DATE : Kind.TIME;
        }
        if (zone.equals("Z")) {
            return isDate ? Kind.DATE_UTC : Kind.TIME_UTC;
        }
        return isDate ? Kind.DATE_ZONED : Kind.TIME_ZONED;
    }
}
