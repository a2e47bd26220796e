package org.w3id.trilateral.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** A language of the interface, with its words: {@code words_TAG.properties}, UTF-8, beside this class. */
public enum Language {
    /** The first choice where no other is asked for; its words stand in for those that another lacks. */
    ENGLISH("en", "English"),
    /** Japanese. */
    JAPANESE("ja", "日本語"),
    /** Korean. */
    KOREAN("ko", "한국어");

    private final String tag;
    private final String ownName;
    private final Properties words;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
        this.words = read("words_" + tag + ".properties");
    }

    /** The language of a BCP 47 tag that is exactly one of those here. */
    public static Optional<Language> of(String tag) {
        return Arrays.stream(values()).filter(language -> language.tag.equals(tag)).findFirst();
    }

    /** The tags, English first. */
    public static List<String> tags() {
        return Arrays.stream(values()).map(Language::tag).toList();
    }

    /**
     * The best for an {@code Accept-Language} field, by
     * <a href="https://www.rfc-editor.org/rfc/rfc4647#section-3.4">RFC 4647, 3.4</a>; an illegible field counts as
     * absent.
     */
    public static Language accepted(String field) {
        try {
            String best = field.isBlank() ? null : Locale.lookupTag(Locale.LanguageRange.parse(field), tags());
            return of(Objects.requireNonNullElse(best, ENGLISH.tag)).orElse(ENGLISH);
        } catch (IllegalArgumentException e) {
            return ENGLISH;
        }
    }

    /** BCP 47 tag. */
    public String tag() {
        return tag;
    }

    /** What its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** The words under a key, values in the places of {@code {0}}, {@code {1}} and so on. */
    public String say(String key, Object... values) {
        String text = find(key).or(() -> ENGLISH.find(key))
                .orElseThrow(() -> new IllegalStateException("no words for " + key));
        for (int i = 0; i < values.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(values[i]));
        }
        return text;
    }

    /**
     * As {@link #say}, by a number, which is the first value; {@code KEY.one} is for 1 where a language tells it apart.
     */
    public String count(String key, int number, Object... more) {
        Object[] values = new Object[more.length + 1];
        values[0] = String.format(Locale.ROOT, "%,d", number);
        System.arraycopy(more, 0, values, 1, more.length);
        return say(number == 1 && find(key + ".one").isPresent() ? key + ".one" : key, values);
    }

    /** The words under a key, where there are any in this language. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(words.getProperty(key));
    }

    private static Properties read(String resource) {
        Properties words = new Properties();
        try (InputStream in = Objects.requireNonNull(Language.class.getResourceAsStream(resource), resource)) {
            words.load(new InputStreamReader(in, UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
