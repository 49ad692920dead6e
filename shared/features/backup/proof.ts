/** What came of restoring a bundle into an empty folder. */
export type Proof = {
  ok: boolean
  bundle: string
  /** Of the bundle; '' where it could not be opened. */
  madeAt: string
  centre: string
  tables: number
  /** Rows that were compared with what was counted and hashed when the bundle was made, and tables that differ. */
  rows: number
  different: number
  files: number
  seconds: number
  checks: { key: string; ok: boolean; detail: string }[]
}
