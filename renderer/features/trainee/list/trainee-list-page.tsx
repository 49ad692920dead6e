import { IconColumns3, IconFileImport, IconFileSpreadsheet, IconListNumbers, IconUsers } from '@tabler/icons-react'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { everybody, sortedBy, type TraineeFilter } from '../../../../shared/features/trainee/trainee-filter.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import { api, client, keepShown, useRead } from '../../../app/client.ts'
import { ListPanel } from '../../../app/list/list-panel.tsx'
import { pageRoute } from '../../../app/root-route.tsx'
import { useAddressText } from '../../../app/use-address-text.ts'
import { type Action, useActions } from '../../../ui/action/action.ts'
import { ActionBar } from '../../../ui/action/action-bar.tsx'
import { ActionButton, LinkAction } from '../../../ui/action/action-button.tsx'
import { excelAction } from '../../../ui/action/excel-action.ts'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { Joined } from '../../../ui/page/joined.tsx'
import { Page } from '../../../ui/page/page.tsx'
import type { RowKey } from '../../../ui/table/data-table.tsx'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import type { SortOrder } from '../../../ui/table/sort-rows.ts'
import { newTraineeAction } from '../new-trainee-action.ts'
import { ColumnsDialog, useShownColumns, visibleColumns } from './columns-dialog.tsx'
import { ExportDialog, formatCount } from './export-dialog.tsx'
import { addressOf, filterOf, readListAddress, stateChips } from './list-filter.ts'
import { ListSelects } from './list-selects.tsx'
import { TraineeExportBar } from './trainee-export-bar.tsx'
import styles from './trainee-list.module.css'
import { useDuplicates } from './use-duplicates.ts'
import { useTraineeExport } from './use-trainee-export.ts'
import { useTrainees } from './use-trainees.ts'

export const traineeListRoute = pageRoute('/peserta', TraineeListPage, readListAddress)

type OpenDialog = 'columns' | 'export' | 'exportChosen'

