package dev.beatcut.aws;

import dev.beatcut.objects.Arrival;
import dev.beatcut.objects.Objects;
import dev.beatcut.objects.Parts;
import dev.beatcut.objects.Stat;
import dev.beatcut.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** {@link Objects} in one private S3 bucket, by presigned URLs. */
public final class S3Objects implements Objects {

    private static final int PART = (int) Parts.LENGTH;

    private final S3Client client;
    private final S3Presigner presigner;
    private final String bucket;

    public S3Objects(S3Client client, S3Presigner presigner, String bucket) {
        this.client = client;
        this.presigner = presigner;
        this.bucket = bucket;
    }

    @Override
    public Arrival arrival(String key, long size, String contentType, Duration valid) {
        var signed = presigner.presignPutObject(presign -> presign.signatureDuration(valid)
                .putObjectRequest(put ->
                        put.bucket(bucket).key(key).contentType(contentType).contentLength(size)));
        return new Arrival(
                "PUT", URI.create(signed.url().toString()), Map.of("Content-Type", contentType), List.of(), 0);
    }

    /** Its bucket needs a lifecycle rule that aborts what a crash left unrecorded (AbortIncompleteMultipartUpload). */
    @Override
    public String begin(String key, String contentType) {
        return asking(() -> client.createMultipartUpload(
                        create -> create.bucket(bucket).key(key).contentType(contentType))
                .uploadId());
    }

    @Override
    public Arrival parts(String key, String upload, long size, Duration valid) {
        var parts = Parts.of(size);
        var links = parts.numbers()
                .mapToObj(number -> part(key, upload, number, parts.length(number), valid))
                .toList();
        return new Arrival("PUT", null, Map.of(), links, Parts.LENGTH);
    }

    private URI part(String key, String upload, int number, long length, Duration valid) {
        var signed = presigner.presignUploadPart(
                presign -> presign.signatureDuration(valid).uploadPartRequest(part -> part.bucket(bucket)
                        .key(key)
                        .uploadId(upload)
                        .partNumber(number)
                        .contentLength(length)));
        return URI.create(signed.url().toString());
    }

    @Override
    public void join(String key, String upload, long size) {
        var arrived = arrived(key, upload);
        if (arrived.isEmpty() && stat(key).isPresent()) {
            return;
        }
        Parts.of(size).check(arrived.stream().collect(Collectors.toMap(Part::partNumber, Part::size)));
        complete(key, upload, arrived.stream().map(S3Objects::completed).toList());
    }

    private void complete(String key, String upload, List<CompletedPart> parts) {
        try {
            asking(() -> client.completeMultipartUpload(complete ->
                    complete.bucket(bucket).key(key).uploadId(upload).multipartUpload(joined -> joined.parts(parts))));
        } catch (NoSuchUploadException over) {
            if (stat(key).isEmpty()) {
                throw over;
            }
        }
    }

    /** None if the upload was joined or abandoned. */
    private List<Part> arrived(String key, String upload) {
        try {
            return asking(() ->
                    client
                            .listPartsPaginator(
                                    list -> list.bucket(bucket).key(key).uploadId(upload))
                            .parts()
                            .stream()
                            .toList());
        } catch (NoSuchUploadException over) {
            return List.of();
        }
    }

    private static CompletedPart completed(Part part) {
        return CompletedPart.builder()
                .partNumber(part.partNumber())
                .eTag(part.eTag())
                .build();
    }

    @Override
    public void abandon(String key, String upload) {
        try {
            asking(() -> client.abortMultipartUpload(
                    abort -> abort.bucket(bucket).key(key).uploadId(upload)));
        } catch (NoSuchUploadException joinedOrAbandoned) {
            // As it should be.
        }
    }

    @Override
    public URI link(String key, String fileName, Duration valid) {
        var signed = presigner.presignGetObject(
                presign -> presign.signatureDuration(valid).getObjectRequest(get -> get.bucket(bucket)
                        .key(key)
                        .responseContentDisposition(fileName == null ? null : attachment(fileName))));
        return URI.create(signed.url().toString());
    }

    private static String attachment(String fileName) {
        return "attachment; filename*=UTF-8''"
                + URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public Optional<Stat> stat(String key) {
        try {
            var head = asking(
                    () -> client.headObject(request -> request.bucket(bucket).key(key)));
            return Optional.of(new Stat(key, head.contentLength(), head.contentType()));
        } catch (NoSuchKeyException absent) {
            return Optional.empty();
        }
    }

    @Override
    public InputStream open(String key) {
        try {
            return asking(() -> client.getObject(get -> get.bucket(bucket).key(key)));
        } catch (NoSuchKeyException absent) {
            throw Problem.notFound("object", key);
        }
    }

    /** Holds one part in memory: a function has little room on its disk. */
    @Override
    public void put(String key, InputStream bytes, String contentType) {
        try {
            var first = bytes.readNBytes(PART);
            if (first.length < PART) {
                asking(() -> client.putObject(
                        put -> put.bucket(bucket).key(key).contentType(contentType), RequestBody.fromBytes(first)));
            } else {
                putInParts(key, first, bytes, contentType);
            }
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
    }

    private void putInParts(String key, byte[] first, InputStream rest, String contentType) throws IOException {
        var upload = begin(key, contentType);
        var parts = new ArrayList<CompletedPart>();
        try {
            for (var bytes = first; bytes.length > 0; bytes = rest.readNBytes(PART)) {
                parts.add(part(key, upload, parts.size() + 1, bytes));
            }
            complete(key, upload, parts);
        } catch (IOException | RuntimeException failed) {
            giveUp(key, upload, failed);
            throw failed;
        }
    }

    private void giveUp(String key, String upload, Exception why) {
        try {
            abandon(key, upload);
        } catch (RuntimeException also) {
            why.addSuppressed(also);
        }
    }

    private CompletedPart part(String key, String upload, int number, byte[] bytes) {
        var sent = asking(() -> client.uploadPart(
                part -> part.bucket(bucket).key(key).uploadId(upload).partNumber(number),
                RequestBody.fromBytes(bytes)));
        return CompletedPart.builder().partNumber(number).eTag(sent.eTag()).build();
    }

    @Override
    public void copy(String from, String to) {
        try {
            asking(() -> client.copyObject(copy -> copy.sourceBucket(bucket)
                    .sourceKey(from)
                    .destinationBucket(bucket)
                    .destinationKey(to)));
        } catch (NoSuchKeyException absent) {
            throw Problem.notFound("object", from);
        }
    }

    @Override
    public Path local(String key, Path scratch) {
        var copy = scratch.resolve(UUID.randomUUID().toString());
        try {
            asking(() -> client.getObject(get -> get.bucket(bucket).key(key), copy));
            return copy;
        } catch (NoSuchKeyException absent) {
            throw Problem.notFound("object", key);
        }
    }

    @Override
    public void delete(String key) {
        asking(() -> client.deleteObject(delete -> delete.bucket(bucket).key(key)));
    }

    @Override
    public URI origin() {
        var url = client.utilities().getUrl(get -> get.bucket(bucket).key("x"));
        return URI.create(url.getProtocol() + "://" + url.getAuthority());
    }

    /** What is not there is told as it is; what else fails is a problem, or the operator's to mend. */
    private <T> T asking(Supplier<T> call) {
        try {
            return call.get();
        } catch (NoSuchKeyException | NoSuchUploadException absent) {
            throw absent;
        } catch (SdkException failed) {
            throw Trouble.with("the bucket \"" + bucket + "\"", failed);
        }
    }
}
