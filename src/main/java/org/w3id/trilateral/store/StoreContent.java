package org.w3id.trilateral.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/**
 * What a store holds, as its file {@code trilateral-store.properties} says.
 *
 * @param kind        what filled it
 * @param fingerprint of a home folder, its {@link org.w3id.trilateral.graph.Home#fingerprint()}; of loaded files, any
 *                    text that differs when they do
 * @param home        fingerprint of the home folder whose data lie in it too; empty for none
 * @param triples     how many triples there are, each counted once
 * @param sources     names of the files that were loaded, in their order
 */
public record StoreContent(Kind kind, String fingerprint, String home, long triples, List<String> sources) {
    private static final String FORMAT = "1";
    private static final String SOURCE = "source.";

    /** What filled a store. */
    public enum Kind {
        /** A home folder and nothing else: filled again when that changes. */
        HOME,
        /** Files that somebody loaded, perhaps on top of a home folder: never filled again by itself. */
        LOADED
    }

    public StoreContent {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(home, "home");
        sources = List.copyOf(sources);
    }

    /** Reads what {@link #write} wrote; {@code where} is how messages call the file. */
    static StoreContent read(Properties properties, String where) {
        if (!FORMAT.equals(properties.getProperty("format"))) {
            throw new TrilateralException(Fault.BAD_OPTION, where + ": the store has format '"
                    + properties.getProperty("format")
                    + "'; this program reads format " + FORMAT + ". Fill a new folder");
        }
        List<String> sources = new ArrayList<>();
        for (int i = 1; properties.containsKey(SOURCE + i); i++) {
            sources.add(properties.getProperty(SOURCE + i));
        }
        try {
            return new StoreContent(Kind.valueOf(text(properties, "kind", where).toUpperCase(Locale.ROOT)),
                    text(properties, "fingerprint", where), properties.getProperty("home", ""),
                    Long.parseLong(text(properties, "triples", where)), sources);
        } catch (IllegalArgumentException e) {
            throw new TrilateralException(Fault.MALFORMED_SOURCE, where + ": not readable (" + e.getMessage() + ")", e);
        }
    }

    private static String text(Properties properties, String key, String where) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new TrilateralException(Fault.MALFORMED_SOURCE, where + ": it lacks '" + key + "'");
        }
        return value;
    }

    Properties write() {
        Properties properties = new Properties();
        properties.setProperty("format", FORMAT);
        properties.setProperty("kind", kind.name().toLowerCase(Locale.ROOT));
        properties.setProperty("fingerprint", fingerprint);
        properties.setProperty("home", home);
        properties.setProperty("triples", Long.toString(triples));
        for (int i = 0; i < sources.size(); i++) {
            properties.setProperty(SOURCE + (i + 1), sources.get(i));
        }
        return properties;
    }
}
