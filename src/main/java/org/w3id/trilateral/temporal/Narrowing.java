package org.w3id.trilateral.temporal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Table;
import org.apache.jena.sparql.algebra.TableFactory;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.ExprVar;

import org.w3id.trilateral.temporal.PropertyIndex.Gap;
import org.w3id.trilateral.temporal.PropertyIndex.Statements;

/**
 * Makes the right side of a join with a few left rows smaller: to the subjects whose key may lie in the window of one
 * of them. Only where these are few beside all that have the property; for many left rows, or wide windows, reading
 * all once and keeping it is cheaper.
 */
final class Narrowing {
    /** Most left rows whose windows are looked at. */
    static final int MOST_ROWS = 256;
    private static final int MOST_SUBJECTS = 50_000;
    /** Where the right side can be looked up by a common variable, it is narrowed to no more than this. */
    private static final int MOST_LOOKED_UP = 5_000;
    private static final int MANY_STATEMENTS = 10_000;
    /** One subject found and looked up costs as much as this many read along with all others. */
    private static final int SHARE = 8;
    private static final Var ANY = Var.alloc("any");
    private static final String SORTED = "sorted";

    private final ExecutionContext context;
    private final Optional<KeptRows> kept;
    private final Optional<Node> within;

    /**
     * For one execution.
     *
     * @param kept   empty where nothing of the right side may be kept
     * @param within the graph that the join is in, if it is a named one
     */
    Narrowing(ExecutionContext context, Optional<KeptRows> kept, Optional<Node> within) {
        this.context = context;
        this.kept = kept;
        this.within = within;
    }

    /**
     * An operator that has all solutions of the right side that go with one of the rows, and perhaps others of it.
     *
     * @param bounds    of the pairs
     * @param rows      of the left side, all of them
     * @param canLookUp true if the right side can be looked up for each of them
     */
    Optional<Op> of(Op right, List<Bound> bounds, List<Binding> rows, boolean canLookUp) {
        if (rows.size() > MOST_ROWS) {
            return Optional.empty();
        }
        return bounds.stream().map(Bound::column).filter(key -> key.open().isEmpty()).distinct()
                .filter(key -> key.expression() instanceof ExprVar)
                .flatMap(key -> of(right, bounds.stream().filter(bound -> bound.column().equals(key)).toList(), rows,
                        canLookUp ? MOST_LOOKED_UP : MOST_SUBJECTS).stream())
                .findFirst();
    }

    private Optional<Op> of(Op right, List<Bound> bounds, List<Binding> rows, int most) {
        Var key = bounds.get(0).key().asVar();
        return KeyPattern.in(right, key).flatMap(pattern -> {
            List<Gap> gaps = Gaps.of(bounds, rows, context);
            return subjects(pattern, gaps, most).map(found -> pattern.with(table(pattern.subject(), found)));
        });
    }

    /** The subjects whose key lies in no gap, each once; empty if they are too many. */
    private Optional<Set<Node>> subjects(KeyPattern pattern, List<Gap> gaps, int most) {
        Graph graph = pattern.graph().map(context.getDataset()::getGraph).orElseGet(context::getActiveGraph);
        if (graph == null) {
            return Optional.empty();
        }
        Statements statements = new Statements(graph, pattern.property());
        return index(statements, pattern.graph().or(() -> within))
                .filter(index -> isWorthIt(index, statements, gaps, most))
                .flatMap(index -> index.subjects(context.getContext(), statements, gaps)).map(nodes -> {
                    Set<Node> subjects = new LinkedHashSet<>();
                    nodes.forEachRemaining(subjects::add);
                    return subjects;
                });
    }

    private Optional<PropertyIndex> index(Statements statements, Optional<Node> name) {
        Optional<PropertyIndex> given = Optional.ofNullable(context.getContext().get(TemporalJoins.PROPERTY_INDEX));
        return given.filter(index -> index.count(context.getContext(), statements, List.of(), 1).isPresent())
                .or(() -> kept.map(rows -> kept(rows, statements, name)));
    }

    private PropertyIndex kept(KeptRows rows, Statements statements, Optional<Node> name) {
        Op all = new OpBGP(BasicPattern.wrap(List.of(Triple.create(ANY, statements.property(), ANY))));
        Op key = name.isPresent() ? new OpGraph(name.get(), all) : all;
        return rows.get(KeptProperty.class, key, SORTED).orElseGet(() -> {
            KeptProperty made = KeptProperty.read(statements, context);
            rows.put(key, SORTED, made, made.bytes());
            return made;
        });
    }

    private boolean isWorthIt(PropertyIndex index, Statements statements, List<Gap> gaps, int most) {
        long wanted = index.count(context.getContext(), statements, gaps, most + 1L).orElse(Long.MAX_VALUE);
        if (wanted > most) {
            return false;
        }
        int many = context.getContext().get(TemporalJoins.MANY_STATEMENTS, MANY_STATEMENTS);
        if (many == 0) {
            return true;
        }
        long enough = Math.max(many, SHARE * wanted);
        OptionalLong all = index.count(context.getContext(), statements, List.of(), enough);
        return all.orElse(0) >= enough;
    }

    private static OpTable table(Var variable, Set<Node> nodes) {
        Table table = TableFactory.create(List.of(variable));
        nodes.forEach(node -> table.addBinding(BindingFactory.binding(variable, node)));
        return OpTable.create(table);
    }
}
