package org.w3id.trilateral.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

import org.w3id.trilateral.graph.Terms;

/**
 * Adds to a stream of statements what follows from them by the rules for kinds, super-classes, super-properties,
 * inverses
 * and day numbers, as they are read.
 *
 * <p>Most of it follows from one statement alone. The kind of a thing and the last day of an event that has no end
 * follow
 * from all that is said of it, so the statements about one subject are kept until another subject begins. Where a
 * subject
 * comes back later, it is told by {@link #scattered()}, for the store to put right at the end. What a file states
 * itself
 * is not derived again: neither the same statement, nor a kind beside a stated kind, nor a day beside a stated day.
 * What
 * follows about other subjects comes after what follows about this one. Not thread-safe.
 *
 * @param <T> what stands for a term
 */
final class Derivation<T> {
    private static final int LONGEST_BLOCK = 10_000;

    private final Schema schema;
    private final Set<Streamed> rules;
    private final Naming<T> naming;
    private final Sink<T> following;
    private final Map<T, List<T>> widerTypes = new HashMap<>();
    private final Map<T, List<T>> widerProperties = new HashMap<>();
    private final Map<T, List<T>> inverses = new HashMap<>();
    private final Map<T, Node> types = new HashMap<>();
    private final Set<T> scattered = new LinkedHashSet<>();
    private final T type;
    private final T label;
    private final T start;
    private final T end;
    private final T kind;
    private final T startDay;
    private final T endDay;
    private final T startLatest;
    private final T openEnded;

    private final List<T> properties = new ArrayList<>();
    private final List<T> objects = new ArrayList<>();
    private final List<T> others = new ArrayList<>();
    private T subject;
    private int stated;
    private long undated;

    /** Takes statements. */
    interface Sink<T> {
        /** One statement. */
        void accept(T subject, T property, T object);
    }

    /**
     * A derivation.
     *
     * @param schema    what the ontology says
     * @param rules     what is to be derived
     * @param naming    what stands for terms
     * @param following takes what follows
     */
    Derivation(Schema schema, Set<Streamed> rules, Naming<T> naming, Sink<T> following) {
        this.schema = schema;
        this.rules = rules;
        this.naming = naming;
        this.following = following;
        type = naming.of(RDF.Nodes.type);
        label = naming.of(RDFS.Nodes.label);
        start = naming.of(Terms.START);
        end = naming.of(Terms.END);
        kind = tri("kind");
        startDay = tri("startDay");
        endDay = tri("endDay");
        startLatest = tri("startLatest");
        openEnded = tri("openEnded");
    }

    private T tri(String name) {
        return naming.of(NodeFactory.createURI(Terms.TRI + name));
    }

    /** Takes one statement; call {@link #finish()} after the last one. */
    void accept(T about, T property, T object) {
        if (!about.equals(subject) || properties.size() == LONGEST_BLOCK) {
            finish();
            subject = about;
        }
        properties.add(property);
        objects.add(object);
    }

    /** Ends the statements about the last subject. */
    void finish() {
        stated = properties.size();
        boolean whole = false;
        for (int i = 0; i < stated; i++) {
            derive(properties.get(i), objects.get(i));
            whole |= concernsTheWhole(properties.get(i));
        }
        if (whole && naming.complete(subject)) {
            deriveFromAll();
        } else if (whole) {
            scattered.add(subject);
        }
        for (int i = stated; i < properties.size(); i++) {
            following.accept(subject, properties.get(i), objects.get(i));
        }
        for (int i = 0; i < others.size(); i += 2) {
            following.accept(others.get(i), others.get(i + 1), subject);
        }
        properties.clear();
        objects.clear();
        others.clear();
    }

    private void derive(T property, T object) {
        if (property.equals(type)) {
            if (rules.contains(Streamed.SUPER_CLASSES)) {
                widerTypes.computeIfAbsent(object, o -> names(schema.superClasses(term(o))))
                        .forEach(wider -> add(type, wider));
            }
            return;
        }
        if (property.equals(start)) {
            addDay(Streamed.START_DAYS, startDay, object);
        } else if (property.equals(end)) {
            addDay(Streamed.END_DAYS, endDay, object);
        }
        addInverses(property, object);
        if (rules.contains(Streamed.SUPER_PROPERTIES)) {
            for (T wider : widerProperties.computeIfAbsent(property, p ->
                    names(schema.superProperties(naming.term(p))))) {
                add(wider, object);
                addInverses(wider, object);
            }
        }
    }

    private Node term(T name) {
        return types.computeIfAbsent(name, naming::term);
    }

    private List<T> names(Set<Node> terms) {
        return terms.stream().map(naming::of).toList();
    }

    private void addInverses(T property, T object) {
        List<T> found = inverses.computeIfAbsent(property, p -> names(schema.inverses(naming.term(p))));
        if (rules.contains(Streamed.INVERSES) && !found.isEmpty() && !naming.isLiteral(object)) {
            found.forEach(inverse -> {
                others.add(object);
                others.add(inverse);
            });
        }
    }

    private void addDay(Streamed rule, T property, T date) {
        if (!rules.contains(rule)) {
            return;
        }
        OptionalLong day = Days.of(naming.term(date));
        if (day.isEmpty()) {
            undated++;
        } else if (!isStated(property)) {
            add(property, naming.of(Days.number(day.getAsLong())));
        }
    }

    private boolean isStated(T property) {
        return properties.subList(0, stated).contains(property);
    }

    private void add(T property, T object) {
        for (int i = 0; i < properties.size(); i++) {
            if (properties.get(i).equals(property) && objects.get(i).equals(object)) {
                return;
            }
        }
        properties.add(property);
        objects.add(object);
    }

    private boolean concernsTheWhole(T property) {
        return property.equals(type) || property.equals(label) || property.equals(start) || property.equals(end)
                || property.equals(startLatest) || property.equals(openEnded);
    }

    private void deriveFromAll() {
        List<T> stating = stated(type);
        if (rules.contains(Streamed.KINDS) && isStated(label) && !isStated(kind)) {
            schema.mostSpecific(stating.stream().map(this::term).toList())
                    .forEach(narrow -> add(kind, naming.of(narrow)));
        }
        if (rules.contains(Streamed.END_DAYS) && !isStated(end) && !isStated(endDay)
                && stating.stream().anyMatch(this::isEvent) && !isOpenEnded()) {
            List<T> days = isStated(startLatest) ? stated(startLatest) : stated(start);
            days.forEach(date -> Days.of(naming.term(date)).ifPresent(day -> add(endDay, naming.of(Days.number(day)))));
        }
    }

    private boolean isEvent(T object) {
        Node stating = term(object);
        return stating.equals(Terms.EVENT) || schema.superClasses(stating).contains(Terms.EVENT);
    }

    private boolean isOpenEnded() {
        return stated(openEnded).stream().map(naming::term)
                .anyMatch(value -> value.isLiteral() && value.getLiteralLexicalForm().equals("true"));
    }

    private List<T> stated(T property) {
        List<T> found = new ArrayList<>();
        for (int i = 0; i < stated; i++) {
            if (Objects.equals(properties.get(i), property)) {
                found.add(objects.get(i));
            }
        }
        return found;
    }

    /** The subjects whose statements did not come together; what follows from all of them is not derived yet. */
    Set<T> scattered() {
        return scattered;
    }

    /** How many beginnings and ends are no dates, so that no day follows. */
    long undated() {
        return undated;
    }
}
