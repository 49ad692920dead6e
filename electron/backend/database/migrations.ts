/** Version of a new database before any migration. Smaller numbers were used before 1.0; such databases are refused. */
export const baseVersion = 24

/**
 * Changes of a released schema, oldest first; never edit a released one. There are none before 1.0: the schema itself is edited, and a database with
 * another schema text is refused.
 */
export const migrations: readonly string[] = []

export const schemaVersion = baseVersion + migrations.length
