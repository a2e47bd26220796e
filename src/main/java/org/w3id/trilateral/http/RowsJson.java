package org.w3id.trilateral.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

import org.w3id.trilateral.page.Grid;
import org.w3id.trilateral.page.Ref;

/**
 * A table as the pictures of a page read it: {@code names} and {@code headings} of its columns, and {@code rows} of
 * cells; a cell is a list of pairs of words and address.
 */
final class RowsJson {
    private RowsJson() {
    }

    static Reply of(Grid grid) {
        JsonObject json = new JsonObject();
        json.put("names", texts(grid.names()));
        json.put("headings", texts(grid.headings().stream().map(heading -> heading.text().words()).toList()));
        JsonArray rows = new JsonArray();
        grid.rows().forEach(row -> {
            JsonArray cells = new JsonArray();
            row.forEach(cell -> cells.add(cell(cell)));
            rows.add(cells);
        });
        json.put("rows", rows);
        return Reply.ok("application/json", json.toString().getBytes(UTF_8));
    }

    private static JsonArray cell(List<Ref> refs) {
        JsonArray cell = new JsonArray();
        refs.forEach(ref -> cell.add(texts(List.of(ref.text().words(), ref.href()))));
        return cell;
    }

    private static JsonArray texts(List<String> words) {
        JsonArray array = new JsonArray();
        words.forEach(array::add);
        return array;
    }
}
