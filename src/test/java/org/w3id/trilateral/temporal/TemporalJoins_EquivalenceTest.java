package org.w3id.trilateral.temporal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.DateTimeStruct.DateTimeParseException;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Random queries on random data have the same solutions, as often, with the extension as without. */
class TemporalJoins_EquivalenceTest {
    /** How many; {@code -Dtemporal.queries=100000 -Dtemporal.seed=7} for more and others. */
    private static final int QUERIES = Integer.getInteger("temporal.queries", 10_008);
    private static final long SEED = Long.getLong("temporal.seed", 20_231_118L);
    /**
     * Where ARQ itself fails: on durations whose months and days have different signs, on thirds of durations, on the
     * day of a year, and on closing a join that has not begun.
     */
    private static final String UNDEFINED = "undefined";
    private static final int QUERIES_PER_DATASET = 12;

    @BeforeAll
    static void badLiteralsAreNoNews() {
        NodeValue.VerboseWarnings = false;
    }

    @Test
    void theSolutionsAreThoseOfPlainArq() {
        int joined = 0;
        int answered = 0;
        List<String> wrong = new ArrayList<>();
        for (int made = 0; made < QUERIES && wrong.size() < 5; ) {
            Random random = new Random(SEED + made);
            RandomData source = new RandomData(random);
            DatasetGraph data = source.make();
            KeptRows nothing = new KeptRows(data, 0);
            KeptRows kept = new KeptRows(data, 1 << 20);
            RandomQuery queries = new RandomQuery(random, source.hasMoments());
            for (int i = 0; i < QUERIES_PER_DATASET; i++, made++) {
                String text = queries.make();
                Query query = QueryFactory.create(text);
                joined += Joins.in(TemporalJoins.optimized(query)).isEmpty() ? 0 : 1;
                List<String> plain = rows(data, query, Optional.empty());
                answered += plain.isEmpty() ? 0 : 1;
                boolean same = plain.equals(List.of(UNDEFINED)) || plain.equals(rows(data, query, Optional.of(nothing)))
                        && plain.equals(rows(data, query, Optional.of(kept)))
                        && plain.equals(rows(data, query, Optional.of(kept)));
                if (!same) {
                    wrong.add("made " + made + "\n" + text + "\nplain " + plain + "\njoins "
                            + rows(data, query, Optional.of(nothing)) + "\nkept  "
                            + rows(data, query, Optional.of(kept)) + "\n" + TemporalJoins.explain(query));
                }
            }
            data.close();
        }

        assertEquals(List.of(), wrong, () -> String.join("\n\n", wrong));
        assertTrue(joined > QUERIES * 0.6, "queries with a join: " + joined + " of " + QUERIES);
        assertTrue(answered > QUERIES * 0.3, "queries with an answer: " + answered + " of " + QUERIES);
    }

    static List<String> rows(DatasetGraph data, Query query, Optional<KeptRows> joins) {
        Context context = ARQ.getContext().copy();
        joins.ifPresent(kept -> {
            TemporalJoins.install(context);
            context.set(TemporalJoins.KEPT_ROWS, kept);
            context.set(TemporalJoins.FEW_ROWS, query.toString().length() % 4);
            context.set(TemporalJoins.MANY_STATEMENTS, query.toString().length() % 3);
        });
        return Txn.calculateRead(data, () -> {
            List<String> rows = new ArrayList<>();
            try (QueryExec execution = QueryExec.dataset(data).query(query).context(context).build()) {
                execution.select().forEachRemaining(row -> rows.add(text(row)));
            } catch (IllegalStateException | ArithmeticException | DateTimeParseException | NullPointerException e) {
                return List.of(UNDEFINED);
            }
            rows.sort(Comparator.naturalOrder());
            return rows;
        });
    }

    static String text(Binding row) {
        TreeMap<String, String> values = new TreeMap<>();
        row.forEach((variable, term) -> values.put(variable.getVarName(), term.toString()));
        return values.entrySet().stream().filter(entry -> !entry.getKey().startsWith("/")).map(Object::toString)
                .collect(Collectors.joining(" "));
    }
}
