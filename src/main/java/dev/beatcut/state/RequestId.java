package dev.beatcut.state;

import jakarta.enterprise.context.RequestScoped;

/** The id that names what this request makes: the same one when a request with an idempotency key comes again. */
@RequestScoped
public class RequestId {

    private final Ids ids;
    private String id;

    RequestId(Ids ids) {
        this.ids = ids;
    }

    public String value() {
        if (id == null) {
            id = ids.next();
        }
        return id;
    }

    public void resume(String first) {
        id = first;
    }
}
