import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

type Call = 'renameSync' | 'openSync' | 'rmSync'

type Holding = {
  /** What cannot be done to it meanwhile. */
  calls: readonly Call[]
  /** How often it is refused before it is let go; for ever by default. */
  times?: number
  /** What Windows answers: EPERM to a rename or a deletion, EBUSY to opening. */
  code?: 'EPERM' | 'EBUSY'
}

/**
 * Plays a virus scanner that holds a file without sharing deletion: calls on a path that matches fail as they do on Windows, until
 * `release`. Answers how often it refused.
 */
export function holdFiles(
  path: RegExp,
  { calls, times = Number.POSITIVE_INFINITY, code = 'EPERM' }: Holding,
): { readonly refused: () => number; readonly release: () => void } {
  const real = Object.fromEntries(calls.map(call => [call, fs[call]]))
  let refused = 0
  for (const call of calls) {
    const before = fs[call] as (...parameters: unknown[]) => unknown
    Object.assign(fs, {
      [call]: (...parameters: unknown[]) => {
        if (refused < times && parameters.some(one => typeof one === 'string' && path.test(one))) {
          refused += 1
          throw Object.assign(new Error(`${code}: ${call} ${parameters[0]}`), { code })
        }
        return before(...parameters)
      },
    })
  }
  syncBuiltinESMExports()
  return {
    refused: () => refused,
    release: () => {
      Object.assign(fs, real)
      syncBuiltinESMExports()
    },
  }
}
