package org.w3id.trilateral.page;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** A value that is made once, by the first who asks for it; others wait meanwhile. For what would delay a start. */
final class Later<T> {
    private final Supplier<T> making;
    private volatile Optional<T> made = Optional.empty();

    Later(Supplier<T> making) {
        this.making = Objects.requireNonNull(making, "making");
    }

    T get() {
        return made.orElseGet(this::make);
    }

    private synchronized T make() {
        if (made.isEmpty()) {
            made = Optional.of(making.get());
        }
        return made.get();
    }
}
