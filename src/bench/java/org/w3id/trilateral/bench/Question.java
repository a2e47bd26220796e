package org.w3id.trilateral.bench;

import java.util.List;

/**
 * A question that every engine is asked.
 *
 * @param id   q01 to q12
 * @param asks what it asks, in a few words
 * @param text SPARQL 1.1, with prefixes
 */
record Question(String id, String asks, String text) {
    private static final String PREFIXES = """
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX tri:  <https://w3id.org/trilateral/ontology#>
            PREFIX trid: <https://w3id.org/trilateral/id/>
            PREFIX xsd:  <http://www.w3.org/2001/XMLSchema#>
            """;
    private static final String STATE = "trid:generated-state-7";
    private static final String PAIR =
            "?p a tri:Provocation ; tri:startDay ?x . ?s a tri:Summit ; tri:startDay ?y . ";
    private static final String PAIR_OF_STATE = "?p a tri:Provocation ; tri:participant " + STATE + " ; %1$s ?x . "
            + "?s a tri:Summit ; tri:participant " + STATE + " ; %1$s ?y . ";

    /** All of them, in their order. */
    static List<Question> all() {
        return List.of(
                of("q01", "all pairs within 7 days, counted",
                        "SELECT (COUNT(*) AS ?n) { " + PAIR + "FILTER (?y > ?x && ?y <= ?x + 7) }"),
                of("q02", "pairs of one state within 180 days",
                        "SELECT ?p ?s ?x ?y { " + PAIR_OF_STATE.formatted("tri:startDay")
                                + "FILTER (?y > ?x && ?y <= ?x + 180) }"),
                of("q03", "first summit after each provocation",
                        "SELECT ?p (MIN(?y) AS ?first) { ?p a tri:Provocation ; tri:participant ?z ; tri:startDay ?x . "
                        + "?s a tri:Summit ; tri:participant ?z ; tri:startDay ?y . FILTER (?y > ?x) } GROUP BY ?p"),
                of("q04", "mechanisms founded while a grievance lasted, counted",
                        "SELECT (COUNT(*) AS ?n) { ?m a tri:Mechanism ; tri:startDay ?d . "
                        + "?g a tri:Grievance ; tri:startDay ?from ; tri:endDay ?to . FILTER (?from <= ?d && ?d <= ?to) }"),
                of("q05", "leader in office at each summit",
                        "SELECT ?s ?z ?h { ?s a tri:Summit ; tri:party ?z ; tri:startDay ?d . ?o tri:officeOf ?z . "
                        + "?t a tri:Tenure ; tri:office ?o ; tri:holder ?h ; tri:startDay ?from ; tri:endDay ?to . "
                        + "FILTER (?from <= ?d && ?d < ?to) }"),
                of("q06", "provocations by year and state",
                        "SELECT ?year ?z (COUNT(*) AS ?n) { ?p a tri:Provocation ; tri:participant ?z ; tri:start ?on . "
                        + "BIND (SUBSTR(STR(?on), 1, 4) AS ?year) } GROUP BY ?year ?z"),
                of("q07", "a path in both directions",
                        "SELECT ?m { trid:generated-mechanism-3 (tri:predecessor|^tri:predecessor)+ ?m }"),
                of("q08", "a word in labels",
                        "SELECT ?e ?l { ?e a tri:Event ; rdfs:label ?l . FILTER (CONTAINS(STR(?l), \"4711\")) }"),
                of("q09", "all that is said of one event",
                        "SELECT ?p ?o { trid:generated-event-21 ?p ?o }"),
                of("q10", "meetings of one state in ten years, the first 50",
                        "SELECT ?e ?d ?l { ?e a tri:Meeting ; tri:participant " + STATE
                                + " ; tri:start ?d ; rdfs:label ?l . "
                        + "FILTER (?d >= \"2005-01-01\"^^xsd:date && ?d <= \"2014-12-31\"^^xsd:date) } ORDER BY ?d ?e ?l LIMIT 50"),
                of("q11", "as q02, by date and duration",
                        "SELECT ?p ?s ?x ?y { " + PAIR_OF_STATE.formatted("tri:start")
                        + "FILTER (?y > ?x && ?y <= ?x + \"P180D\"^^xsd:dayTimeDuration) }"),
                of("q12", "nuclear tests by year",
                        "SELECT ?year (COUNT(*) AS ?n) { ?e a tri:NuclearTest ; tri:start ?on . BIND (YEAR(?on) AS ?year) } GROUP BY ?year"));
    }

    private static Question of(String id, String asks, String where) {
        return new Question(id, asks, PREFIXES + where);
    }
}
