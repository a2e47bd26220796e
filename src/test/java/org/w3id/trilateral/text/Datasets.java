package org.w3id.trilateral.text;

import java.util.List;

import org.apache.jena.graph.Graph;
import org.apache.jena.mem2.GraphMem2Roaring;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.DatasetGraphWrapperView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.main.StageBuilder;
import org.apache.jena.sparql.engine.main.StageGenerator;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.solver.PatternMatchTDB2;
import org.apache.jena.tdb2.store.GraphTDB;
import org.apache.jena.tdb2.store.GraphViewSwitchable;

/** Datasets whose default graph is the union of the named ones. */
enum Datasets {
    MEMORY {
        @Override
        DatasetGraph of(List<Quad> quads) {
            GraphMem2Roaring union = new GraphMem2Roaring();
            DatasetGraph data = new DatasetGraphMapLink(union);
            quads.forEach(quad -> {
                if (!data.containsGraph(quad.getGraph())) {
                    data.addGraph(quad.getGraph(), new GraphMem2Roaring());
                }
                data.getGraph(quad.getGraph()).add(quad.asTriple());
                union.add(quad.asTriple());
            });
            return data;
        }
    },
    /** Patterns are solved term by term. */
    DATABASE {
        @Override
        DatasetGraph of(List<Quad> quads) {
            return union(quads);
        }
    },
    /** Patterns are solved by the database's own numbers. */
    DATABASE_BY_NUMBERS {
        @Override
        DatasetGraph of(List<Quad> quads) {
            DatasetGraph data = union(quads);
            StageGenerator byNumbers = (pattern, input, execution) ->
                    execution.getActiveGraph() instanceof GraphViewSwitchable view
                            && view.getBaseGraph() instanceof GraphTDB graph
                    ? PatternMatchTDB2.execute(graph, pattern, input, null, execution)
                    : StageBuilder.standardGenerator().execute(pattern, input, execution);
            StageBuilder.setGenerator(data.getContext(), byNumbers);
            return data;
        }
    };

    abstract DatasetGraph of(List<Quad> quads);

    private static DatasetGraph union(List<Quad> quads) {
        DatasetGraph database = DatabaseMgr.createDatasetGraph();
        Txn.executeWrite(database, () -> quads.forEach(database::add));
        return new Union(database);
    }

    /** A view, so that ARQ does not reach around it. */
    static final class Union extends DatasetGraphWrapper implements DatasetGraphWrapperView {
        Union(DatasetGraph database) {
            super(database);
        }

        @Override
        public Graph getDefaultGraph() {
            return getR().getUnionGraph();
        }
    }
}
