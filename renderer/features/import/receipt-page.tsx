import { Flex } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { ImportReceipt, ReceiptRow } from '../../../shared/features/import/contract.ts'
import type { ImportOutcome } from '../../../shared/features/import/import-row.ts'
import { importId } from '../../../shared/ids.ts'
import { api, QueryBoundary, useCommand, useRead } from '../../app/client.ts'
import { ListPanel } from '../../app/list/list-panel.tsx'
import { pageRoute } from '../../app/root-route.tsx'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { Badge } from '../../ui/feedback/badge.tsx'
import { ErrorNote, Note } from '../../ui/feedback/note.tsx'
import { ResultLine } from '../../ui/feedback/result-line.tsx'
import { formatMoment } from '../../ui/page/moment-format.ts'
import { Page } from '../../ui/page/page.tsx'
import { PathLink } from '../../ui/page/path-link.tsx'
import type { DataColumn } from '../../ui/table/data-table.tsx'
import { FilterBar, type FilterChip } from '../../ui/table/filter-bar.tsx'
import styles from './import.module.css'
import { count, outcomeLabels } from './import-labels.ts'
import { ImportTrail, importCrumbs } from './import-trail.tsx'

export const importReceiptRoute = pageRoute('/peserta/impor/$id', ReceiptPage)

/** Result of an import: who was created, changed, known or skipped and why. Can be undone while nothing depends on it. */
function ReceiptPage() {
  const { id } = importReceiptRoute.useParams()
  const parsed = importId.safeParse(Number(id))
  const receipt = useRead(api.import.receipt, { id: parsed.data ?? importId.parse(1) }, { enabled: parsed.success })
  return (
    <QueryBoundary query={receipt} rows={10}>
      {data => <Receipt receipt={data} />}
    </QueryBoundary>
  )
}

type Filter = 'all' | ImportOutcome

function Receipt({ receipt }: { receipt: ImportReceipt }) {
  const router = useRouter()
  const { id, rows, counts, holds, takenBack } = receipt
  const [filter, setFilter] = useState<Filter>('all')
  const [text, setText] = useState('')
  const undo = useCommand(api.import.undo, {
    done: ({ removed, restored }) =>
      `Impor ditarik kembali: ${count(removed)} peserta dihapus${restored > 0 ? `, ${count(restored)} dikembalikan` : ''}.`,
  })
  const outcomes: ImportOutcome[] = ['created', 'changed', 'matched', 'skipped', 'rejected']
  const chips: FilterChip<Filter>[] = [
    { value: 'all', label: 'Semua', count: rows.length },
    ...outcomes
      .filter(one => counts[one] > 0)
      .map(one => ({ value: one, label: outcomeLabels[one].words, count: counts[one] })),
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
      facts={[receipt.fileName, receipt.sender, formatMoment(receipt.at), receipt.operator].filter(Boolean).join(' · ')}
      actions={<ImportTrail step="done" />}
    >
      <ResultLine
        facts={formatRest(counts)}
        extra={
          <Flex component="span" wrap="wrap" gap="0.75rem">
            <ActionButton onAction={() => router.history.push('/peserta/impor')}>Impor berkas lain</ActionButton>
            {!takenBack && id !== null && (
              <ActionButton
                refused={holds.length > 0 ? `Tidak dapat ditarik kembali: ${holds.join(' · ')}.` : undefined}
                pending={undo.pending}
                onAction={() => undo.run({ id })}
              >
                Tarik kembali impor
              </ActionButton>
            )}
            <ActionButton tone="primary" autoFocus onAction={() => router.history.push('/peserta')}>
              Buka daftar peserta
            </ActionButton>
          </Flex>
        }
      >
        {count(counts.created)} peserta masuk{counts.changed > 0 && `, ${count(counts.changed)} diubah`}
      </ResultLine>
      <ErrorNote error={undo.error} />
      {takenBack && (
        <Note tone="info">
          Ditarik kembali oleh {takenBack.by}, {formatMoment(takenBack.at)}. Berkasnya dapat diimpor lagi.
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
      <ListPanel
        name="Tanda terima"
        unit="baris"
        rows={shown}
        columns={columns}
        rowKey={row => row.row}
        rowLabel={row => row.name}
        onOpen={row => row.traineeId !== null && router.history.push(`/peserta/${row.traineeId}`)}
        empty={{ title: 'Tidak ada baris di sini.' }}
      />
    </Page>
  )
}

const columns: DataColumn<ReceiptRow>[] = [
  { head: 'Baris', width: '4.5rem', align: 'end', cell: row => row.row, sort: row => row.row },
  {
    head: 'Hasil',
    width: '7rem',
    cell: ({ outcome }) => <Badge tone={outcomeLabels[outcome].tone}>{outcomeLabels[outcome].words}</Badge>,
    sort: row => outcomeLabels[row.outcome].words,
  },
  {
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
    head: 'Keterangan',
    width: '100%',
    cell: row => <span className={styles.reason}>{row.reason}</span>,
    sort: row => row.reason,
  },
]

function formatRest(counts: ImportReceipt['counts']): string | undefined {
  const words = [
    counts.matched > 0 && `${count(counts.matched)} sudah ada`,
    counts.skipped > 0 && `${count(counts.skipped)} dilewati`,
    counts.rejected > 0 && `${count(counts.rejected)} ditolak`,
  ].filter(Boolean)
  return words.length > 0 ? words.join(' · ') : undefined
}
