package org.w3id.trilateral.server;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

import org.w3id.trilateral.fault.TrilateralException;
import org.w3id.trilateral.http.Problem;

/** Errors that arise below the servlets, in Jetty or Fuseki, as the same documents; nothing of the inside shows. */
final class ProblemPages extends ErrorHandler {
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(Request request, Response response, int code, String message, Throwable cause,
                                    Callback callback) {
        SafeHeaders.put(response.getHeaders());
        Gate.send(problem(code, message, cause), response, callback);
    }

    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
        SafeHeaders.put(fields);
        fields.put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        return ByteBuffer.wrap(problem(status, reason, null).json());
    }

    private static Problem problem(int code, String message, Throwable cause) {
        if (cause instanceof TrilateralException known) {
            return Problem.of(known);
        }
        String title = Objects.requireNonNullElse(HttpStatus.getMessage(code), "Error");
        String detail = code >= 500 || message == null || message.isBlank() ? words(code, title) : message;
        return Problem.of(code, title, detail, List.of());
    }

    private static String words(int code, String title) {
        return switch (code) {
            case 404 -> "there is nothing at this address";
            case 500 -> "something went wrong inside; it has been logged";
            default -> title;
        };
    }
}
