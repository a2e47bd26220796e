package org.w3id.trilateral.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.jena.sparql.core.DatasetGraph;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.graph.KnowledgeGraph;
import org.w3id.trilateral.page.Frame.Alternate;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.PackagedQuery;
import org.w3id.trilateral.query.Parameter;
import org.w3id.trilateral.query.ParameterType;
import org.w3id.trilateral.result.ResultFormat;

/** What the page of a packaged query shows, for one reader. */
final class QueryReader {
    /** More rows than this are on further pages. */
    static final int ROWS = 200;

    private final KnowledgeGraph graph;
    private final PackagedQuery query;
    private final Visit visit;

    QueryReader(KnowledgeGraph graph, PackagedQuery query, Visit visit) {
        this.graph = graph;
        this.query = query;
        this.visit = visit;
    }

    /**
     * The form and a part of the answer.
     *
     * @param page number of the part, from 1
     * @throws TrilateralException {@link Fault#BAD_PARAMETER} for a number that there is no page of
     */
    QueryView answered(Map<String, String> values, Answer answer, int page) {
        Paging paging = new Paging(page, ROWS, answer.size());
        if (page < 1 || page > paging.pages()) {
            throw new TrilateralException(Fault.BAD_PARAMETER,
                    "there is no page " + page + "; the answer has the pages 1 to "
                    + paging.pages() + ".", List.of("1 to " + paging.pages()));
        }
        Map<String, String> named = query.named(values, graph);
        String given = address(named);
        return graph.read(data -> {
            Labels labels = new Labels(data.getDefaultGraph(), graph.names(), visit.language().tag());
            RowSources sources = new RowSources(data.getDefaultGraph(), graph.names(), labels, visit.language());
            Grid grid = sources.beside(new AnswerTable(labels, visit.language())
                    .of(answer, paging.first(), paging.size()), answer,
                    paging.first());
            return new QueryView(query, fields(data).of(query, named),
                    Optional.of(new QueryView.Result(grid, paging, sources.list(),
                    Pages.picture(query, given).map(picture -> picture.ofRows(paging.total())),
                    files(named, given, answer.form()))), "");
        });
    }

    /** The form, with what is wrong with its values; {@code problem} is told where none of them alone is wrong. */
    QueryView refused(Map<String, String> values, TrilateralException problem) {
        Map<String, TrilateralException> errors = new LinkedHashMap<>();
        values.forEach((name, text) -> error(name, text).ifPresent(error -> errors.put(name, error)));
        return graph.read(data -> {
            Fields fields = fields(data);
            List<Field> checked = fields.of(query, values).stream().map(field -> errors.containsKey(field.name())
                    ? refused(field, errors.get(field.name()), values, fields) : field).toList();
            return new QueryView(query, checked, Optional.empty(), errors.isEmpty() ? problem.getMessage() : "");
        });
    }

    private Field refused(Field field, TrilateralException error, Map<String, String> values, Fields fields) {
        Parameter parameter = query.parameters().stream().filter(one -> one.name().equals(field.name())).findFirst()
                .orElseThrow();
        List<String> near = parameter.type() == ParameterType.IRI ? error.allowed() : List.of();
        return field.refused(fields.refusal(parameter, field.value()), near.stream().map(name -> {
            Map<String, String> corrected = new LinkedHashMap<>(values);
            corrected.put(field.name(), name);
            return fields.near(name, address(corrected));
        }).toList());
    }

    private Optional<TrilateralException> error(String name, String text) {
        try {
            query.with(Map.of(name, text), graph);
            return Optional.empty();
        } catch (TrilateralException e) {
            return Optional.of(e);
        }
    }

    private Fields fields(DatasetGraph data) {
        return new Fields(graph, data, visit.language());
    }

    private QueryView.Files files(Map<String, String> values, String given, Answer.Form form) {
        String path = "/queries/" + encoded(query.id());
        String sparql = query.textWith(values, graph);
        return new QueryView.Files(given, visit.origin() + path + given, downloads(path, form, given),
                form == Answer.Form.TABLE ? Snippets.of(visit.origin() + path + ".csv" + given) : Map.of(),
                sparql, "/editor?query=" + encoded(sparql), visit.origin() + "/sparql");
    }

    /** The address of the whole answer in each format. */
    static List<Alternate> downloads(String path, Answer.Form form, String given) {
        return ResultFormat.of(form).stream().map(format ->
                new Alternate(path + "." + format.extension() + given, format.mediaType(), format.extension()))
                .toList();
    }

    private static String address(Map<String, String> values) {
        String tail = values.entrySet().stream().map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
        return tail.isEmpty() ? "" : "?" + tail;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
