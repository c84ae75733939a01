package dev.beatcut.state;

/** Requests of no server. */
public final class RequestIds {

    private RequestIds() {}

    public static RequestId of(Ids ids) {
        return new RequestId(ids);
    }
}
