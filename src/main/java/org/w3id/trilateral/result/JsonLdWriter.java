package org.w3id.trilateral.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.vocabulary.XSD;

import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.result.JsonLdContext.Kind;

/**
 * Writes triples that come subject by subject as one <a href="https://www.w3.org/TR/json-ld11/">JSON-LD</a> document,
 * one object a subject; holds no more than one subject in memory. For one thread.
 */
public final class JsonLdWriter extends StreamRDFBase {
    /** Whole numbers that every program reads as they are written. */
    private static final Pattern EXACT = Pattern.compile("0|-?[1-9]\\d{0,14}");

    private final JsonLdContext context;
    private final Writer out;
    private final List<Triple> subject = new ArrayList<>();
    private boolean isFirst = true;

    /** A writer of triples that the context has taken note of already. */
    public JsonLdWriter(JsonLdContext context, OutputStream out) {
        this.context = context;
        this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
    }

    /**
     * A document whose one object is a thing, with all other things included in it: for data within a page, where
     * readers take a document that is nothing but a graph for one that has a name.
     */
    public static String about(Node thing, Answer.Triples answer) {
        JsonLdContext context = new JsonLdContext(answer.prefixes());
        answer.triples().forEach(context::add);
        JsonLdWriter writer = new JsonLdWriter(context, OutputStream.nullOutputStream());
        Map<Node, List<Triple>> bySubject = new LinkedHashMap<>();
        bySubject.put(thing, new ArrayList<>());
        answer.triples().forEach(triple -> bySubject.computeIfAbsent(triple.getSubject(), s -> new ArrayList<>())
                .add(triple));
        String itself = writer.fields(thing, bySubject.remove(thing));
        List<String> others = new ArrayList<>();
        bySubject.forEach((other, triples) -> others.add("{" + writer.fields(other, triples) + "\n    }"));
        return "{\n  \"@context\": " + context.json() + "," + itself + (others.isEmpty() ? ""
                : ",\n      \"@included\": [" + String.join(", ", others) + "]") + "\n}\n";
    }

    @Override
    public void start() {
        write("{\n  \"@context\": " + context.json() + ",\n  \"@graph\": [");
    }

    @Override
    public void triple(Triple triple) {
        if (!subject.isEmpty() && !subject.get(0).getSubject().equals(triple.getSubject())) {
            writeSubject();
        }
        subject.add(triple);
    }

    @Override
    public void finish() {
        if (!subject.isEmpty()) {
            writeSubject();
        }
        write("\n  ]\n}\n");
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeSubject() {
        write((isFirst ? "\n    {" : ",\n    {") + fields(subject.get(0).getSubject(), subject) + "\n    }");
        isFirst = false;
        subject.clear();
    }

    private String fields(Node thing, List<Triple> triples) {
        Map<Node, List<Node>> byProperty = new LinkedHashMap<>();
        List<String> types = new ArrayList<>();
        for (Triple triple : triples) {
            if (JsonLdContext.isType(triple)) {
                types.add(JsonText.quoted(context.name(triple.getObject())));
            } else {
                byProperty.computeIfAbsent(triple.getPredicate(), p -> new ArrayList<>()).add(triple.getObject());
            }
        }
        StringBuilder json = new StringBuilder("\n      \"id\": ").append(JsonText.quoted(context.compact(thing)));
        if (!types.isEmpty()) {
            json.append(",\n      \"type\": ").append(list(types));
        }
        byProperty.forEach((property, values) -> json.append(",\n      ")
                .append(JsonText.quoted(context.name(property)))
                .append(": ").append(values(property, values)));
        return json.toString();
    }

    private String values(Node property, List<Node> values) {
        Kind kind = context.use(property).kind();
        if (kind == Kind.TAGGED) {
            return languages(values);
        }
        return list(values.stream().map(value -> switch (kind) {
            case THING -> JsonText.quoted(context.compact(value));
            case TYPED -> typed(value);
            case MIXED, TAGGED -> explicit(value);
        }).toList());
    }

    private static String languages(List<Node> values) {
        Map<String, List<String>> byLanguage = new TreeMap<>();
        values.forEach(value -> byLanguage.computeIfAbsent(value.getLiteralLanguage(), l -> new ArrayList<>())
                .add(JsonText.quoted(value.getLiteralLexicalForm())));
        return "{" + String.join(", ", byLanguage.entrySet().stream()
                .map(entry -> JsonText.quoted(entry.getKey()) + ": " + list(entry.getValue())).toList()) + "}";
    }

    /** A value whose datatype the context says, or JSON itself. */
    private static String typed(Node value) {
        String text = value.getLiteralLexicalForm();
        String datatype = value.getLiteralDatatypeURI();
        boolean isNative = XSD.integer.getURI().equals(datatype) && EXACT.matcher(text).matches()
                || XSD.xboolean.getURI().equals(datatype) && (text.equals("true") || text.equals("false"));
        return isNative ? text : JsonText.quoted(text);
    }

    private String explicit(Node value) {
        if (!value.isLiteral()) {
            return "{\"id\": " + JsonText.quoted(context.compact(value)) + "}";
        }
        String text = JsonText.quoted(value.getLiteralLexicalForm());
        if (!value.getLiteralLanguage().isEmpty()) {
            return "{\"@value\": " + text + ", \"@language\": " + JsonText.quoted(value.getLiteralLanguage()) + "}";
        }
        return XSD.xstring.getURI().equals(value.getLiteralDatatypeURI()) ? text
                : "{\"@value\": " + text + ", \"@type\": "
                + JsonText.quoted(context.shorten(value.getLiteralDatatypeURI())) + "}";
    }

    /** One value by itself, several as an array. */
    private static String list(List<String> values) {
        return values.size() == 1 ? values.get(0) : "[" + String.join(", ", values) + "]";
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
