package cn.zhirong.policy;

import cn.zhirong.document.SourceFormat;

/**
 * The file a version came from.
 *
 * @param name safe to show and to offer for download
 * @param format what it turned out to be
 * @param sizeBytes its length
 */
public record FileInfo(String name, SourceFormat format, long sizeBytes) {
    static FileInfo of(FileRow row) {
        return new FileInfo(row.name(), row.format(), row.sizeBytes());
    }
}
