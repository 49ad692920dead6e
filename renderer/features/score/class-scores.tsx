import { Switch } from '@mantine/core'
import { IconPrinter, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import type { ScoreEntry, ScoreGrid } from '../../../shared/features/score/contract.ts'
import { hundredths } from '../../../shared/kernel/number-words.ts'
import { refusalWords } from '../../../shared/refusal-words.ts'
import { api } from '../../app/client.ts'
import { Reading } from '../../app/reading.tsx'
import { useSession } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { useSerial } from '../../app/use-serial.ts'
import { useUndo } from '../../app/use-undo.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { KeyHints } from '../../ui/key-cap.tsx'
import { LeftValues } from '../../ui/left-values.tsx'
import { LinkAct } from '../../ui/link-act.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SavedSign } from '../../ui/saved-sign.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { ClassPage, WithCohort } from '../cohort/class-page.tsx'
import { classPath } from '../cohort/class-tabs.ts'
import { usePaperDialog } from '../paper/use-paper-dialog.tsx'
import styles from './class-scores.module.css'
import { missingScores } from './missing-scores.ts'
import { ScoreBoard } from './score-board.tsx'
import { scoreWrites } from './score-writes.ts'

export interface ClassScoresProps {
  code: string
  /** Shows the score of each unit beside its K or BK. */
  unitScores: boolean
}

/** Nilai: teori, praktik and units, in a grid like Excel. */
export function ClassScores({ code, unitScores }: ClassScoresProps) {
  const grid = useQuery(api.score.grid.queryOptions({ input: { code } }))
  return (
    <WithCohort code={code} tab="scores" title="Nilai">
      {cohort =>
        grid.data ? (
          <Scores cohort={cohort} grid={grid.data} unitScores={unitScores} />
        ) : (
          <ClassPage cohort={cohort} tab="scores" title="Nilai">
            <Reading query={grid} rows={12}>
              {() => null}
            </Reading>
          </ClassPage>
        )
      }
    </WithCohort>
  )
}

function Scores({ cohort, grid, unitScores }: { cohort: Cohort; grid: ScoreGrid; unitScores: boolean }) {
  const router = useRouter()
  const { now } = useSession()
  const save = useCommand(api.score.save)
  const serial = useSerial()
  const undo = useUndo()
  const paper = usePaperDialog(cohort)
  const [left, setLeft] = useState<readonly string[]>([])
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const missing = missingScores(grid)
  const print = () => paper.open('final-scores')

  async function send(entries: ScoreEntry[]) {
    const stored = await serial(() => save.run({ code: cohort.code, entries }))
    if (stored) setSavedAt(now)
    return stored
  }
  async function store(entries: ScoreEntry[], before: ScoreEntry[]) {
    if (entries.length === 0) return
    if (await send(entries)) undo.push({ undo: () => send(before), redo: () => send(entries) })
  }
  useKeys([
    { keys: 'Ctrl P', label: 'cetak daftar nilai', run: print },
    { keys: 'Ctrl Z', label: 'urungkan', run: () => void undo.undo() },
    { keys: 'Ctrl Y', label: 'ulangi', run: () => void undo.redo() },
  ])

  return (
    <ClassPage
      cohort={cohort}
      tab="scores"
      title="Nilai"
      facts={factWords(grid, missing)}
      fixed
      side={
        grid.rows.length > 0 && (
          <Units
            grid={grid}
            withScores={unitScores}
            onScores={on => router.history.replace(`${classPath(cohort.code, 'scores')}${on ? '?unit=nilai' : ''}`)}
          />
        )
      }
      sideWidth={240}
      actions={
        <ActButton icon={IconPrinter} keys="Ctrl P" onAct={print}>
          Cetak daftar nilai
        </ActButton>
      }
    >
      {grid.rows.length === 0 ? (
        <Panel>
          <EmptyState
            icon={IconUsers}
            title="Belum ada peserta di kelas ini."
            acts={
              <ActButton tone="primary" onAct={() => router.history.push(classPath(cohort.code, 'trainees'))}>
                Isi daftar peserta
              </ActButton>
            }
          />
        </Panel>
      ) : (
        <>
          {grid.locked && (
            <Note acts={<LinkAct path={classPath(cohort.code, 'graduation')}>Buka kelulusan</LinkAct>}>
              {refusalWords({ code: 'panel_decided' })}
            </Note>
          )}
          {save.error && (
            <Note tone="err" live>
              {save.error}
            </Note>
          )}
          <LeftValues values={left} onClose={() => setLeft([])} />
          <ScoreBoard
            grid={grid}
            withScores={unitScores}
            locked={lockedWords(cohort, grid)}
            onWrite={(changes, _how, outside) => {
              const read = scoreWrites(changes, grid.rows)
              setLeft([...read.left, ...outside.map(text => `“${text}”`)])
              void store(read.entries, read.before)
            }}
            onUndo={() => void undo.undo()}
            onRedo={() => void undo.redo()}
          />
          <div className={styles.foot}>
            <KeyHints
              hints={[
                { keys: ['K', 'B'], text: 'kompeten, belum' },
                { keys: 'Enter', text: 'turun' },
                { keys: 'Tab', text: 'ke kanan' },
                { keys: 'Ctrl D', text: 'isi ke bawah' },
                { keys: 'Ctrl V', text: 'tempel dari Excel' },
                { keys: 'Ctrl Z', text: 'urungkan' },
              ]}
            />
            <SavedSign at={savedAt} />
          </div>
        </>
      )}
      {paper.dialog}
    </ClassPage>
  )
}

interface UnitsProps {
  grid: ScoreGrid
  withScores: boolean
  onScores: (shown: boolean) => void
}

/** What the numbers over the columns stand for. */
function Units({ grid, withScores, onScores }: UnitsProps) {
  return (
    <Panel title="Unit kompetensi" facts={`${grid.units.length} unit`}>
      <ol className={styles.units}>
        {grid.units.map((unit, index) => (
          <li key={unit.id} className={styles.unit}>
            <span className={styles.number}>{index + 1}</span>
            <span>
              {unit.title}
              {!unit.compulsory && <span className={styles.light}> (pilihan)</span>}
            </span>
          </li>
        ))}
      </ol>
      <Switch
        className={styles.switch ?? ''}
        size="sm"
        label="Nilai per unit"
        checked={withScores}
        onChange={event => onScores(event.currentTarget.checked)}
      />
    </Panel>
  )
}

function factWords({ weights, passMark, rows }: ScoreGrid, missing: number): string {
  return [
    `teori ${weights.theory} : praktik ${weights.practice}, batas ${hundredths(passMark)}`,
    rows.length > 0 && (missing === 0 ? 'lengkap' : `${missing} belum diisi`),
  ]
    .filter(Boolean)
    .join(' · ')
}

function lockedWords({ status, title }: Cohort, { locked }: ScoreGrid): string | undefined {
  if (status === 'cancelled') return refusalWords({ code: 'cohort_cancelled', cohort: title })
  return locked ? refusalWords({ code: 'panel_decided' }) : undefined
}
