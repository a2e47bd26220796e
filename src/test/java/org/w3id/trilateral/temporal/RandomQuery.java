package org.w3id.trilateral.temporal;

import java.util.List;
import java.util.Random;

/** Random queries over {@link RandomData}: two, sometimes three, parts tied by comparisons, in all the ways a person may write it. */
final class RandomQuery {
    private static final List<String> SIGNS = List.of("<", "<=", ">", ">=");

    private final Random random;
    private final boolean moments;

    RandomQuery(Random random, boolean moments) {
        this.random = random;
        this.moments = moments;
    }

    String make() {
        String head = "PREFIX : <" + RandomData.NS + "> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ";
        return head + switch (random.nextInt(14)) {
            case 0 -> "SELECT DISTINCT ?a ?y { " + pattern() + " }";
            case 1 -> "SELECT (COUNT(*) AS ?count) { " + pattern() + " }";
            case 2 -> "SELECT ?a (MIN(?y) AS ?first) { " + pattern() + " } GROUP BY ?a";
            case 3 -> "SELECT ?a ?x (MAX(?y) AS ?last) { " + pattern() + " } GROUP BY ?a ?x";
            case 4 -> "SELECT * { GRAPH :g1 { " + pattern() + " } }";
            case 5 -> "SELECT * { GRAPH ?g { " + pattern() + " } }";
            case 6 -> "SELECT * { { SELECT ?a ?y { " + pattern() + " } } OPTIONAL { ?a :end ?e } }";
            case 7 -> "SELECT * { ?a :state ?q . { SELECT ?a ?b { " + pattern() + " } } }";
            case 8 -> "SELECT * { { " + pattern() + " } UNION { " + pattern() + " } }";
            case 9 -> "SELECT (COUNT(?y) AS ?count) ?s { " + pattern() + " } GROUP BY ?s";
            default -> "SELECT * { " + pattern() + " }";
        };
    }

    private String pattern() {
        String left = "?a a :A ; :day ?x" + maybe(0.4, "; :state ?s") + maybe(0.1, "; :after ?b") + " . " + maybe(0.3, "OPTIONAL { ?a :end ?xe } ");
        String right = "?b a :" + (random.nextBoolean() ? "B" : "A") + " ; :day ?y" + maybe(0.4, "; :state ?s") + " . "
                + maybe(0.4, "OPTIONAL { ?b :end ?ye } ") + maybe(0.1, "?s :none ?z . ");
        String both = random.nextBoolean() ? left + right : right + left;
        String values = maybe(0.3, "VALUES ?n { " + constant() + " } ") + maybe(0.1, "VALUES ?m { 1 2 } ") + maybe(0.1, "VALUES ?s { UNDEF } ");
        String late = maybe(0.1, "OPTIONAL { ?a :after ?c OPTIONAL { ?c :day ?cd } } ") + maybe(0.1, "BIND (?y - ?x AS ?gap) ")
                + maybe(0.1, "?b :state ?t . ");
        return switch (random.nextInt(9)) {
            case 0 -> values + left + "OPTIONAL { " + right + filters() + " } " + late;
            case 1 -> values + left + "FILTER " + (random.nextBoolean() ? "NOT " : "") + "EXISTS { " + right + filters() + " } ";
            case 2 -> values + both + filters() + between() + late;
            case 3 -> values + both + "BIND (" + (random.nextBoolean() ? "?x" : cast("?x")) + " + " + gap() + " AS ?limit) FILTER (?y <= ?limit && ?y >= ?x) " + late;
            case 4 -> values + both + "BIND (" + (random.nextInt(4) > 0 ? "?y" : cast("?y")) + " - ?x AS ?days) FILTER (?days <= " + gap() + maybe(0.5, " && ?days > " + zero()) + ") " + late;
            case 5 -> values + both + third() + filters() + late;
            case 6 -> "{ " + left + " } { " + right + " } " + filters() + values;
            default -> values + both + filters() + late;
        };
    }

