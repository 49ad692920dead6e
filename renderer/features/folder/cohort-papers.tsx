import { IconEye, IconFiles, IconPackage } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { type PaperSize, paperSizes } from '../../../shared/features/centre/centre.ts'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import type { FolderRow } from '../../../shared/features/folder/contract.ts'
import { folderProgress, isComplete } from '../../../shared/features/folder/paper-state.ts'
import { isSheetOfDays, type PaperKey } from '../../../shared/features/paper/paper-key.ts'
import { shortDay } from '../../../shared/kernel/date-format.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { api } from '../../app/client.ts'
import { QueryBoundary } from '../../app/query-boundary.tsx'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { useKeys } from '../../ui/action/use-keys.ts'
import { Badge } from '../../ui/feedback/badge.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { ErrorNote } from '../../ui/feedback/error-note.tsx'
import { SwitchBar } from '../../ui/form/switch-bar.tsx'
import { formatClock } from '../../ui/page/moment-format.ts'
import { Panel } from '../../ui/page/panel.tsx'
import { type DataColumn, DataTable } from '../../ui/table/data-table.tsx'
import { FilterBar } from '../../ui/table/filter-bar.tsx'
import { CohortPage, WithCohort } from '../cohort/detail/cohort-page.tsx'
import { cohortPath } from '../cohort/detail/cohort-tabs.ts'
import { usePaperDialog } from '../paper/dialog/use-paper-dialog.tsx'
import { FileDialog } from '../paper/file-dialog.tsx'
import { provisionPath } from '../provision/provision-path.ts'
import { CohortFileBar } from './cohort-file-bar.tsx'
import { CohortFileDialog } from './cohort-file-dialog.tsx'
import styles from './cohort-papers.module.css'
import { PaperPane } from './paper-pane.tsx'
import {
  type FolderFilter,
  filterLabels,
  filterRows,
  folderFilters,
  stateLabels,
  stateTones,
} from './paper-state-labels.ts'
import { useCohortFile } from './use-cohort-file.ts'
import { useFolderActions } from './use-folder-actions.tsx'

interface CohortPapersProps {
  code: string
  /** Null for the size of the centre. */
  size: PaperSize | null
  /** Day of the daily sheet; null for all days. */
  day: number | null
  /** Opened at once: a link from elsewhere. */
  first: PaperKey | null
}

/** Berkas: the checklist of every paper of the class, from the first print to the last check, and all of them in one file. */
export function CohortPapers({ code, ...asked }: CohortPapersProps) {
  return (
    <WithCohort code={code} tab="papers" title="Berkas">
      {cohort => <Papers cohort={cohort} {...asked} />}
    </WithCohort>
  )
}

