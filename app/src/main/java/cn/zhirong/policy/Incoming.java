package cn.zhirong.policy;

import cn.zhirong.document.DocumentText;
import cn.zhirong.document.ParsedDocument;
import java.nio.file.Path;

/**
 * A file that was read and parsed and is not stored yet.
 *
 * @param name safe to show
 * @param file where its bytes lie
 * @param sizeBytes its length
 * @param sha256 of its bytes
 * @param text what was read
 * @param textDigest SHA-256 of the words without white space: the same for the same text in another file
 * @param parsed what was found in it
 */
record Incoming(
        String name,
        Path file,
        long sizeBytes,
        String sha256,
        DocumentText text,
        String textDigest,
        ParsedDocument parsed) {}
