package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.jena.atlas.io.IndentedWriter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitor;
import org.apache.jena.sparql.algebra.Transform;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpExt;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.serializer.SerializationContext;
import org.apache.jena.sparql.sse.writers.WriterOp;
import org.apache.jena.sparql.util.NodeIsomorphismMap;

/**
 * An operator of ARQ that joins two patterns by sorting and searching.
 *
 * <p>It is made of parts that are optimized already ({@link JoinOptimizer}), so a transformation means the execution:
 * the one to quads is passed on to the parts; any other (values put in for variables) is answered by the plain
 * operator, transformed.
 */
final class TemporalJoin extends OpExt implements Rewritable {
    private static final String TAG = "temporal-join";

    /** What is made of the left rows and those right rows that go with them. */
    enum Mode { INNER, LEFT, WITH, WITHOUT, MARK }

    /**
     * Which of the right rows that go with a left one are wanted: those of the least or greatest key, at least; or only
     * how many.
     */
    enum Pick { ALL, LEAST, GREATEST, COUNT }

    /** How an operator is rewritten. */
    interface Rewriting {
        Op of(Op op);
    }

    /**
     * What is joined.
     *
     * @param left      streams past
     * @param right     is kept sorted
     * @param effective does the same in plain operators
     */
    record Sources(Op left, Op right, Op effective) {
        Sources rewritten(Rewriting rewriting) {
            return new Sources(rewriting.of(left), rewriting.of(right), rewriting.of(effective));
        }

        /** Variables of both sides. */
        Set<Var> common() {
            return Planner.shared(left, right);
        }
    }

    private final Mode mode;
    private final Sources sources;
    private final Match match;
    private final Choice choice;
    private final Optional<Node> graph;

    private TemporalJoin(Mode mode, Sources sources, Match match, Choice choice, Optional<Node> graph) {
        super(TAG);
        this.graph = graph;
        this.mode = mode;
        this.sources = sources;
        this.match = match;
        this.choice = choice;
    }

    /** A join of all pairs. */
    TemporalJoin(Mode mode, Sources sources, Match match) {
        this(mode, sources, match, Choice.ALL, Optional.empty());
    }

    TemporalJoin before(Nearest found) {
        return new TemporalJoin(mode, sources, match, choice.of(Optional.of(found)), graph);
    }

    /** The same within {@code GRAPH}; with its joins, unless these are within another already. */
    @Override
    public TemporalJoin within(Node name) {
        return graph.isPresent() ? this : new TemporalJoin(mode, sources.rewritten(op -> Joins.within(name, op)), match,
                choice.of(nearest().map(n -> n.rewritten(Joins.within(name, n.others()), n.shared()))),
                Optional.of(name));
    }

    /**
     * The graph that its patterns are looked for in, a name or a variable; empty for the default graph, or if they are
     * quads.
     */
    Optional<Node> graph() {
        return graph;
    }

    /** True if its sides have the same rows whenever they are looked for in the same data. */
    boolean isLasting() {
        return graph.stream().noneMatch(Node::isVariable) && Lasting.is(left()) && Lasting.is(right())
                && match.bounds().stream()
                .flatMap(bound -> bound.either().isEmpty() ? Stream.of(bound) : bound.either().stream())
                        .allMatch(bound -> Lasting.is(bound.key()) && Lasting.is(bound.value()))
                && match.ties().equal().stream().allMatch(e -> Lasting.is(e.right()) && Lasting.is(e.left()))
                && nearest().stream().allMatch(n -> Lasting.is(n.others()));
    }

    /** True if all bounds are from below, or all from above. */
    boolean isOneSided() {
        return match.bounds().stream().noneMatch(bound -> bound.relation().isLower())
                || match.bounds().stream().noneMatch(bound -> bound.relation().isUpper());
    }

    /** The same, with pairs only counted. */
    TemporalJoin counting() {
        return new TemporalJoin(mode, sources, match, choice.of(Pick.COUNT), graph);
    }

    /** The same, with left rows without a partner. */
    TemporalJoin optional() {
        return new TemporalJoin(Mode.LEFT, sources, match, choice, graph);
    }

    /** True for all pairs that fulfil so many conditions, each of which is a bound that applies to each row. */
    boolean isByPlaces(int conditions) {
        return mode == Mode.INNER && nearest().isEmpty() && match.shared().isEmpty() && match.residual().isEmpty()
                && match.ties().equal().isEmpty() && match.conditions().size() == conditions
                && match.bounds().stream().noneMatch(b -> b.isOpen() || b.origin() == Bound.Origin.IMPLIED);
    }

    /** The left rows that have a partner, each once, not all pairs; the plain operator gives the pairs still. */
    Optional<TemporalJoin> existing() {
        boolean all = mode == Mode.INNER && choice.equals(Choice.ALL);
        return all ? Optional.of(new TemporalJoin(Mode.WITH, sources, match, choice, graph)) : Optional.empty();
    }

    /** The same, with a variable for whether there is a partner. */
    TemporalJoin marking(Var variable) {
        return new TemporalJoin(mode, sources, match, new Choice(nearest(), pick(), Optional.of(variable)), graph);
    }

