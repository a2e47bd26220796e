package org.w3id.trilateral.page;

import java.util.LinkedHashMap;
import java.util.Map;

/** How a program takes an answer, in the languages that scholars use. */
final class Snippets {
    private Snippets() {
    }

    /** Name of the language to code that fetches from an address; the address is one of CSV. */
    static Map<String, String> of(String csv) {
        Map<String, String> snippets = new LinkedHashMap<>();
        snippets.put("Python", """
                import pandas

                table = pandas.read_csv("%s")
                """.formatted(csv));
        snippets.put("R", """
                table <- read.csv("%s", encoding = "UTF-8")
                """.formatted(csv));
        snippets.put("Java", """
                var request = HttpRequest.newBuilder(URI.create("%s")).build();
                String csv = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
                """.formatted(csv));
        return snippets;
    }
}
