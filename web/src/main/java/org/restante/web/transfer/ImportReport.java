package org.restante.web.transfer;

import java.util.List;
import org.restante.baileys.FileRemark;

/** What became of an import as it is answered. */
public record ImportReport(int imported, List<FileRemark> unreadable) {}
