package org.w3id.trilateral.text;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.jena.sparql.core.Var;

/**
 * The texts of which one occurs in the value of a variable wherever a condition holds.
 *
 * @param variable has the value
 * @param texts    at least one, none of them empty; letters of any case
 */
record Needles(Var variable, List<String> texts) {
    Needles {
        texts = texts.stream().distinct().sorted().toList();
    }

    /** Texts that are known, as far as something can be searched: each must say something. */
    static boolean areUseful(List<String> texts) {
        return !texts.isEmpty() && texts.stream().allMatch(text -> !Folding.folded(text).isEmpty()
                && text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    /** Either these or the others. */
    Needles or(Needles others) {
        return new Needles(variable, Stream.concat(texts.stream(), others.texts.stream()).toList());
    }

    /** As they are searched for. */
    List<String> folded() {
        return texts.stream().map(Folding::folded).distinct().toList();
    }

    /** Length of the shortest. */
    int shortest() {
        return folded().stream().mapToInt(String::length).min().orElseThrow();
    }

    String describe() {
        return texts.stream().map(text -> '"' + text + '"').collect(Collectors.joining(" or ")) + " in " + variable;
    }
}
