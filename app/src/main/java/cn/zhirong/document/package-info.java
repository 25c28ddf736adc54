/**
 * From any file to a tree of provisions: pure, without database or server.
 *
 * <p>Begin with {@link cn.zhirong.document.DocumentReader} (a file becomes {@link cn.zhirong.document.DocumentText}: lines and
 * tables in reading order, site chrome already gone) and {@link cn.zhirong.document.DocumentParser} (lines become
 * {@link cn.zhirong.document.DocumentFacts} and {@link cn.zhirong.document.Provision}s). What a person corrects by hand is a
 * {@link cn.zhirong.document.Correction}, kept apart from the text so that it survives a second import.
 *
 * <p>Nothing here decides what a document means for anybody: validity, publication and storage belong to {@code policy}.
 */
@NullMarked
package cn.zhirong.document;

import org.jspecify.annotations.NullMarked;
