import { IconUsers } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { fundingSourceName } from '../../../../shared/features/activity/funding-source.ts'
import { tradeName } from '../../../../shared/features/program/trades.ts'
import { api, useRead, useToday } from '../../../app/client.ts'
import { ListPage } from '../../../app/list/list-page.tsx'
import { withSearch } from '../../../app/list/with-search.ts'
import { pageRoute } from '../../../app/root-route.tsx'
import { Note } from '../../../ui/feedback/note.tsx'
import { followUpColumns, followUpExport, followUpKey } from '../follow-up/follow-up-columns.tsx'
import { figureLabels, readResultPeopleSearch } from './result-search.ts'

export const resultPeopleRoute = pageRoute('/laporan/hasil/orang', ResultPeoplePage, readResultPeopleSearch)

/** The people behind a figure of the results. */
function ResultPeoplePage() {
  const router = useRouter()
  const today = useToday()
  const { tahun, sumber, bulan = 3, kejuruan, angka = 'graduated' } = resultPeopleRoute.useSearch()
  const reading = useRead(api.alumni.resultPeople, {
    year: tahun ?? null,
    fundingSource: sumber ?? null,
    trade: kejuruan ?? null,
    month: bulan,
    figure: angka,
  })
  const rows = reading.data?.rows ?? []
  const hidden = reading.data?.hidden ?? 0
  return (
    <ListPage
      title={figureLabels[angka]}
      crumbs={[
        { label: 'Laporan', path: '/laporan' },
        { label: 'Hasil per kejuruan', path: withSearch('/laporan/hasil', { tahun, sumber, bulan }) },
      ]}
      facts={[
        kejuruan && tradeName(kejuruan),
        angka === 'graduated' ? undefined : `${bulan} bulan setelah lulus`,
        tahun && `lulus ${tahun}`,
        sumber && fundingSourceName(sumber),
        reading.data && `${rows.length} orang`,
      ]
        .filter(Boolean)
        .join(' · ')}
      exported={() => followUpExport(rows, `lulusan-${kejuruan ?? 'semua'}-${bulan}-bulan`)}
      above={
        hidden > 0 && (
          <Note tone="info">
            {hidden} orang ikut dihitung dan tidak ditampilkan: datanya dibekukan atau sudah dianonimkan.
          </Note>
        )
      }
      list={{
        name: 'Daftar lulusan',
        unit: 'lulusan',
        query: reading,
        bars: 12,
        rows,
        columns: followUpColumns(today),
        rowKey: followUpKey,
        rowLabel: row => row.name,
        onOpen: row => router.history.push(`/peserta/${row.traineeId}`),
        autoFocus: true,
        empty: { icon: IconUsers, title: 'Tidak ada orang di sini.' },
      }}
    />
  )
}
