package org.w3id.trilateral.load;

/** Is told how a load goes on; it may end it by throwing. Called by one thread at a time. */
public interface LoadListener {
    /** So many statements were read so far. */
    void read(long statements);

    /** A line is not loaded. */
    void refused(Refusal refusal);

    /** Another part of the work begins. */
    void begins(String part);
}
