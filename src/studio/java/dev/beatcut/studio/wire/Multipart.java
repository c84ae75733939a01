package dev.beatcut.studio.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.RequestContext;

/** {@code multipart/form-data} read part by part as it comes; nothing is buffered. */
final class Multipart extends AbstractFileUpload<RequestContext, DiskFileItem, DiskFileItemFactory> {

    static FileItemInputIterator parts(String contentType, InputStream body) throws IOException {
        var reader = new Multipart();
        reader.setHeaderCharset(StandardCharsets.UTF_8);
        return reader.getItemIterator(new Body(contentType, body));
    }

    @Override
    public FileItemInputIterator getItemIterator(RequestContext request) throws IOException {
        return super.getItemIterator(request);
    }

    @Override
    public Map<String, List<DiskFileItem>> parseParameterMap(RequestContext request) throws FileUploadException {
        return super.parseParameterMap(request);
    }

    @Override
    public List<DiskFileItem> parseRequest(RequestContext request) throws FileUploadException {
        return super.parseRequest(request);
    }

    private record Body(String contentType, InputStream bytes) implements RequestContext {
        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public long getContentLength() {
            return -1;
        }

        @Override
        public String getContentType() {
            return contentType;
        }

        @Override
        public InputStream getInputStream() {
            return bytes;
        }

        @Override
        public boolean isMultipartRelated() {
            return false;
        }
    }
}
