/** An application as a user would write it: it is the README's example, and the tests run it. */
@NullMarked
package org.restante.example;

import org.jspecify.annotations.NullMarked;
