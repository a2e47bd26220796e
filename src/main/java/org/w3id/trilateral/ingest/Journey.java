package org.w3id.trilateral.ingest;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * One row of a list of travels or visits.
 *
 * @param kind        who goes where
 * @param file        name of the file it stands in
 * @param ids         the row's id; several where the list has the row twice
 * @param traveller   name, in a visit with the title before it
 * @param country     key of the country of the host, or in a visit of the guest, then its name at the time
 * @param first       first day
 * @param last        last day
 * @param locale      places, parted by commas; empty in a visit
 * @param remarks     what happened, in the words of the list
 */
record Journey(Kind kind, String file, List<String> ids, String traveller, Country country, LocalDate first,
        LocalDate last,
               String locale, String remarks) {
    /** The lists. */
    enum Kind { PRESIDENT_ABROAD, SECRETARY_ABROAD, LEADER_IN_THE_UNITED_STATES }

    /** A country as the lists have it. */
    record Country(String key, String name) {
    }

    Journey {
        Objects.requireNonNull(kind, "kind");
        ids = List.copyOf(ids);
    }

    /** Whether this is the same journey as another row tells. */
    boolean repeats(Journey other) {
        return kind == other.kind && traveller.equals(other.traveller) && country.equals(other.country)
                && first.equals(other.first) && last.equals(other.last);
    }

    /** Whether another row, its days among these, has the same traveller elsewhere; a day of travel may be in both. */
    boolean contradicts(Journey other) {
        return kind != Kind.LEADER_IN_THE_UNITED_STATES && traveller.equals(other.traveller)
                && !country.key().equals(other.country.key())
                && !other.first.isBefore(first) && !other.last.isAfter(last)
                && first.isBefore(other.last) && other.first.isBefore(last);
    }

    /** How to call the row when something is to be said of it. */
    String label() {
        return file + " " + String.join(" and ", ids) + " (" + traveller + ", " + country.name() + ", " + first + ")";
    }
}
