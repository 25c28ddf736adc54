/**
 * The shell around every page and call: tenant and visitor of a request, layout, errors, static files, safety headers.
 *
 * <p>Begin with {@link cn.zhirong.web.Pages} (show a template) and {@link cn.zhirong.web.Refusal} (say no). Controllers of
 * every feature take a {@link cn.zhirong.tenant.Tenant} and a {@link cn.zhirong.web.Visitor} as parameters. Knows no feature.
 */
@NullMarked
package cn.zhirong.web;

import org.jspecify.annotations.NullMarked;
