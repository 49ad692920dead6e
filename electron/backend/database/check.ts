/** One thing that was examined; `key` names it to programs, `detail` to people. */
export type Check = {
  key: string
  ok: boolean
  detail: string
}
