package org.w3id.trilateral.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;

/** What the cutter takes for a plain line, the full parser reads as the same statement. */
class SpansTest {
    private static final List<String> LINES = List.of(
            "<http://example.org/a> <http://example.org/p> \"one\"@en-GB <http://example.org/g> . # words",
            "_:b1 <urn:p:q> \"x\\t\\\"y\\\\\" .", "<http://e/\u00e4> <http://e/p> \"\uc815\uc0c1\"@ko <http://e/g>.",
            "<http://e/a>\t<http://e/p>\t\"12\"^^<http://www.w3.org/2001/XMLSchema#integer>\t.\t",
                    "<http://e/a> <http://e/p> _:x _:g .",
            "<mailto:a@b.c> <http://e/p> \"\" .", "# nothing", "   ");
    private static final String ODD = " \t\\\"<>_:.@^#aZ09-{}|`\u00e9";
    private static final int TRIALS = 20_000;

    @Test
    void aPlainLineIsWhatTheFullParserReads() {
        int plain = 0;
        Random random = new Random(11);
        for (int i = 0; i < TRIALS; i++) {
            byte[] line = mutated(LINES.get(i % LINES.size()), i < LINES.size() ? 0 : 1 + random.nextInt(2), random)
                    .getBytes(UTF_8);
            Spans spans = new Spans();
            Spans.Form form = spans.cut(line, 0, line.length);
            List<Quad> read = parsed(line);
            if (form == Spans.Form.STATEMENT) {
                plain++;
                assertEquals(read, List.of(cut(spans, line)), () -> new String(line, UTF_8));
            } else if (form == Spans.Form.EMPTY) {
                assertEquals(List.of(), read, () -> new String(line, UTF_8));
            }
        }
        assertTrue(plain > TRIALS / 10, "plain lines: " + plain);
    }

    private static String mutated(String line, int changes, Random random) {
        StringBuilder text = new StringBuilder(line);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length());
            String odd = String.valueOf(ODD.charAt(random.nextInt(ODD.length())));
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, odd);
                case 1 -> text.replace(at, at + 1, odd);
                default -> text.delete(at, at + 1);
            }
        }
        return text.toString();
    }

    private static Quad cut(Spans spans, byte[] line) {
        List<Node> terms = new ArrayList<>();
        for (int i = 0; i < spans.count(); i++) {
            terms.add(TermBytes.term(line, spans.from(i), spans.to(i), "s-"));
        }
        Node graph = terms.size() == 4 ? terms.get(3) : Quad.defaultGraphNodeGenerated;
        return Quad.create(graph, terms.get(0), terms.get(1), terms.get(2));
    }

    private static List<Quad> parsed(byte[] line) {
        try {
            return LineParser.parse(line, 0, line.length, Lang.NQUADS, "s-");
        } catch (RiotException e) {
            return List.of(Quad.create(Node.ANY, Node.ANY, Node.ANY, Node.ANY));
        }
    }
}
