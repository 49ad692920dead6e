import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

type Call = 'renameSync' | 'openSync' | 'rmSync'

type Holding = {
  /** The calls that fail meanwhile. */
  calls: readonly Call[]
  /** How often it fails before the file is released; for ever by default. */
  times?: number
  /** The error of Windows: EPERM for renaming or deleting, EBUSY for opening. */
  code?: 'EPERM' | 'EBUSY'
}

/**
 * Simulates a virus scanner that holds a file without sharing deletion: calls on a matching path fail as on Windows, until `release`. Also
 * counts the failures.
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
