import { Checkbox } from '@mantine/core'
import { IconColumns3, IconFileImport, IconFileSpreadsheet, IconListNumbers, IconUsers } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import {
  defaultExportColumns,
  type ExportColumn,
  exportColumnLabels,
  exportColumns,
} from '../../../../shared/features/trainee/export-columns.ts'
import { everybody, sortedBy, type TraineeFilter } from '../../../../shared/features/trainee/trainee-filter.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import { api, client } from '../../../app/client.ts'
import { ListPanel } from '../../../app/list/list-panel.tsx'
import { pageRoute } from '../../../app/root-route.tsx'
import { useAddressText } from '../../../app/use-address-text.ts'
import { useRemembered } from '../../../app/use-remembered.ts'
import type { Action } from '../../../ui/action/action.ts'
import { ActionBar } from '../../../ui/action/action-bar.tsx'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { LinkAction } from '../../../ui/action/link-action.tsx'
import { useActions } from '../../../ui/action/use-actions.ts'
import { ChoiceDialog } from '../../../ui/dialog/choice-dialog.tsx'
import { ErrorNote } from '../../../ui/feedback/error-note.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Page } from '../../../ui/page/page.tsx'
import type { RowKey } from '../../../ui/table/data-table.tsx'
import { FilterBar } from '../../../ui/table/filter-bar.tsx'
import type { SortOrder } from '../../../ui/table/sort-rows.ts'
import { DuplicatesButton } from './duplicates-button.tsx'
import { addressOf, filterOf, readListAddress, stateChips } from './list-filter.ts'
import { ListSelects } from './list-selects.tsx'
import { choosableColumns, traineeColumns } from './trainee-columns.tsx'
import { TraineeExportBar } from './trainee-export-bar.tsx'
import styles from './trainee-list.module.css'
import { useTraineeExport } from './use-trainee-export.ts'
import { useTrainees } from './use-trainees.ts'

export const traineeListRoute = pageRoute('/peserta', TraineeListPage, readListAddress)

type Asked = 'columns' | 'export' | 'exportChosen'

/** Everybody who is registered, however many: read as far as one looks. */
function TraineeListPage() {
  const router = useRouter()
  const navigate = useNavigate({ from: traineeListRoute.fullPath })
  const address = traineeListRoute.useSearch()
  const filter = filterOf(address)
  const show = (search: string, next: TraineeFilter) => navigate({ search: addressOf(search, next), replace: true })
  const [text, setText] = useAddressText(address.cari ?? '', next => show(next, filter))
  const [sorted, setSorted] = useState<SortOrder | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<RowKey>>(new Set())
  const [asked, setAsked] = useState<Asked | null>(null)
  const [fullNik, setFullNik] = useState(false)
  const [shownColumns, rememberShown] = useRemembered('kolom-peserta', z.array(z.enum(choosableColumns)), [
    ...choosableColumns,
  ])
  const [sentColumns, rememberSent] = useRemembered('ekspor-peserta', z.array(z.enum(exportColumns)).min(1), [
    ...defaultExportColumns,
  ])
  const order = { by: sortedBy.find(by => by === sorted?.column) ?? 'name', descending: sorted?.descending ?? false }
  const question = { search: text, filter, order }
  const trainees = useTrainees(question)
  const counts = useQuery({
    ...api.trainee.listCounts.queryOptions({ input: { search: text, filter } }),
    placeholderData: keepPreviousData,
  })
  const sending = useTraineeExport()
  const go = (path: string) => () => router.history.push(path)
  const add: Action = {
    label: 'Peserta baru',
    needs: 'trainee.change',
    keys: 'Alt B',
    tone: 'primary',
    run: go('/peserta/baru'),
  }
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
    // Who is no longer in the list must not be exported with it unseen.
    setChosen(new Set())
    return show(text, next)
  }
  function search(next: string) {
    setChosen(new Set())
    setText(next)
  }
  async function sendOut(columns: ExportColumn[]) {
    const ids = asked === 'exportChosen' ? ([...chosen] as TraineeId[]) : null
    rememberSent(columns)
    setAsked(null)
    setFullNik(false)
    await sending.run({ ...question, columns, fullNik: fullNik && columns.includes('nik'), ids })
  }
  const stateCounts = counts.data
  const all = stateCounts && Object.values(stateCounts).reduce((sum, count) => sum + count, 0)
  const sent = asked === 'exportChosen' ? chosen.size : (trainees.data?.total ?? 0)

  return (
    <Page
      fixed
      title="Peserta"
      facts={trainees.data && formatFact(trainees.data.total, text !== '' || isNarrowed(filter))}
      actions={
        <>
          <DuplicatesButton />
          <ActionButton action={select} />
          <ActionButton action={bringIn} />
          <ActionButton
            icon={IconFileSpreadsheet}
            refused={trainees.data?.total === 0 ? 'Tidak ada peserta di daftar ini.' : undefined}
            onAction={() => setAsked('export')}
          >
            Ekspor ke Excel
          </ActionButton>
          <ActionButton action={add} />
        </>
      }
      bar={
        chosen.size > 0 && (
          <ActionBar title={`${figure(chosen.size)} peserta dipilih`} onClear={() => setChosen(new Set())}>
            <ActionButton icon={IconFileSpreadsheet} onAction={() => setAsked('exportChosen')}>
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
        <ActionButton tone="quiet" size="sm" icon={IconColumns3} onAction={() => setAsked('columns')}>
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
        columns={traineeColumns.filter(({ key }) => !isChoosable(key) || shownColumns.some(shown => shown === key))}
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
      {asked === 'columns' && (
        <ChoiceDialog
          title="Kolom daftar"
          choices={traineeColumns.flatMap(({ key, head }) => (isChoosable(key) ? [{ value: key, label: head }] : []))}
          chosen={shownColumns}
          action="Pakai kolom ini"
          onAction={columns => {
            rememberShown(columns)
            setAsked(null)
          }}
          onCancel={() => setAsked(null)}
        />
      )}
      {(asked === 'export' || asked === 'exportChosen') && (
        <ChoiceDialog
          title="Kolom berkas Excel"
          choices={exportColumns.map(value => ({ value, label: exportColumnLabels[value] }))}
          chosen={sentColumns}
          action={`Ekspor ${figure(sent)} peserta`}
          onAction={sendOut}
          onCancel={() => {
            setAsked(null)
            setFullNik(false)
          }}
        >
          <Checkbox
            label="NIK lengkap"
            description="Tanpa ini tengah NIK disamarkan. Untuk diimpor kembali, NIK harus lengkap."
            checked={fullNik}
            onChange={event => setFullNik(event.currentTarget.checked)}
          />
          <p className={layout.words}>Ekspor ini dicatat: siapa, kapan, peserta mana, dan apakah NIK lengkap.</p>
        </ChoiceDialog>
      )}
    </Page>
  )

  function clear() {
    search('')
    void show('', everybody)
  }
}

function isChoosable(key: string): key is (typeof choosableColumns)[number] {
  return choosableColumns.some(column => column === key)
}

function isNarrowed(filter: TraineeFilter): boolean {
  return Object.values(filter).some(value => value !== null)
}

function formatFact(total: number, narrowed: boolean): string {
  return `${figure(total)} orang${narrowed ? ' cocok' : ''}`
}

function figure(count: number): string {
  return count.toLocaleString('id-ID')
}
