package dev.beatcut.announce;

import java.net.URI;

/**
 * Who is told of an end besides those that the deployment always tells.
 *
 * @param webhook posted to, or null
 * @param taskToken of a Step Functions task that waits, or null
 */
public record Audience(URI webhook, String taskToken) {

    public static final Audience NOBODY = new Audience(null, null);

    /** The latest one wins; what it does not name stays. */
    public Audience or(Audience latest) {
        return new Audience(
                latest.webhook == null ? webhook : latest.webhook,
                latest.taskToken == null ? taskToken : latest.taskToken);
    }

    @Override
    public String toString() {
        return "Audience[webhook=" + (webhook == null ? null : webhook.getHost()) + "]";
    }
}
