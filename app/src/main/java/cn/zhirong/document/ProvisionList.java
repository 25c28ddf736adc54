package cn.zhirong.document;

import cn.zhirong.document.Layout.Region;
import cn.zhirong.document.Layout.RegionKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lays the trees of all papers out in reading order and gives each provision its path and anchor. */
final class ProvisionList {
    private final List<Provision> provisions = new ArrayList<>();
    /** Names given, with how often each was wanted. */
    private final Map<String, Integer> paths = new HashMap<>();

    private final Map<String, Integer> anchors = new HashMap<>();
    private final String coverWord;

    /** @param coverWord what the covering letter is called in paths: 通知, 函 */
    ProvisionList(String coverWord) {
        this.coverWord = coverWord;
    }

    List<Provision> provisions() {
        return List.copyOf(provisions);
    }

    void add(Region region, Node root) {
        int parent = -1;
        String path = "";
        String anchor = "";
        if (region.kind() == RegionKind.COVER) {
            path = coverWord;
            anchor = "cover-";
        } else if (region.kind() != RegionKind.MAIN) {
            boolean numbered = !region.number().isEmpty();
            String own = region.isPlain() ? "正文" : "附件" + region.number();
            String ownAnchor = region.isPlain() ? "text" : "x" + (numbered ? region.number() : "1");
            parent = emit(root, -1, unique(own, paths, "(", ")"), unique(ownAnchor, anchors, "-v", ""), "");
            if (!region.isPlain()) {
                path = provisions.get(parent).path() + " ";
                anchor = provisions.get(parent).anchor() + "-";
            }
        }
        PathNames names = new PathNames(root, path, anchor);
        for (Node child : root.children) {
            walk(child, parent, names);
        }
    }

    private void walk(Node node, int parent, PathNames names) {
        PathNames.Name name = names.of(node);
        String path = unique(name.path(), paths, "(", ")");
        String anchor = unique(name.anchor(), anchors, "-v", "");
        names.settle(node, new PathNames.Name(path, anchor));
        int ordinal = emit(node, parent, path, anchor, node.label);
        for (Node child : node.children) {
            walk(child, ordinal, names);
        }
    }

    private int emit(Node node, int parent, String path, String anchor, String label) {
        paths.put(path, 1);
        anchors.put(anchor, 1);
        provisions.add(new Provision(
                provisions.size(), parent, node.kind, label, path, anchor, node.heading, node.text, node.source));
        return provisions.size() - 1;
    }

    /** The name, or the name with the first number from 2 that makes it the only one. */
    private static String unique(String name, Map<String, Integer> taken, String open, String close) {
        String free = name;
        while (taken.containsKey(free)) {
            free = name + open + taken.merge(name, 1, Integer::sum) + close;
        }
        return free;
    }
}
