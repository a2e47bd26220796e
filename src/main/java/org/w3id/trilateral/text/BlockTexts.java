package org.w3id.trilateral.text;

import java.util.Arrays;
import java.util.Optional;

import org.apache.jena.graph.Node;

/** The texts of a {@link Block} that is being made. */
final class BlockTexts {
    private final Folding folding = new Folding();
    private final int[] ends = new int[Block.SIZE];
    private final int[] unknown = new int[Block.SIZE];
    private int size;
    private int unknowns;

    /** What {@code STR} gives of a term; empty where it depends on who asks. */
    static Optional<String> text(Node term) {
        return term.isLiteral() ? Optional.of(term.getLiteralLexicalForm())
                : term.isURI() ? Optional.of(term.getURI()) : Optional.empty();
    }

    void add(Optional<String> text) {
        text.ifPresentOrElse(folding::add, () -> unknown[unknowns++] = size);
        end();
    }

    /** Adds the last one again. */
    void repeat() {
        if (unknowns > 0 && unknown[unknowns - 1] == size - 1) {
            unknown[unknowns++] = size;
        }
        folding.repeat(size < 2 ? 0 : ends[size - 2] + 1, ends[size - 1]);
        end();
    }

    private void end() {
        ends[size++] = folding.length();
        folding.end();
    }

    int size() {
        return size;
    }

    Block block(Terms terms) {
        return new Block(folding.text(), Arrays.copyOf(ends, size), Arrays.copyOf(unknown, unknowns), terms);
    }
}
