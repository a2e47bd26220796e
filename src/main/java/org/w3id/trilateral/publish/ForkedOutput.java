package org.w3id.trilateral.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Several outputs as one: each gets all that is written. For one thread. */
final class ForkedOutput extends OutputStream {
    private final List<OutputStream> outputs;

    ForkedOutput(List<OutputStream> outputs) {
        this.outputs = List.copyOf(outputs);
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int from, int length) throws IOException {
        for (OutputStream output : outputs) {
            output.write(buffer, from, length);
        }
    }

    @Override
    public void close() throws IOException {
        for (OutputStream output : outputs) {
            output.close();
        }
    }
}
