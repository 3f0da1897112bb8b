/**
 * The database as a whole: which one it is, its schema and migrations, its time, and whether it can be used at the moment.
 * The tables' own statements live with the capabilities that use them.
 */
@NullMarked
package org.restante.database;

import org.jspecify.annotations.NullMarked;
