import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { dateText } from '../../../shared/features/competence/competence-format.ts'
import type { CompetenceRow } from '../../../shared/features/competence/contract.ts'
import { api, useRead } from '../../app/client.ts'
import { useFileCommand } from '../../app/file/use-file-command.ts'
import { ListPage } from '../../app/list/list-page.tsx'
import { pageRoute } from '../../app/root-route.tsx'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { OneLine } from '../../ui/page/one-line.tsx'
import type { DataColumn } from '../../ui/table/data-table.tsx'
import { CohortCompetence } from './cohort-competence.tsx'

export const cohortCompetenceRoute = pageRoute('/angkatan/$code/uji-bnsp', () => (
  <CohortCompetence code={cohortCompetenceRoute.useParams().code} />
))

export const competenceRoute = pageRoute('/uji-bnsp', CompetencePage)

const columns: DataColumn<CompetenceRow>[] = [
  { head: 'Nama', names: true, cell: row => <OneLine text={row.name} />, sort: row => row.name },
  { head: 'Angkatan', width: '12rem', cell: row => row.cohort, sort: row => row.cohort },
  {
    head: 'Tanggal uji',
    width: '7rem',
    cell: row => dateText(row.test?.testedOn ?? null),
    sort: row => row.test?.testedOn ?? null,
  },
  {
    head: 'Hasil',
    width: '6rem',
    cell: ({ test }) => <Badge tone={test?.result === 'K' ? 'ok' : 'err'}>{test?.result}</Badge>,
    sort: row => row.test?.result ?? null,
  },
  {
    head: 'Skema',
    width: '14rem',
    cell: row => <OneLine text={row.test?.scheme ?? ''} />,
    sort: row => row.test?.scheme ?? null,
  },
  { head: 'Nomor sertifikat', width: '15rem', cell: row => row.test?.number ?? '' },
  {
    head: 'Berlaku s.d.',
    width: '7rem',
    cell: ({ test }) => dateText(test?.validUntil ?? null),
    sort: row => row.test?.validUntil ?? null,
  },
]

/** Everybody who was tested, in all classes. */
function CompetencePage() {
  const router = useRouter()
  const reading = useRead(api.competence.list, { code: null })
  const sheet = useFileCommand(api.competence.export)
  const rows = reading.data ?? []
  const competent = rows.filter(row => row.test?.result === 'K').length
  return (
    <ListPage
      title="Uji kompetensi BNSP"
      facts={reading.data && `${rows.length} diuji · ${competent} kompeten`}
      error={sheet.error}
      actions={
        <ActionButton
          icon={IconFileSpreadsheet}
          refused={rows.length === 0 ? 'Belum ada hasil uji.' : undefined}
          onAction={() => sheet.run({ code: null })}
        >
          Ekspor Excel
        </ActionButton>
      }
      list={{
        name: 'Hasil uji',
        unit: 'hasil uji',
        query: reading,
        columns,
        rowKey: row => row.enrolmentId,
        rowLabel: row => row.name,
        onOpen: row => router.history.push(`/angkatan/${row.code}/uji-bnsp`),
        empty: {
          title: 'Belum ada hasil uji.',
          children: 'Buka Kelulusan sebuah kelas, lalu Uji BNSP, untuk mencatat hasilnya.',
        },
      }}
    />
  )
}
