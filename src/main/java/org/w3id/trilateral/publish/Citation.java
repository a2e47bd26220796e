package org.w3id.trilateral.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.Suggestion;
import org.w3id.trilateral.fault.TrilateralException;

/**
 * How something of this service is cited.
 *
 * @param title       what is cited
 * @param container   the data set that it is part of; empty where it is the data set
 * @param author      who made it, as one name
 * @param issued      day of this version, {@code YYYY-MM-DD}
 * @param version     of the data set
 * @param fingerprint of the data: the first digits of its canonical hash
 * @param url         the address that is cited
 */
public record Citation(String title, String container, String author, String issued, String version,
        String fingerprint, String url) {
    public Citation {
        for (String text : List.of(title, container, author, issued, version, fingerprint, url)) {
            Objects.requireNonNull(text);
        }
    }

    /** The forms that a citation comes in; the first is the default. */
    public enum Format {
        /** One sentence. */
        TEXT("txt", "text/plain;charset=utf-8"),
        /** BibLaTeX; older BibTeX styles know its {@code @misc} too. */
        BIBTEX("bib", "application/x-bibtex;charset=utf-8"),
        /** RIS, for reference managers. */
        RIS("ris", "application/x-research-info-systems;charset=utf-8"),
        /** CSL-JSON. */
        CSL("json", "application/vnd.citationstyles.csl+json");

        private final String extension;
        private final String contentType;

        Format(String extension, String contentType) {
            this.extension = extension;
            this.contentType = contentType;
        }

        /** The value of {@code format}: {@code bib}. */
        public String extension() {
            return extension;
        }

        /** Media type with charset where the type takes one. */
        public String contentType() {
            return contentType;
        }

        /** Media type without parameters. */
        public String mediaType() {
            return contentType.split(";", 2)[0];
        }

        /**
         * The form of that name.
         *
         * @throws TrilateralException {@link Fault#UNKNOWN_FORMAT} with those there are
         */
        public static Format of(String extension) {
            List<String> names = Arrays.stream(values()).map(Format::extension).toList();
            return Arrays.stream(values()).filter(format -> format.extension.equals(extension)).findFirst()
                    .orElseThrow(() -> new TrilateralException(Fault.UNKNOWN_FORMAT,
                    "there is no citation as '" + extension
                            + "'." + Suggestion.sentence(extension, names) + " It comes as " + String.join(", ", names)
                            + ".", names));
        }
    }

    /** The citation, UTF-8. */
    public byte[] render(Format format) {
        String text = switch (format) {
            case TEXT -> sentence() + "\n";
            case BIBTEX -> bibTeX();
            case RIS -> ris();
            case CSL -> csl();
        };
        return text.getBytes(UTF_8);
    }

    /** The citation as one sentence. */
    public String sentence() {
        return author + " (" + year() + "). " + (container.isEmpty() ? title : title + ". In: " + container)
                + ", version " + version + " of " + issued + ", data " + fingerprint + ". " + url;
    }

    private String bibTeX() {
        String key = (author.replaceAll("[^A-Za-z]", "") + year() + "-" + lastPart()).toLowerCase(Locale.ROOT);
        return "@misc{" + key + ",\n"
                + field("author", "{" + escaped(author) + "}") + field("title", "{" + escaped(title) + "}")
                + (container.isEmpty() ? "" : field("howpublished", "In: " + escaped(container)))
                + field("year", year()) + field("date", issued) + field("version", version)
                + field("note", "Version " + version + ", data " + fingerprint) + "  url = {" + url + "}\n}\n";
    }

    private static String field(String name, String value) {
        return "  " + name + " = {" + value + "},\n";
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\{}])", "").replaceAll("([&%$#_])", "\\\\$1");
    }

    private String ris() {
        return "TY  - DATA\r\nAU  - " + author + ",\r\nTI  - " + title + "\r\n"
                + (container.isEmpty() ? "" : "T2  - " + container + "\r\n")
                + "PY  - " + year() + "\r\nDA  - " + issued.replace('-', '/') + "\r\nET  - " + version
                + "\r\nN1  - Data " + fingerprint + "\r\nUR  - " + url + "\r\nER  - \r\n";
    }

    private String csl() {
        JsonArray day = new JsonArray();
        Arrays.stream(issued.split("-")).forEach(part -> day.add(Integer.parseInt(part)));
        JsonArray days = new JsonArray();
        days.add(day);
        JsonObject item = JSON.buildObject(object -> object.pair("id", url).pair("type", "dataset")
                .pair("title", title));
        if (!container.isEmpty()) {
            item.put("container-title", container);
        }
        JsonArray authors = new JsonArray();
        authors.add(JSON.buildObject(object -> object.pair("literal", author)));
        item.put("author", authors);
        item.put("issued", JSON.buildObject(object -> object.pair("date-parts", days)));
        item.put("version", version);
        item.put("note", "Data " + fingerprint);
        item.put("URL", url);
        JsonArray list = new JsonArray();
        list.add(item);
        return list + "\n";
    }

    private String year() {
        return issued.split("-", 2)[0];
    }

    private String lastPart() {
        return url.replaceFirst("[?#].*", "").replaceFirst("/cite$", "").replaceFirst(".*/", "")
                .replaceAll("[^A-Za-z0-9-]", "");
    }
}
