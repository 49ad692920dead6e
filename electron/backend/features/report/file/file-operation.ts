/** Operations of reports that make or store files; all others only read. */
export type FileOperation =
  | 'file'
  | 'fileNames'
  | 'fileFullNik'
  | 'ownFile'
  | 'ownGuardedFile'
  | 'settle'
  | 'settleForm'
  | 'settledFile'
  | 'calendar'
