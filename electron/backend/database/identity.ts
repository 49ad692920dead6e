/** 'BLAI' in ASCII: marks the file as ours in its header. */
export const applicationId = 0x424c4149

export const databaseFileName = 'balai.db'
export const snapshotFolderName = 'cadangan'
export const practiceFolderName = 'latihan'

// Beside the database, in the folder of the data.
export const fileFolderName = 'files'
export const paperFolderName = 'papers'
/** Never in the database: a snapshot or a copy of it signs nothing. */
export const keyFolderName = 'kunci'
