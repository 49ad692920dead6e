import { IconDeviceFloppy } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { dimensionKeys, divides } from '../../../../shared/features/report/dimension.ts'
import { isGuarded, type OwnReport, ownReport, ownReportName } from '../../../../shared/features/report/own-report.ts'
import { yearPeriod } from '../../../../shared/features/report/period.ts'
import { rupiahDigits } from '../../../../shared/kernel/money.ts'
import { yearOf } from '../../../../shared/kernel/plain-date.ts'
import { api } from '../../../app/client.ts'
import { useFileCommand } from '../../../app/file/use-file-command.ts'
import { QueryBoundary } from '../../../app/query-boundary.tsx'
import { pageRoute } from '../../../app/root-route.tsx'
import { useToday } from '../../../app/session.tsx'
import { useCommand } from '../../../app/use-command.ts'
import type { Action } from '../../../ui/action/action.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { KeyHints } from '../../../ui/action/key-cap.tsx'
import { useActions } from '../../../ui/action/use-actions.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { ErrorNote } from '../../../ui/feedback/error-note.tsx'
import { ResultLine } from '../../../ui/feedback/result-line.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { fileActions } from '../file-actions.ts'
import { CellPeople, type ChosenCell } from './cell-people.tsx'
import { Choices } from './choices.tsx'
import { NameDialog } from './name-dialog.tsx'
import styles from './own-page.module.css'
import { OwnTable } from './own-table.tsx'

export const ownRoute = pageRoute('/laporan/susun', OwnPage)

// What somebody was composing when leaving the page; it is kept until the program ends.
let last: OwnReport | null = null

/** The question that nobody foresaw: what is counted, by rows and columns, of a period, filtered. */
function OwnPage() {
  const router = useRouter()
  const today = useToday()
  const [choice, setChoice] = useState<OwnReport>(
    () =>
      last ?? {
        measure: 'graduates',
        rows: 'district',
        columns: 'trade',
        period: yearPeriod(yearOf(today)),
        filters: {},
        cell: 'count',
      },
  )
  const [named, setNamed] = useState<string | null>(null)
  const [naming, setNaming] = useState<'save' | 'rename' | null>(null)
  const [cell, setCell] = useState<ChosenCell | null>(null)
  function choose(next: OwnReport) {
    const known = fitting(next)
    last = known
    setChoice(known)
    setCell(null)
  }
  const guarded = isGuarded(choice)
  const valid = ownReport.safeParse(choice)
  const plain = useQuery({
    ...api.report.own.queryOptions({ input: { choice } }),
    placeholderData: keepPreviousData,
    enabled: valid.success && !guarded,
  })
  const open = useQuery({
    ...api.report.ownGuarded.queryOptions({ input: { choice } }),
    placeholderData: keepPreviousData,
    enabled: valid.success && guarded,
  })
  const reading = guarded ? open : plain
  const name = named ?? ownReportName(choice)
  const save = useCommand(api.report.saveOwn, { done: (_, { name: given }) => `${given} disimpan.` })
  const file = useFileCommand({
    call: async (format: 'xlsx' | 'pdf') => {
      const input = { name, choice, format }
      const made = guarded ? await api.report.ownGuardedFile.call(input) : await api.report.ownFile.call(input)
      return made.file as File
    },
  })
  const { pdf, excel } = fileActions(format => void file.run(format), file.pending)
  const keep: Action = {
    label: 'Simpan laporan',
    hint: 'simpan',
    keys: 'Ctrl S',
    icon: IconDeviceFloppy,
    tone: 'primary',
    pending: save.pending,
    run: () => setNaming('save'),
  }
  const rename: Action = { label: 'Ganti nama', hint: 'ganti nama', keys: 'F2', run: () => setNaming('rename') }
  const back: Action = { label: 'Kembali', keys: 'Esc', run: () => router.history.back() }
  useActions([pdf, excel, keep, rename, back])
  return (
    <Page
      title={name}
      crumbs={[{ label: 'Laporan', path: '/laporan' }, { label: 'Susun laporan' }]}
      actions={
        <>
          <ActionButton action={pdf} />
          <ActionButton action={excel} />
          <ActionButton action={keep} />
        </>
      }
    >
      <ErrorNote error={file.error ?? save.error} />
      <div className={styles.columns}>
        <Choices
          choice={choice}
          onChange={next => {
            setNamed(null)
            choose(next)
          }}
          onOpen={(given, next) => {
            choose(next)
            setNamed(given)
          }}
        />
        <div className={styles.main} data-waiting={reading.isPlaceholderData || undefined}>
          {valid.success ? (
            <QueryBoundary query={reading} rows={12}>
              {table => (
                <>
                  <ResultLine extra={extremes(table)}>
                    {rupiahDigits(table.total)} {table.unit}, {table.rows.length} baris
                  </ResultLine>
                  <Panel flush label={name}>
                    {table.rows.length === 0 ? (
                      <EmptyState title="Tidak ada yang cocok.">Ubah periode atau hapus saringan.</EmptyState>
                    ) : (
                      <OwnTable table={table} onCell={setCell} />
                    )}
                  </Panel>
                  <CellPeople choice={choice} cell={cell} />
                  <p className={styles.definition}>
                    {table.definition}
                    {table.hidden > 0 && ' “< 3”: kurang dari 3 orang, atau dapat dihitung dari sel lain.'}
                    {!table.additive && ' Bagian-bagiannya dapat berjumlah lebih dari keseluruhan.'}
                  </p>
                </>
              )}
            </QueryBoundary>
          ) : (
            <EmptyState title={valid.error.issues[0]?.message ?? 'Pilihan ini tidak dapat dihitung.'} />
          )}
        </div>
      </div>
      <KeyHints
        hints={[
          { keys: 'Tab', text: 'pilihan berikut' },
          { keys: ['←', '↑', '→', '↓'], text: 'sel' },
          { keys: 'Enter', text: 'buka orangnya' },
          rename,
        ]}
      />
      {naming && (
        <NameDialog
          title={naming === 'save' ? 'Simpan laporan' : 'Ganti nama'}
          name={name}
          pending={save.pending}
          onClose={() => setNaming(null)}
          onName={async given => {
            if (naming === 'rename' || (await save.run({ name: given, choice }))) {
              setNamed(given)
              setNaming(null)
            }
          }}
        />
      )}
    </Page>
  )
}

/** What cannot be divided so any more is chosen anew: a new figure may not know the old rows. */
function fitting(choice: OwnReport): OwnReport {
  const { measure } = choice
  const known = dimensionKeys.filter(key => divides(key, measure))
  const rows = known.includes(choice.rows) ? choice.rows : (known[0] ?? choice.rows)
  const columns = choice.columns !== null && known.includes(choice.columns) ? choice.columns : null
  const filters = Object.fromEntries(Object.entries(choice.filters).filter(([key]) => known.some(one => one === key)))
  return { ...choice, rows, columns, filters }
}

/** 'terbanyak Karawaci 66, paling sedikit Benda 12' */
function extremes({ rows }: { rows: readonly { label: string; total: number | null }[] }): string {
  const told = rows
    .flatMap(({ label, total }) => (total === null ? [] : [{ label, total }]))
    .toSorted((a, b) => b.total - a.total)
  const [most, least] = [told[0], told.at(-1)]
  if (!most || !least || told.length < 2) return ''
  return `terbanyak ${most.label} ${rupiahDigits(most.total)}, paling sedikit ${least.label} ${rupiahDigits(least.total)}`
}
