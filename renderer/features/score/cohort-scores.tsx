import { Box, Flex, Switch } from '@mantine/core'
import { IconLock, IconPrinter, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import { domainErrorMessage } from '../../../shared/domain-error.ts'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import type { ScoreEntry, ScoreGrid } from '../../../shared/features/score/contract.ts'
import { missingScores } from '../../../shared/features/score/missing-scores.ts'
import type { CohortUnitId } from '../../../shared/ids.ts'
import { hundredths } from '../../../shared/kernel/number-format.ts'
import { reason } from '../../../shared/kernel/schema.ts'
import { api } from '../../app/client.ts'
import { cohortPath } from '../../app/cohort-path.ts'
import { QueryBoundary } from '../../app/query-boundary.tsx'
import { useSession } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { useSerial } from '../../app/use-serial.ts'
import { useUndo } from '../../app/use-undo.ts'
import type { Action } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { KeyHints } from '../../ui/action/key-cap.tsx'
import { LinkAction } from '../../ui/action/link-action.tsx'
import { useActions } from '../../ui/action/use-actions.ts'
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { ErrorNote } from '../../ui/feedback/error-note.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { SavedSign } from '../../ui/form/saved-sign.tsx'
import type { KeyGridHandle } from '../../ui/grid/key-grid.tsx'
import { LeftValues } from '../../ui/grid/left-values.tsx'
import { Columns } from '../../ui/page/columns.tsx'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Panel } from '../../ui/page/panel.tsx'
import { CohortFrame, WithCohort } from '../cohort/cohort-frame.tsx'
import { usePaperDialog } from '../paper/use-paper-dialog.tsx'
import styles from './cohort-scores.module.css'
import { nextMissing } from './missing-scores.ts'
import { ScoreBoard } from './score-board.tsx'
import { readColumn, scoreColumns } from './score-columns.ts'
import { ScoreHistory } from './score-history.tsx'
import { scoreWrites } from './score-writes.ts'

interface CohortScoresProps {
  code: string
  /** Shows the score of each unit beside its K or BK. */
  unitScores: boolean
}

