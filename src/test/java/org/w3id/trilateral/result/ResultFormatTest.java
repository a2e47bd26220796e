package org.w3id.trilateral.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.query.Answer;
import org.w3id.trilateral.query.Answer.Form;

class ResultFormatTest {
    private static final Path GOLDEN = Path.of("src/test/resources/expected/formats");
    private static final String BASE = "https://w3id.org/trilateral/id/";
    private static final Node SUMMIT = NodeFactory.createURI(BASE + "camp-david-summit-2023");
    private static final Answer.Table TABLE = new Answer.Table(List.of("summit", "label", "days"), List.of(
            row(SUMMIT, NodeFactory.createLiteralLang("캠프 데이비드, \"정상회의\"", "ko"),
            NodeFactory.createLiteralDT("38", XSDDatatype.XSDinteger)),
            BindingFactory.binding(Var.alloc("label"), NodeFactory.createLiteralString("two\nlines\tand a tab"))));
    private static final Answer.Triples TRIPLES = Answer.Triples.of(Set.of(
            Triple.create(SUMMIT, RDFS.label.asNode(), NodeFactory.createLiteralLang("キャンプ・デービッド", "ja")),
            Triple.create(SUMMIT, RDFS.label.asNode(), NodeFactory.createLiteralLang("Camp David", "en")),
            Triple.create(SUMMIT, RDFS.seeAlso.asNode(), NodeFactory.createURI("https://example.org/?a=1&b=2"))),
            Map.of("rdfs", RDFS.getURI(), "trid", BASE));

    /** Each form in each format gives the bytes recorded in src/test/resources/expected/formats. */
    @TestFactory
    Stream<DynamicTest> givesTheRecordedBytes() {
        return Stream.of(TABLE, TRIPLES, new Answer.Truth(true))
                .flatMap(answer -> ResultFormat.of(answer.form()).stream()
                .filter(format -> format != ResultFormat.XLSX)
                .map(format -> DynamicTest.dynamicTest(answer.form() + " as " + format.extension(), () -> {
                    Path file = GOLDEN.resolve(answer.form().name().toLowerCase(Locale.ROOT) + "."
                            + format.extension());
                    byte[] bytes = format.render(answer);
                    assertEquals(Files.readString(file), new String(bytes, UTF_8));
                    assertArrayEquals(Files.readAllBytes(file), bytes);
                    assertArrayEquals(bytes, format.render(answer));
                })));
    }

    @Test
    void aWorkbookHasNumbersDaysAndTextsAndIsTheSameEachTime() throws IOException {
        Answer.Table table = new Answer.Table(List.of("a", "b"), List.of(BindingFactory.binding(
                Var.alloc("a"), NodeFactory.createLiteralDT("38", XSDDatatype.XSDinteger),
                Var.alloc("b"), NodeFactory.createLiteralDT("2023-08-18", XSDDatatype.XSDdate)),
                BindingFactory.binding(Var.alloc("b"), NodeFactory.createLiteralString("<정상 & more>"))));
        byte[] bytes = ResultFormat.XLSX.render(table);
        String sheet = "";
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                sheet = entry.getName().equals("xl/worksheets/sheet1.xml") ? new String(zip.readAllBytes(), UTF_8)
                        : sheet;
            }
        }

        assertTrue(sheet.contains("<row><c><v>38</v></c><c s=\"1\"><v>45156</v></c></row>"), sheet);
        assertTrue(sheet.contains("<row><c/><c t=\"inlineStr\" s=\"0\"><is><t xml:space=\"preserve\">&lt;정상 &amp; more&gt;</t></is></c></row>"), sheet);
        assertArrayEquals(bytes, ResultFormat.XLSX.render(table));
    }

    @Test
    void aFormatThatDoesNotFitTheAnswerIsRefusedWithThoseThatDo() {
        TrilateralException failure = assertThrows(TrilateralException.class, () -> ResultFormat.of("cvs", Form.TABLE));

        assertEquals(Fault.UNKNOWN_FORMAT, failure.fault());
        assertEquals(List.of("json", "csv", "tsv", "xml", "xlsx"), failure.allowed());
        assertEquals(Fault.UNKNOWN_FORMAT,
                assertThrows(TrilateralException.class, () -> ResultFormat.of("csv", Form.GRAPH)).fault());
    }

    private static Binding row(Node summit, Node label, Node days) {
        return BindingFactory.binding(Var.alloc("summit"), summit, Var.alloc("label"), label, Var.alloc("days"), days);
    }
}
