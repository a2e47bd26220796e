package org.w3id.trilateral.temporal;

import java.util.Optional;
import java.util.Set;

import org.apache.jena.sparql.core.Var;

/**
 * What had better be on which side.
 *
 * @param key  a variable that had better be a key of the right side
 * @param left variables that had better all be on the left one
 */
record Wish(Optional<Var> key, Set<Var> left) {
    static final Wish NONE = new Wish(Optional.empty(), Set.of());
}
