package dev.beatcut.aws;

import dev.beatcut.objects.Objects;
import dev.beatcut.objects.ObjectsContract;

class S3ObjectsTest extends ObjectsContract {

    private final S3Objects objects = S3Proxy.objects();

    @Override
    protected Objects objects() {
        return objects;
    }
}
