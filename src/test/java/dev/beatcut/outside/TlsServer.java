package dev.beatcut.outside;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A https server on one of this machine's addresses, and whom it was called as. */
final class TlsServer implements AutoCloseable {

    private static final String PASSWORD = "changeit";

    /** @param name what the certificate was asked for by (SNI) */
    record Call(String method, String host, String name, String target) {}

    final List<Call> calls = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    TlsServer(Vertx vertx, String address, int port, Path certificate, Consumer<HttpServerRequest> answer) {
        var options = new HttpServerOptions()
                .setHost(address)
                .setPort(port)
                .setSsl(true)
                .setSni(true)
                .setKeyCertOptions(store(certificate));
        server = vertx.createHttpServer(options)
                .requestHandler(request -> {
                    calls.add(new Call(
                            request.method().name(),
                            request.getHeader("Host"),
                            request.connection().indicatedServerName(),
                            request.uri()));
                    answer.accept(request);
                })
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    int port() {
        return server.actualPort();
    }

    static PfxOptions store(Path certificate) {
        return new PfxOptions().setPath(certificate.toString()).setPassword(PASSWORD);
    }

    /** A self-signed certificate with its key. */
    static Path certificate(Path folder, String host) throws IOException, InterruptedException {
        var file = folder.resolve(host + ".p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var made = new ProcessBuilder(List.of(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (made.waitFor() != 0) {
            throw new IOException("keytool failed");
        }
        return file;
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
