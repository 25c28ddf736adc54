package cn.zhirong.policy;

import cn.zhirong.document.Provision;
import java.util.List;

/**
 * A published version with its words.
 *
 * @param version its facts
 * @param provisions the tree in reading order
 */
public record PublishedText(PolicyVersion version, List<Provision> provisions) {
    public PublishedText {
        provisions = List.copyOf(provisions);
    }
}