    /** The same with only the extreme pairs, if the key is one of those sorted. */
    Optional<TemporalJoin> picking(Pick wanted, ExprVar key) {
        List<Bound> first = match.bounds().stream().filter(b -> b.openKey().isEmpty() && b.key().equals(key)).toList();
        if (first.isEmpty() || nearest().isPresent()) {
            return Optional.empty();
        }
        Set<Bound> order = new LinkedHashSet<>(first);
        order.addAll(match.bounds());
        Ties ties = new Ties(List.copyOf(order), match.ties().equal(), match.residual());
        Match sorted = new Match(match.shared(), ties, match.conditions());
        return Optional.of(new TemporalJoin(mode, sources, sorted, choice.of(wanted), graph));
    }

    /** The same with its parts rewritten. */
    @Override
    public TemporalJoin rewritten(Rewriting rewriting) {
        Optional<Nearest> newNearest = nearest().map(n -> n.rewritten(rewriting.of(n.others()), n.shared()));
        return new TemporalJoin(mode, sources.rewritten(rewriting), match, choice.of(newNearest), graph);
    }

    @Override
    public List<TemporalJoin> joins() {
        List<TemporalJoin> found = new ArrayList<>(List.of(this));
        found.addAll(Joins.in(left()));
        found.addAll(Joins.in(right()));
        return found;
    }

    /** Graph variables come in where triples become quads; they are then common to both sides. */
    private TemporalJoin sharing(TemporalJoin before) {
        Set<Var> shared = new HashSet<>(sources.common());
        shared.removeAll(before.sources.common());
        shared.addAll(match.shared());
        Optional<Nearest> newNearest = nearest().map(n -> {
            Set<Var> common = Planner.shared(left(), n.others());
            common.removeAll(Planner.shared(before.left(), before.nearest().orElseThrow().others()));
            common.addAll(n.shared());
            return n.rewritten(n.others(), common);
        });
        return new TemporalJoin(mode, sources, new Match(shared, match.ties(), match.conditions()),
                choice.of(newNearest), graph);
    }

    @Override
    public Op effectiveOp() {
        return sources.effective();
    }

    @Override
    public QueryIterator eval(QueryIterator input, ExecutionContext context) {
        return Joins.notRoot(input, context).map(rows -> QC.execute(sources.effective(), rows, context))
                .orElseGet(() -> new JoinRows(this, context));
    }

    @Override
    public Op apply(Transform transform) {
        return Transformer.transform(transform, sources.effective());
    }

    @Override
    public Op apply(Transform transform, OpVisitor before, OpVisitor after) {
        return rewritten(op -> Transformer.transformSkipService(transform, null, op, before, after)).sharing(this);
    }

    @Override
    public void outputArgs(IndentedWriter out, SerializationContext context) {
        out.println(describe());
        out.incIndent();
        WriterOp.output(out, left(), context);
        out.ensureStartOfLine();
        WriterOp.output(out, right(), context);
        out.ensureStartOfLine();
        out.decIndent();
    }

    /** One line for people: what is made, over which bounds. */
    String describe() {
        String what = switch (mode) {
            case INNER -> choice.pick() == Pick.ALL ? "pairs" : pick().name().toLowerCase(Locale.ROOT);
            case LEFT -> choice.pick() == Pick.ALL ? "optional" : "optional " + pick().name().toLowerCase(Locale.ROOT);
            case WITH -> "exists";
            case WITHOUT -> "not-exists";
            case MARK -> "exists as " + mark();
        };
        String line = match.bounds().stream().map(Bound::describe).distinct().collect(Collectors.joining(" "));
        String equal = match.shared().isEmpty() ? ""
                : " same " + match.shared().stream().map(Var::toString).sorted().toList();
        String rest = match.residual().isEmpty() ? "" : " filter " + match.residual();
        return what + " " + line + equal + rest + (nearest().isPresent() ? " nearest" : "");
    }

    Mode mode() {
        return mode;
    }

    Op left() {
        return sources.left();
    }

    Op right() {
        return sources.right();
    }

    Match match() {
        return match;
    }

    Optional<Nearest> nearest() {
        return choice.nearest();
    }

    Pick pick() {
        return choice.pick();
    }

    /** With {@link Mode#MARK}, the variable that is bound. */
    Var mark() {
        return choice.mark().orElseThrow();
    }

    Set<Var> leftVisible() {
        return Variables.visible(left());
    }

    /** The columns of the right side's index: the key of most bounds first, unless one is picked. */
    List<Bound.Key> keys() {
        Map<Bound.Key, Long> counts = match.bounds().stream()
                .collect(Collectors.groupingBy(Bound::column, LinkedHashMap::new, Collectors.counting()));
        Comparator<Bound.Key> most = Comparator.comparing(key -> -counts.get(key));
        return choice.pick() == Pick.ALL || choice.pick() == Pick.COUNT
                ? counts.keySet().stream().sorted(most).toList() : List.copyOf(counts.keySet());
    }

    @Override
    public int hashCode() {
        return sources.effective().hashCode() + mode.hashCode();
    }

    @Override
    public boolean equalTo(Op other, NodeIsomorphismMap labels) {
        return other instanceof TemporalJoin join && mode == join.mode
                && sources.effective().equalTo(join.sources.effective(), labels);
    }
}
