package org.w3id.trilateral.page;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that the graph says of one thing.
 *
 * @param iri          its IRI
 * @param name         what it is called
 * @param names        what it is called in all languages, and by whom
 * @param kinds        its classes
 * @param when         when it was, where it has a beginning
 * @param about        what it is, in words, with who says so
 * @param facts        what is stated of it, in groups
 * @param derived      what follows by rule
 * @param elsewhere    under which identifiers other data sets know it
 * @param sources      where it is attested
 * @param sections     what the packaged queries of its kind say of it
 * @param accounts     one table a statement on which accounts differ, one column an account
 * @param claims       what is claimed with regard to it, one row a claim
 * @param incoming     what names it, by property
 * @param around       what stands around it in time and otherwise
 * @param questions    further packaged queries that can be asked of it
 */
public record EntityView(String iri, Text name, NamesView names, Kinds kinds,
        Optional<When> when, List<Value.Line> about,
                         List<Group> facts, List<Value.Line> derived, List<Value.Line> elsewhere, List<Passages> sources,
                         List<SectionView> sections, List<Grid> accounts, Grid claims, List<Value.Line> incoming,
                         Around around,
                         List<Ref> questions) {
    private static final int MOST_BESIDE = 12;
    private static final int FEW_FACTS = 6;

    public EntityView {
        Objects.requireNonNull(iri, "iri");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(names, "names");
        Objects.requireNonNull(kinds, "kinds");
        Objects.requireNonNull(when, "when");
        about = List.copyOf(about);
        facts = List.copyOf(facts);
        derived = List.copyOf(derived);
        elsewhere = List.copyOf(elsewhere);
        sources = List.copyOf(sources);
        sections = List.copyOf(sections);
        accounts = List.copyOf(accounts);
        Objects.requireNonNull(claims, "claims");
        incoming = List.copyOf(incoming);
        Objects.requireNonNull(around, "around");
        questions = List.copyOf(questions);
    }

    /** Where its citation is found. */
    public String citeHref() {
        return "/id/" + iri.substring(iri.lastIndexOf('/') + 1) + "/cite";
    }

    /** The names in languages other than that of the heading. */
    public List<Text> otherNames() {
        return names.byLanguage().values().stream().map(list -> list.get(0))
                .filter(text -> !text.language().equals(name.language())).toList();
    }

    /** Whether nothing is stated of it beside its names, types and sources. */
    public boolean isBare() {
        return facts.isEmpty() && when.isEmpty();
    }

    /** Whether the sources are few enough to stand beside the statements. */
    public boolean areSourcesBeside() {
        return passages() <= MOST_BESIDE;
    }

    /** Whether so little is stated of it that the map stands best below that. */
    public boolean isMapWithFacts() {
        return facts.stream().mapToInt(group -> group.lines().size()).sum() <= FEW_FACTS;
    }

    /** Whether the sources stand below what is stated: that is little, and there is no map to stand there. */
    public boolean areSourcesBelow() {
        return areSourcesBeside() && isMapWithFacts()
                && around.pictures().stream().noneMatch(picture -> picture.view().equals("map"));
    }

    /** Whether it has more names than that of the heading. */
    public boolean isNamedOtherwise() {
        return !names.byUser().isEmpty() || names.byLanguage().values().stream().mapToInt(List::size).sum() > 1;
    }

    /** How many passages vouch for it. */
    public int passages() {
        return sources.stream().mapToInt(source -> source.list().size()).sum();
    }

    /**
     * The classes of a thing.
     *
     * @param stated  those that are stated
     * @param derived those that follow by rule
     */
    public record Kinds(List<Ref> stated, List<Ref> derived) {
        public Kinds {
            stated = List.copyOf(stated);
            derived = List.copyOf(derived);
        }
    }

    /**
     * Statements that belong together.
     *
     * @param name  what they are about; empty words for what belongs nowhere
     * @param lines the statements
     */
    public record Group(Text name, List<Value.Line> lines) {
        public Group {
            Objects.requireNonNull(name, "name");
            lines = List.copyOf(lines);
        }
    }
}
