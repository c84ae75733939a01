package dev.beatcut.aws;

import dev.beatcut.objects.Arrival;
import dev.beatcut.objects.Objects;
import dev.beatcut.objects.ObjectsContract;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

class S3ObjectsTest extends ObjectsContract {

    private final S3Objects objects = S3Proxy.objects();

    @Override
    protected Objects objects() {
        return objects;
    }

    @Override
    protected boolean send(Arrival arrival, URI link, byte[] bytes) throws IOException {
        var connection = (HttpURLConnection) link.toURL().openConnection();
        connection.setRequestMethod(arrival.method());
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(bytes.length);
        arrival.headers().forEach(connection::setRequestProperty);
        try (var body = connection.getOutputStream()) {
            body.write(bytes);
        }
        return connection.getResponseCode() / 100 == 2;
    }

    /** S3Proxy's folder does. */
    @Override
    protected boolean takesLateParts() {
        return true;
    }

    /** The store's clock is its own. */
    @Override
    protected void expire() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2100));
    }
}
