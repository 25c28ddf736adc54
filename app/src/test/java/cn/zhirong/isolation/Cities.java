package cn.zhirong.isolation;

/** The two bureaus of these tests, made once for all of them. */
final class Cities {
    static final City HERE = new City("云山杜鹃");
    static final City THERE = new City("海州玉兰");

    private Cities() {}
}
