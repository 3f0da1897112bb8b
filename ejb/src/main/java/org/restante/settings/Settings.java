package org.restante.settings;

/** Everything that can be configured. */
public record Settings(
        StorageSettings storage,
        DatabaseSettings database,
        RollbackSettings rollback,
        KeyStoreSettings keyStore,
        ClusterSettings cluster,
        RetrySettings retry,
        DedupSettings dedup,
        ChatSettings chat,
        ConversationSettings conversation,
        AuditSettings audit,
        HttpSettings http) {

    /** Reads all settings; what does not fit is among the reader's problems afterwards, and its default is taken. */
    public static Settings read(SettingsReader reader) {
        return new Settings(
                StorageSettings.read(reader),
                DatabaseSettings.read(reader),
                RollbackSettings.read(reader),
                KeyStoreSettings.read(reader),
                ClusterSettings.read(reader),
                RetrySettings.read(reader),
                DedupSettings.read(reader),
                ChatSettings.read(reader),
                ConversationSettings.read(reader),
                AuditSettings.read(reader),
                HttpSettings.read(reader));
    }

    /** Whether anything is kept in the database. */
    public boolean usesDatabase() {
        return storage.inDatabase()
                || retry.inDatabase()
                || dedupAdapter().equals(DedupSettings.JPA)
                || chatAdapter().equals(ChatSettings.JPA);
    }

    /** The name of the adapter that keeps claims. */
    public String dedupAdapter() {
        return dedup.adapter(storage.inDatabase());
    }

    /** The name of the adapter that keeps conversations. */
    public String chatAdapter() {
        return chat.adapter(storage.inDatabase());
    }

    /** Whether anything is kept in the grid, for which this node is a member of the cluster. */
    public boolean usesCluster() {
        return retry.inGrid();
    }
}
