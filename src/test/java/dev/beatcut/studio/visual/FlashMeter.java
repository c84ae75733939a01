package dev.beatcut.studio.visual;

/**
 * Counts flashes as WCAG 2.3.1 defines them: pairs of opposing changes of relative luminance by a tenth of the most or
 * more, the darker image below 0.8, in parts of the picture.
 */
public final class FlashMeter {

    private static final int CELLS = 12;

    private final int width;
    private final int height;
    private final int rate;
    private final int most;
    private final double[] extreme = new double[CELLS * CELLS];
    private final int[] direction = new int[CELLS * CELLS];
    private final int[][] changes;
    private int frames;

    public FlashMeter(int width, int height, int rate, int most) {
        this.width = width;
        this.height = height;
        this.rate = rate;
        this.most = most;
        this.changes = new int[most][CELLS * CELLS];
    }

    public void see(byte[] frame) {
        for (int cell = 0; cell < CELLS * CELLS; cell++) {
            double light = light(frame, cell);
            double change = light - extreme[cell];
            boolean dark = Math.min(light, extreme[cell]) < 0.8;
            if (frames == 0) {
                extreme[cell] = light;
            } else if (dark && Math.abs(change) >= 0.1 && Math.signum(change) != direction[cell]) {
                direction[cell] = (int) Math.signum(change);
                extreme[cell] = light;
                changes[frames][cell]++;
            } else if (change * direction[cell] > 0) {
                extreme[cell] = light;
            }
        }
        frames++;
    }

    private double light(byte[] frame, int cell) {
        int left = cell % CELLS * width / CELLS;
        int top = cell / CELLS * height / CELLS;
        double sum = 0;
        int count = 0;
        for (int y = top; y < top + height / CELLS; y++) {
            for (int x = left; x < left + width / CELLS; x++) {
                sum += Math.pow(Math.clamp(((frame[y * width + x] & 255) - 16) / 219.0, 0, 1), 2.2);
                count++;
            }
        }
        return sum / count;
    }

    /** The largest share of the picture that flashes more than three times within some second. */
    public double worst() {
        double worst = 0;
        for (int from = 0; from + rate <= Math.min(frames, most); from++) {
            int over = 0;
            for (int cell = 0; cell < CELLS * CELLS; cell++) {
                int sum = 0;
                for (int n = from; n < from + rate; n++) {
                    sum += changes[n][cell];
                }
                over += sum > 6 ? 1 : 0;
            }
            worst = Math.max(worst, (double) over / (CELLS * CELLS));
        }
        return worst;
    }
}
