package dev.beatcut.start;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** The handler that Lambda is told of. */
public final class FunctionHandler implements RequestStreamHandler {

    private static final String HANDLER = "dev.beatcut.access.Invocations";

    private final RequestStreamHandler handler;

    /**
     * @throws IllegalStateException with what stands in its way, such as a configuration that is missing: Lambda
     *     shows the message of the outermost exception alone
     * @throws ReflectiveOperationException if the jar is not the one that was packaged with this class
     */
    public FunctionHandler() throws IOException, ReflectiveOperationException, URISyntaxException {
        var task = FunctionHandler.class.getProtectionDomain().getCodeSource().getLocation();
        var classes = new JarClasses(
                Path.of(task.toURI()), getClass().getClassLoader().getParent());
        Thread.currentThread().setContextClassLoader(classes);
        handler = started(classes.loadClass(HANDLER).getConstructor());
    }

    private static RequestStreamHandler started(Constructor<?> handler) throws ReflectiveOperationException {
        try {
            return (RequestStreamHandler) handler.newInstance();
        } catch (InvocationTargetException failed) {
            Throwable first = failed;
            while (first.getCause() != null) {
                first = first.getCause();
            }
            throw new IllegalStateException("The function does not start: " + first.getMessage(), failed);
        }
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        handler.handleRequest(input, output, context);
    }
}
