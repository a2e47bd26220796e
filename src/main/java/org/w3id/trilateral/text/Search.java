package org.w3id.trilateral.text;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.apache.jena.sparql.engine.ExecutionContext;

import org.w3id.trilateral.text.KeptTexts.Key;

/**
 * Whether a query is answered from texts: not if one of its other patterns has so few solutions that looking at their
 * values is quicker, nor if the text occurs in so many values that little is saved.
 */
final class Search {
    private static final int FEW = 2_000;
    private static final int READING_PER_SEARCHING = 25;
    /** Where the text occurs in more than this part of the values, they are all looked at. */
    private static final double MANY = 0.25;

    private final TextSearch search;
    private final KeptTexts kept;
    private final Source source;
    private final int few;

    private Search(TextSearch search, KeptTexts kept, Source source, int few) {
        this.search = search;
        this.kept = kept;
        this.source = source;
        this.few = few;
    }

    /** What to search for an execution; empty if nothing. */
    static Optional<Iterator<Block>> blocks(TextSearch search, ExecutionContext execution) {
        KeptTexts kept = execution.getContext().get(TextFilters.KEPT_TEXTS);
        int few = execution.getContext().get(TextFilters.FEW_ROWS, FEW);
        return kept == null ? Optional.empty()
                : Source.of(execution).flatMap(source -> new Search(search, kept, source, few).blocks());
    }

    private Optional<Iterator<Block>> blocks() {
        Key key = kept.key(source, search.searched().getPredicate());
        Optional<Column> column = kept.get(key);
        return column.isPresent() ? column.filter(this::isWorthIt).map(found -> found.blocks().iterator())
                : isSelective(READING_PER_SEARCHING * few) || !kept.begin(key) ? Optional.empty() : read(key);
    }

    private boolean isWorthIt(Column column) {
        if (isSelective(few)) {
            return false;
        }
        double part = column.part(needles());
        int expected = (int) (part * column.size());
        return part <= MANY && (expected <= few || !isSelective(expected));
    }

    private boolean isSelective(int limit) {
        return search.rest().stream().anyMatch(pattern -> source.hasFewer(pattern, limit));
    }

    private Optional<Iterator<Block>> read(Key key) {
        try {
            Reading reading = new Reading(kept, key);
            if (!reading.hasNext() || Column.part(reading.peek(), needles()) <= MANY) {
                return Optional.of(reading);
            }
            reading.close();
            return Optional.empty();
        } catch (RuntimeException e) {
            kept.end(key);
            throw e;
        }
    }

    private List<String> needles() {
        return search.needles().folded();
    }
}
