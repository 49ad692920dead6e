import { Drawer, Flex } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconFiles, IconPackage, IconPrinter, IconScan } from '@tabler/icons-react'
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
import { api, keepShown, useRead } from '../../app/client.ts'
import { cohortPath } from '../../app/cohort-path.ts'
import { type Action, primaryAction, useActions } from '../../ui/action/action.ts'
import { clearAction } from '../../ui/action/action-bar.tsx'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import { wideDrawer } from '../../ui/dialog/form-dialog.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { SwitchBar } from '../../ui/form/switch-bar.tsx'
import { CohortFrame, WithCohort } from '../cohort/cohort-frame.tsx'
import { usePaperDialog } from '../paper/use-paper-dialog.tsx'
import { provisionPath } from '../provision/provision-path.ts'
import { scansPath } from '../scan/scan-labels.ts'
import { ChosenPapersBar } from './chosen-papers-bar.tsx'
import { CohortFileBar, CohortFileDialogs } from './cohort-file-dialogs.tsx'
import styles from './cohort-papers.module.css'
import { FormDialog } from './form-dialog.tsx'
import { PaperPane } from './paper-pane.tsx'
import { folderFilters, type StandingRow } from './paper-states.ts'
import { PapersList } from './papers-list.tsx'
import { type PaperLine, PrintPapersDialog } from './print-papers-dialog.tsx'
import { useCohortFile } from './use-cohort-file.ts'
import { useFolderActions } from './use-folder-actions.tsx'
import { useShownPapers } from './use-shown-papers.ts'

interface CohortPapersProps {
  code: string
  /** Null: the paper size of the centre. */
  size: PaperSize | null
  /** Day of the daily sheet; null for all days. */
  day: number | null
  /** Opened at once, for links from other pages. */
  first: PaperKey | null
  /** Opens the dialog for one file at once. */
  together: boolean
}

/** Papers of a class by stage with their state, and all of them as one file. */
export function CohortPapers({ code, ...options }: CohortPapersProps) {
  const folder = useRead(api.folder.get, { code, all: false })
  return (
    <WithCohort code={code} tab="papers" title="Berkas" query={folder}>
      {cohort => <Papers key={code} cohort={cohort} {...options} />}
    </WithCohort>
  )
}

