package org.w3id.trilateral.http;

import java.util.Objects;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Keeps the replies of another endpoint: the graph does not change while the server runs, so the same call has the same
 * reply. Bounded by bytes; of many who ask the same at once, one computes and the others wait. Failures are not kept,
 * nor what is not whole yet.
 */
final class CachedEndpoint implements Endpoint {
    private static final int BYTES_BESIDE = 1 << 10;
    private static final int BYTES_PER_CHAR = 4;

    private final Endpoint endpoint;
    private final Cache<Call, Reply> replies;

    /** Keeps replies of an endpoint, so many megabytes of them. */
    CachedEndpoint(Endpoint endpoint, int megabytes) {
        this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
        this.replies = Caffeine.newBuilder().maximumWeight((long) megabytes << 20).weigher(CachedEndpoint::bytes)
                .build();
    }

    @Override
    public Reply answer(Call call) {
        Reply reply = replies.get(call, endpoint::answer);
        if (!reply.isToBeKept()) {
            replies.asMap().remove(call, reply);
        }
        return reply;
    }

    /** A call counts too: who asks may make it as long as a request may be. */
    private static int bytes(Call call, Reply reply) {
        return reply.body().length + BYTES_BESIDE + BYTES_PER_CHAR * call.toString().length();
    }
}
