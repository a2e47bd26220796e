package org.w3id.trilateral.page;

import java.util.List;
import java.util.Objects;

/**
 * What the graph rests on.
 *
 * @param sources   the sources, that on which most rests first
 * @param contested things of which accounts differ
 */
public record SourcesView(List<Entry> sources, List<Ref> contested) {
    public SourcesView {
        sources = List.copyOf(sources);
        contested = List.copyOf(contested);
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
        return new SourcesView(sources.rows().stream().map(row -> {
            Ref source = sources.cell(row, "source").get(0);
            return new Entry(source, sources.words(row, "publisher"), sources.words(row, "issued"),
                    Integer.parseInt(sources.words(row, "things")), contents(source.href()));
        }).toList(), accounts.rows().stream().flatMap(row -> accounts.cell(row, "thing").stream()).distinct().toList());
    }

    /** What a source attests, in its own order: a packaged query. {@code href} is the source's address here. */
    static String contents(String href) {
        return "/queries/contents-of-a-source?source=" + href.substring(href.lastIndexOf('/') + 1);
    }
}
