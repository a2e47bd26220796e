package org.w3id.trilateral.ingest;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.Suggestion;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;

/** The formats of event data that can be converted. A new one is one more constant here. */
public enum EventFormat {
    /** The folder {@code data} of github.com/nagix/nk-missile-tests: tests, missiles and facilities. */
    NK_MISSILE_TESTS("nk-missile-tests", "the folder that holds test.en.json, missile.en.json and facility.en.json",
            (folder, known) -> new MissileTests(TestRecords.read(folder), known).convert()),
    /** Lists of github.com/HistoryAtState/travels and visits: journeys of presidents, secretaries of state, leaders. */
    HSG_TRAVELS_VISITS("hsg-travels-visits",
            "a file of travels or visits, or a folder of them: president-travels, secretary-travels or the data of visits",
            (path, known) -> new TravelsVisits(JourneyList.read(path), known).convert());

    private final String id;
    private final String input;
    private final BiFunction<Path, KnowledgeGraph, Conversion> converter;

    EventFormat(String id, String input, BiFunction<Path, KnowledgeGraph, Conversion> converter) {
        this.id = id;
        this.input = input;
        this.converter = converter;
    }

    /** Name on the command line. */
    public String id() {
        return id;
    }

    /** What to give it, in words. */
    public String input() {
        return input;
    }

    /**
     * The Turtle for a file or folder of this format; the same text for the same input and graph.
     *
     * @param known the graph that the facts are to join: who held which office, which places and events exist. What an
     *              earlier run of the same format left there, in the folder the format writes to, is passed over.
     * @throws TrilateralException {@link Fault#MALFORMED_SOURCE} with file and record
     */
    public Conversion convert(Path path, KnowledgeGraph known) {
        return converter.apply(path, known);
    }

    /**
     * The format of that name.
     *
     * @throws TrilateralException {@link Fault#UNKNOWN_FORMAT} with those there are
     */
    public static EventFormat of(String id) {
        List<String> allowed = Arrays.stream(values()).map(EventFormat::id).toList();
        return Arrays.stream(values()).filter(format -> format.id.equals(id)).findFirst()
                .orElseThrow(() -> new TrilateralException(Fault.UNKNOWN_FORMAT,
                "there is no event format '" + id + "'."
                        + Suggestion.sentence(id, allowed) + " There is " + String.join(", ", allowed) + ".", allowed));
    }
}
