package org.w3id.trilateral.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that pages refer to. All of them lie in a folder whose name changes with their content, so that each may be
 * kept for ever and a module finds its neighbours by relative addresses. Libraries come out of WebJars, unchanged.
 */
public enum StaticFile {
    /** The one style sheet. */
    STYLE("site.css"),
    /** The mark in a browser's tab. */
    MARK("mark.svg"),
    /** Draws the pictures of a page. */
    PICTURES("pictures.js"),
    /** Suggestions under the search field. */
    SUGGEST("suggest.js"),
    /** What pictures share. */
    ROWS("rows.js"),
    /** Draws timelines. */
    TIMELINE("timeline.js"),
    /** Draws networks. */
    NETWORK("network.js"),
    /** Draws maps. */
    MAP("map.js"),
    /** Draws charts. */
    CHART("chart.js"),
    /** The SPARQL editor. */
    EDITOR("editor.js"),
    /** Terms of any result under their names. */
    ANSWERS("answers.js"),
    /** Shows the addresses of the service. */
    API("api.js"),
    /** What the editor completes. */
    COMPLETE("complete.js"),
    /** How the editor shows results. */
    RESULTS("results.js"),
    /** Well-known cities, for orientation on a map. */
    CITIES("cities.json"),
    /** The coastline of the world, without borders. */
    COAST("coast.json"),
    /** The line of days on the page of a day. */
    DAY("day.js"),
    /** Graph drawing, for networks. */
    CYTOSCAPE("lib/cytoscape.min.js", "cytoscape/3.33.1/dist/cytoscape.min.js"),
    /** Maps. */
    LEAFLET("lib/leaflet.js", "leaflet/1.9.4/dist/leaflet.js"),
    /** Style of maps. */
    LEAFLET_STYLE("lib/leaflet.css", "leaflet/1.9.4/dist/leaflet.css"),
    /** Charts. */
    CHART_LIBRARY("lib/chart.umd.min.js", "chart.js/4.5.1/dist/chart.umd.min.js"),
    /** The library of the editor. */
    YASGUI("lib/yasgui.min.js", "zazuko__yasgui/4.5.0/build/yasgui.min.js"),
    /** Style of the editor. */
    YASGUI_STYLE("lib/yasgui.min.css", "zazuko__yasgui/4.5.0/build/yasgui.min.css"),
    /** The library that shows the addresses of the service. */
    SWAGGER("lib/swagger-ui-bundle.js", "swagger-ui/5.34.1/swagger-ui-bundle.js"),
    /** Its style. */
    SWAGGER_STYLE("lib/swagger-ui.css", "swagger-ui/5.34.1/swagger-ui.css");

    /** Changes whenever any of the files does. */
    public static final String VERSION = version();

    private final String name;
    private final byte[] content;

    StaticFile(String name) {
        this.name = name;
        this.content = read("/static/" + name);
    }

    StaticFile(String name, String pathInWebJar) {
        this.name = name;
        this.content = read("/META-INF/resources/webjars/" + pathInWebJar);
    }

    /** The file at a path below {@code /static/}. */
    public static Optional<StaticFile> at(String path) {
        return Arrays.stream(values()).filter(file -> path.equals(VERSION + "/" + file.name)).findFirst();
    }

    /** Its address on this host. */
    public String href() {
        return "/static/" + VERSION + "/" + name;
    }

    /** Media type with charset. */
    public String contentType() {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css;charset=utf-8";
            case "js" -> "text/javascript;charset=utf-8";
            case "svg" -> "image/svg+xml";
            case "json" -> "application/json";
            default -> throw new IllegalStateException(name);
        };
    }

    /** A copy of its bytes. */
    public byte[] content() {
        return content.clone();
    }

    private static byte[] read(String resource) {
        try (InputStream in = Objects.requireNonNull(StaticFile.class.getResourceAsStream(resource), resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Arrays.stream(values()).forEach(file -> digest.update(file.content));
            return HexFormat.of().formatHex(digest.digest(), 0, 5);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
