package dev.beatcut.objects;

import java.net.URI;

class MemoryObjectsTest extends ObjectsContract {

    private final MemoryObjects objects = new MemoryObjects("http://127.0.0.1:1");

    @Override
    protected Objects objects() {
        return objects;
    }

    /** No link of it expires or minds the size. */
    @Override
    protected boolean send(Arrival arrival, URI link, byte[] bytes) {
        if (link.getQuery() == null) {
            objects.kept.put(link.getPath().substring(1), bytes);
            return true;
        }
        var said = link.getQuery().split("[=&]");
        var parts = objects.parts.get(said[1]);
        return parts != null && (parts.put(Integer.valueOf(said[3]), bytes) == null || true);
    }

    @Override
    protected boolean minds() {
        return false;
    }
}