function Papers({ cohort, size, day, first, together }: Omit<CohortPapersProps, 'code'> & { cohort: Cohort }) {
  const { code } = cohort
  const router = useRouter()
  const [every, setEvery] = useState(false)
  const folder = useRead(api.folder.get, { code, all: every }, keepShown)
  const centre = useRead(api.centre.get, {})
  const dialog = usePaperDialog(cohort, first)
  const actions = useFolderActions(code)
  const file = useCohortFile(code)
  const [form, setForm] = useState<OfficeFormKey | null>(null)
  const [asking, setAsking] = useState<'file' | 'print' | null>(together ? 'file' : null)
  const [selected, setSelected] = useState<ReadonlySet<FiledKey>>(noKeys)
  const [shownBeside, setShownBeside] = useState(false)
  const narrow = useMediaQuery('(width < 1100px)') ?? false

  const papers = useShownPapers(cohort, folder.data?.rows ?? [])
  const { all, inFile, preview, acted } = papers
  const usedSize = size ?? centre.data?.centre.paperSize ?? null
  const scanPlace = folder.data?.scanPlace ?? 'INSTEAD'
  const chosen = inFile.filter(row => selected.has(row.key))
  /** The selected papers that wait for a print, or all selected ones. */
  const waiting = chosen.filter(row => all.find(one => one.row === row)?.standing.act.kind === 'print')

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
  function scan(row: FolderRow) {
    if (row.sheets) router.history.push(`${scansPath}?kelas=${code}`)
    else actions.chooseScan(row)
  }
  /** Enter on a row: its next action; if there is none, shows the paper. */
  function act({ row, standing }: StandingRow) {
    if (standing.act.kind === 'scan') return scan(row)
    if (standing.act.kind === 'check') return void actions.check(row)
    open(row)
  }
  const acts = acted ? actsOf(acted) : []
  function actsOf(one: StandingRow): Action[] {
    const print: Action = {
      label: one.standing.act.kind === 'print' ? one.standing.act.label : 'Cetak',
      hint: 'buka dan cetak',
      icon: IconPrinter,
      tone: one.standing.act.kind === 'print' ? 'primary' : 'secondary',
      refused: one.row.waitsFor ?? undefined,
      run: () => open(one.row),
    }
    const scanIt: Action = {
      label: 'Pindai',
      needs: 'paper.change',
      keys: 'S',
      icon: IconScan,
      run: () => scan(one.row),
    }
    const [check, ...others] = actions.verdictsOf(one.row)
    return one.standing.act.kind === 'check' ? [print, check, scanIt, ...others] : [print, scanIt, check, ...others]
  }
  const makeFile: Action = {
    label: 'Buat satu PDF',
    needs: 'paper.print',
    keys: 'Ctrl Enter',
    icon: IconFiles,
    tone: selected.size > 0 ? 'secondary' : 'primary',
    pending: file.pending,
    run: () => setAsking('file'),
  }
  const printChosen = primaryAction(
    'Ctrl P',
    `Cetak ${(waiting.length > 0 ? waiting : chosen).length} berkas`,
    () => setAsking('print'),
    {
      hint: 'cetak yang dipilih',
      icon: IconPrinter,
      refused: chosen.length === 0 ? 'Yang dipilih belum dapat dicetak.' : undefined,
    },
  )
  const clear = clearAction(() => setSelected(noKeys))
  useActions([
    ...acts,
    selected.size > 0 ? printChosen : { label: 'Buka dan cetak', keys: 'Ctrl P', run: () => acted && open(acted.row) },
    makeFile,
    { label: 'Cetak beberapa', keys: 'Alt C', run: () => setAsking('print') },
    ...folderFilters.map(({ value, label }, index) => ({
      label: `Saring: ${label}`,
      keys: String(index + 1),
      run: () => papers.filter.setFilter(value),
    })),
  ])
  const pane = preview && <PaperPane row={preview.row} size={size} acts={acts} {...actions.paneOf(preview.row)} />

  return (
    <CohortFrame
      cohort={cohort}
      tab="papers"
      title="Berkas"
      facts={folder.data && `${papers.done} dari ${papers.of} lengkap · ${papers.due} dapat dikerjakan sekarang`}
      fixed
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
          <ActionButton action={makeFile} />
        </>
      }
      bar={
        selected.size > 0 && (
          <ChosenPapersBar
            titles={all.filter(({ row }) => selected.has(row.key)).map(({ row }) => row.title)}
            clear={clear}
            print={printChosen}
            saving={file.pending}
            onSave={() => file.make(size, scanPlace, keysOf(chosen))}
          />
        )
      }
    >
      <ErrorNote error={actions.error ?? file.error} />
      {file.pending && <CohortFileBar file={file} />}
      <div className={styles.columns}>
        <Flex miw={0} mih={0} direction="column" gap="0.5625rem">
          <PapersList
            papers={papers}
            read={folder.data !== undefined}
            selected={selected}
            onSelected={setSelected}
            onAct={act}
            onShow={() => narrow && setShownBeside(true)}
          />
          <LinkAction size="small" onAction={() => setEvery(!every)}>
            {every ? 'Tampilkan yang diperlukan kelas ini saja' : 'Tampilkan juga berkas yang tidak diperlukan'}
          </LinkAction>
        </Flex>
        {!narrow && <div className={styles.beside}>{pane}</div>}
      </div>
      {narrow && shownBeside && preview && (
        <Drawer opened size={wideDrawer} title={preview.row.title} onClose={() => setShownBeside(false)}>
          <Flex h="calc(100vh - 7rem)">{pane}</Flex>
        </Drawer>
      )}
      {dialog.dialog}
      {form && <FormDialog cohort={cohort} form={form} onClose={() => setForm(null)} />}
      {actions.dialogs}
      {asking === 'print' && (
        <PrintPapersDialog
          code={code}
          rows={selected.size > 0 ? chosen : inFile}
          size={size}
          {...(selected.size > 0 ? { keys: keysOf(waiting.length > 0 ? waiting : chosen) } : {})}
          onClose={() => {
            setAsking(null)
            setSelected(noKeys)
          }}
        />
      )}
      <CohortFileDialogs
        {...{ code, size, file }}
        choosing={asking === 'file'}
        rows={inFile}
        first={scanPlace}
        onAnswered={() => setAsking(null)}
      />
    </CohortFrame>
  )
}

const keysOf = (rows: readonly PaperLine[]) => rows.map(row => row.key)

const noKeys: ReadonlySet<FiledKey> = new Set()
