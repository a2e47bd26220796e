package org.w3id.trilateral.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

import org.w3id.trilateral.http.Problem;

/**
 * Keeps one client from taking what is there for all: each has an {@link Allowance}, and who has used it up is told 429
 * and when to come again. What is answered from memory is not counted.
 *
 * <p>A client is an address, of IPv6 the network it is in; behind a proxy on this machine or in the private network,
 * the last one that the proxy tells in {@code X-Forwarded-For}.
 */
final class Allowances extends Handler.Wrapper {
    private static final int MOST_CLIENTS = 100_000;
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);
    private static final int NETWORK_BYTES = 8;
    private static final int SHORT_ADDRESS = 4;

    private final double secondsAMinute;
    private final Cache<String, Allowance> clients =
            Caffeine.newBuilder().maximumSize(MOST_CLIENTS).expireAfterAccess(FORGOTTEN).build();

    /**
     * Before another handler.
     *
     * @param secondsAMinute what each client may use
     */
    Allowances(Handler next, double secondsAMinute) {
        super(next);
        this.secondsAMinute = secondsAMinute;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        long begun = System.nanoTime();
        Allowance client = clients.get(client(request), none -> new Allowance(secondsAMinute, begun));
        long wait = client.secondsToWait(begun);
        if (wait > 0) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, wait);
            Gate.send(Problem.of(HttpStatus.TOO_MANY_REQUESTS_429, "Too many requests",
                    "this address has used up its share of "
                    + "the service, in time or in errors; ask again in " + wait + " s", List.of()), response, callback);
            return true;
        }
        Status answer = new Status(request, response);
        try {
            return super.handle(request, answer, callback);
        } finally {
            long ended = System.nanoTime();
            client.charge(ended - begun, answer.last >= HttpStatus.BAD_REQUEST_400, ended);
        }
    }

    /** Remembers the status, which a response forgets with its connection's next request. */
    private static final class Status extends Response.Wrapper {
        private int last;

        Status(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void setStatus(int status) {
            last = status;
            super.setStatus(status);
        }
    }

    private static String client(Request request) {
        String address = Objects.requireNonNullElse(Request.getRemoteAddr(request), "");
        List<String> told = request.getHeaders().getCSV(HttpHeader.X_FORWARDED_FOR, false);
        try {
            InetAddress remote = InetAddress.getByName(address);
            boolean isNear = remote.isLoopbackAddress() || remote.isSiteLocalAddress();
            return isNear && !told.isEmpty() ? told.get(told.size() - 1) : network(remote);
        } catch (UnknownHostException e) {
            return address;
        }
    }

    /** One who has an address of IPv6 has as many as there are in its network. */
    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(bytes, 0, bytes.length == SHORT_ADDRESS ? SHORT_ADDRESS : NETWORK_BYTES);
    }
}
