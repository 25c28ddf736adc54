/**
 * Shows that nobody reaches what is not theirs: every route of the router, for every role, with an own object, one of another
 * bureau and one that nobody has.
 *
 * <p>Begin with {@link cn.zhirong.isolation.RouteWalkTest}. A new route that writes, or that names an object, is entered in
 * {@link cn.zhirong.isolation.RouteCases}; until then the walk fails.
 */
package cn.zhirong.isolation;
