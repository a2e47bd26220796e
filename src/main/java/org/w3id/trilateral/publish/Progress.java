package org.w3id.trilateral.publish;

/** Hears now and then how far the writing of a dump has come: everything is read and sorted first, then written. */
@FunctionalInterface
public interface Progress {
    /** So many statements have been written. */
    void written(long statements);

    /** So many statements have been read. */
    default void read(long statements) {
        // most who listen want to know of the writing only
    }

    /** One that does not listen. */
    static Progress unheard() {
        return statements -> { };
    }
}
