/**
 * What readiness asks. Each part of Restante that can be down says so in a check of its own; whoever shows readiness
 * finds the checks by their type.
 */
@NullMarked
package org.restante.health;

import org.jspecify.annotations.NullMarked;
