import { IconUsers } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { PlacedPerson } from '../../../shared/features/activity/contract.ts'
import { type FundingSource, fundingSourceName } from '../../../shared/features/activity/funding-source.ts'
import { showPhone } from '../../../shared/features/trainee/phone.ts'
import { activityId } from '../../../shared/ids.ts'
import { yearOf } from '../../../shared/kernel/plain-date.ts'
import { api, useRead, useToday } from '../../app/client.ts'
import { cohortPath } from '../../app/cohort-path.ts'
import { exportedTable, type TableExport } from '../../app/file/use-export.ts'
import { ListPage } from '../../app/list/list-page.tsx'
import { withSearch } from '../../app/list/with-search.ts'
import { pageRoute } from '../../app/root-route.tsx'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { OneLine } from '../../ui/page/one-line.tsx'
import { PathLink } from '../../ui/page/path-link.tsx'
import type { DataColumn } from '../../ui/table/data-table.tsx'
import { fitsWords } from '../../ui/table/fits-words.ts'
import { spellNumber } from './activity-columns.tsx'
import { activitiesPath, boardPath, boardPeoplePath, readActivitySearch } from './activity-paths.ts'

type Search = { tahun?: number; sumber?: FundingSource; kegiatan?: number; kelurahan?: string; calon?: 1 }

export const boardPeopleRoute = pageRoute(
  boardPeoplePath,
  BoardPeoplePage,
  (search: Record<string, unknown>): Search => ({
    ...readActivitySearch(search),
    ...(activityId.safeParse(Number(search.kegiatan)).success ? { kegiatan: Number(search.kegiatan) } : {}),
    ...(/^\d{10}$/.test(String(search.kelurahan)) ? { kelurahan: String(search.kelurahan) } : {}),
    ...(Number(search.calon) === 1 ? { calon: 1 as const } : {}),
  }),
)

/** The people behind a figure of the board, or candidates of a kelurahan without anybody placed. */
function BoardPeoplePage() {
  const router = useRouter()
  const today = useToday()
  const { tahun: year = yearOf(today), sumber, kegiatan, kelurahan, calon } = boardPeopleRoute.useSearch()
  const candidates = calon === 1 && kelurahan !== undefined
  const fundingSource = sumber ?? null
  const [text, setText] = useState('')
  const board = useRead(api.activity.board, { year, fundingSource })
  const placed = useRead(
    api.activity.people,
    {
      year,
      fundingSource,
      activityId: kegiatan === undefined ? null : activityId.parse(kegiatan),
      village: kelurahan ?? null,
    },
    { enabled: !candidates },
  )
  const waiting = useRead(
    api.activity.candidates,
    { year, village: kelurahan ?? '0000000000' },
    { enabled: candidates },
  )
  const reading = candidates ? waiting : placed
  const rows = (reading.data ?? []).filter(row =>
    fitsWords(text, row.name, row.cohort?.title, row.cohort?.code, row.village, row.district),
  )
  const activity = board.data?.activities.find(one => one.id === kegiatan)
  const district = board.data?.districts.find(one => one.villages.some(village => village.code === kelurahan))
  const village = district?.villages.find(one => one.code === kelurahan)
  const place = village && district ? `Kel. ${village.name}, Kec. ${district.name}` : board.data?.regency.name

  return (
    <ListPage
      title={candidates ? 'Calon peserta' : 'Peserta kegiatan'}
      crumbs={[
        { label: 'Kegiatan & Dana', path: withSearch(activitiesPath, { tahun: year, sumber }) },
        { label: `Papan sebaran ${year}`, path: withSearch(boardPath, { tahun: year, sumber }) },
      ]}
      facts={[
        place,
        activity && `${spellNumber(activity.number)} ${activity.title}`,
        sumber && fundingSourceName(sumber),
        reading.data && `${reading.data.length} orang`,
      ]
        .filter(Boolean)
        .join(' · ')}
      exported={() => exportOf(rows, candidates)}
      filter={{ placeholder: 'Nama, kelas, kelurahan', text, onText: setText }}
      list={{
        name: candidates ? 'Daftar calon peserta' : 'Daftar peserta kegiatan',
        unit: 'orang',
        query: reading,
        bars: 12,
        rows,
        columns: candidates ? personColumns : [...personColumns, ...placeColumns],
        rowKey: row => `${row.traineeId} ${row.cohort?.code ?? ''}`,
        rowLabel: row => row.name,
        onOpen: row => router.history.push(`/peserta/${row.traineeId}`),
        empty: {
          icon: IconUsers,
          title: candidates ? 'Belum ada calon dari kelurahan ini.' : 'Belum ada peserta di sini.',
          children: candidates
            ? 'Calon adalah orang terdaftar yang belum ikut kegiatan tahun ini.'
            : 'Peserta dihitung setelah kelasnya masuk kegiatan.',
          actions: (
            <LinkAction needs="trainee.change" path="/peserta/baru">
              Peserta baru
            </LinkAction>
          ),
        },
        unmatched: reading.data?.length !== 0 && {
          title: 'Tidak ada orang yang cocok.',
          showAll: 'Tampilkan semua',
          onShowAll: () => setText(''),
        },
      }}
    />
  )
}

const personColumns: DataColumn<PlacedPerson>[] = [
  { head: 'Nama', names: true, cell: row => <OneLine text={row.name} />, sort: row => row.name },
  { head: 'NIK', width: '10rem', cell: row => row.maskedNik },
  { head: 'L/P', width: '4rem', cell: row => row.sex, sort: row => row.sex },
  { head: 'Kelurahan', cell: row => row.village ?? '–', sort: row => row.village },
  { head: 'Kecamatan', spare: true, cell: row => row.district ?? '–', sort: row => row.district },
  { head: 'No HP', cell: row => (row.phone === '' ? '–' : showPhone(row.phone)) },
]

const placeColumns: DataColumn<PlacedPerson>[] = [
  {
    head: 'Kelas',
    cell: row =>
      row.cohort === null ? (
        '–'
      ) : (
        <PathLink path={cohortPath(row.cohort.code)} tabIndex={-1}>
          {row.cohort.title}
        </PathLink>
      ),
    sort: row => row.cohort?.title ?? null,
  },
  {
    head: 'Kegiatan',
    spare: true,
    cell: row => <OneLine text={formatActivity(row) || '–'} width="narrow" />,
    sort: row => row.activity?.number ?? null,
  },
]

/** All cells are text. The NIK stays masked: the list is for finding people, not for passing on. */
function exportOf(rows: readonly PlacedPerson[], candidates: boolean): TableExport {
  return exportedTable(candidates ? 'calon-peserta' : 'peserta-kegiatan', rows, [
    ['No', (_, index) => String(index + 1)],
    ['Nama', row => row.name],
    ['NIK', row => row.maskedNik],
    ['L/P', row => row.sex],
    ['Kelurahan', row => row.village ?? ''],
    ['Kecamatan', row => row.district ?? ''],
    ['No HP', row => (row.phone === '' ? '' : showPhone(row.phone))],
    ['Kelas', row => row.cohort?.title ?? ''],
    ['Kode kelas', row => row.cohort?.code ?? ''],
    ['Kegiatan', formatActivity],
  ])
}

function formatActivity({ activity }: PlacedPerson): string {
  return activity === null ? '' : `${spellNumber(activity.number)} ${activity.title}`
}
