package org.restante.bench;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "merged_entry")
class MergedRow extends Row {}
