/** Operations of reports that make or keep files; the others only read. */
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
