package org.w3id.trilateral.page;

import java.util.List;

import org.w3id.trilateral.publish.DownloadFile;

/**
 * What can be taken away.
 *
 * @param files   the whole, in each format, plain and compressed
 * @param graphs  the paths of the named graphs
 * @param endings the formats that each of these comes in
 */
public record DownloadsView(List<DownloadFile> files, List<String> graphs, List<String> endings) {
    public DownloadsView {
        files = List.copyOf(files);
        graphs = List.copyOf(graphs);
        endings = List.copyOf(endings);
    }
}
