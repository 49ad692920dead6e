import { Flex, Progress } from '@mantine/core'
import { IconFiles, IconPackage, IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import {
  type FiledKey,
  isOfficeForm,
  isSheetOfDays,
  type OfficeFormKey,
  type PaperKey,
} from '../../../shared/facts/paper-key.ts'
import { type PaperSize, paperSizes } from '../../../shared/features/centre/centre.ts'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import type { FolderRow } from '../../../shared/features/folder/contract.ts'
import { folderProgress, isComplete } from '../../../shared/features/folder/paper-state.ts'
import { api } from '../../app/client.ts'
import { cohortPath } from '../../app/cohort-path.ts'
import { FileDialog } from '../../app/file/file-dialog.tsx'
import { ListPanel } from '../../app/list/list-panel.tsx'
import { useSession } from '../../app/session.tsx'
import type { Action } from '../../ui/action/action.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { LinkAction } from '../../ui/action/link-action.tsx'
import { useActions } from '../../ui/action/use-actions.ts'
import { ErrorNote } from '../../ui/feedback/error-note.tsx'
import { SwitchBar } from '../../ui/form/switch-bar.tsx'
import layout from '../../ui/page/layout.module.css'
import { FilterBar } from '../../ui/table/filter-bar.tsx'
import { CohortFrame, WithCohort } from '../cohort/cohort-frame.tsx'
import { usePaperDialog } from '../paper/use-paper-dialog.tsx'
import { provisionPath } from '../provision/provision-path.ts'
import { CohortFileDialog } from './cohort-file-dialog.tsx'
import { FormDialog } from './form-dialog.tsx'
import { paperColumns, rowTone } from './paper-columns.tsx'
import { PaperPane } from './paper-pane.tsx'
import { type FolderFilter, filterRows, folderFilters } from './paper-states.ts'
import { type PaperLine, PrintPapersDialog } from './print-papers-dialog.tsx'
import { type CohortFile, useCohortFile } from './use-cohort-file.ts'
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
  const [every, setEvery] = useState(false)
  const folder = useQuery(api.folder.get.queryOptions({ input: { code, all: every } }))
  const centre = useQuery(api.centre.get.queryOptions({ input: {} }))
  const dialog = usePaperDialog(cohort, first)
  const actions = useFolderActions(code)
  const file = useCohortFile(code)
  const [form, setForm] = useState<OfficeFormKey | null>(null)
  const [asking, setAsking] = useState<'file' | 'print' | null>(null)
  const { capabilities } = useSession()
  const [filter, setFilter] = useState<FolderFilter>('all')
  const [text, setText] = useState('')
  const [currentKey, setCurrent] = useState<FiledKey | null>(null)
  const all = folder.data?.rows ?? []
  const shown = filterRows(all, filter, text)
  const current = shown.find(row => row.key === currentKey) ?? shown[0]
  const usedSize = size ?? centre.data?.centre.paperSize ?? null
  const { done, of } = folderProgress(all.filter(row => row.needed).map(row => row.state))
  const inFile = all.filter(
    (row): row is PaperLine => row.needed && row.state !== 'UNUSED' && row.waitsFor === null && !isOfficeForm(row.key),
  )

  function choose(next: PaperSize) {
    const search = new URLSearchParams({ ukuran: next, ...(day === null ? {} : { hari: String(day) }) })
    router.history.replace(`${cohortPath(code, 'papers')}?${search}`)
  }
  function open({ key, waitsFor }: FolderRow) {
    if (waitsFor !== null) return
    if (isOfficeForm(key)) return setForm(key)
    const own = day !== null && isSheetOfDays(key) ? { day } : {}
    dialog.open({ key, ...own, ...(size === null ? {} : { size }) })
  }
  const verdicts = current ? actions.verdictsOf(current) : []
  const makeFile: Action = {
    label: 'Buat satu PDF',
    keys: 'Ctrl Enter',
    icon: IconFiles,
    tone: 'primary',
    pending: file.pending,
    run: () => setAsking('file'),
  }
  // In a browser each job has the dialog of the browser, so there is nothing to send one after another.
  const printMany: Action | false = capabilities.print === 'system' && {
    label: 'Cetak beberapa',
    keys: 'Alt C',
    icon: IconPrinter,
    run: () => setAsking('print'),
  }
  useActions([
    ...verdicts,
    { label: 'Lihat dan cetak', keys: 'Ctrl P', run: () => current && open(current) },
    makeFile,
    printMany,
  ])

  return (
    <CohortFrame
      cohort={cohort}
      tab="papers"
      title="Berkas"
      facts={folder.data && `${done} dari ${of} lengkap`}
      fixed
      sideWidth={300}
      side={current && <PaperPane row={current} verdicts={verdicts} {...actions.paneOf(current)} />}
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
          {printMany && <ActionButton action={printMany} />}
          <ActionButton action={makeFile} />
        </>
      }
    >
      <ErrorNote error={actions.error ?? file.error} />
      {file.pending && <CohortFileBar file={file} />}
      <FilterBar
        placeholder="Nama berkas"
        text={text}
        onText={setText}
        chips={folderFilters.map(({ value, label }) => ({ value, label, count: filterRows(all, value, '').length }))}
        chip={filter}
        onChip={setFilter}
      />
      <LinkAction size="small" onAction={() => setEvery(!every)}>
        {every ? 'Tampilkan yang diperlukan kelas ini saja' : 'Tampilkan juga berkas yang tidak diperlukan'}
      </LinkAction>
      <ListPanel
        name="Berkas kelas"
        query={folder}
        bars={9}
        unit="berkas"
        rows={shown}
        columns={paperColumns(open)}
        rowKey={row => row.key}
        rowLabel={row => row.title}
        rowHeight={2.25}
        rowTone={rowTone}
        onOpen={open}
        current={current?.key ?? null}
        onCurrent={row => setCurrent(row.key)}
        autoFocus
        empty={{ title: 'Tidak ada berkas yang cocok.' }}
      />
      {dialog.dialog}
      {form && <FormDialog cohort={cohort} form={form} onClose={() => setForm(null)} />}
      {actions.dialogs}
      {asking === 'print' && <PrintPapersDialog code={code} rows={inFile} onClose={() => setAsking(null)} />}
      {asking === 'file' && (
        <CohortFileDialog
          papers={inFile.length}
          unsigned={inFile.filter(row => !isComplete(row.state)).length}
          first={folder.data?.scanPlace ?? 'INSTEAD'}
          onMake={place => {
            setAsking(null)
            void file.make(size, place)
          }}
          onClose={() => setAsking(null)}
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
    </CohortFrame>
  )
}

/** "12 dari 32 berkas", and the way out that leaves nothing behind. */
function CohortFileBar({ file }: { file: CohortFile }) {
  const { done = 0, total = 1 } = file.progress ?? {}
  return (
    <Flex align="center" gap="0.75rem" fz="0.8125rem">
      <Progress value={(done / total) * 100} size={6} className={layout.grows ?? ''} aria-label="Membuat satu PDF" />
      <span>{file.progress ? `${done} dari ${total} berkas` : 'Menyiapkan'}</span>
      <ActionButton size="xs" onAction={file.cancel}>
        Batal
      </ActionButton>
    </Flex>
  )
}
