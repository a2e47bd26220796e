package org.w3id.trilateral.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

import org.w3id.trilateral.graph.DatasetInfo;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.Terms;

/**
 * The graph as tables for those who do not speak RDF: one CSV file for each class, one row for each thing that is
 * stated to be of it, one column for each property; with a codebook, and a
 * <a href="https://specs.frictionlessdata.io/data-package/">data package</a> that says the types of the columns.
 */
public final class Tables {
    private static final String SEPARATOR = "; ";
    private static final String NAME = "name";
    private static final String SOURCES = "sources";

    private final DatasetInfo info;
    private final StatedThings things;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final CsvText codebook = new CsvText()
            .add(List.of("table", "column", "property", "label", "definition", "type", "filled"));
    private final JsonArray resources = new JsonArray();

    private Tables(DatasetInfo info, StatedThings things) {
        this.info = info;
        this.things = things;
    }

    /**
     * The files by their names: {@code codebook.csv}, {@code datapackage.json}, {@code tables/Summit.csv} and so on.
     */
    public static Map<String, byte[]> of(KnowledgeGraph graph) {
        return graph.read(data -> {
            Tables tables = new Tables(graph.info(), new StatedThings(graph, data));
            tables.byClass().forEach(tables::table);
            tables.files.put("codebook.csv", tables.codebook.bytes());
            tables.files.put("datapackage.json", tables.dataPackage());
            return tables.files;
        });
    }

    private Map<String, List<Node>> byClass() {
        Map<String, List<Node>> classes = new TreeMap<>();
        things.all().keySet().forEach(thing -> things.types(thing).forEach(type ->
                classes.computeIfAbsent(type.getURI(), t -> new ArrayList<>()).add(thing)));
        return classes;
    }

    private void table(String type, List<Node> members) {
        String name = column(type);
        Map<String, Column> columns = new TreeMap<>();
        members.forEach(thing -> things.all().get(thing).stream()
                .filter(t -> !t.getPredicate().equals(RDF.type.asNode()) && !t.getPredicate().equals(Terms.ATTESTATION))
                .forEach(t -> columns.computeIfAbsent(Column.name(column(t.getPredicate().getURI()), t.getObject()),
                        c -> new Column(t.getPredicate())).add(t)));
        List<String> heading =
                Stream.concat(Stream.concat(Stream.of(NAME), columns.keySet().stream()), Stream.of(SOURCES)).toList();
        CsvText rows = new CsvText().add(heading);
        members.forEach(thing -> {
            Stream<String> cells = columns.values().stream()
                    .map(column -> cell(column.values.getOrDefault(thing, List.of())));
            rows.add(Stream.concat(Stream.concat(Stream.of(things.text(thing)), cells),
                    Stream.of(cell(things.sources(thing)))).toList());
        });
        files.put("tables/" + name + ".csv", rows.bytes());
        describe(name, Facts.iri(type), columns, members.size());
    }

    private String cell(List<Node> values) {
        return values.stream().map(things::text).distinct().sorted().collect(Collectors.joining(SEPARATOR));
    }

    /** A term of the ontology by its name, any other with its prefix. */
    private String column(String iri) {
        return iri.startsWith(Terms.TRI) ? iri.substring(Terms.TRI.length())
                : info.names().shorten(iri).replaceAll("[^A-Za-z0-9]+", "_");
    }

    private void describe(String table, Node type, Map<String, Column> columns, int rows) {
        JsonArray fields = new JsonArray();
        note(fields, table, NAME, info.base(), "the name of the thing; its IRI is " + info.base() + " and the name",
                "string", rows);
        columns.forEach((name, column) -> {
            String label = things.label(column.property);
            String definition = Stream.of(SKOS.definition, RDFS.comment)
                    .map(p -> things.english(column.property, p.asNode()))
                    .filter(text -> !text.isEmpty()).findFirst().orElse(label);
            note(fields, table, name, column.property.getURI(), definition, column.type(), column.values.size());
        });
        note(fields, table, SOURCES, Terms.SOURCE.getURI(), "names of the sources that attest the thing", "string",
                rows);
        JsonObject schema = JSON.buildObject(object -> object.pair("fields", fields).pair("primaryKey", NAME));
        resources.add(JSON.buildObject(object -> object.pair("name", table.toLowerCase(Locale.ROOT).replace('_', '-'))
                .pair("title", things.label(type)).pair("path", "tables/" + table + ".csv")
                .pair("profile", "tabular-data-resource")
                .pair("encoding", "utf-8").pair("schema", schema)));
    }

    private void note(JsonArray fields, String table, String column, String property, String definition, String type,
            int filled) {
        codebook.add(List.of(table, column, property, things.label(Facts.iri(property)), definition, type,
                Integer.toString(filled)));
        fields.add(JSON.buildObject(object -> object.pair("name", column).pair("type", type)
                .pair("description", definition)
                .pair("rdfType", property)));
    }

    private byte[] dataPackage() {
        JsonArray licences = new JsonArray();
        licences.add(JSON.buildObject(object -> object.pair("path", info.licence())));
        JsonObject json = JSON.buildObject(object -> object.pair("profile", "tabular-data-package")
                .pair("name", info.iri().replaceFirst("^https?://", "").toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-"))
                .pair("id", info.iri()).pair("title", info.title()).pair("description", info.description())
                .pair("version", info.version()).pair("created", info.modified() + "T00:00:00Z")
                .pair("licenses", licences).pair("resources", resources));
        return (json + "\n").getBytes(UTF_8);
    }

    /** The values of one property, in one language where they are texts in languages. */
    private static final class Column {
        private final Node property;
        private final Map<Node, List<Node>> values = new HashMap<>();
        private final TreeSet<String> types = new TreeSet<>();

        Column(Node property) {
            this.property = property;
        }

        static String name(String property, Node value) {
            boolean isTagged = value.isLiteral() && !value.getLiteralLanguage().isEmpty();
            return isTagged ? property + "_" + value.getLiteralLanguage() : property;
        }

        void add(Triple triple) {
            List<Node> list = values.computeIfAbsent(triple.getSubject(), s -> new ArrayList<>());
            list.add(triple.getObject());
            String datatype = triple.getObject().isLiteral()
                    ? triple.getObject().getLiteralDatatypeURI().replaceFirst(".*#", "") : "";
            types.add(list.size() > 1 ? "list" : datatype);
        }

        /** Of the types of the data package the one that all values have. */
        String type() {
            return types.size() != 1 ? "string" : switch (types.first()) {
                case "integer", "int", "long" -> "integer";
                case "decimal", "double", "float" -> "number";
                case "date" -> "date";
                case "boolean" -> "boolean";
                default -> "string";
            };
        }
    }
}
