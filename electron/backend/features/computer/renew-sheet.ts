import { randomInt, randomUUID } from 'node:crypto'
import type { NewSheet } from '../../../../shared/features/computer/contract.ts'
import {
  codeBytes,
  codeGroups,
  readRecoveryCode,
  recoveryCodeOf,
} from '../../../../shared/features/computer/recovery-code.ts'
import { changeBackupNotes } from '../../bundle/backup-notes.ts'
import { DomainError } from '../../domain-error.ts'
import { drawOnThread } from '../../draw-on-thread.ts'
import { pdfFile } from '../../paper-kit/pdf-file.ts'
import type { TaskScope } from '../../scope.ts'
import { centreFacts, officersOn } from '../centre/centre-store.ts'

/** The sheet that was made but not tested yet. In memory only: the code must not be stored anywhere. */
let waiting: { ticket: string; code: string; ask: readonly number[] } | null = null

/** Makes a sheet with a new code; it becomes valid after two of its groups were typed back. @throws DomainError data_locked, not_set_up */
export async function makeSheet(scope: TaskScope): Promise<NewSheet> {
  const { workspace, entropy, today, read, write } = scope
  // Open the key first: a sheet for a key that is not available would be useless.
  void workspace.dataKey
  const code = recoveryCodeOf(entropy(codeBytes))
  const first = randomInt(codeGroups)
  const second = (first + 1 + randomInt(codeGroups - 1)) % codeGroups
  const ask = [first + 1, second + 1].sort((a, b) => a - b)
  const replaces = workspace.dataKeys.sheet?.number ?? null
  const number = (replaces ?? 0) + 1
  const facts = read(({ db, operator }) => {
    const [head] = officersOn(db, today)
    return {
      centre: centreFacts(db),
      number,
      replaces,
      madeOn: today,
      maker: operator?.name ?? '',
      keeper: head?.name ?? '',
    }
  })
  // Records who made it, but not the code.
  write(({ record }) => record('computer', 'lembar pemulihan', null, { made: number }))
  const [sheet, picture] = await Promise.all(
    [code, null].map(one => drawOnThread(scope, 'recovery-sheet', { ...facts, code: one })),
  )
  if (!sheet || !picture) throw new Error('nothing was drawn')
  const ticket = randomUUID()
  waiting = { ticket, code, ask }
  return {
    ticket,
    number,
    replaces,
    ask,
    file: pdfFile(`lembar-pemulihan-${number}`, sheet),
    picture: pdfFile(`lembar-pemulihan-${number}-gambar`, picture),
  }
}

/** @throws DomainError no_sheet_waiting, recovery_group_wrong */
export function testSheet(
  { workspace, at, write }: TaskScope,
  ticket: string,
  groups: readonly { group: number; text: string }[],
  holder: string,
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
  const { number } = sheet
  changeBackupNotes(workspace.folder, notes => {
    notes.sheet = { number, holder }
  })
  write(({ record }) => record('computer', 'lembar pemulihan', null, { number, holder }))
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
