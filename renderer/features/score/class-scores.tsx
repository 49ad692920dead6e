import { Switch } from '@mantine/core'
import { IconLock, IconPrinter, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import { reason } from '../../../shared/features/cohort/cohort.ts'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import type { ScoreEntry, ScoreGrid } from '../../../shared/features/score/contract.ts'
import { missingScores } from '../../../shared/features/score/missing-scores.ts'
import type { CohortUnitId } from '../../../shared/ids.ts'
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
import type { KeyGridHandle } from '../../ui/key-grid.tsx'
import { LeftValues } from '../../ui/left-values.tsx'
import { LinkAct } from '../../ui/link-act.tsx'
import { momentWords } from '../../ui/moment-words.ts'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { SavedSign } from '../../ui/saved-sign.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { ClassPage, WithCohort } from '../cohort/class-page.tsx'
import { classPath } from '../cohort/class-tabs.ts'
import { usePaperDialog } from '../paper/use-paper-dialog.tsx'
import styles from './class-scores.module.css'
import { nextMissing } from './missing-scores.ts'
import { ScoreBoard } from './score-board.tsx'
import { readColumn, scoreColumns } from './score-columns.ts'
import { ScoreHistory } from './score-history.tsx'
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
  const close = useCommand(api.score.close, { done: () => 'Pengisian nilai ditutup.' })
  const reopen = useCommand(api.score.reopen, { done: () => 'Pengisian nilai dibuka kembali.' })
  const take = useCommand(api.score.takeRules, { done: () => 'Kelas memakai aturan sekarang.' })
  const board = useRef<KeyGridHandle | null>(null)
  const [opened, setOpened] = useState<ReadonlySet<CohortUnitId>>(new Set())
  const [asked, setAsked] = useState<'reopen' | 'history' | null>(null)
  const serial = useSerial()
  const undo = useUndo()
  const paper = usePaperDialog(cohort)
  const [left, setLeft] = useState<readonly string[]>([])
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const missing = missingScores(grid)
  const shown = useMemo(() => ({ withScores: unitScores, opened }), [unitScores, opened])
  const fixed = lockedWords(cohort, grid)
  const print = () => paper.open('final-scores')

  function goToMissing() {
    const next = nextMissing(grid, scoreColumns(grid, shown), board.current?.place() ?? null)
    if (next) board.current?.goTo(next.rowKey, next.columnKey)
  }
  function toggle(unitId: CohortUnitId) {
    const next = new Set(opened)
    if (!next.delete(unitId)) next.add(unitId)
    setOpened(next)
  }
  const closeRefused = missing > 0 ? refusalWords({ code: 'scores_missing', count: missing }) : undefined

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
    ...(missing > 0 && fixed === undefined ? [{ keys: 'F8', label: 'nilai kosong berikutnya', run: goToMissing }] : []),
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
            opened={opened}
            onUnit={toggle}
            onScores={on => router.history.replace(`${classPath(cohort.code, 'scores')}${on ? '?unit=nilai' : ''}`)}
          />
        )
      }
      sideWidth={240}
      actions={
        <>
          {missing > 0 && fixed === undefined && grid.rows.length > 0 && (
            <ActButton keys="F8" onAct={goToMissing}>
              Nilai kosong berikutnya
            </ActButton>
          )}
          <ActButton icon={IconPrinter} keys="Ctrl P" onAct={print}>
            Cetak daftar nilai
          </ActButton>
          {grid.rows.length > 0 && cohort.status !== 'cancelled' && !grid.locked && grid.closed === null && (
            <ActButton icon={IconLock} refused={closeRefused} onAct={() => close.run({ code: cohort.code })}>
              Tutup pengisian
            </ActButton>
          )}
        </>
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
          {grid.outdated.length > 0 && (
            <Note acts={<LinkAct onAct={() => take.run({ code: cohort.code })}>Pakai yang sekarang</LinkAct>}>
              Kelas ini belum berjalan, dan aturannya berbeda dari Pengaturan sekarang: {grid.outdated.join(', ')}.
            </Note>
          )}
          {grid.closed !== null && !grid.locked && (
            <Note
              acts={
                <>
                  <LinkAct onAct={() => setAsked('reopen')}>Buka kembali dengan alasan</LinkAct>
                  <LinkAct onAct={() => setAsked('history')}>Riwayat</LinkAct>
                </>
              }
            >
              Pengisian nilai ditutup {grid.closed.by}, {momentWords(grid.closed.at)}.
            </Note>
          )}
          {grid.closed === null && !grid.locked && grid.closings > 0 && (
            <Note tone="warn" acts={<LinkAct onAct={() => setAsked('history')}>Riwayat koreksi</LinkAct>}>
              Pengisian dibuka kembali: setiap perubahan dicatat sebagai koreksi. Tutup lagi setelah selesai.
            </Note>
          )}
          {(save.error ?? close.error ?? take.error) !== null && (
            <Note tone="err" live>
              {save.error ?? close.error ?? take.error}
            </Note>
          )}
          <LeftValues values={left} onClose={() => setLeft([])} />
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
            onWrite={(changes, _how, outside) => {
              const read = scoreWrites(changes, grid.rows, grid.units)
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
      {asked === 'history' && <ScoreHistory code={cohort.code} onClose={() => setAsked(null)} />}
      {asked === 'reopen' && (
        <ReasonDialog
          title="Buka kembali pengisian nilai?"
          schema={reason}
          act="Buka kembali"
          error={reopen.error}
          onAct={async words => {
            if (await reopen.run({ code: cohort.code, reason: words })) setAsked(null)
          }}
          onCancel={() => setAsked(null)}
        >
          Nilai dapat diubah lagi. Setiap perubahan dicatat dengan nilai lama, nilai baru, dan nama petugas.
        </ReasonDialog>
      )}
      {paper.dialog}
    </ClassPage>
  )
}

interface UnitsProps {
  grid: ScoreGrid
  withScores: boolean
  opened: ReadonlySet<CohortUnitId>
  /** Shows or hides the elements of a unit. */
  onUnit: (unitId: CohortUnitId) => void
  onScores: (shown: boolean) => void
}

/** What the numbers over the columns stand for. */
function Units({ grid, withScores, opened, onUnit, onScores }: UnitsProps) {
  return (
    <Panel title="Unit kompetensi" facts={`${grid.units.length} unit`}>
      <ol className={styles.units}>
        {grid.units.map((unit, index) => (
          <li key={unit.id} className={styles.unit}>
            <span className={styles.number}>{index + 1}</span>
            <span>
              {unit.title}
              {!unit.compulsory && <span className={styles.light}> (pilihan)</span>}
              {unit.elements.length > 0 && (
                <>
                  {' '}
                  <LinkAct
                    size="small"
                    label={`${opened.has(unit.id) ? 'Sembunyikan elemen' : `Tampilkan ${unit.elements.length} elemen`} ${unit.title}`}
                    onAct={() => onUnit(unit.id)}
                  >
                    {opened.has(unit.id) ? 'sembunyikan elemen' : `${unit.elements.length} elemen`}
                  </LinkAct>
                  {opened.has(unit.id) && <Elements number={index + 1} unit={unit} />}
                </>
              )}
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

function Elements({ number, unit }: { number: number; unit: ScoreGrid['units'][number] }) {
  return (
    <ol className={styles.elements}>
      {unit.elements.map((element, at) => (
        <li key={element.id}>
          {number}.{at + 1} {element.title}
        </li>
      ))}
    </ol>
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

function lockedWords({ status, title }: Cohort, { locked, closed }: ScoreGrid): string | undefined {
  if (status === 'cancelled') return refusalWords({ code: 'cohort_cancelled', cohort: title })
  if (locked) return refusalWords({ code: 'panel_decided' })
  return closed ? refusalWords({ code: 'scores_closed', by: closed.by }) : undefined
}
