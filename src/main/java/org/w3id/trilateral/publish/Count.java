package org.w3id.trilateral.publish;

import java.util.Iterator;
import java.util.function.LongConsumer;

/** Counts what passes, and tells now and then how much it was. For one thread. */
final class Count {
    /** How many pass between two tellings. */
    private static final int STEP = 5_000;

    private final LongConsumer listener;
    private long passed;

    Count(LongConsumer listener) {
        this.listener = listener;
    }

    void one() {
        if (++passed % STEP == 0) {
            listener.accept(passed);
        }
    }

    /** The same, counted. */
    <T> Iterator<T> over(Iterator<T> items) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public T next() {
                one();
                return items.next();
            }
        };
    }
}
