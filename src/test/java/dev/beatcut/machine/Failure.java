package dev.beatcut.machine;

/** An error by the name by which Retry and Catch know it. */
public final class Failure extends RuntimeException {

    private final String error;

    public Failure(String error, String cause) {
        super(cause);
        this.error = error;
    }

    public String error() {
        return error;
    }

    public String cause() {
        return getMessage();
    }

    /** What ends an execution whatever it catches. */
    static Failure runtime(String cause) {
        return new Failure("States.Runtime", cause);
    }

    /** @param name of an ErrorEquals */
    boolean is(String name) {
        return switch (name) {
            case "States.ALL" -> !error.equals("States.Runtime");
            case "States.TaskFailed" -> !error.startsWith("States.") || error.equals("States.TaskFailed");
            default -> name.equals(error);
        };
    }
}
