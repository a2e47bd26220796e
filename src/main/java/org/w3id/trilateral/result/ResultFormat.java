package org.w3id.trilateral.result;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.graph.GraphFactory;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.Suggestion;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.Answer.Form;

/** The serialisations an {@link Answer} can leave in. A new export format is one more constant here. */
public enum ResultFormat {
    /** SPARQL 1.1 Query Results JSON. */
    JSON("json", "application/sparql-results+json", EnumSet.of(Form.TABLE, Form.BOOLEAN), null),
    /** SPARQL 1.1 Query Results CSV: RFC 4180, UTF-8, CRLF; datatypes and languages are lost. A truth is a cell. */
    CSV("csv", "text/csv;charset=utf-8", EnumSet.of(Form.TABLE, Form.BOOLEAN), null),
    /** SPARQL 1.1 Query Results TSV: terms as in Turtle, nothing is lost. */
    TSV("tsv", "text/tab-separated-values;charset=utf-8", EnumSet.of(Form.TABLE, Form.BOOLEAN), null),
    /** SPARQL Query Results XML. */
    XML("xml", "application/sparql-results+xml", EnumSet.of(Form.TABLE, Form.BOOLEAN), null),
    /**
     * A workbook of one sheet, for spreadsheet programs; datatypes other than numbers and days, and languages, are
     * lost.
     */
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", EnumSet.of(Form.TABLE), null),
    /** RDF 1.1 Turtle. */
    TURTLE("ttl", "text/turtle;charset=utf-8", EnumSet.of(Form.GRAPH), Lang.TURTLE),
    /** RDF 1.1 N-Triples. */
    NTRIPLES("nt", "application/n-triples", EnumSet.of(Form.GRAPH), Lang.NTRIPLES),
    /** JSON-LD, with the names it uses in a context of its own. */
    JSONLD("jsonld", "application/ld+json", EnumSet.of(Form.GRAPH), Lang.JSONLD11),
    /** RDF 1.1 XML. */
    RDFXML("rdf", "application/rdf+xml", EnumSet.of(Form.GRAPH), Lang.RDFXML),
    /** RDF 1.1 TriG; the triples stand in the default graph. */
    TRIG("trig", "application/trig;charset=utf-8", EnumSet.of(Form.GRAPH), Lang.TRIG),
    /** RDF 1.1 N-Quads; the triples stand in the default graph. */
    NQUADS("nq", "application/n-quads", EnumSet.of(Form.GRAPH), Lang.NQUADS);

    private final String extension;
    private final String contentType;
    private final Set<Form> forms;
    private final Lang lang;

    ResultFormat(String extension, String contentType, Set<Form> forms, Lang lang) {
        this.extension = extension;
        this.contentType = contentType;
        this.forms = forms;
        this.lang = lang;
    }

    /** File ending without the dot, and the value of {@code format}: {@code csv}. */
    public String extension() {
        return extension;
    }

    /** Media type with charset where the type takes one. */
    public String contentType() {
        return contentType;
    }

    /** Media type without parameters, for negotiation. */
    public String mediaType() {
        int semicolon = contentType.indexOf(';');
        return semicolon < 0 ? contentType : contentType.substring(0, semicolon);
    }

    /** Whether an answer of that form can leave in this format. */
    public boolean fits(Form form) {
        return forms.contains(form);
    }

    /** The formats for a form of answer; the first is the default. */
    public static List<ResultFormat> of(Form form) {
        return Arrays.stream(values()).filter(format -> format.fits(form)).toList();
    }

    /**
     * The format of that extension.
     *
     * @throws TrilateralException {@link Fault#UNKNOWN_FORMAT} with those that fit the form
     */
    public static ResultFormat of(String extension, Form form) {
        List<String> allowed = of(form).stream().map(ResultFormat::extension).toList();
        return of(form).stream().filter(format -> format.extension.equals(extension)).findFirst()
                .orElseThrow(() -> new TrilateralException(Fault.UNKNOWN_FORMAT, "there is no format '" + extension
                        + "' for this answer." + Suggestion.sentence(extension, allowed)
                        + " It comes as " + String.join(", ", allowed) + ".", allowed));
    }

    /**
     * The answer's bytes; the same bytes for the same answer.
     *
     * @throws TrilateralException {@link Fault#NOT_ACCEPTABLE} if XML is asked for and a text has a character that XML
     * has not
     */
    public byte[] render(Answer answer) {
        if (this == XLSX || mediaType().endsWith("+xml")) {
            terms(answer).filter(Node::isLiteral).map(Node::getLiteralLexicalForm)
                    .forEach(text -> text.chars().forEach(c -> RdfXmlWriter.fit((char) c)));
        }
        return switch (answer.form()) {
            case TABLE -> table((Answer.Table) answer);
            case GRAPH -> graph((Answer.Triples) answer);
            case BOOLEAN -> truth((Answer.Truth) answer);
        };
    }

    private byte[] table(Answer.Table table) {
        return switch (this) {
            case JSON -> JsonTable.of(table);
            case CSV -> LineTable.csv(table);
            case TSV -> LineTable.tsv(table);
            case XML -> XmlTable.of(table);
            case XLSX -> Spreadsheet.of(table);
            case TURTLE, NTRIPLES, JSONLD, RDFXML, TRIG, NQUADS -> throw unfit(Form.TABLE);
        };
    }

    private byte[] truth(Answer.Truth truth) {
        return switch (this) {
            case JSON -> JsonTable.of(truth);
            case CSV -> LineTable.csv(truth);
            case TSV -> LineTable.tsv(truth);
            case XML -> XmlTable.of(truth);
            case XLSX, TURTLE, NTRIPLES, JSONLD, RDFXML, TRIG, NQUADS -> throw unfit(Form.BOOLEAN);
        };
    }

    private IllegalArgumentException unfit(Form form) {
        return new IllegalArgumentException("a " + form + " has no form in " + this);
    }

    private static Stream<Node> terms(Answer answer) {
        return switch (answer.form()) {
            case TABLE -> ((Answer.Table) answer).rows().stream()
                    .flatMap(row -> ((Answer.Table) answer).columns().stream()
                            .map(column -> row.get(Var.alloc(column))))
                    .filter(Objects::nonNull);
            case GRAPH -> ((Answer.Triples) answer).triples().stream().map(Triple::getObject);
            case BOOLEAN -> Stream.empty();
        };
    }

    private byte[] graph(Answer.Triples answer) {
        if (lang == null) {
            throw unfit(Form.GRAPH);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (this == NTRIPLES || this == NQUADS) {
            writeInOrder(answer, StreamRDFWriter.getWriterStream(out, lang));
            return out.toByteArray();
        }
        if (this == JSONLD) {
            JsonLdContext context = new JsonLdContext(answer.prefixes());
            answer.triples().forEach(context::add);
            writeInOrder(answer, new JsonLdWriter(context, out));
            return out.toByteArray();
        }
        Graph graph = GraphFactory.createDefaultGraph();
        answer.triples().forEach(graph::add);
        graph.getPrefixMapping().setNsPrefixes(answer.prefixes());
        RDFWriter.source(graph).lang(lang).output(out);
        return out.toByteArray();
    }

    /** Some formats keep the order of the answer; a graph would lose it. */
    private static void writeInOrder(Answer.Triples answer, StreamRDF writer) {
        writer.start();
        answer.triples().forEach(writer::triple);
        writer.finish();
    }
}
