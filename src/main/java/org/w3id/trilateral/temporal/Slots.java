package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.function.FunctionEnv;

/**
 * The values that bounds look for in a left row, as numbers: the place of each, and a code that says of what kind it
 * is.
 */
final class Slots {
    /** The bound does not apply to the row. */
    static final byte EXEMPT = -3;
    /** The value has no place. */
    static final byte UNPLACED = -2;
    /** The value is unbound or an error. */
    static final byte ABSENT = -1;

    private final List<Bound> bounds = new ArrayList<>();
    private final int[] first;

    Slots(List<Bound> all) {
        first = new int[all.size() + 1];
        for (int i = 0; i < all.size(); i++) {
            List<Bound> either = all.get(i).either();
            bounds.addAll(either.isEmpty() ? List.of(all.get(i)) : either);
            first[i + 1] = bounds.size();
        }
    }

    /** The bounds with one value each. */
    List<Bound> bounds() {
        return bounds;
    }

    int size() {
        return bounds.size();
    }

    /** The first slot of a bound; the last one is before the first of the next. */
    int first(int bound) {
        return first[bound];
    }

    /** What the slots are made of. */
    List<List<Object>> shape() {
        return bounds.stream().map(bound -> List.<Object>of(bound.value(), bound.openValue())).toList();
    }

    /** The place of one value; the code is left in an array. */
    double read(int slot, Binding row, FunctionEnv functions, byte[] codes, int at) {
        Bound bound = bounds.get(slot);
        Optional<Var> open = bound.openValue();
        if (open.isPresent() && !row.contains(open.get())) {
            codes[at] = EXEMPT;
            return 0;
        }
        Expr value = bound.value();
        Optional<Node> term = Column.value(value, row, functions);
        Optional<Position> position = term.flatMap(Position::of);
        codes[at] = position.isPresent() ? (byte) position.get().kind().ordinal() : term.isEmpty() ? ABSENT : UNPLACED;
        return position.isPresent() ? position.get().at() : 0;
    }
}
