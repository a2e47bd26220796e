package org.w3id.trilateral.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/**
 * The {@code #+} lines above a packaged query, read strictly: an unknown key is an error.
 *
 * @param summary     a noun phrase, the title
 * @param question    the scholar's question it answers
 * @param description how to read the answer, what it leaves out; may be empty
 * @param tags        themes, in the order given
 * @param view        picture of the answer: table, timeline, network, map or chart
 * @param expect      what the curated graph must answer with the defaults: nonEmpty, empty or a number of rows
 * @param params      parameter name to what the header says of it
 * @param page        where the answer stands on the pages of things; empty where it is no part of them
 */
public record QueryHeader(String summary, String question, String description, List<String> tags, String view,
                          String expect, Map<String, ParameterNote> params, Optional<PageSection> page) {
    private static final Set<String> KEYS =
            new TreeSet<>(Set.of("summary", "question", "description", "tags", "view", "expect", "params", "page"));
    private static final Set<String> PAGE_KEYS = new TreeSet<>(Set.of("of", "heading", "place", "lanes"));
    private static final List<String> VIEWS = List.of("table", "timeline", "network", "map", "chart");

    public QueryHeader {
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(description, "description");
        tags = List.copyOf(tags);
        Objects.requireNonNull(view, "view");
        Objects.requireNonNull(expect, "expect");
        params = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(params));
        Objects.requireNonNull(page, "page");
    }

    /**
     * What a header says of one parameter; the default value stands in the query itself.
     *
     * @param description one phrase with its unit
     * @param type        needed only where the default is UNDEF; else empty
     * @param choices     prefixed name of the class or scheme whose members a form offers; else empty
     */
    public record ParameterNote(String description, String type, String choices) {
    }

    /** Reads the header of a query file. {@code file} is how messages call it. */
    static QueryHeader parse(String file, String text) {
        String yaml = text.lines().takeWhile(line -> line.startsWith("#+"))
                .map(line -> line.substring(2)).map(line -> line.startsWith(" ") ? line.substring(1) : line)
                .collect(Collectors.joining("\n"));
        Map<?, ?> map = load(file, yaml);
        for (Object key : map.keySet()) {
            if (!KEYS.contains(String.valueOf(key))) {
                throw malformed(file, "unknown key '" + key + "'; allowed are " + String.join(", ", KEYS));
            }
        }
        String view = text(file, map, "view", "table");
        if (!VIEWS.contains(view)) {
            throw malformed(file, "view '" + view + "'; allowed are " + String.join(", ", VIEWS));
        }
        return new QueryHeader(text(file, map, "summary", null), text(file, map, "question", null),
                text(file, map, "description", ""), tags(file, map), view, expect(file, map), notes(file, map),
                page(file, map));
    }

    private static Map<?, ?> load(String file, String yaml) {
        try {
            Object root = new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(yaml);
            if (root instanceof Map<?, ?> map) {
                return map;
            }
        } catch (YamlEngineException e) {
            throw new TrilateralException(Fault.MALFORMED_SOURCE, file + ": its header is not YAML: " + e.getMessage(),
                    e);
        }
        throw malformed(file, "no header: its first lines must be '#+ key: value'");
    }

    private static String text(String file, Map<?, ?> map, String key, String fallback) {
        Object value = map.get(key);
        if (value == null && fallback != null) {
            return fallback;
        }
        if (value instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw malformed(file, "'" + key + "' must be text");
    }

    private static List<String> tags(String file, Map<?, ?> map) {
        Object value = map.get("tags");
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw malformed(file, "'tags' must be a list of words");
    }

    private static String expect(String file, Map<?, ?> map) {
        String value = String.valueOf(map.get("expect"));
        if (!value.matches("nonEmpty|empty|\\d+")) {
            throw malformed(file, "'expect' must be nonEmpty, empty or a number of rows");
        }
        return value;
    }

    private static Map<String, ParameterNote> notes(String file, Map<?, ?> map) {
        Map<String, ParameterNote> notes = new LinkedHashMap<>();
        Object value = map.get("params");
        if (value != null && !(value instanceof List<?>)) {
            throw malformed(file, "'params' must be a list of '- name: description'");
        }
        for (Object item : value == null ? List.of() : (List<?>) value) {
            if (!(item instanceof Map<?, ?> entry) || entry.size() != 1) {
                throw malformed(file, "each of 'params' must be '- name: description'");
            }
            entry.forEach((name, note) -> notes.put(String.valueOf(name), note(file, String.valueOf(name), note)));
        }
        return notes;
    }

    private static Optional<PageSection> page(String file, Map<?, ?> map) {
        if (!map.containsKey("page")) {
            return Optional.empty();
        }
        if (map.get("page") instanceof Map<?, ?> page && PAGE_KEYS.containsAll(page.keySet())
                && page.get("place") instanceof Integer place) {
            return Optional.of(new PageSection(text(file, page, "of", null), text(file, page, "heading", null), place,
                    text(file, page, "lanes", "")));
        }
        throw malformed(file,
                "'page' takes of (a parameter), heading, place (a whole number) and, if wanted, lanes (a column)");
    }

    private static ParameterNote note(String file, String name, Object note) {
        if (note instanceof String description) {
            return new ParameterNote(description, "", "");
        }
        if (note instanceof Map<?, ?> map && Set.of("description", "type", "choices").containsAll(map.keySet())) {
            return new ParameterNote(text(file, map, "description", null), text(file, map, "type", ""),
                    text(file, map, "choices", ""));
        }
        throw malformed(file, "parameter '" + name + "' takes a description, or description, type and choices");
    }

    private static TrilateralException malformed(String file, String what) {
        return new TrilateralException(Fault.MALFORMED_SOURCE, file + ": " + what);
    }
}
