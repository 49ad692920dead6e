/** Version of a new database before any migration. Smaller numbers were given by trees before 1.0, whose databases are refused. */
export const baseVersion = 24

/**
 * Changes of a released schema, oldest first; a released one is never edited. Until 1.0 there is none: the schema itself is edited, and a
 * database that was made with another text of it is refused.
 */
export const migrations: readonly string[] = []

export const schemaVersion = baseVersion + migrations.length
