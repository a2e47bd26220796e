package org.w3id.trilateral.bench;

import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;

/**
 * Fuseki as it comes. Arguments: {@code mem} and a file, or {@code tdb2} and the folder of a database; then the port.
 */
final class FusekiPeer {
    private FusekiPeer() {
    }

    /** Loads and serves until the process is ended. */
    public static void main(String[] args) {
        DatasetGraph data = args[0].equals("mem") ? DatasetGraphFactory.createTxnMem()
                : DatabaseMgr.connectDatasetGraph(args[1]);
        if (args[0].equals("mem")) {
            Txn.executeWrite(data, () -> RDFParser.source(args[1]).parse(data));
        }
        FusekiServer.create().port(Integer.parseInt(args[2])).add("/ds", data, false).start().join();
    }
}
