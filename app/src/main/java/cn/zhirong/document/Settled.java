package cn.zhirong.document;

import cn.zhirong.document.Layout.Region;
import cn.zhirong.document.Layout.RegionKind;
import cn.zhirong.document.Layout.Role;
import java.util.ArrayList;
import java.util.List;

/** Decides, once all papers of a file are known, which of them is cited without naming it. */
final class Settled {
    private Settled() {}

    /**
     * The letter that only brings another paper becomes a cover. The one paper it brings is cited plainly; of several, as of all
     * annexes, each is named in the path.
     */
    static List<Region> of(List<Region> regions, String title) {
        if (regions.size() < 2) {
            return List.copyOf(regions);
        }
        Region main = regions.getFirst();
        boolean covers =
                main.kind() == RegionKind.MAIN && main.lines(Role.BODY).stream().noneMatch(Settled::isNumbered);
        List<String> named = Titles.quoted(title + String.join("", main.lines(Role.BODY))).stream()
                .map(Settled::key)
                .toList();
        List<Region> settled = new ArrayList<>();
        for (Region region : regions) {
            boolean brought = covers && region.kind() == RegionKind.ANNEX && named.contains(key(region.title()));
            settled.add(brought ? with(region, RegionKind.ENCLOSED, region.number(), false) : region);
        }
        long enclosed = settled.stream().filter(Settled::isEnclosed).count();
        if (covers && enclosed > 0) {
            settled.set(0, with(main, RegionKind.COVER, "", false));
        }
        boolean onePlain = covers && enclosed == 1;
        long annexes = settled.size() - 1 - (onePlain ? 1 : 0);
        int count = 0;
        for (int i = 1; i < settled.size(); i++) {
            Region region = settled.get(i);
            boolean plain = onePlain && isEnclosed(region);
            count += plain ? 0 : 1;
            boolean lacksNumber = !plain && region.number().isEmpty() && annexes > 1;
            settled.set(i, with(region, region.kind(), lacksNumber ? "" + count : region.number(), plain));
        }
        return List.copyOf(settled);
    }

    private static boolean isEnclosed(Region region) {
        return region.kind() == RegionKind.ENCLOSED;
    }

    private static Region with(Region region, RegionKind kind, String number, boolean plain) {
        return new Region(kind, number, region.title(), region.opening(), region.parts(), region.signature(), plain);
    }

    private static boolean isNumbered(String line) {
        return LineMark.of(line)
                .filter(mark -> mark.style() != LineMark.Style.CIRCLED)
                .isPresent();
    }

    private static String key(String title) {
        return Words.compact(title).replaceAll("[《》〈〉“”]", "");
    }
}
