import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ApplicationRow } from '../../shared/features/hub/hub-contract.ts'
import { noticeAnswerLabels } from '../../shared/features/hub/notice.ts'
import { LinkAction } from '../ui/action/action-button.tsx'
import { Badge } from '../ui/feedback/badge.tsx'
import { EmptyState } from '../ui/feedback/empty-state.tsx'
import { ErrorNote } from '../ui/feedback/note.tsx'
import { toast } from '../ui/feedback/toast.ts'
import { Panel } from '../ui/page/panel.tsx'
import { type DataColumn, DataTable } from '../ui/table/data-table.tsx'
import { api, client, formatDay, problemOf, useRead } from './hub-client.ts'

export function useApplications(enabled = true) {
  return useRead(api.applications, {}, { enabled })
}

/** Number of applicants whose centre has not been notified. */
export function countNotNotified(rows: readonly ApplicationRow[] | undefined): number {
  return rows?.filter(row => row.toldAt === null).length ?? 0
}

/** Applicants who graduated at another centre, as codes. Each is notified once; the centre decides, and its answer is shown. */
export function ApplicationsPanel() {
  const { data, error } = useApplications()
  const queries = useQueryClient()
  const tell = useMutation({
    mutationFn: (row: ApplicationRow) => client.tell({ centreId: row.centreId, application: row.application }),
    onSuccess: (_, row) => toast(`${row.appliesIn.split(',')[0]} diberi tahu pada pengiriman berikutnya.`),
    onSettled: () => queries.invalidateQueries(),
  })
  const columns: DataColumn<ApplicationRow>[] = [
    { head: 'Calon', width: '9rem', names: true, cell: row => <strong>Orang {row.person}</strong> },
    { head: 'Mendaftar di', sort: row => row.appliesIn, cell: row => row.appliesIn },
    {
      head: 'Sudah lulus',
      cell: row => row.trainings.map(one => `${one.program} ${one.ended.slice(0, 4)}, ${one.city}`).join('; '),
    },
    {
      head: 'Kabar',
      align: 'end',
      width: '10rem',
      sort: row => row.toldAt ?? '',
      cell: row => <NoticeState row={row} onTell={() => tell.mutate(row)} pending={tell.isPending} />,
    },
  ]
  return (
    <Panel
      flush
      title="Pernah dilatih di balai lain"
      facts={`${data?.length ?? 0} calon, ${countNotNotified(data)} menunggu; hanya balainya yang dapat membuka nama`}
      extra={<Badge tone="lock">tanpa NIK</Badge>}
    >
      {(error || tell.isError) && <ErrorNote error={problemOf(error ?? tell.error)} />}
      <DataTable
        label="Pernah dilatih di balai lain"
        rows={data ?? []}
        rowKey={row => `${row.centreId} ${row.application}`}
        rowLabel={row => `Orang ${row.person}`}
        onOpen={row => row.toldAt === null && !tell.isPending && tell.mutate(row)}
        columns={columns}
        empty={
          <EmptyState title="Tidak ada pendaftar yang pernah lulus di balai lain.">
            Diketahui selama seleksi terbuka, dari balai yang punya kunci provinsi yang sama.
          </EmptyState>
        }
      />
    </Panel>
  )
}

function NoticeState({ row, pending, onTell }: { row: ApplicationRow; pending: boolean; onTell: () => void }) {
  if (row.answer !== null) return <span>dijawab: {noticeAnswerLabels[row.answer]}</span>
  if (row.toldAt !== null) return <span title={`oleh ${row.toldBy}`}>diberi tahu {formatDay(row.toldAt)}</span>
  return (
    <LinkAction label={`Beri tahu balai tentang Orang ${row.person}`} onAction={() => !pending && onTell()}>
      Beri tahu balai
    </LinkAction>
  )
}
