package cn.zhirong.assistant;

/** Where cited words are read in full. */
final class CitedPlace {
    private CitedPlace() {}

    /** The provision on the reading page of the version cited, such as {@code /zhaoqing/policies/12/v1#a3}. */
    static String path(String slug, Citation citation) {
        String page = "/" + slug + "/policies/" + citation.policyId() + "/v" + citation.versionNumber();
        return citation.anchor().isEmpty() ? page : page + "#" + citation.anchor();
    }
}
