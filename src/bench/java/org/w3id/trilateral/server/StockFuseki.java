package org.w3id.trilateral.server;

import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;

/** Fuseki as it comes, with a transactional dataset in memory. Arguments: file of data, port. */
final class StockFuseki {
    private StockFuseki() {
    }

    public static void main(String[] args) {
        DatasetGraph data = DatasetGraphFactory.createTxnMem();
        Txn.executeWrite(data, () -> RDFDataMgr.read(data, args[0]));
        FusekiServer.create().port(Integer.parseInt(args[1])).loopback(true).add("/", data, false).build().start()
                .join();
    }
}
