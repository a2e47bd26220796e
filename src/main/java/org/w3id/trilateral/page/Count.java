package org.w3id.trilateral.page;

import java.util.Objects;

/**
 * A class and how many things there are of it.
 *
 * @param type   the class
 * @param number its instances
 */
public record Count(Ref type, int number) {
    public Count {
        Objects.requireNonNull(type, "type");
    }
}
