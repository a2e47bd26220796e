package org.w3id.trilateral.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers what it has answered before, from memory, before the servlets and all that leads to them: same path,
 * parameters, format, language and address, same bytes, compressed where that was asked for. All is forgotten when the
 * data have another version; what carries a strong entity tag says that nothing else changes it.
 *
 * <p>Of many who ask the same for the first time, one is let through and the others wait, without a thread, for that
 * answer.
 */
final class ReadyAnswers extends Handler.Wrapper {
    private static final long MOST_KEPT = 64L * 1024 * 1024;
    private static final int SHARE = 8;

    private final Cache<RequestKey, Ready> kept;
    private final ConcurrentMap<RequestKey, Flight> flights = new ConcurrentHashMap<>();
    private final AtomicLong held = new AtomicLong();
    private final long mostHeld = Runtime.getRuntime().maxMemory() / SHARE;
    private final Supplier<String> version;
    private volatile String keptVersion;

    /** @param version changes whenever any answer may change */
    ReadyAnswers(Supplier<String> version) {
        this.version = version;
        keptVersion = version.get();
        kept = Caffeine.newBuilder().maximumWeight(Math.min(MOST_KEPT, Runtime.getRuntime().maxMemory() / SHARE))
                .weigher((RequestKey key, Ready ready) -> key.bytes() + ready.bytes()).build();
    }

    /** What is kept is sent by the thread that read the request; all else is handed to another. */
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Waiter asking = new Waiter(request, response, callback);
        if (!RequestKey.isReading(request)) {
            dispatch(() -> super.handle(request, response, callback), asking);
            return true;
        }
        RequestKey key = RequestKey.of(request);
        forgetOld();
        Ready ready = kept.getIfPresent(key);
        if (ready != null) {
            ready.send(request, response, callback);
        } else if (!key.isLasting() || request.getMethod().equals("HEAD")) {
            dispatch(() -> super.handle(request, response, callback), asking);
        } else {
            first(asking, new Flight(key));
        }
        return true;
    }

    private void forgetOld() {
        String now = version.get();
        if (!now.equals(keptVersion)) {
            keptVersion = now;
            kept.invalidateAll();
        }
    }

    private void first(Waiter asking, Flight flight) {
        if (!asking.request().getHeaders().contains(HttpHeader.IF_NONE_MATCH)) {
            Flight earlier = flights.putIfAbsent(flight.key, flight);
            if (earlier != null && earlier.join(asking)) {
                return;
            }
        }
        dispatch(() -> pass(asking, flight), asking);
    }

    private interface Handling {
        boolean handle() throws Exception;
    }

    /** As Jetty does with a request: a failure is answered, whatever it is. */
    private void dispatch(Handling handling, Waiter asking) {
        getServer().getThreadPool().execute(() -> {
            try {
                if (!handling.handle()) {
                    Response.writeError(asking.request(), asking.response(), asking.callback(),
                            HttpStatus.NOT_FOUND_404);
                }
            } catch (Exception | Error e) {
                Response.writeError(asking.request(), asking.response(), asking.callback(), e);
            }
        });
    }

    /** Lets a request through; whoever waits for its flight is told in any case. */
    private boolean pass(Waiter asking, Flight flight) throws Exception {
        HeldResponse answer = new HeldResponse(asking.request(), asking.response(), held, mostHeld, flight::land);
        boolean handled = false;
        try {
            handled = super.handle(asking.request(), answer, Callback.from(asking.callback(), flight::fail));
            return handled;
        } finally {
            if (!handled) {
                flight.fail();
            }
        }
    }

    private record Waiter(Request request, Response response, Callback callback) {
    }

    /** The one request of a key that is let through, and those who wait for its answer. */
    private final class Flight {
        private final RequestKey key;
        private final String begun = version.get();
        private final List<Waiter> waiters = new ArrayList<>();
        private boolean landed;

        Flight(RequestKey key) {
            this.key = key;
        }

        /** False where it has landed already. */
        synchronized boolean join(Waiter waiter) {
            return !landed && waiters.add(waiter);
        }

        void land(Ready ready) {
            if (ready.isKeepable() && begun.equals(version.get())) {
                kept.put(key, ready);
            }
            for (Waiter waiter : disembark()) {
                if (ready.isShareable()) {
                    ready.send(waiter.request(), waiter.response(), waiter.callback());
                } else {
                    dispatch(() -> pass(waiter, new Flight(key)), waiter);
                }
            }
        }

        /** Without an answer that others could have. */
        void fail() {
            disembark().forEach(waiter -> dispatch(() -> pass(waiter, new Flight(key)), waiter));
        }

        private synchronized List<Waiter> disembark() {
            landed = true;
            flights.remove(key, this);
            List<Waiter> waiting = List.copyOf(waiters);
            waiters.clear();
            return waiting;
        }
    }
}
