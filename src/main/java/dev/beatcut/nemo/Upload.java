package dev.beatcut.nemo;

import java.util.List;

/** @param applied the files are already among the session's media */
public record Upload(List<UploadedFile> files, boolean applied) {}
