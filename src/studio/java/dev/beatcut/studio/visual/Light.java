package dev.beatcut.studio.visual;

/** A colour of linear light; 1 is a bright lamp, and there is no upper end. */
record Light(float red, float green, float blue) {

    static final Light NONE = new Light(0, 0, 0);

    /** @param rgb as on a screen, {@code 0xff8000} */
    static Light of(int rgb) {
        return new Light(linear(rgb >> 16 & 255), linear(rgb >> 8 & 255), linear(rgb & 255));
    }

    private static float linear(int value) {
        return (float) Math.pow(value / 255.0, 2.2);
    }

    Light times(double power) {
        float by = (float) power;
        return new Light(red * by, green * by, blue * by);
    }

    /** @param share of the other, 0 to 1 */
    Light mixed(Light other, double share) {
        float by = (float) Math.clamp(share, 0, 1);
        return new Light(
                red + (other.red - red) * by, green + (other.green - green) * by, blue + (other.blue - blue) * by);
    }

    boolean isDark() {
        return red + green + blue < 0.0005f;
    }
}
