package org.w3id.trilateral.temporal;

import org.apache.jena.sparql.engine.binding.Binding;

import org.w3id.trilateral.temporal.TemporalJoin.Pick;

/**
 * The right rows that may go with one left row: those inside its window, in the order of the first key, then the odd
 * ones. One object serves all left rows, one after another.
 */
final class Candidates {
    private final Index index;
    private final Window window;
    private final boolean descends;
    private final boolean picks;
    private Bucket bucket;
    private double least;
    private int end;
    private int at;
    private int nextOdd;
    private double reached;
    private double farthest;
    private Binding row;
    private boolean sure;

    Candidates(Index index, Window window, Pick pick) {
        this.index = index;
        this.window = window;
        this.descends = pick == Pick.GREATEST;
        this.picks = (pick == Pick.LEAST || descends) && index.columns().get(0).isOrdered();
    }

    /** Begins with the rows of a bucket that the window, as it now is, lets in. */
    void open(Bucket among) {
        bucket = among;
        least = index.least(window);
        farthest = descends ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        int from = window.isEmpty() ? 0 : bucket.below(window.low(0));
        int to = window.isEmpty() ? 0 : bucket.upTo(window.high(0));
        at = descends ? to - 1 : from;
        end = descends ? from - 1 : to;
        nextOdd = 0;
    }

    /** Goes to the next candidate; false if there is none. */
    boolean advance() {
        while (descends ? at > end : at < end) {
            int next = descends ? at-- : bucket.next(at, least);
            if (!descends) {
                at = Math.max(next, next + 1);
            }
            if (!descends && next >= end) {
                break;
            }
            reached = bucket.key(0, next);
            if (descends ? reached < farthest : reached > farthest) {
                at = end;
            } else if (bucket.holds(next, window)) {
                row = bucket.row(next);
                sure = window.isExact();
                return true;
            }
        }
        return advanceOdd();
    }

    /** Says that the candidate was a partner: if only the first are wanted, those of another key are not. */
    void found() {
        if (picks && nextOdd == 0) {
            farthest = reached;
        }
    }

    /** The place of the first candidate's first key; NaN if there is none with a place. */
    double first() {
        return advance() && nextOdd == 0 ? reached : Double.NaN;
    }

    private boolean advanceOdd() {
        if (nextOdd >= bucket.odd().size()) {
            return false;
        }
        row = bucket.odd().get(nextOdd++);
        sure = false;
        return true;
    }

    /** The place of the candidate's first key. */
    double place() {
        return reached;
    }

    /** The candidate come to. */
    Binding row() {
        return row;
    }

    /** True if the candidate fulfils what the bounds were read from. */
    boolean isSure() {
        return sure;
    }
}
