package dev.beatcut.objects;

/** @param size bytes */
public record Stat(String key, long size, String contentType) {}
