package org.w3id.trilateral.fault;

import java.util.List;
import java.util.Objects;

/** A failure with its {@link Fault}, worded for the person who caused it: what, the value given, what is allowed. */
public final class TrilateralException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final transient List<String> allowed;

    /** A failure with a message that says all. */
    public TrilateralException(Fault fault, String message) {
        this(fault, message, List.of(), null);
    }

    /** A failure with the exception beneath it. */
    public TrilateralException(Fault fault, String message, Throwable cause) {
        this(fault, message, List.of(), cause);
    }

    /** A failure of choice: {@code allowed} lists, in a readable order, what would have been accepted. */
    public TrilateralException(Fault fault, String message, List<String> allowed) {
        this(fault, message, allowed, null);
    }

    private TrilateralException(Fault fault, String message, List<String> allowed, Throwable cause) {
        super(message, cause);
        this.fault = Objects.requireNonNull(fault, "fault");
        this.allowed = List.copyOf(allowed);
    }

    /** The kind of failure. */
    public Fault fault() {
        return fault;
    }

    /** What would have been accepted; empty when that is no list. */
    public List<String> allowed() {
        return allowed == null ? List.of() : allowed;
    }
}
