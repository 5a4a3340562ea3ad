/** The station: all functions and the pages for citizens in one process. */
@NullMarked
package minsheng.station;

import org.jspecify.annotations.NullMarked;
