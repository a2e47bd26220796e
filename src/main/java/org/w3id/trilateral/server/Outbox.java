package org.w3id.trilateral.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.eclipse.jetty.ee10.servlet.HttpOutput;
import org.eclipse.jetty.util.Callback;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.result.ResultFormat;

/**
 * Rendered answers on their way out. A large one is handed to the network without a thread to wait for its reader, and
 * all of them together may take a quarter of the heap; readers that do not read cost neither threads nor the memory of
 * others.
 */
final class Outbox {
    private static final int SMALL = 32 * 1024;
    private static final int UNIT = 64 * 1024;
    private static final int SHARE = 4;

    private final Semaphore units =
            new Semaphore((int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / SHARE / UNIT));

    /**
     * Sends an answer in a format; to {@code HEAD}, what there is to say of it.
     *
     * @throws TrilateralException {@link Fault#OVERLOADED} when too much is under way
     */
    void send(ResultFormat format, byte[] body, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(format.contentType());
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            send(request, response, body);
        }
    }

    private void send(HttpServletRequest request, HttpServletResponse response, byte[] body) throws IOException {
        if (body.length <= SMALL || !(response.getOutputStream() instanceof HttpOutput output)) {
            response.getOutputStream().write(body);
            return;
        }
        int taken = body.length / UNIT + 1;
        if (!units.tryAcquire(taken)) {
            response.reset();
            throw new TrilateralException(Fault.OVERLOADED,
                    "too many large answers are under way; try again in a moment");
        }
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        output.sendContent(ByteBuffer.wrap(body), new Delivery(context, taken));
    }

    private final class Delivery implements Callback {
        private final AsyncContext context;
        private final int taken;
        private final AtomicBoolean done = new AtomicBoolean();

        Delivery(AsyncContext context, int taken) {
            this.context = context;
            this.taken = taken;
        }

        @Override
        public void succeeded() {
            finish();
        }

        @Override
        public void failed(Throwable cause) {
            finish();
        }

        private void finish() {
            if (done.compareAndSet(false, true)) {
                units.release(taken);
                context.complete();
            }
        }
    }
}
