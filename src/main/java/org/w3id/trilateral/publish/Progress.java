package org.w3id.trilateral.publish;

/** Hears now and then how far the writing of a dump has come: everything is read and sorted first, then written. */
public interface Progress {
    /** So many statements have been read. */
    void read(long statements);

    /** So many statements have been written. */
    void written(long statements);

    /** One that does not listen. */
    static Progress unheard() {
        return new Progress() {
            @Override
            public void read(long statements) {
                // nobody listens
            }

            @Override
            public void written(long statements) {
                // nobody listens
            }
        };
    }
}
