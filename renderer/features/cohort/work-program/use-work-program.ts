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
import { api } from '../../../app/client.ts'
import { errorMessage } from '../../../app/error-message.ts'
import { useCommand } from '../../../app/use-command.ts'
import type { AcceptedCodes } from './proposal-titles.ts'
import { filledRows, readWanted, type WantedRow, withoutAccepted } from './wanted-rows.ts'
import type { WorkProgramChoices } from './work-program-choices.tsx'

interface Proposal {
  draft: WorkProgramDraft
  reading: WorkProgramReading
  /** By line, the key of its row in the list. */
  rowKeys: readonly number[]
}

interface WorkProgramState {
  reading: WorkProgramReading | null
  accepted: AcceptedCodes
  /** What is wrong with the list, or why nothing could be proposed or accepted. */
  problems: readonly string[]
  pending: boolean
  propose: (choices: WorkProgramChoices, rows: readonly WantedRow[]) => Promise<void>
  /**
   * Some of the proposed classes, by their places; all of them or none are created. Answers what the list still asks for, or
   * null when nothing was created.
   */
  accept: (indexes: readonly number[], rows: readonly WantedRow[]) => Promise<WantedRow[] | null>
  /** The row of the list that a line of the proposal came from. */
  rowOf: (wanted: number) => number | undefined
  /** Back to the list. */
  drop: () => void
}

/**
 * A proposal stays as it was read while its classes are accepted one by one: asked again, the others would move to where they
 * are spread best now.
 */
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
    // In the order of first days, in which the codes come back.
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

/** The list and the choices with the offered way taken. */
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
