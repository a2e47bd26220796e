package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.util.Context;

/**
 * The subjects of one property sorted by its object, for a store that cannot say which lie in a range: read once.
 * Read-only once it is made.
 */
final class KeptProperty implements PropertyIndex {
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int STATEMENTS_PER_LOOK = 1024;
    private static final int STATEMENT_BYTES = 48;

    private final Map<Kind, List<Placed>> placed = new EnumMap<>(Kind.class);
    private final List<Node> others = new ArrayList<>();
    private int size;

    private record Placed(long at, Node subject) {
    }

    private KeptProperty() {
        for (Kind kind : Kind.values()) {
            placed.put(kind, new ArrayList<>());
        }
    }

    /** Reads the statements, all of them. */
    static KeptProperty read(Statements statements, ExecutionContext context) {
        KeptProperty made = new KeptProperty();
        Iterator<Triple> found = statements.graph().find(Node.ANY, statements.property(), Node.ANY);
        for (; found.hasNext(); made.size++) {
            if (made.size % STATEMENTS_PER_LOOK == 0) {
                Preparation.look(context);
            }
            made.add(found.next());
        }
        made.placed.values().forEach(list -> list.sort(Comparator.comparingLong(Placed::at)));
        return made;
    }

    private void add(Triple triple) {
        Optional<Position> position = Position.of(triple.getObject());
        Optional<Kind> kind = position.flatMap(found -> switch (found.kind()) {
            case INTEGER -> Optional.of(Kind.INTEGER);
            case DATE -> Optional.of(Kind.DAY);
            case DECIMAL, DOUBLE, DATE_UTC, DATE_ZONED, TIME, TIME_UTC, TIME_ZONED, YEAR, MONTH, DAY_TEXT, TEXT ->
                Optional.empty();
        });
        if (kind.isEmpty()) {
            others.add(triple.getSubject());
        } else {
            long at = (long) position.get().at() / (kind.get() == Kind.DAY ? SECONDS_PER_DAY : 1);
            placed.get(kind.get()).add(new Placed(at, triple.getSubject()));
        }
    }

    /** An estimate. */
    long bytes() {
        return (long) STATEMENT_BYTES * size;
    }

    @Override
    public OptionalLong count(Context execution, Statements of, List<Gap> gaps, long limit) {
        long wanted = others.size() + runs(gaps).mapToLong(List::size).sum();
        return OptionalLong.of(Math.min(limit, wanted));
    }

    @Override
    public Optional<Iterator<Node>> subjects(Context execution, Statements of, List<Gap> gaps) {
        return Optional.of(Stream.concat(others.stream(), runs(gaps).flatMap(List::stream).map(Placed::subject))
                .iterator());
    }

    /** What lies between the gaps. */
    private Stream<List<Placed>> runs(List<Gap> gaps) {
        List<List<Placed>> runs = new ArrayList<>();
        placed.forEach((kind, sorted) -> {
            int next = 0;
            for (Gap gap : gaps.stream().filter(gap -> gap.kind() == kind).toList()) {
                runs.add(sorted.subList(next, Math.max(next, below(sorted, gap.from()))));
                next = Math.max(next, below(sorted, gap.to() + 1));
            }
            runs.add(sorted.subList(next, sorted.size()));
        });
        return runs.stream();
    }

    private static int below(List<Placed> sorted, long at) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).at() < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