/** All registered people; only the visible part of the list is read. */
function TraineeListPage() {
  const router = useRouter()
  const navigate = useNavigate({ from: traineeListRoute.fullPath })
  const address = traineeListRoute.useSearch()
  const filter = filterOf(address)
  const show = (search: string, next: TraineeFilter) => navigate({ search: addressOf(search, next), replace: true })
  const [text, setText] = useAddressText(address.cari ?? '', next => show(next, filter))
  const [sorted, setSorted] = useState<SortOrder | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<RowKey>>(new Set())
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const [shownColumns, rememberShown] = useShownColumns()
  const order = { by: sortedBy.find(by => by === sorted?.column) ?? 'name', descending: sorted?.descending ?? false }
  const question = { search: text, filter, order }
  const trainees = useTrainees(question)
  const counts = useRead(api.trainee.listCounts, { search: text, filter }, keepShown)
  const sending = useTraineeExport()
  const duplicates = useDuplicates()
  const go = (path: string) => () => router.history.push(path)
  const add: Action = { ...newTraineeAction(router), tone: 'primary' }
  const select: Action = {
    label: 'Seleksi',
    needs: 'selection.see',
    keys: 'Alt S',
    icon: IconListNumbers,
    run: go('/seleksi'),
  }
  const bringIn: Action = {
    label: 'Impor Excel',
    needs: 'trainee.change',
    icon: IconFileImport,
    run: go('/peserta/impor'),
  }
  useActions([add, select])

  function narrow(next: TraineeFilter) {
    // The selection is cleared, so that nobody is exported who is no longer in the list.
    setChosen(new Set())
    return show(text, next)
  }
  function search(next: string) {
    setChosen(new Set())
    setText(next)
  }
  const stateCounts = counts.data
  const all = stateCounts && Object.values(stateCounts).reduce((sum, count) => sum + count, 0)
  const ids = dialog === 'exportChosen' ? ([...chosen] as TraineeId[]) : null

  return (
    <Page
      fixed
      title="Peserta"
      facts={
        trainees.data && (
          <Joined
            parts={[
              text !== '' || isNarrowed(filter) ? (
                `${formatCount(trainees.data.total)} orang cocok`
              ) : (
                <LinkAction key="all" size="small" path="/peserta">
                  {formatCount(trainees.data.total)} orang
                </LinkAction>
              ),
              duplicates.likely > 0 && (
                <LinkAction key="double" size="small" path="/peserta/ganda">
                  {formatCount(duplicates.likely)} data ganda
                </LinkAction>
              ),
            ]}
          />
        )
      }
      more={[duplicates.open, select]}
      actions={
        <>
          <ActionButton action={bringIn} />
          <ActionButton
            action={excelAction(() => setDialog('export'), {
              refused: trainees.data?.total === 0 ? 'Tidak ada peserta di daftar ini.' : undefined,
            })}
          />
          <ActionButton action={add} />
        </>
      }
      bar={
        chosen.size > 0 && (
          <ActionBar title={`${formatCount(chosen.size)} peserta dipilih`} onClear={() => setChosen(new Set())}>
            <ActionButton icon={IconFileSpreadsheet} onAction={() => setDialog('exportChosen')}>
              Ekspor yang dipilih
            </ActionButton>
          </ActionBar>
        )
      }
    >
      <FilterBar
        placeholder="Nama, NIK atau No. HP"
        text={text}
        onText={search}
        autoFocus
        chips={stateChips
          .map(({ value, label }) => ({ value, label, count: (value === 'all' ? all : stateCounts?.[value]) ?? 0 }))
          .filter(({ value, count }) => count > 0 || value === 'all' || value === filter.state)}
        chip={filter.state ?? 'all'}
        onChip={value => narrow({ ...filter, state: value === 'all' ? null : value })}
      />
      <div className={styles.selects}>
        <ListSelects filter={filter} onFilter={narrow} />
        {isNarrowed(filter) && <LinkAction onAction={() => narrow(everybody)}>Hapus saringan</LinkAction>}
        <ActionButton tone="quiet" size="sm" icon={IconColumns3} onAction={() => setDialog('columns')}>
          Kolom
        </ActionButton>
      </div>
      <TraineeExportBar sending={sending} />
      <ErrorNote error={sending.error} />
      <ListPanel
        name="Daftar peserta"
        unit="peserta"
        query={trainees}
        bars={12}
        rows={trainees.data?.rows ?? []}
        columns={visibleColumns(shownColumns)}
        rowKey={row => row.id}
        rowLabel={row => row.name}
        selected={chosen}
        onSelect={setChosen}
        far={{
          onShown: trainees.onShown,
          order: sorted,
          onOrder: setSorted,
          keysBetween: async (first, last) => (await client.trainee.listIds(question)).slice(first, last + 1),
        }}
        onOpen={row => router.history.push(`/peserta/${row.id}`)}
        empty={
          text === ''
            ? {
                icon: IconUsers,
                title: 'Belum ada peserta.',
                children: 'Daftarkan satu per satu, atau ambil dari berkas Excel kelurahan.',
                actions: [add, bringIn].map(action => <ActionButton key={action.label} action={action} />),
              }
            : {
                title: `Tidak ada peserta “${text}”.`,
                children: (
                  <>
                    Periksa ejaannya, atau <LinkAction onAction={clear}>tampilkan semua peserta</LinkAction>.
                  </>
                ),
              }
        }
        unmatched={
          text === '' &&
          isNarrowed(filter) && {
            title: 'Tidak ada peserta yang cocok.',
            showAll: 'Tampilkan semua peserta',
            onShowAll: clear,
          }
        }
      />
      {dialog === 'columns' && (
        <ColumnsDialog shown={shownColumns} onChange={rememberShown} onClose={() => setDialog(null)} />
      )}
      {(dialog === 'export' || dialog === 'exportChosen') && (
        <ExportDialog
          count={ids?.length ?? trainees.data?.total ?? 0}
          onExport={(columns, fullNik) => sending.run({ ...question, columns, fullNik, ids })}
          onClose={() => setDialog(null)}
        />
      )}
    </Page>
  )

  function clear() {
    search('')
    void show('', everybody)
  }
}

function isNarrowed(filter: TraineeFilter): boolean {
  return Object.values(filter).some(value => value !== null)
}
