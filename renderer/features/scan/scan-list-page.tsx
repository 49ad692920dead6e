import { IconScan } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import type { ScanLine, ScanReceipt } from '../../../shared/features/scan/contract.ts'
import { cohortCodeSchema } from '../../../shared/ids.ts'
import { api, useRead } from '../../app/client.ts'
import { ListPanel } from '../../app/list/list-panel.tsx'
import { pageRoute } from '../../app/root-route.tsx'
import { backAction, useActions, useMayRun } from '../../ui/action/action.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { OneLine } from '../../ui/page/one-line.tsx'
import { Page } from '../../ui/page/page.tsx'
import type { DataColumn } from '../../ui/table/data-table.tsx'
import { ScanDrop } from './scan-drop.tsx'
import { formatPlace, formatReceipt, formatSheet, formatState, scansPath } from './scan-labels.ts'
import { useScanReading } from './use-scan-reading.ts'

export const scanListRoute = pageRoute(
  scansPath,
  ScanListPage,
  ({ kelas }: Record<string, unknown>): { kelas?: string } =>
    typeof kelas === 'string' && cohortCodeSchema.safeParse(kelas).success ? { kelas } : {},
)

/** Scans are dropped here; below are pages that wait, then finished ones. */
function ScanListPage() {
  const router = useRouter()
  const { kelas: code = null } = scanListRoute.useSearch()
  const scans = useRead(api.scan.list, { code })
  const reading = useScanReading()
  const mayRead = useMayRun()({ needs: 'attendance.change' })
  const [receipt, setReceipt] = useState<ScanReceipt | null>(null)
  const queue = useRef<File[]>([])
  const open = ({ id }: { id: number }) => router.history.push(`${scansPath}/${id}`)
  const waiting = scans.data?.filter(scan => scan.state !== 'confirmed').length ?? 0
  useActions([backAction(() => router.history.push('/kehadiran'), 'Kembali ke kehadiran')])

  /** Several dropped files are read one after the other. */
  async function take(file: File) {
    queue.current.push(file)
    if (queue.current.length > 1) return
    setReceipt(null)
    const receipts: ScanReceipt[] = []
    for (let next = queue.current[0]; next; next = queue.current[0]) {
      const done = await reading.take(next)
      queue.current.shift()
      if (done) receipts.push(done)
      // After an error the remaining files are skipped, as after "Batal".
      else queue.current = []
    }
    if (receipts.length === 0) return
    const pages = receipts.flatMap(one => one.pages)
    const unreadable = receipts.flatMap(one => one.unreadable)
    const seen = receipts.reduce((sum, one) => sum + one.seen, 0)
    const [only] = pages
    if (only && pages.length === 1 && seen + unreadable.length === 0) open(only)
    else setReceipt({ pages, unreadable, seen })
  }

  return (
    <Page
      fixed
      title="Hasil scan"
      crumbs={[{ label: 'Kehadiran', path: '/kehadiran' }, { label: 'Hasil scan' }]}
      facts={
        <>
          {scans.data && (waiting > 0 ? `${waiting} halaman menunggu` : 'Tidak ada yang menunggu')}
          {code !== null && (
            <>
              {' · '}
              {code} <LinkAction path={scansPath}>Semua kelas</LinkAction>
            </>
          )}
        </>
      }
    >
      {mayRead && <ScanDrop reading={reading} onFile={take} />}
      {receipt && (
        <Note tone={receipt.pages.some(page => page.state === 'unfiled') ? 'warn' : 'ok'} live>
          {formatReceipt(receipt)}
        </Note>
      )}
      <ListPanel
        name="Halaman hasil scan"
        query={scans}
        bars={8}
        unit="halaman hasil scan"
        columns={columns}
        rowKey={row => row.id}
        rowLabel={formatSheet}
        onOpen={open}
        rowTone={row => (row.state === 'unfiled' ? 'warn' : row.state === 'confirmed' ? 'done' : undefined)}
        autoFocus={scans.data?.length !== 0}
        empty={{
          icon: IconScan,
          title: 'Belum ada hasil scan.',
          children: 'Cetak daftar hadir dari Balai, lalu pindai atau foto setelah ditandatangani.',
        }}
      />
    </Page>
  )
}

const columns: DataColumn<ScanLine>[] = [
  {
    head: 'Kelas',
    names: true,
    cell: ({ sheet }) => (sheet ? <b>{sheet.title}</b> : <span>Pilih kelas dan hari</span>),
    sort: ({ sheet }) => sheet?.title ?? null,
  },
  {
    head: 'Lembar',
    width: '11rem',
    cell: ({ sheet }) =>
      sheet ? `${formatPlace(sheet.place)}${sheet.page !== null && sheet.page > 1 ? `, hal. ${sheet.page}` : ''}` : '–',
  },
  {
    head: 'Keadaan',
    width: '13rem',
    cell: ({ state }) => (
      <Badge tone={formatState[state].tone} signed={state === 'confirmed'}>
        {formatState[state].words}
      </Badge>
    ),
    sort: ({ state }) => state,
  },
  {
    head: 'Terbaca',
    width: '7rem',
    cell: ({ proposals }) => (proposals === null ? 'arsip saja' : `${proposals} kotak`),
  },
  {
    head: 'Berkas',
    width: '13rem',
    cell: ({ source }) => <OneLine text={`${source.name}, hal. ${source.page}`} />,
    sort: ({ source }) => `${source.name} ${source.page}`,
  },
  { head: 'Masuk', width: '13rem', align: 'end', cell: ({ at }) => formatMoment(at), sort: ({ at }) => at },
]
