/**
 * The HTTP adapter: hands requests of any path that nothing else serves to the dispatcher, and its
 * responses back.
 */
@NullMarked
package minsheng.host.http;

import org.jspecify.annotations.NullMarked;
