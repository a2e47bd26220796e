package org.w3id.trilateral.page;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.LongStream;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;

import org.w3id.trilateral.graph.Columns;
import org.w3id.trilateral.graph.Names;
import org.w3id.trilateral.graph.Terms;

/** How often the terms of the ontology are used; counted once, and then read-only. */
final class TermUses {
    /** Among so many uses the example is looked for. */
    private static final int MOST_READ = 50_000;

    private final Names names;
    private final Map<Node, Use> uses = new HashMap<>();

    /**
     * The uses of a term.
     *
     * @param number  how many things are of the class, or statements by the property
     * @param example one of these things; of a property, one that it is said of
     */
    record Use(int number, Optional<Node> example) {
    }

    /** Counts all terms of the ontology that have a type. */
    TermUses(DatasetGraph data, Names names) {
        this.names = names;
        Columns columns = Columns.of(data);
        for (Node kind : OntologyReader.KINDS) {
            data.getDefaultGraph().find(Node.ANY, RDF.type.asNode(), kind).mapWith(Triple::getSubject).toList().stream()
                    .filter(term -> term.isURI() && term.getURI().startsWith(Terms.TRI))
                    .forEach(term -> uses.computeIfAbsent(term, t -> use(t, columns)));
        }
    }

    /** The uses of a term; none where it is no term of the ontology. */
    Use of(Node term) {
        return uses.getOrDefault(term, new Use(0, Optional.empty()));
    }

    private Use use(Node term, Columns columns) {
        LongStream.Builder subjects = LongStream.builder();
        columns.pairs(term, (subject, object) -> subjects.add(subject));
        long[] all = LongStream.concat(subjects.build(), Arrays.stream(columns.subjects(RDF.type.asNode(), term)))
                .sorted().toArray();
        TreeSet<String> least = new TreeSet<>();
        columns.texts(Arrays.copyOf(all, Math.min(all.length, MOST_READ)), (place, iri) -> {
            if (!iri.isEmpty()) {
                Node owner = Labels.owner(NodeFactory.createURI(iri));
                if (Hits.isThing(owner, names)) {
                    least.add(owner.getURI());
                    if (least.size() > 1) {
                        least.pollLast();
                    }
                }
            }
        });
        return new Use(all.length, least.stream().findFirst().map(NodeFactory::createURI));
    }
}
