package org.w3id.trilateral.http;

import org.w3id.trilateral.fault.TrilateralException;

/** What answers a GET: a call into a whole reply, before any byte is sent. */
@FunctionalInterface
interface Endpoint {
    /**
     * The reply, rendered.
     *
     * @throws TrilateralException for every failure that the caller is to read about
     */
    Reply answer(Call call);
}
