/** Benchmarks of storage and of key transactions beside their peers, each on its own table of one and the same PostgreSQL. */
@NullMarked
package org.restante.bench;

import org.jspecify.annotations.NullMarked;
