import { randomInt, randomUUID } from 'node:crypto'
import type { NewSheet } from '../../../../shared/features/computer/contract.ts'
import {
  codeBytes,
  codeGroups,
  readRecoveryCode,
  recoveryCodeOf,
} from '../../../../shared/features/computer/recovery-code.ts'
import { DomainError } from '../../domain-error.ts'
import { pdfFile } from '../../paper-kit/pdf-file.ts'
import type { TaskScope } from '../../scope.ts'
import { findCentre } from '../centre/centre-store.ts'
import { drawRecoverySheet } from './documents/recovery-sheet.ts'

/** The one sheet that was made and not yet tried out. In memory alone: the code is nowhere but on paper. */
let waiting: { ticket: string; code: string; ask: readonly number[] } | null = null

/** A sheet with a new code; nothing changes until two of its groups were typed back. @throws DomainError data_locked */
export function makeSheet({ workspace, entropy, today, read }: TaskScope): NewSheet {
  // The key first: a sheet for a key that cannot be opened would open nothing.
  void workspace.dataKey
  const code = recoveryCodeOf(entropy(codeBytes))
  const first = randomInt(codeGroups)
  const second = (first + 1 + randomInt(codeGroups - 1)) % codeGroups
  const ask = [first + 1, second + 1].sort((a, b) => a - b)
  const number = (workspace.dataKeys.sheet?.number ?? 0) + 1
  waiting = { ticket: randomUUID(), code, ask }
  const centre = read(({ db }) => findCentre(db))?.name ?? 'Balai'
  return {
    ticket: waiting.ticket,
    number,
    ask,
    file: pdfFile(`lembar-pemulihan-${number}`, drawRecoverySheet({ centre, number, madeOn: today, code })),
  }
}

/** @throws DomainError no_sheet_waiting, recovery_group_wrong */
export function testSheet(
  { workspace, at, write }: TaskScope,
  ticket: string,
  groups: readonly { group: number; text: string }[],
): { number: number } {
  if (waiting?.ticket !== ticket) throw new DomainError({ code: 'no_sheet_waiting' })
  const { code, ask } = waiting
  const own = code.split('-')
  const wrong = ask.find(group => {
    const typed = groups.find(one => one.group === group)?.text
    return typed === undefined || typed.trim().toUpperCase() !== own[group - 1]
  })
  if (wrong !== undefined) throw new DomainError({ code: 'recovery_group_wrong', group: wrong })
  const sheet = workspace.dataKeys.keepSheet(bytesOfCode(code), at)
  waiting = null
  write(({ record }) => record('computer', 'lembar pemulihan', null, { number: sheet.number }))
  return { number: sheet.number }
}

/** @throws DomainError recovery_group_wrong, recovery_sheet_other */
export function unlockWithSheet({ workspace, write }: TaskScope, code: string): void {
  workspace.dataKeys.unlock(bytesOfCode(code))
  write(({ record }) =>
    record('computer', 'lembar pemulihan', null, { opened: workspace.dataKeys.sheet?.number ?? null }),
  )
}

/** @throws DomainError recovery_group_wrong */
export function bytesOfCode(code: string): Uint8Array {
  const read = readRecoveryCode(code)
  if ('wrongGroup' in read) throw new DomainError({ code: 'recovery_group_wrong', group: read.wrongGroup })
  return read.bytes
}
