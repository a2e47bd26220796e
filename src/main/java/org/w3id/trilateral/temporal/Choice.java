package org.w3id.trilateral.temporal;

import java.util.Optional;

import org.apache.jena.sparql.core.Var;

import org.w3id.trilateral.temporal.TemporalJoin.Pick;

/**
 * Which of the pairs of a join are wanted, if not all.
 *
 * @param nearest what must not lie between
 * @param pick    those of the least or greatest key, or only how many
 * @param mark    where left rows are marked: the variable that is true where there is a pair
 */
record Choice(Optional<Nearest> nearest, Pick pick, Optional<Var> mark) {
    static final Choice ALL = new Choice(Optional.empty(), Pick.ALL, Optional.empty());

    Choice of(Optional<Nearest> other) {
        return new Choice(other, pick, mark);
    }

    Choice of(Pick other) {
        return new Choice(nearest, other, mark);
    }
}
