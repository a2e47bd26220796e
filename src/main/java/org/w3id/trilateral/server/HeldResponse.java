package org.w3id.trilateral.server;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * A response that is held back until it is whole, then sent at once, without a thread that waits for its reader. So a
 * failure on the way is no shorter answer, and a caller who does not read costs no thread. One that is too long, or
 * comes when too much is held, is passed on as it is written.
 */
final class HeldResponse extends Response.Wrapper {
    /** Longest answer that is held. */
    static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final int FIRST = 8 * 1024;

    private final AtomicLong held;
    private final long mostHeld;
    private final Consumer<Ready> whenWhole;
    private byte[] bytes = new byte[FIRST];
    private int size;
    private boolean passing;

    /**
     * Holds back a response.
     *
     * @param held      how many bytes all of them hold
     * @param mostHeld  how many they may
     * @param whenWhole told of the answer before it is sent; of one that is passed on, never
     */
    HeldResponse(Request request, Response response, AtomicLong held, long mostHeld, Consumer<Ready> whenWhole) {
        super(request, response);
        this.held = held;
        this.mostHeld = mostHeld;
        this.whenWhole = whenWhole;
    }

    @Override
    public void reset() {
        size = 0;
        super.reset();
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
        int more = content == null ? 0 : content.remaining();
        if (!passing && (size + more > MOST_BYTES || held.get() > mostHeld)) {
            passing = true;
            if (size > 0) {
                ByteBuffer before = ByteBuffer.wrap(bytes, 0, size);
                super.write(false, before, Callback.from(() -> super.write(last, content, callback), callback::failed));
                return;
            }
        }
        if (passing) {
            super.write(last, content, callback);
            return;
        }
        take(content, more);
        if (last) {
            finish(callback);
        } else {
            callback.succeeded();
        }
    }

    private void take(ByteBuffer content, int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
        if (more > 0) {
            content.get(bytes, size, more);
            size += more;
        }
    }

    private void finish(Callback callback) {
        byte[] body = Arrays.copyOf(bytes, size);
        bytes = body;
        if (size > 0 || getStatus() == HttpStatus.OK_200) {
            getHeaders().put(HttpHeader.CONTENT_LENGTH, size);
        }
        whenWhole.accept(new Ready(getStatus(), getHeaders(), body));
        held.addAndGet(body.length);
        super.write(true, ByteBuffer.wrap(body), Callback.from(callback, () -> held.addAndGet(-body.length)));
    }
}
