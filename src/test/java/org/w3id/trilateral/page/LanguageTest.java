package org.w3id.trilateral.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Properties;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

class LanguageTest {
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
