import { existsSync, readFileSync } from 'node:fs'

/**
 * Peak memory of a process since its program was started, in MB; null where the system does not report it. `maxRSS` is no use here: it
 * also counts the process that it was forked from, which is the bench.
 */
export function peakMegabytes(pid: number | 'self'): number | null {
  const status = `/proc/${pid}/status`
  const kilobytes = existsSync(status) ? /^VmHWM:\s+(\d+)/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined
  return kilobytes === undefined ? null : Number(kilobytes) / 1024
}
