package dev.beatcut.access;

import dev.beatcut.nemo.Credentials;

/**
 * With what an owner calls, and what a refusal has to know to name the step that helps.
 *
 * @param anonymous false for the deployment's own token
 * @param userId of an anonymous one, or null
 * @param builtIn the upstream is the studio inside this server
 */
record Account(Credentials credentials, boolean anonymous, String userId, boolean builtIn) {}
