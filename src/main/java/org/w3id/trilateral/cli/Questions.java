package org.w3id.trilateral.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

import org.w3id.trilateral.graph.DatasetInfo;
import org.w3id.trilateral.graph.Home;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.query.Execution;
import org.w3id.trilateral.query.Limits;
import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.query.Parameter;
import org.w3id.trilateral.query.QueryCatalogue;

/** The packaged queries of a home folder as commands below {@code ask}, each with its parameters as options. */
final class Questions {
    private static final int INDENT = 2;

    private final Terminal terminal;
    private final Home home;
    private final DatasetInfo info;
    private final QueryCatalogue catalogue;

    Questions(Terminal terminal, Home home) {
        this.terminal = terminal;
        this.home = home;
        this.info = DatasetInfo.load(home);
        this.catalogue = QueryCatalogue.load(home, info);
    }

    void addTo(CommandLine ask) {
        catalogue.all().forEach(query -> ask.addSubcommand(query.id(), command(query)));
    }

    /** The questions by theme, with the name of each. */
    String list() {
        Map<String, List<PackagedQuery>> themes = new LinkedHashMap<>();
        catalogue.all().forEach(query -> themes.computeIfAbsent(
                query.header().tags().stream().findFirst().orElse("other"), none -> new ArrayList<>()).add(query));
        int names = catalogue.all().stream().mapToInt(query -> query.id().length()).max().orElse(0);
        int width = terminal.width() == Terminal.UNLIMITED ? Terminal.UNLIMITED : terminal.width() - INDENT;
        StringBuilder text = new StringBuilder();
        themes.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(theme -> {
            text.append(text.isEmpty() ? "" : "\n").append(theme.getKey()).append('\n');
            List<List<String>> rows = theme.getValue().stream()
                    .map(query -> List.of(DisplayWidth.padded(query.id(), names), query.header().question())).toList();
            text.append(new TextTable(List.of(), rows, TextTable.FEW).fitted(width).indent(INDENT));
        });
        return text.toString();
    }

    private CommandSpec command(PackagedQuery query) {
        ResultOptions result = new ResultOptions();
        HomeOption place = new HomeOption(terminal);
        List<OptionSpec> options = query.parameters().stream().map(this::option).toList();
        CommandSpec spec = CommandSpec.wrapWithoutInspection((Callable<Integer>) () -> {
            answer(query, options, place, result);
            return 0;
        });
        options.forEach(spec::addOption);
        spec.addMixin("home", CommandSpec.forAnnotatedObject(place));
        spec.addMixin("result", CommandSpec.forAnnotatedObject(result));
        spec.mixinStandardHelpOptions(true);
        spec.usageMessage().sortOptions(false).header(escaped(query.header().summary()))
                .description(escaped(query.header().question()), escaped(query.header().description()))
                .footer("", "Example:", "  trilateral ask " + escaped(example(query)));
        return spec;
    }

    private OptionSpec option(Parameter parameter) {
        String start = parameter.defaultValue().map(value -> " (default: " + shown(value) + ")").orElse("");
        String of = parameter.choices().map(choices -> ", of " + info.names().shorten(choices)).orElse("");
        return OptionSpec.builder("--" + parameter.name()).type(String.class).arity("1")
                .paramLabel("<" + parameter.type().label() + ">")
                .description(escaped(parameter.description() + "; " + parameter.type().allowed() + of + start))
                .build();
    }

    private void answer(PackagedQuery query, List<OptionSpec> options, HomeOption place, ResultOptions result) {
        Map<String, String> values = new LinkedHashMap<>();
        options.forEach(option -> {
            if (option.getValue() instanceof String text) {
                values.put(option.longestName().substring(2), text);
            }
        });
        result.check(query.form());
        KnowledgeGraph graph = place.graph(home);
        Query bound = query.with(values, graph);
        result.print(new Execution(graph, Limits.LOCAL).run(bound), graph, terminal);
    }

    private String example(PackagedQuery query) {
        String option = query.parameters().stream().findFirst().map(parameter -> " --" + parameter.name() + " "
                + parameter.defaultValue().map(this::shown).map(Questions::quoted).orElse("…")).orElse("");
        return query.id() + option + " --format csv";
    }

    private static String quoted(String value) {
        return value.matches("[A-Za-z0-9:._/-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
    }

    private String shown(Node value) {
        return value.isURI() ? info.names().local(value.getURI()).orElseGet(() -> info.names().shorten(value.getURI()))
                : value.getLiteralLexicalForm();
    }

    /** Takes its meaning from what would be a format or a variable in a help text. */
    private static String escaped(String text) {
        return text.replace("%", "%%").replace("@|", "@ |").replace("${", "$ {");
    }
}
