package cn.zhirong.database;

import java.nio.file.Path;

/** Another process of the product works on the same data folder. */
public final class DataFolderBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataFolderBusy(Path folder) {
        super("数据目录 " + folder + " 正被另一个进程使用，请先停止它，或用 --data 指定别的目录。");
    }
}
