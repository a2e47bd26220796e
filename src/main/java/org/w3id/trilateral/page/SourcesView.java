package org.w3id.trilateral.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the graph rests on.
 *
 * @param kinds     the sources by their kind
 * @param contested things of which accounts differ
 */
public record SourcesView(List<Kind> kinds, List<Contested> contested) {
    private static final int MOST_OF_A_KIND = 8;

    public SourcesView {
        kinds = List.copyOf(kinds);
        contested = List.copyOf(contested);
    }

    /** How many sources there are. */
    public int total() {
        return kinds.stream().mapToInt(Kind::total).sum();
    }

    /**
     * Sources of one kind.
     *
     * @param kind    the kind
     * @param sources that on which most rests first
     * @param total   how many there are; more than {@code sources} where the list was cut
     */
    public record Kind(Ref kind, List<Entry> sources, int total) {
        public Kind {
            Objects.requireNonNull(kind, "kind");
            sources = List.copyOf(sources);
        }

        /** Where all sources of the kind are listed: a packaged query. */
        public String all() {
            return "/queries/sources?kind=" + kind.href().substring(kind.href().lastIndexOf('/') + 1);
        }

        /** The kind as an anchor in the page. */
        public String id() {
            return "of-" + kind.href().substring(kind.href().lastIndexOf('/') + 1);
        }
    }

    /**
     * A thing of which accounts differ.
     *
     * @param thing      the thing
     * @param properties what they differ on
     */
    public record Contested(Ref thing, List<Ref> properties) {
        public Contested {
            Objects.requireNonNull(thing, "thing");
            properties = List.copyOf(properties);
        }
    }

    /**
     * One source.
     *
     * @param source    the source
     * @param publisher who published it; may be empty
     * @param issued    when; may be empty
     * @param things    how many things it attests
     * @param contents  address of what it attests, in its own order
     */
    public record Entry(Ref source, String publisher, String issued, int things, String contents) {
        public Entry {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(publisher, "publisher");
            Objects.requireNonNull(issued, "issued");
            Objects.requireNonNull(contents, "contents");
        }
    }

    /** From the rows of the packaged queries for sources and for accounts that differ. */
    static SourcesView of(Grid sources, Grid accounts) {
        Map<Ref, List<Entry>> byKind = new LinkedHashMap<>();
        sources.rows().forEach(row ->
                byKind.computeIfAbsent(sources.cell(row, "kind").stream().findFirst().orElse(Ref.plain("")),
                kind -> new ArrayList<>()).add(entry(sources, row)));
        Map<Ref, List<Ref>> differing = new LinkedHashMap<>();
        accounts.rows().forEach(row -> accounts.cell(row, "thing").forEach(thing ->
                differing.computeIfAbsent(thing, t -> new ArrayList<>()).addAll(accounts.cell(row, "property"))));
        return new SourcesView(byKind.entrySet().stream().map(kind -> new Kind(kind.getKey(),
                        kind.getValue().stream().limit(MOST_OF_A_KIND).toList(), kind.getValue().size())).toList(),
                differing.entrySet().stream()
                .map(thing -> new Contested(thing.getKey(), thing.getValue().stream().distinct().toList())).toList());
    }

    private static Entry entry(Grid sources, List<List<Ref>> row) {
        Ref source = sources.cell(row, "source").get(0);
        return new Entry(source, sources.words(row, "publisher"), sources.words(row, "issued"),
                Integer.parseInt(sources.words(row, "things")), contents(source.href()));
    }

    /** What a source attests, in its own order: a packaged query. {@code href} is the source's address here. */
    static String contents(String href) {
        return "/queries/contents-of-a-source?source=" + href.substring(href.lastIndexOf('/') + 1);
    }
}
