/** The command line: begin with {@link cn.zhirong.command.Main}. */
@NullMarked
package cn.zhirong.command;

import org.jspecify.annotations.NullMarked;
