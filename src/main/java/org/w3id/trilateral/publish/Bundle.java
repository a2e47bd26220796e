package org.w3id.trilateral.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.vocabulary.DCTerms;

import org.w3id.trilateral.graph.DatasetInfo;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.Terms;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.result.Archive;
import org.w3id.trilateral.result.ResultFormat;

/**
 * An answer with all that a referee needs to get it again: the query as it was run, its parameters, the answer, the
 * sources of the things in it, the versions, a citation and a word to the reader. Safe for any number of threads.
 */
public final class Bundle {
    /** The query as it was run, with its values. */
    public static final String QUERY = "query.rq";
    /** Versions and parameters. */
    static final String MANIFEST = "bundle.json";

    private final KnowledgeGraph graph;
    private final Citations citations;
    private final DataHash hash;

    /** Bundles of answers from a graph. */
    public Bundle(KnowledgeGraph graph, Citations citations, DataHash hash) {
        this.graph = Objects.requireNonNull(graph, "graph");
        this.citations = Objects.requireNonNull(citations, "citations");
        this.hash = Objects.requireNonNull(hash, "hash");
    }

    /**
     * The zip; the same bytes for the same answer.
     *
     * @param values what the caller gave, by parameter
     * @param url    the address that gives the answer
     */
    public byte[] of(PackagedQuery query, Map<String, String> values, Answer answer, String url) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Citation citation = citations.query(query, url);
        files.put("README.txt", readMe(query, citation).getBytes(UTF_8));
        files.put(QUERY, query.textWith(values, graph).getBytes(UTF_8));
        files.put(MANIFEST, manifest(query, values, answer, url));
        for (ResultFormat format : formats(answer)) {
            files.put("result." + format.extension(), format.render(answer));
        }
        files.put("sources.csv", sources(answer));
        for (Citation.Format format : Citation.Format.values()) {
            files.put("citation." + format.extension(), citation.render(format));
        }
        return Archive.of(files);
    }

    /** The first is what another run is compared with: nothing is lost in it. */
    static List<ResultFormat> formats(Answer answer) {
        return switch (answer.form()) {
            case TABLE -> List.of(ResultFormat.TSV, ResultFormat.CSV, ResultFormat.XLSX);
            case GRAPH -> List.of(ResultFormat.NTRIPLES, ResultFormat.TURTLE);
            case BOOLEAN -> List.of(ResultFormat.JSON);
        };
    }

    private byte[] manifest(PackagedQuery query, Map<String, String> values, Answer answer, String url) {
        DatasetInfo info = graph.info();
        JsonObject parameters = new JsonObject();
        query.parameters().forEach(parameter -> parameters.put(parameter.name(), values.getOrDefault(parameter.name(),
                parameter.defaultValue().map(term -> term.isLiteral() ? term.getLiteralLexicalForm() : term.getURI())
                .orElse(""))));
        JsonObject json = JSON.buildObject(object -> object.pair("query", query.id()).pair("url", url)
                .pair("parameters", parameters).pair("result", "result." + formats(answer).get(0).extension())
                .pair("dataset", info.iri()).pair("version", info.version()).pair("modified", info.modified())
                .pair("data", hash.state()).pair("program",
                        Objects.requireNonNullElse(Bundle.class.getPackage().getImplementationVersion(),
                        "(not packaged)")));
        return (json + "\n").getBytes(UTF_8);
    }

    /** Thing, source, place in it: one row an attestation of a thing in the answer. */
    private byte[] sources(Answer answer) {
        CsvText rows = new CsvText().add(List.of("thing", "source", "title", "locator"));
        return graph.read(data -> {
            Set<Node> answered = things(answer);
            StatedThings things = new StatedThings(graph, data, answered);
            for (Node thing : answered) {
                for (Node attestation : things.values(thing, Terms.ATTESTATION)) {
                    String locator = things.english(attestation, Terms.LOCATOR);
                    data.getDefaultGraph().find(attestation, Terms.SOURCE, Node.ANY).mapWith(t -> t.getObject())
                            .toList().forEach(source ->
                            rows.add(List.of(things.text(thing), things.text(source),
                            things.english(source, DCTerms.title.asNode()), locator)));
                }
            }
            return rows.bytes();
        });
    }

    private static Set<Node> things(Answer answer) {
        Set<Node> things = new LinkedHashSet<>();
        if (answer instanceof Answer.Table table) {
            table.rows().forEach(row -> table.columns().forEach(column -> {
                Node term = row.get(Var.alloc(column));
                if (term != null && term.isURI()) {
                    things.add(term);
                }
            }));
        } else if (answer instanceof Answer.Triples triples) {
            triples.triples().forEach(triple -> {
                things.add(triple.getSubject());
                things.add(triple.getObject());
            });
        }
        return things;
    }

    private String readMe(PackagedQuery query, Citation citation) {
        return query.header().summary() + "\n" + query.header().question() + "\n\n" + citation.sentence() + "\n\n"
                + "query.rq      the query as it was run, with its values; any SPARQL 1.1 engine runs it over the same data\n"
                + "bundle.json   parameters, version of the data set, and the SHA-256 of its data in canonical form (RDFC-1.0);\n"
                + "              of more than a million triples, the fingerprint of what was loaded\n"
                + "result.*      the answer; of a table the TSV file loses nothing\n"
                + "sources.csv   where the things in the answer are attested\n"
                + "citation.*    how to cite the answer\n\n"
                + "'trilateral rerun' with the name of this zip runs the query again and says what has changed.\n"
                + "Licence of the data: " + graph.info().licence() + "\n";
    }
}
