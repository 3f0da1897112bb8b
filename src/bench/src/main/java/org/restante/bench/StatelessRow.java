package org.restante.bench;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "stateless_entry")
class StatelessRow extends Row {}
