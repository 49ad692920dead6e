import { Flex } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { dimensionKeys, dimensions, divides } from '../../../../shared/features/report/dimension.ts'
import { isGuarded, type OwnReport, ownReport, ownReportName } from '../../../../shared/features/report/own-report.ts'
import { periodName, yearPeriod } from '../../../../shared/features/report/period.ts'
import { yearOf } from '../../../../shared/kernel/plain-date.ts'
import { api, keepShown, QueryBoundary, useCommand, useRead, useToday } from '../../../app/client.ts'
import { useFileCommand } from '../../../app/file/use-file-command.ts'
import { pageRoute } from '../../../app/root-route.tsx'
import { backAction, primaryAction, useActions } from '../../../ui/action/action.ts'
import { ActionButton, ActionButtons } from '../../../ui/action/action-button.tsx'
import { KeyCap, KeyHints } from '../../../ui/action/key-cap.tsx'
import { fieldKeys, listKeys } from '../../../ui/action/widget-keys.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { ResultLine } from '../../../ui/feedback/result-line.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { fileActions } from '../file-actions.ts'
import { ownPath } from '../report-paths.ts'
import { CellPeople, type ChosenCell } from './cell-people.tsx'
import { Choices } from './choices.tsx'
import { NameDialog } from './name-dialog.tsx'
import { extremes, formatDefinition, formatOwnResult } from './own-format.ts'
import styles from './own-page.module.css'
import { OwnTable } from './own-table.tsx'

export const ownRoute = pageRoute('/laporan/susun', OwnPage)

// The report being composed, kept when the page is left, until the program ends.
let last: { choice: OwnReport; name: string | null } | null = null

/** Opens a saved report. */
export function openOwn(
  { history }: Pick<ReturnType<typeof useRouter>, 'history'>,
  name: string,
  choice: OwnReport,
): void {
  last = { choice, name }
  history.push(ownPath)
}

/** A report composed by the person: measure, rows, columns, period, filters. */
function OwnPage() {
  const router = useRouter()
  const today = useToday()
  const [choice, setChoice] = useState<OwnReport>(
    () =>
      last?.choice ?? {
        measure: 'graduates',
        rows: 'district',
        columns: 'trade',
        period: yearPeriod(yearOf(today)),
        filters: {},
        cell: 'count',
      },
  )
  const [named, setNamed] = useState<string | null>(() => last?.name ?? null)
  const [naming, setNaming] = useState<'save' | 'rename' | null>(null)
  const [cell, setCell] = useState<ChosenCell | null>(null)
  function choose(next: OwnReport, given: string | null = null) {
    const known = fitting(next)
    last = { choice: known, name: given }
    setChoice(known)
    setNamed(given)
    setCell(null)
  }
  const guarded = isGuarded(choice)
  const valid = ownReport.safeParse(choice)
  const plain = useRead(api.report.own, { choice }, { ...keepShown, enabled: valid.success && !guarded })
  const open = useRead(api.report.ownGuarded, { choice }, { ...keepShown, enabled: valid.success && guarded })
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
  const keep = primaryAction('Ctrl S', 'Simpan laporan', () => setNaming('save'), {
    hint: 'simpan',
    icon: IconDeviceFloppy,
    pending: save.pending,
  })
  const rename = { label: 'Ganti nama', hint: 'ganti nama', keys: 'F2', run: () => setNaming('rename') }
  const back = backAction(() => router.history.back())
  useActions([pdf, excel, keep, rename, back])
  return (
    <Page
      title={name}
      crumbs={[{ label: 'Laporan', path: '/laporan' }, { label: 'Susun laporan' }]}
      facts={
        <>
          <KeyCap>{rename.keys}</KeyCap> {rename.hint}
        </>
      }
      actions={<ActionButtons actions={[pdf, excel, keep]} />}
    >
      <ErrorNote error={file.error ?? save.error} />
      <div className={styles.columns}>
        <Choices
          choice={choice}
          counts={reading.data ? { rows: reading.data.rows.length, columns: reading.data.columns.length } : null}
          onChange={next => choose(next)}
          onOpen={(given, next) => choose(next, given)}
        />
        <div className={styles.main} data-stays data-waiting={reading.isPlaceholderData || undefined}>
          {valid.success ? (
            <QueryBoundary query={reading} rows={12}>
              {table => (
                <>
                  <ResultLine extra={extremes(table)}>{formatOwnResult(table)}</ResultLine>
                  <Panel flush label={name}>
                    {table.rows.length === 0 ? (
                      <Nothing choice={choice} onChange={next => choose(next)} />
                    ) : (
                      <OwnTable table={table} onCell={setCell} />
                    )}
                  </Panel>
                  <CellPeople choice={choice} cell={cell} />
                </>
              )}
            </QueryBoundary>
          ) : (
            <EmptyState title={valid.error.issues[0]?.message ?? 'Pilihan ini tidak dapat dihitung.'} />
          )}
        </div>
      </div>
      <Flex align="baseline" justify="space-between" gap="1rem">
        <KeyHints
          hints={[
            listKeys.section('bagian berikut'),
            fieldKeys.choices('pilihan'),
            listKeys.cells('sel'),
            listKeys.open('buka orangnya'),
          ]}
        />
        {reading.data && <p className={styles.definition}>{formatDefinition(reading.data)}</p>}
      </Flex>
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

/** Empty table: suggests removing a filter, if there is one. */
function Nothing({ choice, onChange }: { choice: OwnReport; onChange: (choice: OwnReport) => void }) {
  const set = dimensionKeys.filter(key => (choice.filters[key]?.length ?? 0) > 0).at(-1)
  const title = `Tidak ada yang cocok pada ${periodName(choice.period)}.`
  if (set === undefined) return <EmptyState title={title}>Pilih periode yang lain.</EmptyState>
  const { [set]: _, ...others } = choice.filters
  return (
    <EmptyState
      title={title}
      actions={
        <ActionButton onAction={() => onChange({ ...choice, filters: others })}>
          Hapus saringan {dimensions[set].label}
        </ActionButton>
      }
    />
  )
}

/** Replaces choices that do not fit a new measure, for example rows that it cannot be divided by. */
function fitting(choice: OwnReport): OwnReport {
  const { measure } = choice
  const known = dimensionKeys.filter(key => divides(key, measure))
  const rows = known.includes(choice.rows) ? choice.rows : (known[0] ?? choice.rows)
  const columns = choice.columns !== null && known.includes(choice.columns) ? choice.columns : null
  const filters = Object.fromEntries(Object.entries(choice.filters).filter(([key]) => known.some(one => one === key)))
  return { ...choice, rows, columns, filters }
}
