/**
 * The database as the application sees it: an embedded MariaDB under the data folder, or any MySQL by its URL.
 *
 * <p>Begin with {@link cn.zhirong.database.DatabaseSettings} (which of the two) and {@link cn.zhirong.database.EmbeddedDatabase}
 * (unpack, install, start, recover, stop). Knows no feature.
 */
@NullMarked
package cn.zhirong.database;

import org.jspecify.annotations.NullMarked;
