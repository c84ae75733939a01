package dev.beatcut.nemo;

/**
 * A project upstream. Ids are texts: they exceed 2^53.
 *
 * @param taskId or null
 * @param userId or null
 */
public record OpenedSession(String sessionId, String taskId, String userId) {}
