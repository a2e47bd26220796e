package org.w3id.trilateral.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/**
 * What a caller accepts: the media ranges of an {@code Accept} field with their weights
 * (<a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">RFC 9110, 12.5.1</a>). Parameters other than
 * {@code q} are not looked at; a field without a legible range counts as absent, which accepts anything.
 */
public final class Accept {
    private static final Pattern WEIGHT =
            Pattern.compile("(?i).*;\\s*q\\s*=\\s*(0(?:\\.\\d*)?|1(?:\\.0*)?)\\s*(?:;.*)?");

    private final List<Range> ranges;

    private Accept(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** Reads a field's value; empty where there was no such field. */
    public static Accept of(String field) {
        List<Range> ranges = new ArrayList<>();
        for (String part : field.split(",")) {
            int parameters = part.indexOf(';');
            String type = (parameters < 0 ? part : part.substring(0, parameters)).strip();
            if (isRange(type)) {
                ranges.add(new Range(type.toLowerCase(Locale.ROOT), parameters < 0 ? 1 : weight(part)));
            }
        }
        return new Accept(ranges.isEmpty() ? List.of(new Range("*/*", 1)) : ranges);
    }

    private static boolean isRange(String type) {
        int slash = type.indexOf('/');
        return slash > 0 && slash == type.lastIndexOf('/') && slash < type.length() - 1
                && type.chars().noneMatch(Character::isWhitespace);
    }

    /** The offer that is accepted most; among equals the first; empty where none is accepted. */
    public <T> Optional<T> best(List<Offer<T>> offers) {
        Offer<T> best = null;
        double most = 0;
        for (Offer<T> offer : offers) {
            double weight = weight(offer);
            if (weight > most) {
                best = offer;
                most = weight;
            }
        }
        return Optional.ofNullable(best).map(Offer::value);
    }

    /**
     * As {@link #best}.
     *
     * @throws TrilateralException {@link Fault#NOT_ACCEPTABLE} with the media types on offer
     */
    public <T> T bestOrRefuse(List<Offer<T>> offers) {
        return best(offers).orElseThrow(() -> {
            List<String> types = offers.stream().map(offer -> offer.types().get(0)).toList();
            return new TrilateralException(Fault.NOT_ACCEPTABLE, "none of the accepted media types is to be had here; "
                    + "on offer are " + String.join(", ", types) + ".", types);
        });
    }

    private double weight(Offer<?> offer) {
        double most = 0;
        for (String type : offer.types()) {
            most = Math.max(most, weightOf(type));
        }
        return most;
    }

    /** The weight of the most specific range that matches; of equals the last. */
    private double weightOf(String type) {
        Range closest = null;
        for (Range range : ranges) {
            if (range.matches(type) && (closest == null || range.precision() >= closest.precision())) {
                closest = range;
            }
        }
        return closest == null ? 0 : closest.weight();
    }

    private static double weight(String part) {
        Matcher weight = WEIGHT.matcher(part);
        return weight.matches() ? Double.parseDouble(weight.group(1)) : 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Accept accept && ranges.equals(accept.ranges);
    }

    @Override
    public int hashCode() {
        return ranges.hashCode();
    }

    @Override
    public String toString() {
        return ranges.toString();
    }

    /**
     * One thing on offer.
     *
     * @param value what is chosen
     * @param types the media types it answers to; it is sent as the first
     */
    public record Offer<T>(T value, List<String> types) {
        /** A thing and its media types. */
        public static <T> Offer<T> of(T value, String... types) {
            return new Offer<>(value, Arrays.asList(types));
        }
    }

    private record Range(String pattern, double weight) {
        boolean matches(String type) {
            return pattern.equals("*/*") || pattern.equals(type)
                    || pattern.endsWith("/*") && type.startsWith(pattern.substring(0, pattern.length() - 1));
        }

        int precision() {
            return pattern.equals("*/*") ? 0 : pattern.endsWith("/*") ? 1 : 2;
        }
    }
}
