package org.w3id.trilateral.temporal;

import org.apache.jena.sparql.engine.binding.Binding;

/** The left rows of a join, one after another, with what each looks for. */
interface LeftSide extends Values {
    /** Goes to the next row; false if there is none. */
    boolean advance();

    /** The row. */
    Binding row();

    /** The right rows that agree with the row in what must be the same. */
    Bucket bucket();

    /** Gives back what it holds. */
    void close();

    /** Stops it, from another thread. */
    void cancel();
}
