package org.w3id.trilateral.load;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/** How generated events lie in time and among states. */
public enum Shape {
    /** Every day and every state is as likely as any other. */
    UNIFORM,
    /** Three quarters of the events lie in crises of a few days to months, most of them among a few states. */
    BURSTY;

    /**
     * The shape of that name.
     *
     * @throws TrilateralException {@link Fault#BAD_OPTION} for any other name
     */
    public static Shape of(String name) {
        List<String> labels = Arrays.stream(values()).map(Shape::label).toList();
        return Arrays.stream(values()).filter(shape -> shape.label().equals(name)).findFirst()
                .orElseThrow(() -> new TrilateralException(Fault.BAD_OPTION,
                        "'" + name + "' is no shape; there are " + String.join(" and ", labels), labels));
    }

    /** Its name on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
