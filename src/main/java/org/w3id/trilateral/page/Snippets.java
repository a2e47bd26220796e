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
                import java.net.URI;
                import java.net.http.HttpClient;
                import java.net.http.HttpRequest;
                import java.net.http.HttpResponse.BodyHandlers;

                class Answer {
                    public static void main(String[] arguments) throws Exception {
                        var request = HttpRequest.newBuilder(URI.create("%s")).build();
                        System.out.print(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
                    }
                }
                """.formatted(csv));
        return snippets;
    }
}
