/**
 * The files a bureau starts from: finding them on disk or inside the jar, reading YAML with line numbers, collecting every
 * problem before any is told.
 *
 * <p>Begin with {@link cn.zhirong.bundle.BundledFolder} (where the files are) and {@link cn.zhirong.bundle.YamlMap} (what is in
 * one). What the keys mean belongs to the feature that reads them.
 */
@NullMarked
package cn.zhirong.bundle;

import org.jspecify.annotations.NullMarked;
