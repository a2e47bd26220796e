package org.w3id.trilateral.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.Terms;

/**
 * The things of a graph as a network, for programs that draw and count networks: a node is a thing, an edge a statement
 * between two things; what follows by rule is left out.
 */
public final class Network {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private final List<Vertex> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    private record Vertex(String name, String label, String type, String start) {
    }

    private record Edge(String from, String to, String property) {
    }

    private Network(StatedThings things) {
        TreeSet<Node> named = new TreeSet<>(Comparator.comparing(Node::toString));
        things.all().forEach((thing, triples) -> triples.stream().filter(t -> things.isThing(t.getObject())).distinct()
                .sorted(Comparator.comparing(Triple::toString)).forEach(triple -> {
                    edges.add(new Edge(things.text(thing), things.text(triple.getObject()),
                            local(triple.getPredicate())));
                    named.addAll(List.of(thing, triple.getObject()));
                }));
        named.forEach(thing -> nodes.add(new Vertex(things.text(thing), things.label(thing),
                things.types(thing).stream().map(Network::local).sorted().findFirst().orElse(""),
                things.values(thing, Terms.START).stream().map(Node::getLiteralLexicalForm).findFirst().orElse(""))));
    }

    /** The network of a graph. */
    public static Network of(KnowledgeGraph graph) {
        return graph.read(data -> new Network(new StatedThings(graph, data)));
    }

    /** The network in <a href="http://graphml.graphdrawing.org/">GraphML</a>. */
    public byte[] graphMl() {
        StringBuilder xml = new StringBuilder(HEAD)
                .append("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
        for (String key : List.of("label", "type", "start")) {
            xml.append("<key id=\"").append(key).append("\" for=\"node\" attr.name=\"").append(key)
                    .append("\" attr.type=\"string\"/>\n");
        }
        xml.append("<key id=\"property\" for=\"edge\" attr.name=\"property\" attr.type=\"string\"/>\n<graph edgedefault=\"directed\">\n");
        nodes.forEach(node -> {
            xml.append("<node id=\"").append(escaped(node.name())).append("\">");
            data(xml, "label", node.label());
            data(xml, "type", node.type());
            data(xml, "start", node.start());
            xml.append("</node>\n");
        });
        edges.forEach(edge -> {
            xml.append("<edge source=\"").append(escaped(edge.from())).append("\" target=\"").append(escaped(edge.to()))
                    .append("\">");
            data(xml, "property", edge.property());
            xml.append("</edge>\n");
        });
        return xml.append("</graph>\n</graphml>\n").toString().getBytes(UTF_8);
    }

    /** The network in <a href="https://gexf.net/">GEXF 1.3</a>; things that have a day begin on it. */
    public byte[] gexf() {
        StringBuilder xml = new StringBuilder(HEAD).append("<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
                + "<graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\">\n"
                + "<attributes class=\"node\"><attribute id=\"type\" title=\"type\" type=\"string\"/></attributes>\n<nodes>\n");
        nodes.forEach(node -> xml.append("<node id=\"").append(escaped(node.name())).append("\" label=\"")
                .append(escaped(node.label().isEmpty() ? node.name() : node.label())).append('"')
                .append(node.start().isEmpty() ? "" : " start=\"" + escaped(node.start()) + '"')
                .append("><attvalues><attvalue for=\"type\" value=\"").append(escaped(node.type()))
                .append("\"/></attvalues></node>\n"));
        xml.append("</nodes>\n<edges>\n");
        for (int i = 0; i < edges.size(); i++) {
            Edge edge = edges.get(i);
            xml.append("<edge id=\"").append(i).append("\" source=\"").append(escaped(edge.from()))
                    .append("\" target=\"")
                    .append(escaped(edge.to())).append("\" label=\"").append(escaped(edge.property())).append("\"/>\n");
        }
        return xml.append("</edges>\n</graph>\n</gexf>\n").toString().getBytes(UTF_8);
    }

    private static void data(StringBuilder xml, String key, String value) {
        if (!value.isEmpty()) {
            xml.append("<data key=\"").append(key).append("\">").append(escaped(value)).append("</data>");
        }
    }

    private static String local(Node term) {
        return term.getURI().replaceFirst(".*[/#]", "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "");
    }
}
