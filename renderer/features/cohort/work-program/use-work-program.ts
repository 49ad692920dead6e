import { useState } from 'react'
import type { ActivityRow } from '../../../../shared/features/activity/contract.ts'
import type { NearestWay } from '../../../../shared/features/cohort/program-request.ts'
import {
  type AcceptedProgram,
  type WorkProgramDraft,
  type WorkProgramReading,
  workProgramDraft,
} from '../../../../shared/features/cohort/work-program.ts'
import type { ProgramRow } from '../../../../shared/features/program/contract.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { api, useCommand } from '../../../app/client.ts'
import { errorMessage } from '../../../app/error-message.ts'
import type { AcceptedCodes } from './proposal-titles.ts'
import { filledRows, readWanted, type WantedRow, withoutAccepted } from './wanted-rows.ts'
import type { WorkProgramChoices } from './work-program-choices.tsx'

interface Proposal {
  draft: WorkProgramDraft
  reading: WorkProgramReading
  /** Key of the list row for each line of the request. */
  rowKeys: readonly number[]
}

interface WorkProgramState {
  reading: WorkProgramReading | null
  accepted: AcceptedCodes
  /** Errors in the list, or why proposing or accepting failed. */
  problems: readonly string[]
  pending: boolean
  propose: (choices: WorkProgramChoices, rows: readonly WantedRow[]) => Promise<void>
  /** Creates the proposed classes with these indexes, all or none. Returns the rows that are still open, or null when nothing was created. */
  accept: (indexes: readonly number[], rows: readonly WantedRow[]) => Promise<WantedRow[] | null>
  /** The list row that a line of the proposal came from. */
  rowOf: (wanted: number) => number | undefined
  /** Discards the proposal and returns to the list. */
  drop: () => void
}

/** A proposal is not read again while its classes are accepted one by one: a new one would move the remaining classes. */
export function useWorkProgram(
  today: PlainDate,
  programs: readonly ProgramRow[],
  activities: readonly ActivityRow[],
): WorkProgramState {
  const [proposal, setProposal] = useState<Proposal | null>(null)
  const [accepted, setAccepted] = useState<AcceptedCodes>(new Map())
  const [problems, setProblems] = useState<readonly string[]>([])
  const [pending, setPending] = useState(false)
  const accepting = useCommand(api.cohort.acceptProposals, {
    done: ({ codes }) => (codes.length === 1 ? `${codes[0]} disimpan.` : `${codes.length} angkatan disimpan.`),
  })

  async function propose(choices: WorkProgramChoices, rows: readonly WantedRow[]) {
    const { year, ...choice } = choices
    const { lines, problems: wrong } = readWanted(rows, { year, today, programs, activities })
    const parsed = workProgramDraft.safeParse({ ...choice, wanted: lines })
    if (wrong.length > 0 || !parsed.success) {
      return setProblems(wrong.length > 0 ? wrong : (parsed.error?.issues.map(issue => issue.message) ?? []))
    }
    setPending(true)
    try {
      const reading = await api.cohort.proposeProgram.call(parsed.data)
      setProposal({ draft: parsed.data, reading, rowKeys: filledRows(rows).map(row => row.key) })
      setAccepted(new Map())
      setProblems([])
      accepting.clear()
    } catch (error) {
      setProblems([errorMessage(error)])
    } finally {
      setPending(false)
    }
  }

  async function accept(indexes: readonly number[], rows: readonly WantedRow[]): Promise<WantedRow[] | null> {
    if (!proposal) return null
    const { wanted: _, withinBudgetYear: __, ...choice } = proposal.draft
    // Sorted by first day, the order in which codes come back.
    const chosen = indexes.toSorted((a, b) => a - b)
    const classes = chosen.flatMap((index): AcceptedProgram['classes'] => {
      const one = proposal.reading.placed[index]
      const start = one?.days[0]
      if (!one || !start) return []
      const { programId, activityId } = one
      return [{ programId, start, roomId: one.room.id, instructorId: one.instructor.id, activityId }]
    })
    const done = await accepting.run({ ...choice, classes })
    if (!done) return null
    setAccepted(new Map([...accepted, ...chosen.map((index, at) => [index, done.output.codes[at] ?? ''] as const)]))
    const keys = chosen.flatMap(index => proposal.rowKeys[proposal.reading.placed[index]?.wanted ?? -1] ?? [])
    return withoutAccepted(rows, keys)
  }

  return {
    reading: proposal?.reading ?? null,
    accepted,
    problems: accepting.error === null ? problems : [accepting.error],
    pending: pending || accepting.pending,
    propose,
    accept,
    rowOf: wanted => proposal?.rowKeys[wanted],
    drop() {
      setProposal(null)
      accepting.clear()
    },
  }
}

/** List and choices after a suggestion is applied. */
export function withWay(
  choices: WorkProgramChoices,
  rows: readonly WantedRow[],
  rowKey: number | undefined,
  way: NearestWay,
): { choices: WorkProgramChoices; rows: WantedRow[] } {
  const change = (): Partial<WantedRow> => {
    if (way.kind === 'later') return { last: way.end }
    return way.kind === 'fewer_trainees' ? { trainees: String(way.trainees) } : {}
  }
  return {
    choices: way.kind === 'across_years' ? { ...choices, withinBudgetYear: false } : choices,
    rows: rows.map(row => (row.key === rowKey ? { ...row, ...change() } : row)),
  }
}
