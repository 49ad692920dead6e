import { IconLock, IconPrinter } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { domainErrorMessage } from '../../../shared/domain-error.ts'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import type { ScoreGrid } from '../../../shared/features/score/contract.ts'
import { missingScores } from '../../../shared/features/score/missing-scores.ts'
import type { CohortUnitId } from '../../../shared/ids.ts'
import { hundredths } from '../../../shared/kernel/number-format.ts'
import { api, useCommand, useRead } from '../../app/client.ts'
import { cohortPath } from '../../app/cohort-path.ts'
import { layOver } from '../../app/desk/on-the-way.ts'
import { useHostAway } from '../../app/desk/use-connection.ts'
import { useSharedCommand } from '../../app/desk/use-shared-command.tsx'
import { GridFoot } from '../../app/grid/grid-foot.tsx'
import { useSavingGrid } from '../../app/grid/use-saving-grid.ts'
import { type Action, useActions } from '../../ui/action/action.ts'
import { ActionButton, ActionButtons } from '../../ui/action/action-button.tsx'
import { gridKeys } from '../../ui/action/widget-keys.ts'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { RejectedValues } from '../../ui/grid/rejected-values.tsx'
import { CohortFrame, WithCohort } from '../cohort/cohort-frame.tsx'
import { NoTrainees } from '../cohort/no-trainees.tsx'
import { usePaperDialog } from '../paper/use-paper-dialog.tsx'
import { ScoreBoard } from './score-board.tsx'
import { askedColumn, readColumn } from './score-columns.ts'
import { ScoreNotes } from './score-notes.tsx'
import { ScoreUnits } from './score-units.tsx'
import { scoreWrites, withEntry } from './score-writes.ts'
import { useMissingCursor } from './use-missing-cursor.ts'

interface CohortScoresProps {
  code: string
  /** Shows the score of each unit beside K or BK. */
  unitScores: boolean
}

/** Scores of a class: teori, praktik and units, in a grid like Excel. */
export function CohortScores({ code, unitScores }: CohortScoresProps) {
  const grid = useRead(api.score.grid, { code })
  return (
    <WithCohort code={code} tab="scores" title="Nilai" query={grid}>
      {(cohort, read) => <Scores cohort={cohort} grid={read} unitScores={unitScores} />}
    </WithCohort>
  )
}

function Scores({ cohort, grid: stored, unitScores }: { cohort: Cohort; grid: ScoreGrid; unitScores: boolean }) {
  const router = useRouter()
  const close = useCommand(api.score.close, { done: () => 'Pengisian nilai ditutup.' })
  const [opened, setOpened] = useState<ReadonlySet<CohortUnitId>>(new Set())
  const paper = usePaperDialog(cohort)
  const shown = useMemo(() => ({ withScores: unitScores, opened }), [unitScores, opened])
  const { save, grid, ...writing } = useScoreWriting(cohort.code, stored, shown)
  const missing = missingScores(grid)
  const fixed = formatLocked(cohort, grid)
  const { board, goToMissing } = useMissingCursor(grid, shown, fixed === undefined && missing > 0)
  const print: Action = {
    label: 'Cetak daftar nilai',
    keys: 'Ctrl P',
    icon: IconPrinter,
    run: () => paper.open('final-scores'),
  }

  function toggle(unitId: CohortUnitId) {
    const next = new Set(opened)
    if (!next.delete(unitId)) next.add(unitId)
    setOpened(next)
  }
  const away = useHostAway()
  const closeRejected =
    away ?? (missing > 0 ? domainErrorMessage({ code: 'scores_missing', count: missing }) : undefined)

  const toMissing: Action = { label: 'Nilai kosong berikutnya', keys: 'F8', run: goToMissing }
  useActions([print, missing > 0 && fixed === undefined && toMissing])

  return (
    <CohortFrame
      cohort={cohort}
      tab="scores"
      title="Nilai"
      facts={formatFact(grid, missing)}
      fixed
      side={
        grid.rows.length > 0 && (
          <ScoreUnits
            grid={grid}
            withScores={unitScores}
            opened={opened}
            onUnit={toggle}
            onScores={on => router.history.replace(`${cohortPath(cohort.code, 'scores')}${on ? '?unit=nilai' : ''}`)}
          />
        )
      }
      sideWidth={240}
      actions={
        <>
          <ActionButtons actions={[missing > 0 && fixed === undefined && grid.rows.length > 0 && toMissing, print]} />
          {grid.rows.length > 0 && cohort.status !== 'cancelled' && !grid.locked && grid.closed === null && (
            <ActionButton
              needs="score.change"
              icon={IconLock}
              refused={closeRejected}
              onAction={() => close.run({ code: cohort.code })}
            >
              Tutup pengisian
            </ActionButton>
          )}
        </>
      }
    >
      {grid.rows.length === 0 ? (
        <NoTrainees code={cohort.code} />
      ) : (
        <>
          <ScoreNotes grid={grid} cohort={cohort} />
          <ErrorNote error={save.error ?? close.error} />
          {save.choice}
          <RejectedValues values={writing.rejected} onClose={writing.forgetRejected} />
          <ScoreBoard
            grid={grid}
            shown={shown}
            handle={board}
            locked={fixed}
            onHead={key => {
              const column = readColumn(key)
              const unit = column?.kind === 'result' && grid.units.find(one => one.id === column.unitId)
              if (unit && unit.elements.length > 0) toggle(unit.id)
            }}
            questions={save.questions}
            {...writing.handlers}
          />
          <GridFoot
            hints={[
              gridKeys.letters('KB', 'kompeten, belum'),
              gridKeys.down,
              gridKeys.right,
              gridKeys.fill,
              gridKeys.paste,
              writing.undo.actions[0],
            ]}
            savedAt={writing.savedAt}
          />
        </>
      )}
      {paper.dialog}
    </CohortFrame>
  )
}

function formatFact({ weights, passMark, rows }: ScoreGrid, missing: number): string {
  return [
    `teori ${weights.theory} : praktik ${weights.practice}, batas ${hundredths(passMark)}`,
    rows.length > 0 && (missing === 0 ? 'lengkap' : `${missing} belum diisi`),
  ]
    .filter(Boolean)
    .join(' · ')
}

function formatLocked({ status, title }: Cohort, { locked, closed }: ScoreGrid): string | undefined {
  if (status === 'cancelled') return domainErrorMessage({ code: 'cohort_cancelled', cohort: title })
  if (locked) return domainErrorMessage({ code: 'panel_decided' })
  return closed ? domainErrorMessage({ code: 'scores_closed', by: closed.by }) : undefined
}

/** Stores scores as they are typed; `grid` includes those not saved yet. */
function useScoreWriting(code: string, stored: ScoreGrid, shown: Parameters<typeof askedColumn>[2]) {
  const save = useSharedCommand(api.score.save, {
    format: (_, value) => (typeof value === 'number' ? hundredths(value) : undefined),
    columnOf: field => askedColumn(field, stored, shown),
  })
  const writing = useSavingGrid({
    grid: `scores ${code}`,
    rows: stored.rows,
    read: (changes, rows) => scoreWrites(changes, rows, stored.units),
    save: (entries, seen) => save.run({ code, entries, seen }),
    lay: (rows, entries) => layOver(rows, entries, (row, entry) => row.enrolmentId === entry.enrolmentId, withEntry),
  })
  const grid = useMemo(() => ({ ...stored, rows: [...writing.rows] }), [stored, writing.rows])
  return { save, grid, ...writing }
}