/** Nilai: teori, praktik and units, in a grid like Excel. */
export function CohortScores({ code, unitScores }: CohortScoresProps) {
  const grid = useQuery(api.score.grid.queryOptions({ input: { code } }))
  return (
    <WithCohort code={code} tab="scores" title="Nilai">
      {cohort =>
        grid.data ? (
          <Scores cohort={cohort} grid={grid.data} unitScores={unitScores} />
        ) : (
          <CohortFrame cohort={cohort} tab="scores" title="Nilai">
            <QueryBoundary query={grid} rows={12}>
              {() => null}
            </QueryBoundary>
          </CohortFrame>
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
  const fixed = formatLocked(cohort, grid)
  const print: Action = {
    label: 'Cetak daftar nilai',
    keys: 'Ctrl P',
    icon: IconPrinter,
    run: () => paper.open('final-scores'),
  }

  function goToMissing() {
    const next = nextMissing(grid, scoreColumns(grid, shown), board.current?.place() ?? null)
    if (next) board.current?.goTo(next.rowKey, next.columnKey)
  }
  function toggle(unitId: CohortUnitId) {
    const next = new Set(opened)
    if (!next.delete(unitId)) next.add(unitId)
    setOpened(next)
  }
  const closeRejected = missing > 0 ? domainErrorMessage({ code: 'scores_missing', count: missing }) : undefined

  async function send(entries: ScoreEntry[]) {
    const stored = await serial(() => save.run({ code: cohort.code, entries }))
    if (stored) setSavedAt(now)
    return stored
  }
  async function store(entries: ScoreEntry[], before: ScoreEntry[]) {
    if (entries.length === 0) return
    if (await send(entries)) undo.push({ undo: () => send(before), redo: () => send(entries) })
  }
  const toMissing: Action = { label: 'Nilai kosong berikutnya', keys: 'F8', run: goToMissing }
  useActions([print, missing > 0 && fixed === undefined && toMissing, ...undo.actions])

  return (
    <CohortFrame
      cohort={cohort}
      tab="scores"
      title="Nilai"
      facts={formatFact(grid, missing)}
      fixed
      side={
        grid.rows.length > 0 && (
          <Units
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
          {missing > 0 && fixed === undefined && grid.rows.length > 0 && <ActionButton action={toMissing} />}
          <ActionButton action={print} />
          {grid.rows.length > 0 && cohort.status !== 'cancelled' && !grid.locked && grid.closed === null && (
            <ActionButton icon={IconLock} refused={closeRejected} onAction={() => close.run({ code: cohort.code })}>
              Tutup pengisian
            </ActionButton>
          )}
        </>
      }
    >
      {grid.rows.length === 0 ? (
        <Panel>
          <EmptyState
            icon={IconUsers}
            title="Belum ada peserta di kelas ini."
            actions={
              <ActionButton tone="primary" onAction={() => router.history.push(cohortPath(cohort.code, 'trainees'))}>
                Isi daftar peserta
              </ActionButton>
            }
          />
        </Panel>
      ) : (
        <>
          {grid.locked && (
            <Note actions={<LinkAction path={cohortPath(cohort.code, 'graduation')}>Buka kelulusan</LinkAction>}>
              {domainErrorMessage({ code: 'panel_decided' })}
            </Note>
          )}
          {grid.outdated.length > 0 && (
            <Note
              actions={<LinkAction onAction={() => take.run({ code: cohort.code })}>Pakai yang sekarang</LinkAction>}
            >
              Kelas ini belum berjalan, dan aturannya berbeda dari Pengaturan sekarang: {grid.outdated.join(', ')}.
            </Note>
          )}
          {grid.closed !== null && !grid.locked && (
            <Note
              actions={
                <>
                  <LinkAction onAction={() => setAsked('reopen')}>Buka kembali dengan alasan</LinkAction>
                  <LinkAction onAction={() => setAsked('history')}>Riwayat</LinkAction>
                </>
              }
            >
              Pengisian nilai ditutup {grid.closed.by}, {formatMoment(grid.closed.at)}.
            </Note>
          )}
          {grid.closed === null && !grid.locked && grid.closings > 0 && (
            <Note tone="warn" actions={<LinkAction onAction={() => setAsked('history')}>Riwayat koreksi</LinkAction>}>
              Pengisian dibuka kembali: setiap perubahan dicatat sebagai koreksi. Tutup lagi setelah selesai.
            </Note>
          )}
          <ErrorNote error={save.error ?? close.error ?? take.error} />
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
          <div className={layout.foot}>
            <KeyHints
              hints={[
                { keys: ['K', 'B'], text: 'kompeten, belum' },
                { keys: 'Enter', text: 'turun' },
                { keys: 'Tab', text: 'ke kanan' },
                { keys: 'Ctrl D', text: 'isi ke bawah' },
                { keys: 'Ctrl V', text: 'tempel dari Excel' },
                undo.actions[0],
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
          action="Buka kembali"
          error={reopen.error}
          onAction={async words => {
            if (await reopen.run({ code: cohort.code, reason: words })) setAsked(null)
          }}
          onCancel={() => setAsked(null)}
        >
          Nilai dapat diubah lagi. Setiap perubahan dicatat dengan nilai lama, nilai baru, dan nama petugas.
        </ReasonDialog>
      )}
      {paper.dialog}
    </CohortFrame>
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
      <Flex component="ol" direction="column" gap="0.5rem" fz="0.8125rem" lh="1.125rem">
        {grid.units.map((unit, index) => (
          <Columns component="li" key={unit.id} gap="0.5rem" widths="1.25rem 1fr" align="stretch">
            <Box component="span" c="var(--ink-2)" fw={600} ta="end">
              {index + 1}
            </Box>
            <span>
              {unit.title}
              {!unit.compulsory && <span className={layout.quiet}> (pilihan)</span>}
              {unit.elements.length > 0 && (
                <>
                  {' '}
                  <LinkAction
                    size="small"
                    label={`${opened.has(unit.id) ? 'Sembunyikan elemen' : `Tampilkan ${unit.elements.length} elemen`} ${unit.title}`}
                    onAction={() => onUnit(unit.id)}
                  >
                    {opened.has(unit.id) ? 'sembunyikan elemen' : `${unit.elements.length} elemen`}
                  </LinkAction>
                  {opened.has(unit.id) && <Elements number={index + 1} unit={unit} />}
                </>
              )}
            </span>
          </Columns>
        ))}
      </Flex>
      <Switch
        mt="0.875rem"
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
