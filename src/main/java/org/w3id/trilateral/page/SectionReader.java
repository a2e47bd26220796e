package org.w3id.trilateral.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.query.PageSection;

/** Answers to packaged queries as sections of the page of the thing that they were asked of. */
final class SectionReader {
    private static final int MOST_ROWS = 60;
    private static final int MOST_ON_LINE = 400;

    private final AnswerTable table;
    private final Language language;
    private final LocalDate today;

    /** @param today the day up to which the data tell */
    SectionReader(AnswerTable table, Language language, LocalDate today) {
        this.table = table;
        this.language = language;
        this.today = today;
    }

    SectionView read(Answered answered, String href) {
        PackagedQuery query = answered.query();
        PageSection page = query.header().page().orElseThrow();
        Grid whole = kept(table.of(answered.answer(), MOST_ON_LINE),
                cells -> cells.isEmpty() || !cells.stream().allMatch(ref -> ref.href().equals(href)));
        Grid filled = kept(whole, cells -> !cells.isEmpty());
        Grid shown = new Grid(filled.caption(), filled.names(), filled.headings(),
                filled.rows().stream().limit(MOST_ROWS).toList());
        String words = query.wording(language.tag()).heading();
        Text heading = words.isEmpty() ? new Text(page.heading(), Language.ENGLISH.tag())
                : new Text(words, language.tag());
        Optional<TimeLine> line = query.header().view().equals("timeline")
                ? new TimeLineReader(whole, today, href).read(page.lanes()) : Optional.empty();
        return new SectionView(query.id(), heading, ask(query, page.parameter(), answered.value()), shown,
                answered.answer().size(), line);
    }

    /** The address of a question with a thing as the value of a parameter. */
    static String ask(PackagedQuery query, String parameter, String value) {
        return "/queries/" + query.id() + "?" + parameter + "=" + value;
    }

    /**
     * The table without the columns of which nothing is worth showing: their cells are empty, or name but the thing
     * itself.
     */
    private static Grid kept(Grid grid, Predicate<List<Ref>> isShown) {
        List<Integer> kept = IntStream.range(0, grid.names().size()).boxed().filter(column ->
                grid.rows().stream().map(row -> row.get(column)).anyMatch(isShown)).toList();
        return new Grid(grid.caption(), kept.stream().map(grid.names()::get).toList(),
                kept.stream().map(grid.headings()::get).toList(),
                grid.rows().stream().map(row -> kept.stream().map(row::get).toList()).toList());
    }
}
