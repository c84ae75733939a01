package dev.beatcut.studio.ffmpeg;

import java.util.List;

/** ffmpeg or ffprobe ended with another exit code than 0. */
public final class FfmpegFailed extends RuntimeException {

    private static final int SIGNALLED = 128;
    private static final int SIGKILL = 9;
    private static final int SIGTERM = 15;

    private final String program;
    private final int exitCode;
    private final List<String> log;
    private final boolean diskFull;

    FfmpegFailed(String program, int exitCode, List<String> log, boolean diskFull) {
        super(message(program, exitCode, log, diskFull));
        this.program = program;
        this.exitCode = exitCode;
        this.log = List.copyOf(log);
        this.diskFull = diskFull;
    }

    private static String message(String program, int exitCode, List<String> log, boolean diskFull) {
        if (diskFull) {
            return program + " could not write: no space left on device";
        }
        var how = wasKilled(exitCode) ? " was killed (exit " : " failed (exit ";
        var last = log.isEmpty() ? "" : ": " + log.getLast();
        return program + how + exitCode + ")" + last;
    }

    private static boolean wasKilled(int exitCode) {
        return exitCode == SIGNALLED + SIGKILL || exitCode == SIGNALLED + SIGTERM || exitCode < 0;
    }

    /** {@code ffmpeg} or {@code ffprobe}. */
    public String program() {
        return program;
    }

    /** 128 + n when signal n ended the process. */
    public int exitCode() {
        return exitCode;
    }

    /** The last lines of its log, at most 20; they may name local paths, so they are for our own log and not for callers. */
    public List<String> log() {
        return log;
    }

    public boolean diskFull() {
        return diskFull;
    }

    /** Somebody else ended it: the system short of memory, or an operator. */
    public boolean killed() {
        return wasKilled(exitCode);
    }
}
