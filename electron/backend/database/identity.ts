/** 'BLAI' in ASCII; identifies the file in its header. */
export const applicationId = 0x424c4149

export const databaseFileName = 'balai.db'
export const snapshotFolderName = 'cadangan'
export const practiceFolderName = 'latihan'

// Beside the database in the data folder.
export const fileFolderName = 'files'
export const paperFolderName = 'papers'
/** Never in the database: a snapshot or copy of it cannot sign. */
export const keyFolderName = 'kunci'
