package org.w3id.trilateral.load;

import org.apache.jena.graph.Node;

/**
 * What stands for the terms of a stream of statements: the terms themselves, or numbers for them.
 *
 * @param <T> what stands for a term; equal for equal terms
 */
interface Naming<T> {
    /** What stands for that term. */
    T of(Node term);

    /** The term that it stands for. */
    Node term(T name);

    /** Whether it stands for a literal. */
    boolean isLiteral(T name);

    /** Remembers that all that is said of a subject was seen; false if that had been thought before. */
    boolean complete(T subject);

    /** Terms stand for themselves; no subject is remembered. */
    Naming<Node> PLAIN = new Naming<>() {
        @Override
        public Node of(Node term) {
            return term;
        }

        @Override
        public Node term(Node name) {
            return name;
        }

        @Override
        public boolean isLiteral(Node name) {
            return name.isLiteral();
        }

        @Override
        public boolean complete(Node subject) {
            return true;
        }
    };
}
