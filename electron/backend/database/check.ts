/** One check; `key` is for programs, `detail` for people. */
export type Check = {
  key: string
  ok: boolean
  detail: string
}
