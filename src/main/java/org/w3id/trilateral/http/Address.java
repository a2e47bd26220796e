package org.w3id.trilateral.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

import org.w3id.trilateral.fault.Fault;
import org.w3id.trilateral.fault.TrilateralException;

/**
 * Where callers find this service: at its public URL where that is set, else where they asked, as a proxy
 * before it tells.
 *
 * <p>{@code Forwarded} (<a href="https://www.rfc-editor.org/rfc/rfc7239">RFC 7239</a>) and {@code X-Forwarded-Proto},
 * {@code -Host} and {@code -Prefix} are believed only of a proxy on this machine or in the private network: anybody
 * else could put links to a place of their own into our pages.
 */
public final class Address {
    private static final Pattern HOST = Pattern.compile("(?:[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?");
    private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9._~-]+)*");
    private static final Pattern FORWARDED = Pattern.compile("(?i)(?:^|[;\\s])(proto|host)=\"?([^\";,\\s]+)\"?");
    private static final List<String> SCHEMES = List.of("http", "https");

    private final String publicUrl;

    private Address(String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** No public URL: each caller is answered with the address that was asked. */
    public static Address asAsked() {
        return new Address("");
    }

    /**
     * The public URL of the service: scheme, host and, where it does not live at the root, path.
     *
     * @throws TrilateralException {@link Fault#BAD_OPTION} for what is no such URL
     */
    public static Address of(String publicUrl) {
        String url = publicUrl.strip().replaceFirst("/+$", "");
        try {
            URI uri = new URI(url);
            String host = Objects.requireNonNullElse(uri.getRawAuthority(), "");
            if (SCHEMES.contains(Objects.requireNonNullElse(uri.getScheme(), "")) && HOST.matcher(host).matches()
                    && PATH.matcher(uri.getRawPath()).matches()
                    && uri.getRawQuery() == null && uri.getRawFragment() == null) {
                return new Address(url);
            }
        } catch (URISyntaxException e) {
            throw unfit(publicUrl, e);
        }
        throw unfit(publicUrl, null);
    }

    private static TrilateralException unfit(String given, Throwable cause) {
        return new TrilateralException(Fault.BAD_OPTION,
                "'" + given + "' is no public URL: it takes a scheme, a host and perhaps a path, as in "
                        + "https://example.org/trilateral", cause);
    }

    /** The address without a request: the public URL, else the one that other programs of this machine use. */
    public String known(int port) {
        return publicUrl.isEmpty() ? "http://localhost:" + port : publicUrl;
    }

    /** Scheme, host, port and path before ours, as the caller knows them; without a slash at the end. */
    public String origin(HttpServletRequest request) {
        if (!publicUrl.isEmpty()) {
            return publicUrl;
        }
        String url = request.getRequestURL().toString();
        String asked = url.substring(0, url.length() - request.getRequestURI().length());
        return isNear(request.getRemoteAddr()) ? forwarded(request, asked) : asked;
    }

    private static String forwarded(HttpServletRequest request, String asked) {
        String scheme = first(request, "X-Forwarded-Proto");
        String host = first(request, "X-Forwarded-Host");
        Matcher pairs = FORWARDED.matcher(first(request, "Forwarded"));
        while (pairs.find()) {
            if (pairs.group(1).equalsIgnoreCase("proto")) {
                scheme = pairs.group(2);
            } else {
                host = pairs.group(2);
            }
        }
        String path = first(request, "X-Forwarded-Prefix").replaceFirst("/+$", "");
        int end = asked.indexOf("://");
        return (SCHEMES.contains(scheme) ? scheme : asked.substring(0, end)) + "://"
                + (HOST.matcher(host).matches() ? host : asked.substring(end + 3))
                        + (PATH.matcher(path).matches() ? path : "");
    }

    /** The first element of a list field: what the proxy next to the client said. */
    private static String first(HttpServletRequest request, String field) {
        return Objects.requireNonNullElse(request.getHeader(field), "").split(",", 2)[0].strip();
    }

    /** The address is a literal, so nothing is looked up. */
    private static boolean isNear(String address) {
        try {
            InetAddress remote = InetAddress.getByName(address);
            return remote.isLoopbackAddress() || remote.isSiteLocalAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
