package org.w3id.trilateral.cli;

import java.util.concurrent.Callable;

import org.apache.jena.graph.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.publish.Description;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.Answer.Form;
import org.w3id.trilateral.result.ResultFormat;

/** Prints what the graph says of one thing. */
@Command(name = "describe", description = "Say what the graph holds of one thing, each statement with its sources.",
        footer = {"", "Examples:", "  trilateral describe camp-david-summit-2023", "  trilateral describe tri:Summit",
            "  trilateral describe japan --format ttl > japan.ttl"})
final class DescribeCommand implements Callable<Integer> {
    private static final String TEXT = "text";

    private final Terminal terminal;

    @Mixin
    private final HomeOption home;

    @Parameters(paramLabel = "NAME", description = "Name (japan), prefixed name (tri:Summit), IRI, or the whole label.")
    private String name;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = TEXT,
            description = "${DEFAULT-VALUE} for reading; ttl, nt, jsonld, rdf, trig or nq.")
    private String format;

    @Option(names = "--lang", paramLabel = "TAG", defaultValue = "en",
            description = "Language of labels in the text: en, ja, ko (default: ${DEFAULT-VALUE}).")
    private String language;

    DescribeCommand(Terminal terminal) {
        this.terminal = terminal;
        this.home = new HomeOption(terminal);
    }

    @Override
    public Integer call() {
        if (!format.equals(TEXT)) {
            ResultFormat.of(format, Form.GRAPH);
        }
        KnowledgeGraph graph = home.graph();
        Description descriptions = new Description(graph);
        Node entity = descriptions.named(name);
        Answer.Triples description = descriptions.of(entity);
        if (format.equals(TEXT)) {
            terminal.print(graph.read(data -> new DescriptionText(description, data, graph.names(), language)
                    .of(entity, terminal.width())));
        } else {
            terminal.printBytes(ResultFormat.of(format, Form.GRAPH).render(description));
        }
        return 0;
    }
}
