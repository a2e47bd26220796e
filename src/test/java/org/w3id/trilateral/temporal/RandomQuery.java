package org.w3id.trilateral.temporal;

import java.util.List;
import java.util.Random;

/**
 * Random queries over {@link RandomData}: two, sometimes three, parts tied by comparisons, in all the ways a person may
 * write it.
 */
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
        return head + switch (random.nextInt(34)) {
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
            case 10 -> "SELECT ?a (COUNT(*) AS ?count) (COUNT(?y) AS ?some) { " + pattern() + " } GROUP BY ?a";
            case 11 -> "SELECT ?b (" + pick("MIN", "MAX") + "(" + pick("?x", "?y") + " - " + pick("?y", "?x")
                    + ") AS ?g) { " + pattern() + " } GROUP BY ?b";
            case 12 -> "SELECT ?a ?s (" + pick("MIN", "MAX") + "(?apart) AS ?g) { " + pattern() + " BIND ("
                    + pick("?y - ?x", "?x - ?y", "?y + 1")
                    + " AS ?apart) } GROUP BY ?a ?s";
            case 13 -> "SELECT * { GRAPH ?g { " + both() + " } " + filters() + " }";
            case 14 -> "SELECT * { { SELECT ?a ?b ?x ?y { " + both() + " } } " + filters() + " }";
            case 15 -> "SELECT * { { " + both() + " } UNION { " + both() + " } " + filters() + " }";
            case 16 -> "SELECT * { { SELECT (COUNT(*) AS ?all) { ?e :state ?es } } " + pattern() + " }";
            case 17 -> "SELECT (MIN(?y) AS ?least) (MIN(?y - ?x) AS ?g) { " + pattern() + " }";
            case 18 -> "SELECT * { " + pattern() + " } VALUES ?" + pick("s", "a") + " { :s0 :s1 :e3 }";
            case 19 -> "SELECT * { ?" + pick("a", "b") + " :state ?q . { " + pattern() + " } "
                    + maybe(0.3, "FILTER (?q != ?a) ") + "}";
            case 20 -> "SELECT * { ?a :after ?q OPTIONAL { " + pattern() + " } }";
            case 21 -> "SELECT ?a (COUNT(" + pick("*", "?b", "?ye") + ") AS ?count) (MIN(?y) AS ?first) (MAX("
                    + pick("?y", "?y - ?x") + ") AS ?last) { "
                    + pattern() + " } GROUP BY ?a";
            case 22 -> "SELECT * { { SELECT ?a ?b { " + pattern() + " } } { SELECT "
                    + pick("?a ?y", "?s ?b", "DISTINCT ?a") + " { " + pattern() + " } } }";
            case 23 -> "SELECT * { { SELECT ?a ?b (?y - ?x AS ?gap) { " + both() + " } } FILTER (?gap > " + zero()
                    + " && ?gap <= " + constant() + ") }";
            case 24 -> "SELECT ?a (COUNT(DISTINCT ?b) AS ?count) (SUM(IF(?y > ?x, 1, 0)) AS ?later) { " + pattern()
                    + " } GROUP BY ?a";
            case 26, 27, 28 -> asked();
            case 25 -> "SELECT * { " + part() + "MINUS { " + pattern() + " } }";
            default -> "SELECT * { " + pattern() + " }";
        };
    }

    /** What is asked of pairs makes the window, or is only whether there are any. */
    private String asked() {
        String window = comparison("?y", "?x") + maybe(0.5, " && " + comparison("?y", "?x + " + gap()));
        String key = pick("?a", "?a ?x", "?s", "?x");
        String exists = "EXISTS { " + maybe(0.3, "?a :day ?x . ") + "?b a :B ; :day ?y . FILTER (" + window + ") }";
        return switch (random.nextInt(7)) {
            case 0 -> "SELECT " + key + " (SUM(IF(" + window + ", 1, 0)) AS ?count) { " + both() + "} GROUP BY " + key;
            case 1 -> "SELECT ?a (MIN(" + pick("ABS(?y - ?x)", "IF(?y > ?x, ?y - ?x, ?x - ?y)")
                    + ") AS ?least) (SUM(IF(" + window + ", 1, 0)) AS ?count) { " + both() + "} GROUP BY ?a";
            case 2 -> "SELECT * { " + part() + "} ORDER BY DESC(" + exists + ") ?a ?x";
            case 3 -> "SELECT ?has (COUNT(*) AS ?count) (SUM(IF(" + exists + ", 1, 0)) AS ?n) { " + part()
                    + "} GROUP BY (" + exists + " AS ?has)";
            case 4 -> "SELECT DISTINCT " + key + " { " + pattern() + " }" + maybe(0.3, " ORDER BY " + key);
            case 5 -> "SELECT * { " + part() + pick("FILTER NOT EXISTS", "FILTER EXISTS", "MINUS")
                    + " { ?a :day ?x . ?b a :B ; :day ?y . FILTER (" + window + ") } }";
            default -> "SELECT ?s (COUNT(DISTINCT ?a) AS ?count) (MAX(?x) AS ?last) { " + pattern()
                    + " } GROUP BY ?s";
        };
    }

    private String part() {
        return "?a a :A ; :day ?x" + maybe(0.4, "; :state ?s") + " . " + maybe(0.3, "OPTIONAL { ?a :end ?xe } ");
    }

    /** Whether something is within, as a value, or as one of several conditions. */
    private String exists() {
        String inner = maybe(0.1, "VALUES ?" + pick("s", "k") + " { :s0 :s1 } ")
                + pick("?b a :B ; :day ?y" + maybe(0.4, "; :state ?s") + " . ",
                "{ SELECT ?b ?y { ?b a :B ; :day ?y } } ", "?b a ?k ; :day ?y . OPTIONAL { ?b :end ?ye } ") + filters();
        String exists = maybe(0.3, "NOT ") + "EXISTS { " + inner + "}";
        return switch (random.nextInt(6)) {
            case 0 -> "BIND (" + exists + " AS ?has) ";
            case 1 -> "FILTER (" + exists + " || " + comparison("?x", "?xe") + ") ";
            case 2 -> "FILTER (!" + exists + ") ";
            case 3 -> "BIND (IF(" + exists + ", ?x, \"none\") AS ?has) ";
            case 4 -> "FILTER (" + exists + " || EXISTS { ?o a :C ; :day ?w FILTER (" + comparison("?w", "?x")
                    + ") }) ";
            default -> "FILTER (" + exists + " = " + pick("true", "false") + ") ";
        };
    }

    private String both() {
        return "?a a :A ; :day ?x" + maybe(0.4, "; :state ?s") + " . ?b a :B ; :day ?y"
                + maybe(0.4, "; :state ?" + pick("s", "t")) + " . ";
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String pattern() {
        String left = "?a a :A ; :day ?x" + maybe(0.4, "; :state ?s") + maybe(0.1, "; :after ?b") + " . "
                + maybe(0.3, "OPTIONAL { ?a :end ?xe } ");
        String right = "?b a :" + (random.nextBoolean() ? "B" : "A") + " ; :day ?y"
                + maybe(0.4, "; :state ?" + pick("s", "s", "t")) + " . "
                + maybe(0.4, "OPTIONAL { ?b :end ?ye } ") + maybe(0.1, "?s :none ?z . ");
        String both = random.nextBoolean() ? left + right : right + left;
        String values = maybe(0.3, "VALUES ?n { " + constant() + " } ") + maybe(0.1, "VALUES ?m { 1 2 } ")
                + maybe(0.1, "VALUES ?s { UNDEF } ");
        String late = maybe(0.1, "OPTIONAL { ?a :after ?c OPTIONAL { ?c :day ?cd } } ")
                + maybe(0.1, "BIND (?y - ?x AS ?gap) ")
                + maybe(0.1, "?b :state ?t . ");
        return switch (random.nextInt(11)) {
            case 7 -> values + left + exists() + maybe(0.2, exists().replace("?has", "?too")) + late;
            case 8 -> values + left + "OPTIONAL { " + right + "} " + filters();
            case 0 -> values + left + "OPTIONAL { " + right + filters() + " } " + late;
            case 1 -> values + left + "FILTER " + (random.nextBoolean() ? "NOT " : "") + "EXISTS { "
                    + maybe(0.2, "BIND (?x + " + gap() + " AS ?to) ") + (random.nextInt(4) > 0 ? right
                    : "{ ?b a :A } UNION { ?b a :B ; :state ?s } ?b :day ?y . ")
                    + maybe(0.2, "BIND (?y + " + gap() + " AS ?from) FILTER (?from >= ?x) ")
                    + filters() + maybe(0.2, "FILTER (?y <= ?to) ") + " } ";
            case 2 -> values + both + filters() + between() + late;
            case 3 -> values + both + "BIND (" + (random.nextBoolean() ? "?x" : cast("?x")) + " + " + gap()
                    + " AS ?limit) FILTER (?y <= ?limit && ?y >= ?x) " + late;
            case 4 -> values + both + "BIND (" + (random.nextInt(4) > 0 ? "?y" : cast("?y"))
                    + " - ?x AS ?days) FILTER (?days <= " + gap() + maybe(0.5, " && ?days > " + zero()) + ") " + late;
            case 5 -> values + both + third() + filters() + late;
            case 6 -> "{ " + left + " } { " + right + " } " + filters() + values;
            default -> values + both + filters() + late;
        };
    }

    private String third() {
        return "?c a :C ; :day ?z . FILTER (" + comparison("?z", random.nextBoolean() ? "?x" : "?y")
                + maybe(0.3, " && " + comparison("?z", "?y")) + ") ";
    }

    private String between() {
        String upper = random.nextBoolean() ? "<" : "<=";
        boolean after = random.nextInt(3) > 0;
        return "FILTER NOT EXISTS { ?o a :" + (random.nextBoolean() ? "B" : "C") + " ; :day ?w . "
                + maybe(0.3, "?o :state ?s . ")
                + "FILTER (" + (after ? "?w > ?x && ?w " + upper + " ?y" : "?w < ?x && ?y " + upper + " ?w")
                + maybe(0.2, " && ?o != ?b") + ") } ";
    }

    private String filters() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= random.nextInt(3); i++) {
            text.append("FILTER (").append(condition()).append(") ");
        }
        return text.toString();
    }

    private String condition() {
        return switch (random.nextInt(42)) {
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
            case 20 -> "?y IN (?x, ?x + " + gap() + ", ?x - " + gap() + ")";
            case 21 -> "(?y > ?x && ?y <= ?x + " + gap() + ") || (?y < ?x && ?y >= ?x - " + gap() + ")";
            case 22 -> "!(?y < ?x" + maybe(0.5, " || ?y > ?x + " + gap()) + ")";
            case 23 -> "(?y - ?x) / " + (1 << random.nextInt(3)) + " <= " + gap() + " && ?y >= ?x";
            case 24 -> "STR(?y) " + SIGNS.get(random.nextInt(4)) + " STR(?x)" + maybe(0.3, " && STR(?y) <= STR(?xe)");
            case 25 -> "COALESCE(" + comparison("?x", "?ye") + ", true) && ?y <= ?x";
            case 26 -> "IF(BOUND(?ye), " + comparison("?x", "?ye") + ", true) && ?y <= ?x";
            case 27 -> "COALESCE(?ye, ?x) >= ?x && ?y <= ?x";
            case 28 -> "(BOUND(?ye) && ?ye > ?x || !BOUND(?ye)) && ?y <= ?x";
            case 29 -> "DAY(?y - ?x) " + SIGNS.get(random.nextInt(4)) + " " + random.nextInt(9);
            case 30 -> "?s = ?t && " + comparison("?y", "?x");
            case 31 -> "sameTerm(?x, ?y)" + maybe(0.5, " && " + comparison("?y", "?x + " + gap()));
            case 32 -> "2 * (?y - ?x) > " + gap();
            case 33 -> pick("FLOOR", "CEIL", "ROUND") + "((?y - ?x) / 2) " + pick("=", "<=", ">=") + " "
                    + random.nextInt(4) + maybe(0.5, " && ?y >= ?x");
            case 34 -> "-(?x - ?y) <= " + gap() + " && -?x <= -?y";
            case 35 -> "(?y - ?x) * 2 + 1 - ?x * 2 <= " + gap() + " - ?x * 2";
            case 36 -> "YEAR(?y) * 12 + MONTH(?y) - (YEAR(?x) * 12 + MONTH(?x)) " + pick("<", "<=", "=") + " 1";
            case 37 -> "?s = :s1 || " + comparison("?y", "?x");
            case 38 -> "IF(?x > ?y, ?x, ?y) " + pick("<", "<=") + " IF(?xe < ?ye, ?xe, ?ye)";
            case 39 -> "IF(?ye <= ?xe, ?ye, ?xe) - IF(?x >= ?y, ?x, ?y) >= " + gap();
            case 40 -> "IF(?a = :e" + random.nextInt(9) + ", ?y, ?ye) " + pick("<", ">=") + " ?x";
            case 41 -> "ABS(?y - ?x) = " + gap();
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
