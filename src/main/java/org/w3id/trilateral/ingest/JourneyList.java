package org.w3id.trilateral.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/** Reads lists of travels and visits as the Office of the Historian keeps them in XML. */
final class JourneyList {
    private JourneyList() {
    }

    /**
     * The rows of a file, or of all files of a folder, by day; a row that the list has twice comes once.
     *
     * @throws TrilateralException {@link Fault#MALFORMED_SOURCE} with file and row
     */
    static List<Journey> read(Path path) {
        List<Journey> rows = new ArrayList<>();
        for (Path file : files(path)) {
            Element list = document(file).getDocumentElement();
            children(list).filter(row -> !text(row, "start-date").isEmpty())
                    .forEach(row -> rows.add(journey(file, row)));
        }
        rows.sort(Comparator.comparing(Journey::first).thenComparing(Journey::file)
                .thenComparing(row -> row.ids().get(0)));
        List<Journey> journeys = new ArrayList<>();
        for (Journey row : rows) {
            int same = IntStream.range(0, journeys.size()).filter(i -> journeys.get(i).repeats(row)).findFirst()
                    .orElse(-1);
            if (same < 0) {
                journeys.add(row);
            } else {
                journeys.set(same, together(journeys.get(same), row));
            }
        }
        return journeys;
    }

    private static Journey together(Journey one, Journey other) {
        List<String> ids = Stream.concat(one.ids().stream(), other.ids().stream()).toList();
        return new Journey(one.kind(), one.file(), ids, one.traveller(), one.country(), one.first(), one.last(),
                one.locale(), one.remarks());
    }

    private static Journey journey(Path file, Element row) {
        boolean visit = row.getTagName().equals("visit");
        String place = visit ? "from" : "country";
        try {
            Element country = children(row).filter(child -> child.getTagName().equals(place)).findFirst()
                    .orElseThrow(() -> malformed(file, row, "no <" + place + ">", null));
            return new Journey(kind(row), file.getFileName().toString(), List.of(text(row, "id")),
                    text(row, visit ? "visitor" : "name"),
                    new Journey.Country(country.getAttribute("id"), words(country)),
                    LocalDate.parse(text(row, "start-date")), LocalDate.parse(text(row, "end-date")),
                    text(row, "locale"), text(row, visit ? "description" : "remarks"));
        } catch (DateTimeException e) {
            throw malformed(file, row, "a day that is none", e);
        }
    }

    private static Journey.Kind kind(Element row) {
        if (row.getTagName().equals("visit")) {
            return Journey.Kind.LEADER_IN_THE_UNITED_STATES;
        }
        return text(row, "role").equals("president") ? Journey.Kind.PRESIDENT_ABROAD : Journey.Kind.SECRETARY_ABROAD;
    }

    private static TrilateralException malformed(Path file, Element row, String what, Exception cause) {
        return new TrilateralException(Fault.MALFORMED_SOURCE,
                file.getFileName() + ", row " + text(row, "id") + ": " + what, cause);
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> list = Files.list(path)) {
            return list.filter(file -> file.getFileName().toString().endsWith(".xml")).sorted().toList();
        } catch (IOException e) {
            throw new TrilateralException(Fault.MALFORMED_SOURCE, "cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    private static Document document(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // Throws at a fatal error, without a line on the console.
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(in);
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new TrilateralException(Fault.MALFORMED_SOURCE, "cannot read " + file + " as XML: " + e.getMessage(),
                    e);
        }
    }

    private static Stream<Element> children(Element parent) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item)
                .filter(Element.class::isInstance).map(Element.class::cast);
    }

    /** The text of a child, white space made even; empty where there is no such child. */
    private static String text(Element row, String name) {
        return children(row).filter(child -> child.getTagName().equals(name)).findFirst().map(JourneyList::words)
                .orElse("");
    }

    private static String words(Element element) {
        return element.getTextContent().replaceAll("\\s+", " ").strip();
    }
}
