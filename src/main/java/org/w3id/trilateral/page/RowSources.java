package org.w3id.trilateral.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;

import org.w3id.trilateral.graph.Names;
import org.w3id.trilateral.graph.Terms;
import org.w3id.trilateral.query.Answer;

/**
 * The sources on which the rows of an answer rest, numbered as they occur: those of the first thing of a row and of
 * every other thing in it that has a beginning. What a row only names in passing, such as a state, is not looked up.
 */
final class RowSources {
    private static final String CITED = "#cited-";
    private static final int MOST_IN_ROW = 6;
    private static final int LONGEST_PLACE = 24;
    /** A query with a column of that name says itself where its rows come from. */
    private static final List<String> SAID = List.of("source", "sources");

    private final Graph union;
    private final Names names;
    private final Labels labels;
    private final Language language;
    private final Map<Node, Integer> numbers = new LinkedHashMap<>();

    RowSources(Graph union, Names names, Labels labels, Language language) {
        this.union = union;
        this.names = names;
        this.labels = labels;
        this.language = language;
    }

    /** The rows with a column more, where the query has none for sources and any row has some. */
    Grid beside(Grid grid, Answer answer, int first) {
        if (answer.form() != Answer.Form.TABLE || grid.names().stream().anyMatch(SAID::contains)) {
            return grid;
        }
        List<Binding> bindings = ((Answer.Table) answer).rows();
        List<List<List<Ref>>> rows = new ArrayList<>();
        for (int i = 0; i < grid.rows().size(); i++) {
            rows.add(Stream.concat(grid.rows().get(i).stream(),
                    Stream.of(cited(things(grid.names(), bindings.get(first + i))))).toList());
        }
        return numbers.isEmpty() ? grid : grid.with(Grid.CITED, Ref.plain(Words.of(language, "sources")), rows);
    }

    /** The sources that the rows cite, in the order of their numbers. */
    List<Ref> list() {
        return numbers.keySet().stream().map(labels::ref).toList();
    }

    private List<Node> things(List<String> columns, Binding row) {
        List<Node> found = columns.stream().map(column -> row.get(Var.alloc(column)))
                .filter(node -> node != null && node.isURI() && names.local(node.getURI()).isPresent()).distinct()
                .toList();
        return found.stream().filter(node -> node.equals(found.get(0)) || union.contains(node, Terms.START, Node.ANY))
                .toList();
    }

    private List<Ref> cited(List<Node> things) {
        Set<Ref> cited = new LinkedHashSet<>();
        for (Node thing : things) {
            union.find(thing, Terms.ATTESTATION, Node.ANY).mapWith(triple -> triple.getObject()).toList().stream()
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .forEach(attestation -> union.find(attestation, Terms.SOURCE, Node.ANY)
                            .forEach(triple -> {
                                if (cited.size() < MOST_IN_ROW) {
                                    cited.add(ref(triple.getObject(), attestation));
                                }
                            }));
        }
        return cited.stream().sorted(Comparator.comparingInt(RowSources::number)).toList();
    }

    private static int number(Ref cited) {
        return Integer.parseInt(cited.href().substring(CITED.length()));
    }

    private Ref ref(Node source, Node attestation) {
        numbers.putIfAbsent(source, numbers.size() + 1);
        String place = String.join(", ", labels.of(attestation, Terms.LOCATOR).stream().map(Text::words).toList());
        boolean isShort = !place.isEmpty() && place.length() <= LONGEST_PLACE;
        return new Ref(Text.plain(numbers.get(source) + (isShort ? ", " + place : "")), CITED + numbers.get(source),
                "");
    }
}
