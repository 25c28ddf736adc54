package cn.zhirong.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Gives each line and table of a text the {@link BlockKey} under which a {@link Correction} finds it again. */
public final class BlockKeys {
    private final Map<String, Integer> seen = new HashMap<>();

    BlockKeys() {}

    /** The keys of a text's blocks, in their order: the second of two equal lines has occurrence 1. */
    public static List<BlockKey> of(DocumentText text) {
        BlockKeys keys = new BlockKeys();
        return text.blocks().stream().map(keys::next).toList();
    }

    /** The next free key for a block with these words. */
    BlockKey next(Block block) {
        String digest = digest(words(block));
        return new BlockKey(digest, seen.merge(digest, 1, Integer::sum) - 1);
    }

    private static String words(Block block) {
        return switch (block) {
            case Block.Line line -> line.text();
            case Block.Table table -> table.caption() + table.header() + table.rows();
        };
    }

    private static String digest(String words) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(words.replaceAll("[\\s\\p{Z}\\u200b\\ufeff]+", "").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
