import { Box } from '@mantine/core'
import { IconCloudOff } from '@tabler/icons-react'
import type { CentreSummary } from '../../shared/features/hub/hub-contract.ts'
import { formatPercent } from '../../shared/features/report/report.ts'
import { Badge } from '../ui/feedback/badge.tsx'
import { ShareBar } from '../ui/feedback/share-bar.tsx'
import layout from '../ui/page/layout.module.css'
import { PathLink } from '../ui/page/path-link.tsx'
import type { DataColumn } from '../ui/table/data-table.tsx'
import styles from './hub.module.css'
import { formatMomentOf, people } from './hub-client.ts'
import { useChosen } from './hub-year.ts'

function FigureLink({ centre, children, what }: { centre: CentreSummary; children: React.ReactNode; what: string }) {
  const { choose } = useChosen()
  return (
    <PathLink
      path="/kelas"
      className={styles.figure}
      onClick={() => choose({ centreId: centre.id })}
      aria-label={`${String(children)} ${what}, ${centre.name}`}
    >
      {children}
    </PathLink>
  )
}

export const centreColumns: DataColumn<CentreSummary>[] = [
  {
    head: 'Balai',
    names: true,
    sort: row => row.city,
    cell: row => (
      <Box lh="1.125rem">
        <strong>{row.city}</strong>
        <div className={`${layout.detail} ${layout.cut}`}>{row.name}</div>
      </Box>
    ),
  },
  {
    head: 'Berjalan',
    align: 'end',
    width: '5.5rem',
    sort: row => row.running,
    cell: row => (
      <FigureLink centre={row} what="kelas berjalan">
        {row.running}
      </FigureLink>
    ),
  },
  {
    head: 'Selesai',
    align: 'end',
    width: '5rem',
    sort: row => row.finished,
    cell: row => (
      <FigureLink centre={row} what="kelas selesai">
        {row.finished}
      </FigureLink>
    ),
  },
  {
    head: 'Lulus',
    align: 'end',
    width: '4.5rem',
    sort: row => row.graduates ?? 0,
    cell: row => (
      <FigureLink centre={row} what="lulus">
        {people(row.graduates)}
      </FigureLink>
    ),
  },
  { head: '% lulus', align: 'end', width: '5rem', sort: row => row.share ?? -1, cell: row => formatPercent(row.share) },
  {
    head: 'Realisasi',
    width: '9.5rem',
    sort: row => row.spentShare ?? -1,
    cell: row => (
      <ShareBar
        tenths={row.spentShare === null ? null : Math.round(row.spentShare / 10)}
        text={row.spentShare === null ? '–' : `${formatPercent(row.spentShare)} %`}
      />
    ),
  },
  { head: 'Sinkron', width: '7.5rem', sort: row => row.heardAt ?? '', cell: row => <LastSync centre={row} /> },
]

export function LastSync({ centre }: { centre: CentreSummary }) {
  if (centre.revoked) return <Badge>diputus</Badge>
  if (centre.heardAt === null) return <Badge tone="warn">belum pernah</Badge>
  if (centre.trouble !== null)
    return (
      <Badge tone="warn" signed>
        {troubleLabels[centre.trouble] ?? 'ditolak'}
      </Badge>
    )
  if (centre.lateDays >= 2) return <Badge tone="warn" icon={IconCloudOff}>{`${centre.lateDays} hari`}</Badge>
  return <span>{formatMomentOf(centre.heardAt)}</span>
}

const troubleLabels: Record<string, string> = {
  clock: 'jam salah',
  newer: 'versi lebih baru',
  older: 'versi terlalu lama',
  fork: 'riwayat lain',
  superseded: 'ada salinan',
}
