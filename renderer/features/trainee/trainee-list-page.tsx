import {
  IconColumns3,
  IconFileImport,
  IconFileSpreadsheet,
  IconListNumbers,
  IconUsers,
  IconUsersMinus,
} from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { createRoute, useNavigate, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import {
  defaultExportColumns,
  type ExportColumn,
  exportColumnLabels,
  exportColumns,
} from '../../../shared/features/trainee/export-columns.ts'
import { everybody, type TraineeFilter } from '../../../shared/features/trainee/trainee-filter.ts'
import type { TraineeId } from '../../../shared/ids.ts'
import { api, client } from '../../app/client.ts'
import { Reading } from '../../app/reading.tsx'
import { rootRoute } from '../../app/root-route.tsx'
import { useAddressText } from '../../app/use-address-text.ts'
import { useCommand } from '../../app/use-command.ts'
import { usePaperOutput } from '../../app/use-paper-output.ts'
import { useRemembered } from '../../app/use-remembered.ts'
import { ActBar } from '../../ui/act-bar.tsx'
import { ActButton } from '../../ui/act-button.tsx'
import { ChoiceDialog } from '../../ui/choice-dialog.tsx'
import { DataTable, type RowKey } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { LinkAct } from '../../ui/link-act.tsx'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { SortOrder } from '../../ui/sort-rows.ts'
import { useKeys } from '../../ui/use-keys.ts'
import { doublesPath } from './doubles-paths.ts'
import { addressOf, filterOf, readListAddress, stateChips } from './list-filter.ts'
import { ListSelects } from './list-selects.tsx'
import { choosableColumns, traineeColumns } from './trainee-columns.tsx'
import styles from './trainee-list.module.css'
import { useTrainees } from './use-trainees.ts'

export const traineeListRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/peserta',
  validateSearch: readListAddress,
  component: TraineeListPage,
})

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
  const [shownColumns, rememberShown] = useRemembered('kolom-peserta', z.array(z.enum(choosableColumns)), [
    ...choosableColumns,
  ])
  const [sentColumns, rememberSent] = useRemembered('ekspor-peserta', z.array(z.enum(exportColumns)).min(1), [
    ...defaultExportColumns,
  ])
  const order = {
    by: sorted?.column === 'birthDate' ? ('birthDate' as const) : ('name' as const),
    descending: sorted?.descending ?? false,
  }
  const question = { search: text, filter, order }
  const trainees = useTrainees(question)
  const counts = useQuery({
    ...api.trainee.listCounts.queryOptions({ input: { search: text, filter } }),
    placeholderData: keepPreviousData,
  })
  const output = usePaperOutput()
  const exportList = useCommand({
    call: (input: Parameters<typeof client.trainee.exportList>[0]) => client.trainee.exportList(input),
  })
  const add = () => router.history.push('/peserta/baru')
  const select = () => router.history.push('/seleksi')
  useKeys([
    { keys: 'Alt B', label: 'peserta baru', run: add },
    { keys: 'Alt S', label: 'seleksi', run: select },
  ])

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
    const exported = await exportList.run({ ...question, columns, ids })
    if (exported) await output.save.run({ name: exported.output.name, file: exported.output })
  }
  const problem = exportList.error ?? output.save.error
  const stateCounts = counts.data
  const all = stateCounts && Object.values(stateCounts).reduce((sum, count) => sum + count, 0)
  const sent = asked === 'exportChosen' ? chosen.size : (trainees.data?.total ?? 0)

  return (
    <Page
      fixed
      title="Peserta"
      facts={trainees.data && factWords(trainees.data.total, text !== '' || isNarrowed(filter))}
      actions={
        <>
          <DoublesButton />
          <ActButton icon={IconListNumbers} keys="Alt S" onAct={select}>
            Seleksi
          </ActButton>
          <ActButton icon={IconFileImport} onAct={() => router.history.push('/peserta/impor')}>
            Impor Excel
          </ActButton>
          <ActButton
            icon={IconFileSpreadsheet}
            refused={trainees.data?.total === 0 ? 'Tidak ada peserta di daftar ini.' : undefined}
            onAct={() => setAsked('export')}
          >
            Ekspor ke Excel
          </ActButton>
          <ActButton tone="primary" keys="Alt B" onAct={add}>
            Peserta baru
          </ActButton>
        </>
      }
      bar={
        chosen.size > 0 && (
          <ActBar title={`${figure(chosen.size)} peserta dipilih`} onClear={() => setChosen(new Set())}>
            <ActButton icon={IconFileSpreadsheet} onAct={() => setAsked('exportChosen')}>
              Ekspor yang dipilih
            </ActButton>
          </ActBar>
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
        {isNarrowed(filter) && <LinkAct onAct={() => narrow(everybody)}>Hapus saringan</LinkAct>}
        <ActButton tone="quiet" size="sm" icon={IconColumns3} onAct={() => setAsked('columns')}>
          Kolom
        </ActButton>
      </div>
      {problem !== null && (
        <Note tone="err" live>
          {problem}
        </Note>
      )}
      <Panel flush fill label="Daftar peserta">
        <Reading query={trainees} rows={12}>
          {({ rows, total }) => (
            <DataTable
              label={`${total} peserta`}
              rows={rows}
              columns={traineeColumns.filter(
                ({ key }) => !isChoosable(key) || shownColumns.some(shown => shown === key),
              )}
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
              empty={<NoTrainees search={text} narrowed={isNarrowed(filter)} onClear={clear} />}
            />
          )}
        </Reading>
      </Panel>
      {asked === 'columns' && (
        <ChoiceDialog
          title="Kolom daftar"
          choices={traineeColumns.flatMap(({ key, head }) => (isChoosable(key) ? [{ value: key, label: head }] : []))}
          chosen={shownColumns}
          act="Pakai kolom ini"
          onAct={columns => {
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
          act={`Ekspor ${figure(sent)} peserta`}
          onAct={sendOut}
          onCancel={() => setAsked(null)}
        >
          <p className={styles.notice}>NIK ditulis lengkap. Ekspor ini dicatat: siapa, kapan, dan peserta mana.</p>
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

/** The way to those who may be registered twice, with how many pairs wait. */
function DoublesButton() {
  const router = useRouter()
  const { data } = useQuery(api.double.counts.queryOptions({ input: {} }))
  const open = () => router.history.push(doublesPath)
  useKeys([{ keys: 'Alt G', label: 'peserta ganda', run: open }])
  return (
    <ActButton icon={IconUsersMinus} onAct={open}>
      {data && data.likely > 0 ? `Ganda ${data.likely.toLocaleString('id-ID')}` : 'Ganda'}
    </ActButton>
  )
}

function NoTrainees({ search, narrowed, onClear }: { search: string; narrowed: boolean; onClear: () => void }) {
  const router = useRouter()
  if (search !== '')
    return (
      <EmptyState title={`Tidak ada peserta “${search}”.`}>
        Periksa ejaannya, atau <LinkAct onAct={onClear}>tampilkan semua peserta</LinkAct>.
      </EmptyState>
    )
  if (narrowed)
    return (
      <EmptyState title="Tidak ada peserta yang cocok.">
        <LinkAct onAct={onClear}>Tampilkan semua peserta</LinkAct>
      </EmptyState>
    )
  return (
    <EmptyState
      icon={IconUsers}
      title="Belum ada peserta."
      acts={
        <>
          <ActButton tone="primary" onAct={() => router.history.push('/peserta/baru')}>
            Peserta baru
          </ActButton>
          <ActButton onAct={() => router.history.push('/peserta/impor')}>Impor Excel</ActButton>
        </>
      }
    >
      Daftarkan satu per satu, atau ambil dari berkas Excel kelurahan.
    </EmptyState>
  )
}

function factWords(total: number, narrowed: boolean): string {
  return `${figure(total)} orang${narrowed ? ' cocok' : ''}`
}

function figure(count: number): string {
  return count.toLocaleString('id-ID')
}
