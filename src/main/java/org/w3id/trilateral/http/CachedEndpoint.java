package org.w3id.trilateral.http;

import java.util.Objects;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Keeps the replies of another endpoint: the graph does not change while the server runs, so the same call has the same
 * reply. Bounded by bytes; of many who ask the same at once, one computes and the others wait. Failures are not kept.
 */
final class CachedEndpoint implements Endpoint {
    private static final long MOST_BYTES = 64L << 20;
    private static final int BYTES_BESIDE_THE_BODY = 1 << 10;

    private final Endpoint endpoint;
    private final Cache<Call, Reply> replies = Caffeine.newBuilder().maximumWeight(MOST_BYTES)
            .weigher((Call call, Reply reply) -> reply.body().length + BYTES_BESIDE_THE_BODY).build();

    CachedEndpoint(Endpoint endpoint) {
        this.endpoint = Objects.requireNonNull(endpoint, "endpoint");
    }

    @Override
    public Reply answer(Call call) {
        return replies.get(call, endpoint::answer);
    }
}
