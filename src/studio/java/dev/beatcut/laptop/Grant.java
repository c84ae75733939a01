package dev.beatcut.laptop;

/**
 * What a signed link allows.
 *
 * @param size bytes to be put, 0 to read
 * @param name what a browser saves it as, or empty
 * @param upload the store's id where a part is put, or empty
 * @param part its number, from 1; 0 for the whole
 */
record Grant(String method, String key, long size, String name, String upload, int part) {

    static Grant get(String key, String name) {
        return new Grant("GET", key, 0, name == null ? "" : name, "", 0);
    }

    static Grant put(String key, long size) {
        return new Grant("PUT", key, size, "", "", 0);
    }

    static Grant part(String key, String upload, int part, long size) {
        return new Grant("PUT", key, size, "", upload, part);
    }
}
