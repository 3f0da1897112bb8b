package org.restante.audit;

/** What Restante itself records. An application may have actions of its own. */
public final class AuditActions {

    public static final String PROFILE_WIPED = "profile-wiped";
    public static final String KEYS_WIPED = "keys-wiped";
    public static final String PROFILE_IMPORTED = "profile-imported";
    public static final String PROFILE_EXPORTED = "profile-exported";
    public static final String CONTENT_SHOWN = "content-shown";
    public static final String SNAPSHOT_RESTORED = "snapshot-restored";
    public static final String CLAIM_RELEASED = "claim-released";
    public static final String LOCK_RELEASED = "lock-released";
    public static final String ROLLBACK_ACKNOWLEDGED = "rollback-acknowledged";
    public static final String TOKEN_CREATED = "token-created";
    public static final String TOKEN_REVOKED = "token-revoked";

    private AuditActions() {}
}
