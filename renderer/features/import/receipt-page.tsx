import { useQuery } from '@tanstack/react-query'
import { createRoute, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { ImportReceipt, ReceiptRow } from '../../../shared/features/import/contract.ts'
import type { ImportOutcome } from '../../../shared/features/import/import-row.ts'
import { importId } from '../../../shared/ids.ts'
import { api } from '../../app/client.ts'
import { Reading } from '../../app/reading.tsx'
import { rootRoute } from '../../app/root-route.tsx'
import { useCommand } from '../../app/use-command.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { Badge } from '../../ui/badge.tsx'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { FilterBar, type FilterChip } from '../../ui/filter-bar.tsx'
import { momentWords } from '../../ui/moment-words.ts'
import { Note } from '../../ui/note.tsx'
import { Page } from '../../ui/page.tsx'
import { Panel } from '../../ui/panel.tsx'
import { PathLink } from '../../ui/path-link.tsx'
import { ResultLine } from '../../ui/result-line.tsx'
import styles from './import.module.css'
import { ImportTrail, importCrumbs } from './import-trail.tsx'
import { count, outcomeWords } from './import-words.ts'

export const importReceiptRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/peserta/impor/$id',
  component: ReceiptPage,
})

/** Who came in, was changed, known, skipped and why; and the way back while nothing depends on it. */
function ReceiptPage() {
  const { id } = importReceiptRoute.useParams()
  const parsed = importId.safeParse(Number(id))
  const receipt = useQuery({
    ...api.import.receipt.queryOptions({ input: { id: parsed.data ?? importId.parse(1) } }),
    enabled: parsed.success,
  })
  return (
    <Reading query={receipt} rows={10}>
      {data => <Receipt receipt={data} />}
    </Reading>
  )
}

type Filter = 'all' | ImportOutcome

function Receipt({ receipt }: { receipt: ImportReceipt }) {
  const router = useRouter()
  const { id, rows, counts, holds, takenBack } = receipt
  const [filter, setFilter] = useState<Filter>('all')
  const [text, setText] = useState('')
  const takeBack = useCommand(api.import.takeBack, {
    done: ({ removed, restored }) =>
      `Impor ditarik kembali: ${count(removed)} peserta dihapus${restored > 0 ? `, ${count(restored)} dikembalikan` : ''}.`,
  })
  const outcomes: ImportOutcome[] = ['created', 'changed', 'matched', 'skipped', 'rejected']
  const chips: FilterChip<Filter>[] = [
    { value: 'all', label: 'Semua', count: rows.length },
    ...outcomes
      .filter(one => counts[one] > 0)
      .map(one => ({ value: one, label: outcomeWords[one].words, count: counts[one] })),
  ]
  const shown = rows.filter(
    row =>
      (filter === 'all' || row.outcome === filter) &&
      `${row.name} ${row.reason} ${row.row}`.toLowerCase().includes(text.trim().toLowerCase()),
  )
  return (
    <Page
      fixed
      title={takenBack ? 'Impor ditarik kembali' : 'Impor selesai'}
      crumbs={importCrumbs}
      facts={[receipt.fileName, receipt.sender, momentWords(receipt.at), receipt.operator].filter(Boolean).join(' · ')}
      actions={<ImportTrail step="done" />}
    >
      <ResultLine
        facts={restWords(counts)}
        extra={
          <span className={styles.acts}>
            <ActButton onAct={() => router.history.push('/peserta/impor')}>Impor berkas lain</ActButton>
            {!takenBack && id !== null && (
              <ActButton
                refused={holds.length > 0 ? `Tidak dapat ditarik kembali: ${holds.join(' · ')}.` : undefined}
                pending={takeBack.pending}
                onAct={() => takeBack.run({ id })}
              >
                Tarik kembali impor
              </ActButton>
            )}
            <ActButton tone="primary" autoFocus onAct={() => router.history.push('/peserta')}>
              Lihat daftar peserta
            </ActButton>
          </span>
        }
      >
        {count(counts.created)} peserta masuk{counts.changed > 0 && `, ${count(counts.changed)} diubah`}
      </ResultLine>
      {takeBack.error !== null && (
        <Note tone="err" live>
          {takeBack.error}
        </Note>
      )}
      {takenBack && (
        <Note tone="info">
          Ditarik kembali oleh {takenBack.by}, {momentWords(takenBack.at)}. Berkasnya dapat diimpor lagi.
        </Note>
      )}
      {holds.length > 0 && (
        <Note tone="info" title="Tidak dapat ditarik kembali lagi.">
          {holds.join(' · ')}.
        </Note>
      )}
      <FilterBar
        placeholder="Nama, keterangan"
        text={text}
        onText={setText}
        chips={chips}
        chip={filter}
        onChip={setFilter}
      />
      <Panel flush fill label="Tanda terima">
        <DataTable
          label={`${shown.length} baris`}
          rows={shown}
          columns={columns}
          rowKey={row => row.row}
          rowLabel={row => row.name}
          onOpen={row => row.traineeId !== null && router.history.push(`/peserta/${row.traineeId}`)}
          empty={<p className={styles.none}>Tidak ada baris di sini.</p>}
        />
      </Panel>
    </Page>
  )
}

const columns: DataColumn<ReceiptRow>[] = [
  { key: 'row', head: 'Baris', width: '4.5rem', align: 'end', cell: row => row.row, sort: row => row.row },
  {
    key: 'outcome',
    head: 'Hasil',
    width: '7rem',
    cell: ({ outcome }) => <Badge tone={outcomeWords[outcome].tone}>{outcomeWords[outcome].words}</Badge>,
    sort: row => outcomeWords[row.outcome].words,
  },
  {
    key: 'name',
    head: 'Nama',
    width: '16rem',
    names: true,
    cell: ({ name, traineeId }) =>
      traineeId === null ? (
        <span className={styles.person}>{name || '–'}</span>
      ) : (
        <PathLink path={`/peserta/${traineeId}`} tabIndex={-1} className={styles.person ?? ''}>
          {name}
        </PathLink>
      ),
    sort: row => row.name,
  },
  {
    key: 'reason',
    head: 'Keterangan',
    width: '100%',
    cell: row => <span className={styles.reason}>{row.reason}</span>,
  },
]

function restWords(counts: ImportReceipt['counts']): string | undefined {
  const words = [
    counts.matched > 0 && `${count(counts.matched)} sudah ada`,
    counts.skipped > 0 && `${count(counts.skipped)} dilewati`,
    counts.rejected > 0 && `${count(counts.rejected)} ditolak`,
  ].filter(Boolean)
  return words.length > 0 ? words.join(' · ') : undefined
}
