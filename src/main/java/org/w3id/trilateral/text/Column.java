package org.w3id.trilateral.text;

import java.util.List;

/**
 * All values of a property in a graph, with their texts.
 *
 * @param blocks in the order of the graph
 */
record Column(List<Block> blocks) {
    private static final int SAMPLES = 16;

    Column {
        blocks = List.copyOf(blocks);
    }

    /** How many values it has. */
    int size() {
        return blocks.isEmpty() ? 0 : (blocks.size() - 1) * Block.SIZE + blocks.get(blocks.size() - 1).ends().length;
    }

    /** In about what part of the values one of the texts occurs, by some of the blocks. */
    double part(List<String> needles) {
        double part = 0;
        int step = Math.max(1, blocks.size() / SAMPLES);
        int looked = 0;
        for (int i = 0; i < blocks.size(); i += step) {
            part += part(blocks.get(i), needles);
            looked++;
        }
        return looked == 0 ? 0 : part / looked;
    }

    static double part(Block block, List<String> needles) {
        return (double) block.find(needles).cardinality() / block.ends().length;
    }
}
