/** Result of restoring a bundle into an empty folder. */
export type Proof = {
  ok: boolean
  bundle: string
  /** Time of the bundle; '' if it could not be opened. */
  madeAt: string
  centre: string
  tables: number
  /** Rows compared with the counts and hashes of the bundle, and tables that differ. */
  rows: number
  different: number
  files: number
  seconds: number
  checks: { key: string; ok: boolean; detail: string }[]
}
