/**
 * Finding the right provision: passages, one Lucene index per tenant plus the shared shelf, hybrid search.
 *
 * <p>Begin with {@link cn.zhirong.knowledge.PolicySearch}. This is the only package that imports Lucene. The database is the
 * truth: the index follows it and can always be rebuilt from it.
 */
@NullMarked
package cn.zhirong.knowledge;

import org.jspecify.annotations.NullMarked;
