package org.w3id.trilateral.query;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.Suggestion;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.Home;

/**
 * The files {@code queries/labels.TAG.yaml}: packaged queries in the words of other languages, TAG being that of the
 * language. Each maps the id of a query to {@code summary}, {@code question}, {@code description}, {@code heading} and
 * {@code params}, all optional; what names nothing that there is to be translated is an error.
 */
final class Translations {
    private static final Pattern FILE = Pattern.compile("labels\\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\\.yaml");
    private static final Set<String> KEYS =
            new TreeSet<>(Set.of("summary", "question", "description", "heading", "params"));

    private final String file;
    private final Map<String, QueryHeader> headers;

    private Translations(String file, Map<String, QueryHeader> headers) {
        this.file = file;
        this.headers = headers;
    }

    /**
     * By query id, then by tag of the language.
     *
     * @param headers the English ones, by query id
     * @throws TrilateralException {@link Fault#MALFORMED_SOURCE} for the first word that is out of place
     */
    static Map<String, Map<String, Wording>> load(Home home, Map<String, QueryHeader> headers) {
        Map<String, Map<String, Wording>> all = new TreeMap<>();
        for (Path path : home.files("queries", ".yaml")) {
            String name = home.relative(path);
            Matcher matcher = FILE.matcher(path.getFileName().toString());
            Translations file = new Translations(name, headers);
            if (!matcher.matches()) {
                throw file.malformed("translations are in files called labels.TAG.yaml, such as labels.ja.yaml");
            }
            file.read(Home.text(path)).forEach((id, wording) ->
                    all.computeIfAbsent(id, key -> new TreeMap<>()).put(matcher.group(1), wording));
        }
        return all;
    }

    private Map<String, Wording> read(String text) {
        Map<String, Wording> wordings = new LinkedHashMap<>();
        map("the file", parse(text)).forEach((id, words) -> {
            QueryHeader header = headers.get(id);
            if (header == null) {
                throw malformed("there is no query '" + id + "'." + Suggestion.sentence(id, headers.keySet()));
            }
            wordings.put(id, wording(id, map("'" + id + "'", words), header));
        });
        return wordings;
    }

    private Object parse(String text) {
        try {
            return new Load(LoadSettings.builder().setLabel(file).setAllowDuplicateKeys(false).build())
                    .loadFromString(text);
        } catch (YamlEngineException e) {
            throw new TrilateralException(Fault.MALFORMED_SOURCE, file + ": it is not YAML: " + e.getMessage(), e);
        }
    }

    private Wording wording(String id, Map<String, Object> words, QueryHeader header) {
        for (String key : words.keySet()) {
            if (!KEYS.contains(key)) {
                throw malformed("'" + id + "' has the unknown key '" + key + "'; allowed are "
                        + String.join(", ", KEYS));
            }
        }
        if (words.containsKey("description") && header.description().isEmpty()) {
            throw malformed("'" + id + "' has no description that could be translated");
        }
        if (words.containsKey("heading") && header.page().isEmpty()) {
            throw malformed("'" + id + "' is no section of a page whose heading could be translated");
        }
        return new Wording(text(id, words, "summary"), text(id, words, "question"), text(id, words, "description"),
                text(id, words, "heading"), params(id, words, header));
    }

    private Map<String, String> params(String id, Map<String, Object> words, QueryHeader header) {
        Map<String, String> notes = new LinkedHashMap<>();
        if (words.containsKey("params")) {
            Map<String, Object> given = map("'params' of '" + id + "'", words.get("params"));
            given.keySet().forEach(name -> {
                if (!header.params().containsKey(name)) {
                    throw malformed("'" + id + "' has no parameter '" + name + "'."
                            + Suggestion.sentence(name, header.params().keySet()));
                }
                notes.put(name, text(id, given, name));
            });
        }
        return notes;
    }

    private String text(String id, Map<String, Object> words, String key) {
        if (!words.containsKey(key)) {
            return "";
        }
        if (words.get(key) instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        throw malformed("'" + key + "' of '" + id + "' must be text");
    }

    private Map<String, Object> map(String what, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw malformed(what + " must map names to words");
        }
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((key, words) -> named.put(String.valueOf(key), words));
        return named;
    }

    private TrilateralException malformed(String what) {
        return new TrilateralException(Fault.MALFORMED_SOURCE, file + ": " + what);
    }
}