function Papers({ cohort, size, day, first }: Omit<CohortPapersProps, 'code'> & { cohort: Cohort }) {
  const { code } = cohort
  const router = useRouter()
  const folder = useQuery(api.folder.get.queryOptions({ input: { code } }))
  const centre = useQuery(api.centre.get.queryOptions({ input: {} }))
  const dialog = usePaperDialog(cohort, first)
  const actions = useFolderActions(code)
  const file = useCohortFile(code)
  const [asking, setAsking] = useState(false)
  const [filter, setFilter] = useState<FolderFilter>('all')
  const [text, setText] = useState('')
  const [currentKey, setCurrent] = useState<PaperKey | null>(null)
  const all = folder.data?.rows ?? []
  const shown = filterRows(all, filter, text)
  const current = shown.find(row => row.key === currentKey) ?? shown[0]
  const usedSize = size ?? centre.data?.centre.paperSize ?? null
  const { done, of } = folderProgress(all.map(row => row.state))
  const inFile = all.filter(row => row.state !== 'UNUSED' && row.waitsFor === null)

  function choose(next: PaperSize) {
    const search = new URLSearchParams({ ukuran: next, ...(day === null ? {} : { hari: String(day) }) })
    router.history.replace(`${cohortPath(code, 'papers')}?${search}`)
  }
  function open({ key, waitsFor }: FolderRow) {
    if (waitsFor !== null) return
    const own = day !== null && isSheetOfDays(key) ? { day } : {}
    dialog.open({ key, ...own, ...(size === null ? {} : { size }) })
  }
  useKeys([
    { keys: 'P', label: 'tandai diperiksa', run: () => current && actions.check(current) },
    { keys: 'K', label: 'kembalikan dengan catatan', run: () => current && actions.askReturn(current) },
    { keys: 'T', label: 'tidak dipakai', run: () => current && actions.askUnused(current) },
    { keys: 'Ctrl P', label: 'lihat dan cetak', run: () => current && open(current) },
    { keys: 'Ctrl Enter', label: 'buat satu PDF', run: () => !file.pending && setAsking(true) },
  ])

  return (
    <CohortPage
      cohort={cohort}
      tab="papers"
      title="Berkas"
      facts={folder.data && `${done} dari ${of} lengkap`}
      fixed
      sideWidth={300}
      side={current && <PaperPane row={current} {...actions.paneOf(current)} />}
      actions={
        <>
          <ActionButton icon={IconPackage} onAction={() => router.history.push(provisionPath(cohort.code))}>
            Perlengkapan
          </ActionButton>
          <SwitchBar
            label="Ukuran kertas"
            options={paperSizes.map(value => ({ value, label: value }))}
            value={usedSize}
            onChange={choose}
          />
          <ActionButton
            tone="primary"
            icon={IconFiles}
            keys="Ctrl Enter"
            pending={file.pending}
            onAction={() => setAsking(true)}
          >
            Buat satu PDF
          </ActionButton>
        </>
      }
    >
      <ErrorNote error={actions.error ?? file.error} />
      {file.pending && <CohortFileBar file={file} />}
      <FilterBar
        placeholder="Nama berkas"
        text={text}
        onText={setText}
        chips={folderFilters.map(value => ({
          value,
          label: filterLabels[value],
          count: filterRows(all, value, '').length,
        }))}
        chip={filter}
        onChip={setFilter}
      />
      <Panel flush fill label="Berkas kelas">
        <QueryBoundary query={folder} rows={9}>
          {() => (
            <DataTable
              label={`${shown.length} berkas`}
              rows={shown}
              columns={columnsOf(open)}
              rowKey={row => row.key}
              rowLabel={row => row.title}
              rowHeight={2.25}
              rowTone={toneOf}
              onOpen={open}
              current={current?.key ?? null}
              onCurrent={row => setCurrent(row.key)}
              autoFocus
              empty={<EmptyState title="Tidak ada berkas yang cocok." />}
            />
          )}
        </QueryBoundary>
      </Panel>
      {dialog.dialog}
      {actions.dialogs}
      {asking && (
        <CohortFileDialog
          papers={inFile.length}
          unsigned={inFile.filter(row => !isComplete(row.state)).length}
          first={folder.data?.scanPlace ?? 'INSTEAD'}
          onMake={place => {
            setAsking(false)
            void file.make(size, place)
          }}
          onClose={() => setAsking(false)}
        />
      )}
      {file.made && (
        <FileDialog
          title={`Berkas ${code}`}
          facts={`${file.made.pages} halaman`}
          query={{ data: file.made.file, error: null, refetch: () => {} }}
          warnings={file.made.warnings}
          onClose={file.close}
        />
      )}
    </CohortPage>
  )
}

function toneOf({ state }: FolderRow): 'err' | 'done' | undefined {
  if (state === 'RETURNED') return 'err'
  return state === 'UNUSED' ? 'done' : undefined
}

/** 'Jum 20 Des, 08.00'; the year stands beside the list. */
function formatPrinted(at: string): string {
  return `${shortDay(at.slice(0, 10) as PlainDate)}, ${formatClock(at)}`
}

function columnsOf(open: (row: FolderRow) => void): DataColumn<FolderRow>[] {
  return [
    {
      key: 'title',
      head: 'Berkas',
      names: true,
      cell: row => (
        <span className={styles.named}>
          <b className={styles.title}>{row.title}</b>
          <span className={styles.section}>{row.section}</span>
        </span>
      ),
    },
    {
      key: 'state',
      head: 'Keadaan',
      width: '9.25rem',
      cell: row => (
        <Badge tone={stateTones[row.state]} signed={row.state === 'CHECKED' || row.state === 'RETURNED'}>
          {stateLabels[row.state]}
        </Badge>
      ),
    },
    {
      key: 'printed',
      head: 'Dicetak',
      width: '13.5rem',
      cell: ({ printed, waitsFor }) =>
        printed ? (
          <span className={styles.printed}>
            {formatPrinted(printed.at)}
            {printed.changed.length > 0 && (
              <Badge tone="warn" signed>
                berubah
              </Badge>
            )}
          </span>
        ) : (
          <span className={styles.section}>{waitsFor ?? '–'}</span>
        ),
    },
    {
      key: 'acts',
      head: 'Tindakan',
      width: '6rem',
      align: 'end',
      cell: row => (
        <ActionButton
          size="xs"
          icon={IconEye}
          label={`Lihat ${row.title}`}
          refused={row.waitsFor ?? undefined}
          onAction={() => open(row)}
        >
          Lihat
        </ActionButton>
      ),
    },
  ]
}
