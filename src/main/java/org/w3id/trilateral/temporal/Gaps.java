package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;

import org.w3id.trilateral.temporal.PropertyIndex.Gap;
import org.w3id.trilateral.temporal.PropertyIndex.Kind;

/**
 * The values of a key that go with none of a few rows: between and around the windows of these, for each kind of values
 * by itself. A key of any other kind may go with each of them.
 */
final class Gaps {
    private static final int SECONDS_PER_DAY = 86_400;

    private final List<Bound> bounds;
    private final List<Binding> rows;
    private final FunctionEnv functions;

    private Gaps(List<Bound> bounds, List<Binding> rows, FunctionEnv functions) {
        this.bounds = bounds;
        this.rows = rows;
        this.functions = functions;
    }

    private record Span(long from, long to) {
    }

    /**
     * The gaps of all kinds.
     *
     * @param bounds of one key, that is nowhere open
     * @param rows   that look for partners
     */
    static List<Gap> of(List<Bound> bounds, List<Binding> rows, FunctionEnv functions) {
        Gaps gaps = new Gaps(bounds, rows, functions);
        List<Gap> found = new ArrayList<>(gaps.of(Kind.INTEGER, NodeValue.makeInteger(0).asNode(), 1));
        found.addAll(gaps.of(Kind.DAY, NodeValue.makeDate("2000-01-01").asNode(), SECONDS_PER_DAY));
        return found;
    }

    private List<Gap> of(Kind kind, Node example, double unit) {
        Column column = new Column(bounds.get(0).column());
        column.accept(example);
        Slots slots = new Slots(bounds);
        Window window = new Window(List.of(column), bound -> 0, bounds, slots);
        Values.Read values = new Values.Read(slots, functions);
        List<Span> spans = new ArrayList<>();
        for (Binding row : rows) {
            values.read(row);
            window.look(values);
            long from = (long) Math.ceil(Math.max(window.low(0) / unit, kind.least()));
            long to = (long) Math.floor(Math.min(window.high(0) / unit, kind.greatest()));
            if (!window.isEmpty() && from <= to) {
                spans.add(new Span(from, to));
            }
        }
        spans.sort(Comparator.comparingLong(Span::from));
        return around(spans, kind);
    }

    private static List<Gap> around(List<Span> spans, Kind kind) {
        List<Gap> gaps = new ArrayList<>();
        long next = kind.least();
        for (Span span : spans) {
            if (span.from() > next) {
                gaps.add(new Gap(kind, next, span.from() - 1));
            }
            next = Math.max(next, span.to() + 1);
        }
        if (next <= kind.greatest()) {
            gaps.add(new Gap(kind, next, kind.greatest()));
        }
        return gaps;
    }
}
