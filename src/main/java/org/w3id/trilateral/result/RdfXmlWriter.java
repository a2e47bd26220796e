package org.w3id.trilateral.result;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import java.util.TreeMap;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.util.SplitIRI;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/**
 * Writes triples that come subject by subject as <a href="https://www.w3.org/TR/rdf-syntax-grammar/">RDF/XML</a>, one
 * {@code rdf:Description} a subject; holds no triple in memory. For one thread.
 */
public final class RdfXmlWriter extends StreamRDFBase {
    private static final Node NOBODY = NodeFactory.createBlankNode();

    private final Map<String, String> prefixes = new TreeMap<>();
    private final Map<String, String> names = new TreeMap<>();
    private final Writer out;
    private Node subject = NOBODY;

    /** A writer with prefixes by their names. */
    public RdfXmlWriter(Map<String, String> prefixes, OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        prefixes.forEach((prefix, namespace) -> this.prefixes.put(namespace, prefix));
        this.prefixes.put(RDF.uri, "rdf");
    }

    @Override
    public void start() {
        write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rdf:RDF");
        prefixes.forEach((namespace, prefix) -> write("\n    xmlns:" + prefix + "=\"" + escaped(namespace) + "\""));
        write(">\n");
    }

    @Override
    public void triple(Triple triple) {
        if (!triple.getSubject().equals(subject)) {
            endSubject();
            subject = triple.getSubject();
            write("  <rdf:Description " + reference(subject, "rdf:about") + ">\n");
        }
        String name = names.computeIfAbsent(triple.getPredicate().getURI(), this::element);
        String end = name.contains(" ") ? name.substring(0, name.indexOf(' ')) : name;
        Node value = triple.getObject();
        if (value.isLiteral()) {
            write("    <" + name + type(value) + ">" + escaped(value.getLiteralLexicalForm()) + "</" + end + ">\n");
        } else {
            write("    <" + name + " " + reference(value, "rdf:resource") + "/>\n");
        }
    }

    @Override
    public void finish() {
        endSubject();
        write("</rdf:RDF>\n");
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void endSubject() {
        if (!subject.equals(NOBODY)) {
            write("  </rdf:Description>\n");
        }
    }

    /** The name of a property's element; with the declaration of its namespace, where no prefix is known. */
    private String element(String property) {
        String local = SplitIRI.localnameXML(property);
        String namespace = SplitIRI.namespaceXML(property);
        if (local.isEmpty()) {
            throw new TrilateralException(Fault.NOT_ACCEPTABLE,
                    "the property <" + property + "> has no name in XML; ask for another format");
        }
        String prefix = prefixes.get(namespace);
        return prefix == null ? "p:" + local + " xmlns:p=\"" + escaped(namespace) + "\"" : prefix + ":" + local;
    }

    private static String reference(Node thing, String attribute) {
        return thing.isURI() ? attribute + "=\"" + escaped(thing.getURI()) + "\""
                : "rdf:nodeID=\"" + SafeLabel.of(thing) + "\"";
    }

    private static String type(Node literal) {
        if (!literal.getLiteralLanguage().isEmpty()) {
            return " xml:lang=\"" + literal.getLiteralLanguage() + "\"";
        }
        return XSD.xstring.getURI().equals(literal.getLiteralDatatypeURI()) ? ""
                : " rdf:datatype=\"" + escaped(literal.getLiteralDatatypeURI()) + "\"";
    }

    private static String escaped(String text) {
        StringBuilder xml = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                case '\r' -> xml.append("&#13;");
                case '\n', '\t' -> xml.append(c);
                default -> xml.append(fit(c));
            }
        }
        return xml.toString();
    }

    /** @throws TrilateralException {@link Fault#NOT_ACCEPTABLE} for a character that XML 1.0 cannot carry */
    static char fit(char c) {
        if (c < ' ' && c != '\t' && c != '\n' && c != '\r' || c == '\uFFFE' || c == '\uFFFF') {
            throw new TrilateralException(Fault.NOT_ACCEPTABLE,
                    "the answer holds a control character, which XML 1.0 cannot carry; ask for another format");
        }
        return c;
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