    private String third() {
        return "?c a :C ; :day ?z . FILTER (" + comparison("?z", random.nextBoolean() ? "?x" : "?y") + maybe(0.3, " && " + comparison("?z", "?y")) + ") ";
    }

    private String between() {
        String upper = random.nextBoolean() ? "<" : "<=";
        boolean after = random.nextInt(3) > 0;
        return "FILTER NOT EXISTS { ?o a :" + (random.nextBoolean() ? "B" : "C") + " ; :day ?w . " + maybe(0.3, "?o :state ?s . ")
                + "FILTER (" + (after ? "?w > ?x && ?w " + upper + " ?y" : "?w < ?x && ?y " + upper + " ?w") + maybe(0.2, " && ?o != ?b") + ") } ";
    }

    private String filters() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= random.nextInt(3); i++) {
            text.append("FILTER (").append(condition()).append(") ");
        }
        return text.toString();
    }

    private String condition() {
        return switch (random.nextInt(20)) {
            case 0, 1 -> "?y > ?x && ?y <= ?x + " + gap();
            case 2 -> "?x >= ?y - " + gap() + " && ?x < ?y";
            case 3 -> "?y - ?x <= " + gap() + maybe(0.5, " && ?y - ?x > " + zero());
            case 4 -> gap() + " >= ?y - ?x";
            case 5 -> "ABS(?y - ?x) < " + gap();
            case 6 -> "?x <= ?y && (!BOUND(?xe) || ?xe >= ?y)";
            case 7 -> "?y <= ?x && (?ye > ?x || !BOUND(?ye))";
            case 8 -> "COALESCE(?ye, " + (moments ? "\"2020-03-01\"^^xsd:date" : "9") + ") >= ?x && ?y <= ?x";
            case 9 -> "?y <= ?xe && ?ye >= ?x";
            case 10 -> "?y <= COALESCE(?xe, ?x + " + gap() + ") && COALESCE(?ye, ?y) >= ?x";
            case 11 -> "?y = ?x" + maybe(0.5, " + " + gap());
            case 12 -> "IF(BOUND(?ye), ?ye, ?y) > ?x";
            case 13 -> "!BOUND(?xe) || ?ye < ?x";
            case 14 -> comparison("?y", "?x") + " && ?a != ?b";
            case 15 -> comparison("?y", "?x") + " || ?a = ?b";
            case 16 -> comparison("?y + " + gap(), "?x + " + gap());
            case 17 -> cast("?y") + " >= " + cast("?x") + maybe(0.5, " && " + cast("?y - ?x") + " < " + gap());
            case 18 -> "!BOUND(?s) || " + comparison("?y", "?x");
            default -> comparison("?y", "?x") + maybe(0.3, " && " + comparison("?y", "?xe"));
        };
    }

    private String cast(String value) {
        return (moments ? "xsd:dateTime(" : random.nextBoolean() ? "xsd:integer(" : "xsd:double(") + value + ")";
    }

    private String comparison(String one, String other) {
        String sign = SIGNS.get(random.nextInt(SIGNS.size()));
        return random.nextBoolean() ? one + " " + sign + " " + other : other + " " + sign + " " + one;
    }

    private String gap() {
        return random.nextInt(12) == 0 ? "?n" : constant();
    }

    private String constant() {
        if (moments && random.nextInt(8) > 0) {
            return switch (random.nextInt(6)) {
                case 0 -> "\"P1M\"^^xsd:yearMonthDuration";
                case 1 -> "\"PT36H\"^^xsd:dayTimeDuration";
                case 2 -> "\"P1M2D\"^^xsd:duration";
                case 3 -> "\"P7D\"^^xsd:duration";
                default -> "\"P" + random.nextInt(9) + "D\"^^xsd:dayTimeDuration";
            };
        }
        return random.nextInt(6) == 0 ? "2.5" : String.valueOf(random.nextInt(7));
    }

    private String zero() {
        return moments ? "\"PT0S\"^^xsd:dayTimeDuration" : "0";
    }

    private String maybe(double chance, String text) {
        return random.nextDouble() < chance ? text : "";
    }
}
