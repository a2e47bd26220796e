package org.w3id.trilateral.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * The properties of a page in groups, as the graph itself arranges them by
 * <a href="https://www.w3.org/TR/shacl/#group">{@code sh:group} and {@code sh:order}</a>. Lives no longer than one read
 * of the graph.
 */
final class FactGroups {
    private static final String SHACL = "http://www.w3.org/ns/shacl#";
    private static final Node GROUP_CLASS = NodeFactory.createURI(SHACL + "PropertyGroup");
    private static final Node GROUP = NodeFactory.createURI(SHACL + "group");
    private static final Node PATH = NodeFactory.createURI(SHACL + "path");
    private static final Node ORDER = NodeFactory.createURI(SHACL + "order");

    private final Graph graph;
    private final Labels labels;

    FactGroups(Graph graph, Labels labels) {
        this.graph = graph;
        this.labels = labels;
    }

    /**
     * Properties that are shown together.
     *
     * @param name       what they are about; empty words for those that no group claims
     * @param properties in their order
     */
    record Group(Text name, List<Node> properties) {
        Group {
            properties = List.copyOf(properties);
        }
    }

    /** The properties in their groups; what no group claims comes last, in the order given. */
    List<Group> of(List<Node> properties) {
        List<Group> groups = new ArrayList<>();
        Set<Node> rest = new HashSet<>(properties);
        graph.find(Node.ANY, RDF.type.asNode(), GROUP_CLASS).mapWith(Triple::getSubject).toList().stream()
                .sorted(Comparator.comparingDouble(this::order)).forEach(group -> {
                    List<Node> members = members(group).stream().filter(rest::remove).toList();
                    if (!members.isEmpty()) {
                        groups.add(new Group(labels.text(group), members));
                    }
                });
        if (!rest.isEmpty()) {
            groups.add(new Group(Text.plain(""), properties.stream().filter(rest::contains).toList()));
        }
        return groups;
    }

    private List<Node> members(Node group) {
        return graph.find(Node.ANY, GROUP, group).mapWith(Triple::getSubject).toList().stream()
                .sorted(Comparator.comparingDouble(this::order))
                .flatMap(shape -> graph.find(shape, PATH, Node.ANY).mapWith(Triple::getObject).toList().stream())
                .toList();
    }

    private double order(Node node) {
        return graph.find(node, ORDER, Node.ANY).mapWith(Triple::getObject).toList().stream().filter(Node::isLiteral)
                .map(Node::getLiteralValue).filter(Number.class::isInstance)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .min().orElse(Double.MAX_VALUE);
    }
}
