/** 'BLAI' in ASCII: marks the file as ours in its header. */
export const applicationId = 0x424c4149

export const databaseFileName = 'balai.db'
export const snapshotFolderName = 'cadangan'
export const practiceFolderName = 'latihan'
