package org.w3id.trilateral.ingest;

import java.util.Arrays;
import java.util.Optional;

/** The states between which the journeys of a list are of interest, and how the lists write them. */
enum Side {
    UNITED_STATES("united-states", "the United States", ""),
    JAPAN("japan", "Japan", "japan"),
    SOUTH_KOREA("south-korea", "South Korea", "korea-south"),
    NORTH_KOREA("north-korea", "North Korea", "korea-north"),
    CHINA("china", "China", "china"),
    RUSSIA("russia", "Russia", "russia");

    private final String id;
    private final String label;
    private final String key;

    Side(String id, String label, String key) {
        this.id = id;
        this.label = label;
        this.key = key;
    }

    /**
     * The state of a row's country; nothing for all others, and for the Soviet Union, which the lists file under
     * Russia.
     */
    static Optional<Side> of(Journey.Country country) {
        // One row has the key "korea" beside the name "Korea, South".
        String key = country.key().equals("korea") && country.name().contains("South") ? SOUTH_KOREA.key
                : country.key();
        return Arrays.stream(values()).filter(side -> side.key.equals(key) && !country.name().equals("U.S.S.R."))
                .findFirst();
    }

    /** In Turtle. */
    String iri() {
        return "trid:" + id;
    }

    /** Within a longer name. */
    String id() {
        return id;
    }

    /** Within an English sentence. */
    String label() {
        return label;
    }
}
