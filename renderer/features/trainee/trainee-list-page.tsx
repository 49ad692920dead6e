import { IconFileImport, IconFileSpreadsheet, IconUsers, IconUsersMinus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createRoute, useNavigate, useRouter } from '@tanstack/react-router'
import type { TraineeRow } from '../../../shared/features/trainee/contract.ts'
import { showPhone } from '../../../shared/features/trainee/phone.ts'
import { shortDate } from '../../../shared/kernel/date-words.ts'
import { yearOf } from '../../../shared/kernel/plain-date.ts'
import { api } from '../../app/client.ts'
import { Reading } from '../../app/reading.tsx'
import { rootRoute } from '../../app/root-route.tsx'
import { useAddressText } from '../../app/use-address-text.ts'
import { useCommand } from '../../app/use-command.ts'
import { usePaperOutput } from '../../app/use-paper-output.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar } from '../../ui/filter-bar.tsx'
import { LinkAct } from '../../ui/link-act.tsx'
import { Note } from '../../ui/note.tsx'
import { OneLine } from '../../ui/one-line.tsx'
import { Page } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PathLink } from '../../ui/path-link.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { classPath } from '../cohort/class-tabs.ts'
import { doublesPath } from './doubles-paths.ts'
import styles from './trainee-list.module.css'
import { traineeStateWords } from './trainee-state-words.ts'
import { useTrainees } from './use-trainees.ts'

export const traineeListRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/peserta',
  // The router reads '?cari=3671' as a number.
  validateSearch: (search: Record<string, unknown>): { cari?: string } =>
    search.cari === undefined || search.cari === '' ? {} : { cari: String(search.cari) },
  component: TraineeListPage,
})

/** Everybody who is registered. */
function TraineeListPage() {
  const router = useRouter()
  const navigate = useNavigate({ from: traineeListRoute.fullPath })
  const { cari = '' } = traineeListRoute.useSearch()
  const [text, setText] = useAddressText(cari, next =>
    navigate({ search: next === '' ? {} : { cari: next }, replace: true }),
  )
  const trainees = useTrainees(text)
  const output = usePaperOutput()
  const exportList = useCommand({ call: (search: string) => api.trainee.exportList.call({ search }) })
  const add = () => router.history.push('/peserta/baru')
  useKeys([{ keys: 'Alt B', label: 'peserta baru', run: add }])

  async function sendOut() {
    const exported = await exportList.run(text)
    if (exported) await output.save.run({ name: exported.output.name, file: exported.output })
  }
  const problem = exportList.error ?? output.save.error

  return (
    <Page
      fixed
      title="Peserta"
      facts={trainees.data && factWords(trainees.data.total, text)}
      actions={
        <>
          <DoublesButton />
          <ActButton icon={IconFileImport} onAct={() => router.history.push('/peserta/impor')}>
            Impor Excel
          </ActButton>
          <ActButton icon={IconFileSpreadsheet} onAct={sendOut}>
            Ekspor ke Excel
          </ActButton>
          <ActButton tone="primary" keys="Alt B" onAct={add}>
            Peserta baru
          </ActButton>
        </>
      }
    >
      <FilterBar placeholder="Nama, NIK atau No. HP" text={text} onText={setText} autoFocus />
      {problem !== null && (
        <Note tone="err" live>
          {problem}
        </Note>
      )}
      <Panel flush fill label="Daftar peserta">
        <Reading query={trainees} rows={12}>
          {({ rows }) => (
            <DataTable
              label={`${rows.length} peserta`}
              rows={rows}
              columns={columns}
              rowKey={row => row.id}
              rowLabel={row => row.name}
              onOpen={row => router.history.push(`/peserta/${row.id}`)}
              empty={<NoTrainees search={text} onClear={() => setText('')} />}
            />
          )}
        </Reading>
      </Panel>
    </Page>
  )
}

const columns: DataColumn<TraineeRow>[] = [
  { key: 'name', head: 'Nama', names: true, cell: row => <OneLine text={row.name} />, sort: row => row.name },
  { key: 'nik', head: 'NIK', width: '10rem', cell: row => <span className={styles.nik}>{row.maskedNik}</span> },
  { key: 'sex', head: 'L/P', width: '3.5rem', cell: row => row.sex, sort: row => row.sex },
  {
    key: 'born',
    head: 'Tanggal lahir',
    width: '7.5rem',
    cell: row => `${shortDate(row.birthDate)} ${yearOf(row.birthDate)}`,
    sort: row => row.birthDate,
  },
  {
    key: 'village',
    head: 'Kelurahan',
    cell: row => <OneLine text={row.village ?? '–'} width="narrow" />,
    sort: row => row.village,
  },
  {
    key: 'district',
    head: 'Kecamatan',
    cell: row => <OneLine text={row.district ?? '–'} width="narrow" />,
    sort: row => row.district,
  },
  {
    key: 'phone',
    head: 'No. HP',
    width: '9rem',
    cell: row => <OneLine text={row.phone === '' ? '–' : showPhone(row.phone)} width="narrow" />,
  },
  {
    key: 'cohort',
    head: 'Kelas terakhir',
    cell: row =>
      row.cohort && (
        <span className={styles.cohort}>
          <PathLink path={classPath(row.cohort.code)} tabIndex={-1}>
            {row.cohort.title}
          </PathLink>
          {row.cohort.status !== 'enrolled' && (
            <span className={styles.state}>{traineeStateWords(row.cohort.status)}</span>
          )}
        </span>
      ),
    sort: row => row.cohort?.title ?? null,
  },
]

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

function NoTrainees({ search, onClear }: { search: string; onClear: () => void }) {
  const router = useRouter()
  if (search !== '')
    return (
      <EmptyState title={`Tidak ada peserta “${search}”.`}>
        Periksa ejaannya, atau <LinkAct onAct={onClear}>tampilkan semua peserta</LinkAct>.
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

function factWords(total: number, search: string): string {
  return `${total.toLocaleString('id-ID')} orang${search === '' ? '' : ' cocok'}`
}
