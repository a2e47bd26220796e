package org.w3id.trilateral.temporal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;

/** Which left rows have the same values of some variables. */
final class LeftGroups {
    private static final int ROWS_PER_LOOK = 1024;

    private final int[] groups;
    private final Binding[] firsts;

    private LeftGroups(int[] groups, Binding[] firsts) {
        this.groups = groups;
        this.firsts = firsts;
    }

    static LeftGroups of(LeftTable table, List<Var> variables, ExecutionContext context) {
        int[] groups = new int[table.size()];
        Binding[] firsts = new Binding[groups.length];
        Map<Object, Integer> numbers = new HashMap<>();
        for (int row = 0; row < groups.length; row++) {
            if (row % ROWS_PER_LOOK == 0) {
                Preparation.look(context);
            }
            groups[row] = numbers.computeIfAbsent(key(table.row(row), variables), none -> numbers.size());
            if (firsts[groups[row]] == null) {
                firsts[groups[row]] = table.row(row);
            }
        }
        return new LeftGroups(groups, Arrays.copyOf(firsts, numbers.size()));
    }

    /** The values of a row, as equal as those are. */
    static Object key(Binding row, List<Var> variables) {
        if (variables.size() == 1) {
            Node term = row.get(variables.get(0));
            return term == null ? List.of() : term;
        }
        List<Node> terms = new ArrayList<>(variables.size());
        variables.forEach(variable -> terms.add(row.get(variable)));
        return terms;
    }

    int size() {
        return firsts.length;
    }

    /** The number of a row's group. */
    int of(int row) {
        return groups[row];
    }

    /** The first row of a group. */
    Binding first(int group) {
        return firsts[group];
    }
}
