package org.w3id.trilateral.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.w3id.trilateral.query.Answer;

/** Our writers against Jena's readers and writers, on tables of terms that are hard to write. */
class TableWritersTest {
    private static final int TABLES = 300;
    private static final List<String> COLUMNS = List.of("a", "längste", "c_1");
    private static final List<String> PIECES =
            List.of("", "a", "\"", "\\", "\n", "\r", "\t", ",", "&", "<", ">", "]]>", "'", " ",
            "é", "한국", "日本", "😀", "\u007f", "\u2028", "%", "\\u0041", "#", "{", "}", "  ", "\u00a0");
    private static final List<String> CONTROLS = List.of("\u0000", "\b", "\f", "\u001f");

    @BeforeAll
    static void startJena() {
        JenaSystem.init();
    }

    @TestFactory
    Stream<DynamicTest> whatIsWrittenIsWhatJenaReads() {
        return Stream.of(ResultFormat.JSON, ResultFormat.XML, ResultFormat.TSV).flatMap(format ->
                IntStream.range(0, TABLES).mapToObj(seed -> DynamicTest.dynamicTest(format + " " + seed, () -> {
                    Answer.Table table = table(new Random(seed), format != ResultFormat.XML);

                    RowSet read = RowSetReaderRegistry.getFactory(lang(format)).create(lang(format))
                            .read(new ByteArrayInputStream(format.render(table)), Context.emptyContext());

                    assertTrue(ResultsCompare.equalsByTermAndOrder(rows(table), read),
                            new String(format.render(table), UTF_8));
                })));
    }

    @TestFactory
    Stream<DynamicTest> linesAreByteForByteThoseOfJena() {
        return Stream.of(ResultFormat.CSV, ResultFormat.TSV).flatMap(format ->
                IntStream.range(0, TABLES).mapToObj(seed -> DynamicTest.dynamicTest(format + " " + seed, () -> {
                    Answer.Table table = table(new Random(seed), true);
                    ByteArrayOutputStream expected = new ByteArrayOutputStream();
                    RowSetWriterRegistry.getFactory(lang(format)).create(lang(format))
                            .write(expected, rows(table), Context.emptyContext());

                    assertEquals(expected.toString(UTF_8), new String(format.render(table), UTF_8));
                })));
    }

    @TestFactory
    Stream<DynamicTest> aTruthIsReadByJenaOrWrittenAsByJena() {
        return Stream.of(ResultFormat.JSON, ResultFormat.XML, ResultFormat.TSV, ResultFormat.CSV).flatMap(format ->
                Stream.of(true, false).map(truth -> DynamicTest.dynamicTest(format + " " + truth, () -> {
                    byte[] bytes = format.render(new Answer.Truth(truth));

                    if (format == ResultFormat.JSON || format == ResultFormat.XML) {
                        assertEquals(truth, RowSetReaderRegistry.getFactory(lang(format)).create(lang(format))
                                .readAny(new ByteArrayInputStream(bytes), Context.emptyContext()).booleanResult());
                    } else {
                        ByteArrayOutputStream expected = new ByteArrayOutputStream();
                        RowSetWriterRegistry.getFactory(lang(format)).create(lang(format))
                                .write(expected, truth, Context.emptyContext());
                        assertEquals(expected.toString(UTF_8), new String(bytes, UTF_8));
                    }
                })));
    }

    @Test
    void halfAPairIsAQuestionMarkAndTheRestIsUnharmed() {
        Answer.Table table = new Answer.Table(List.of("a"),
                List.of(row(List.of(NodeFactory.createLiteralString("a\ud83db\ude00")))));

        assertEquals("a\r\na?b?\r\n", new String(ResultFormat.CSV.render(table), UTF_8));
    }

    private static Lang lang(ResultFormat format) {
        return switch (format) {
            case JSON -> ResultSetLang.RS_JSON;
            case XML -> ResultSetLang.RS_XML;
            case CSV -> ResultSetLang.RS_CSV;
            default -> ResultSetLang.RS_TSV;
        };
    }

    private static RowSet rows(Answer.Table table) {
        return RowSetStream.create(table.columns().stream().map(Var::alloc).toList(), table.rows().iterator());
    }

    private static Answer.Table table(Random random, boolean controls) {
        List<Binding> rows = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            rows.add(row(COLUMNS.stream().map(column -> random.nextInt(5) == 0 ? null : term(random, controls))
                    .toList()));
        }
        return new Answer.Table(COLUMNS, rows);
    }

    private static Binding row(List<Node> terms) {
        BindingBuilder row = Binding.builder();
        IntStream.range(0, terms.size()).filter(i -> terms.get(i) != null)
                .forEach(i -> row.add(Var.alloc(COLUMNS.get(i)), terms.get(i)));
        return row.build();
    }

    private static Node term(Random random, boolean controls) {
        return switch (random.nextInt(8)) {
            case 0 -> NodeFactory.createURI("https://example.org/" + List.of("a", "b?c=1&d=2", "한국", "a'b")
                    .get(random.nextInt(4)));
            case 1 -> NodeFactory.createLiteralLang(text(random, controls),
                    List.of("en", "ko", "zh-Hant").get(random.nextInt(3)));
            case 2 -> NodeFactory.createLiteralDT(String.valueOf(random.nextInt() - 7), XSDDatatype.XSDinteger);
            case 3 -> NodeFactory.createLiteralDT("2023-08-18", XSDDatatype.XSDdate);
            case 4 -> NodeFactory.createLiteralDT(text(random, controls),
                    TypeMapper.getInstance().getSafeTypeByName("https://example.org/type?a&b"));
            case 5 -> NodeFactory.createLiteralDT(List.of("1.50", "1e3", "true", "+1", "x").get(random.nextInt(5)),
                    List.of(XSDDatatype.XSDdecimal, XSDDatatype.XSDdouble, XSDDatatype.XSDboolean)
                            .get(random.nextInt(3)));
            case 6 -> NodeFactory.createBlankNode("n" + random.nextInt(3));
            default -> NodeFactory.createLiteralString(text(random, controls));
        };
    }

    private static String text(Random random, boolean controls) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            List<String> pieces = controls && random.nextInt(12) == 0 ? CONTROLS : PIECES;
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }
}
