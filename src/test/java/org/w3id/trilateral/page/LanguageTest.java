package org.w3id.trilateral.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.w3id.trilateral.graph.DatasetInfo;
import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.query.QueryCatalogue;
import org.w3id.trilateral.query.Wording;

class LanguageTest {
    private static final Pattern SAID = Pattern.compile("\\b(?:say|count)\\(\"([^\"]+)\"[,)]");

    @Test
    void everyWordOfTheInterfaceIsThereInEveryLanguage() throws IOException {
        TreeSet<String> wanted = keys(Language.ENGLISH);
        wanted.removeIf(key -> key.endsWith(".one"));

        for (Language language : Language.values()) {
            TreeSet<String> missing = new TreeSet<>(wanted);
            missing.removeAll(keys(language));
            assertEquals(new TreeSet<String>(), missing, language.tag());
        }
    }

    /** A word that is missing is found only when a page comes to say it. */
    @Test
    void everyWordThatATemplateSaysIsThere() throws IOException {
        TreeSet<String> missing = new TreeSet<>();
        try (Stream<Path> templates = Files.list(Path.of("src/main/jte"))) {
            for (Path template : templates.toList()) {
                SAID.matcher(Files.readString(template)).results().map(said -> said.group(1)).forEach(missing::add);
            }
        }
        missing.removeAll(keys(Language.ENGLISH));

        assertEquals(new TreeSet<String>(), missing);
    }

    /** Titles, questions, notes, themes and headings of the packaged queries of this repository. */
    @ParameterizedTest
    @EnumSource(value = Language.class, names = "ENGLISH", mode = EnumSource.Mode.EXCLUDE)
    void everyPackagedQuestionIsThereInEveryLanguage(Language language) {
        Home home = new Home(Path.of(""));
        TreeSet<String> missing = new TreeSet<>();
        QueryCatalogue.load(home, DatasetInfo.load(home)).all().forEach(query -> {
            Wording english = query.wording("en");
            Wording words = query.wording(language.tag());
            if (words.summary().isEmpty() || words.question().isEmpty()
                    || words.description().isEmpty() != english.description().isEmpty()
                    || words.heading().isEmpty() != english.heading().isEmpty()) {
                missing.add(query.id());
            }
            english.params().keySet().stream().filter(name -> !words.params().containsKey(name))
                    .forEach(name -> missing.add(query.id() + "?" + name));
            query.header().tags().stream().filter(tag -> Words.theme(language, tag).equals(Words.heading(tag)))
                    .forEach(missing::add);
            Stream.concat(query.query().isSelectType() ? query.query().getResultVars().stream() : Stream.of(),
                    english.params().keySet().stream())
                    .map(name -> name.replaceFirst("(?<=.)Label$", ""))
                    .filter(name -> language.find("name." + name).isEmpty()).forEach(missing::add);
        });

        assertEquals(new TreeSet<String>(), missing, language.tag());
    }

    @Test
    void theLanguageThatIsAcceptedMostIsChosen() {
        assertEquals(Language.KOREAN, Language.accepted("fr, ko-KR;q=0.9, ja;q=0.8"));
        assertEquals(Language.ENGLISH, Language.accepted("fr"));
        assertEquals(Language.ENGLISH, Language.accepted(";;q=nonsense"));
    }

    @Test
    void oneIsToldApartWhereALanguageDoesSo() {
        assertEquals("1 row.", Language.ENGLISH.count("rows", 1));
        assertEquals("1,234 rows.", Language.ENGLISH.count("rows", 1234));
        assertEquals("1 行。", Language.JAPANESE.count("rows", 1));
    }

    private static TreeSet<String> keys(Language language) throws IOException {
        Properties words = new Properties();
        try (InputStream in = Language.class.getResourceAsStream("words_" + language.tag() + ".properties")) {
            words.load(new InputStreamReader(in, UTF_8));
        }
        return new TreeSet<>(words.stringPropertyNames());
    }
}
