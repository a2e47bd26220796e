package org.w3id.trilateral.temporal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;

/**
 * A question over time as people write it.
 *
 * @param name  what is special in it
 * @param join  how the explanation begins
 * @param query over {@link TimedEvents}
 */
record Shape(String name, String join, Query query) {
    private static final String HEAD = "PREFIX : <" + RandomData.NS
            + "> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n"
            + "PREFIX fn: <http://www.w3.org/2005/xpath-functions#>\n";

    /** All of {@code temporal/shapes.rq}. */
    static List<Shape> all() {
        List<Shape> found = new ArrayList<>();
        try (InputStream in = Shape.class.getResourceAsStream("/temporal/shapes.rq")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String block : text.substring(text.indexOf("\n## ") + 1).split("(?m)^## ")) {
                if (!block.isBlank()) {
                    String[] head = block.substring(0, block.indexOf('\n')).split(" -> ");
                    found.add(new Shape(head[0], head[1],
                            QueryFactory.create(HEAD + block.substring(block.indexOf('\n')))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
