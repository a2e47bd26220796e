package org.w3id.trilateral.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;

/** What has changed between two versions of a graph, thing by thing; what follows by rule is left out. */
final class Changes {
    private static final String PART = "--";

    private final List<Change> all = new ArrayList<>();

    /**
     * One change.
     *
     * @param thing    name of the thing
     * @param kind     added, removed or changed
     * @param property of a changed thing, the property; else empty
     * @param before   the values that are gone
     * @param after    the values that are new
     */
    private record Change(String thing, String kind, String property,
            SortedSet<String> before, SortedSet<String> after) {
    }

    private Changes(Map<String, Map<String, SortedSet<String>>> before, Map<String, Map<String, SortedSet<String>>> after) {
        TreeSet<String> things = new TreeSet<>(before.keySet());
        things.addAll(after.keySet());
        for (String thing : things) {
            if (!before.containsKey(thing) || !after.containsKey(thing)) {
                all.add(new Change(thing, before.containsKey(thing) ? "removed" : "added", "", new TreeSet<>(),
                        new TreeSet<>()));
            } else {
                compare(thing, before.get(thing), after.get(thing));
            }
        }
    }

    private void compare(String thing, Map<String, SortedSet<String>> before, Map<String, SortedSet<String>> after) {
        TreeSet<String> properties = new TreeSet<>(before.keySet());
        properties.addAll(after.keySet());
        for (String property : properties) {
            SortedSet<String> gone = new TreeSet<>(before.getOrDefault(property, new TreeSet<>()));
            SortedSet<String> come = new TreeSet<>(after.getOrDefault(property, new TreeSet<>()));
            gone.removeAll(after.getOrDefault(property, new TreeSet<>()));
            come.removeAll(before.getOrDefault(property, new TreeSet<>()));
            if (!gone.isEmpty() || !come.isEmpty()) {
                all.add(new Change(thing, "changed", property, gone, come));
            }
        }
    }

    /**
     * What a graph has that an earlier release had not, and the other way round.
     *
     * @param release the folder of the earlier release
     * @throws TrilateralException {@link Fault#BAD_OPTION} if it is none
     */
    static Changes since(Path release, KnowledgeGraph graph) {
        DatasetGraph before = DatasetGraphFactory.create();
        Path dump = release.resolve("dataset.nq.gz");
        if (!Files.isRegularFile(dump)) {
            throw new TrilateralException(Fault.BAD_OPTION, "'" + release + "' is no release: it has no dataset.nq.gz");
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(dump))) {
            RDFParser.source(in).lang(Lang.NQUADS).parse(before);
        } catch (RiotException | IOException e) {
            throw new TrilateralException(Fault.MALFORMED_SOURCE, "cannot read " + dump + ": " + e.getMessage(), e);
        }
        return graph.read(data -> new Changes(things(before, graph), things(data, graph)));
    }

    private static Map<String, Map<String, SortedSet<String>>> things(DatasetGraph data, KnowledgeGraph graph) {
        String base = graph.info().base();
        Map<String, Map<String, SortedSet<String>>> things = new TreeMap<>();
        data.find().forEachRemaining(quad -> {
            Node subject = quad.getSubject();
            boolean isThing = subject.isURI() && subject.getURI().startsWith(base) && !subject.getURI().contains(PART);
            if (isThing && !quad.isDefaultGraph() && !quad.getGraph().equals(KnowledgeGraph.INFERRED)) {
                things.computeIfAbsent(subject.getURI().substring(base.length()), t -> new TreeMap<>())
                        .computeIfAbsent(graph.names().shorten(quad.getPredicate().getURI()), p -> new TreeSet<>())
                        .add(text(quad.getObject(), graph));
            }
        });
        return things;
    }

    private static String text(Node value, KnowledgeGraph graph) {
        if (value.isURI()) {
            return graph.names().shorten(value.getURI());
        }
        return value.isLiteral() ? value.getLiteralLexicalForm()
                + (value.getLiteralLanguage().isEmpty() ? "" : "@" + value.getLiteralLanguage()) : "(unnamed)";
    }

    /** Columns thing, change, property, before, after. */
    byte[] csv() {
        CsvText rows = new CsvText().add(List.of("thing", "change", "property", "before", "after"));
        all.forEach(change -> rows.add(List.of(change.thing(), change.kind(), change.property(),
                String.join("; ", change.before()), String.join("; ", change.after()))));
        return rows.bytes();
    }

    /** The same to be read. */
    byte[] markdown(String title) {
        StringBuilder text = new StringBuilder("# ").append(title).append("\n");
        for (String kind : List.of("added", "removed", "changed")) {
            List<Change> some = all.stream().filter(change -> change.kind().equals(kind)).toList();
            long things = some.stream().map(Change::thing).distinct().count();
            text.append("\n## ").append(kind.substring(0, 1).toUpperCase(Locale.ROOT)).append(kind.substring(1))
                    .append(": ").append(things).append("\n\n");
            some.forEach(change -> text.append("- `").append(change.thing()).append('`')
                    .append(change.property().isEmpty() ? ""
                            : " " + change.property() + ": " + list(change.before()) + " → " + list(change.after()))
                    .append('\n'));
        }
        return text.toString().getBytes(UTF_8);
    }

    private static String list(SortedSet<String> values) {
        return values.isEmpty() ? "nothing" : String.join("; ", values).replace("\n", " ");
    }
}
