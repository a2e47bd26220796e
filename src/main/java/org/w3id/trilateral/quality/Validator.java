package org.w3id.trilateral.quality;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;

import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.graph.TurtleFile;

/** Looks through a home folder for all that breaks its own rules. Stateless; safe for any number of threads. */
public final class Validator {
    /** The rule that a file breaks which cannot be read. */
    public static final String UNREADABLE = "unreadable-file";

    /** A message of the loader: file, then what is wrong, which may name the line. */
    private static final Pattern MALFORMED = Pattern.compile("(?s)(?:cannot read )?([^\\s:]+): (.*)");
    private static final Pattern LINE = Pattern.compile("\\bline:? (\\d+)");

    private final Function<Home, Map<String, Graph>> more;

    /** Looks at the Turtle files alone. */
    public Validator() {
        this(none -> Map.of());
    }

    /** Looks also at graphs made from other files, by the local part of their names: {@code links/wikidata}. */
    public Validator(Function<Home, Map<String, Graph>> more) {
        this.more = more;
    }

    /** Applies every shape and check to all that can be read and to what follows from it; the rest is a finding. */
    public Report validate(Home home) {
        List<TrilateralException> malformed = Collections.synchronizedList(new ArrayList<>());
        ShapeRules shapes = ShapeRules.load(home, malformed::add);
        List<CheckQuery> checks = checks(home, malformed);
        List<Path> files = Stream.concat(home.turtleFiles().stream(),
                home.files("data/links", ".tsv").stream()).toList();
        List<Finding> findings = new ArrayList<>();
        int entities = 0;
        try {
            KnowledgeGraph graph = KnowledgeGraph.load(home, more, malformed::add);
            entities = graph.read(data -> {
                Whereabouts whereabouts = new Whereabouts(graph, data, home, files);
                findings.addAll(shapes.apply(data, whereabouts));
                checks.forEach(check -> findings.addAll(check.apply(data, whereabouts)));
                return count(data, graph.info().base());
            });
        } catch (TrilateralException e) {
            malformed.clear();
            malformed.add(e);
            malformed.addAll(unreadable(home));
        }
        malformed.forEach(fault -> findings.add(unreadable(fault.getMessage())));
        return Report.of(findings, files.size(), entities, shapes.names().size(), checks.size());
    }

    private static List<CheckQuery> checks(Home home, List<TrilateralException> malformed) {
        List<CheckQuery> checks = new ArrayList<>();
        for (Path file : home.files("queries/checks", CheckQuery.ENDING)) {
            try {
                checks.add(CheckQuery.read(home, file));
            } catch (TrilateralException e) {
                malformed.add(e);
            }
        }
        return checks;
    }

    /** Without a description of the data set nothing can be loaded; the other files can still be read one by one. */
    private static List<TrilateralException> unreadable(Home home) {
        List<TrilateralException> faults = new ArrayList<>();
        for (Path file : home.turtleFiles()) {
            try {
                TurtleFile.read(file, home.relative(file));
            } catch (TrilateralException e) {
                faults.add(e);
            }
        }
        return faults;
    }

    private static Finding unreadable(String message) {
        Matcher parts = MALFORMED.matcher(message);
        String file = parts.matches() ? parts.group(1) : "";
        String what = parts.matches() ? parts.group(2) : message;
        Matcher line = LINE.matcher(what);
        String place = line.find() ? file + ":" + line.group(1) : file;
        return new Finding(Severity.VIOLATION, place, "", UNREADABLE, what.strip().replaceAll("\\s*\\R\\s*", " "));
    }

    private static int count(DatasetGraph data, String base) {
        return (int) data.getDefaultGraph().stream(Node.ANY, RDF.type.asNode(), Node.ANY).map(t -> t.getSubject())
                .filter(s -> s.isURI() && s.getURI().startsWith(base) && !s.getURI().contains("--")).distinct().count();
    }
}
