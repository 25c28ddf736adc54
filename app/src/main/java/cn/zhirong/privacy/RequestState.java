package cn.zhirong.privacy;

/** What became of a request. */
enum RequestState {
    OPEN("待处理"),
    DONE("已删除"),
    REFUSED("未予删除");

    private final String label;

    RequestState(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
