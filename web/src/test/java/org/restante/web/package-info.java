@NullMarked
package org.restante.web;

import org.jspecify.annotations.NullMarked;
