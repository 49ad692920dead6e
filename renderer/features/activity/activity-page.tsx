import { IconReceipt } from '@tabler/icons-react'
import { useState } from 'react'
import { overspent } from '../../../shared/features/activity/activity.ts'
import type { Activity, Spending } from '../../../shared/features/activity/contract.ts'
import { fundingSourceName } from '../../../shared/features/activity/funding-source.ts'
import { activityId } from '../../../shared/ids.ts'
import { formatShare, rupiah } from '../../../shared/kernel/money.ts'
import { api, PageBoundary, useRead } from '../../app/client.ts'
import { PresenceChip } from '../../app/desk/presence-chip.tsx'
import { useExport } from '../../app/file/use-export.ts'
import { ListPanel } from '../../app/list/list-panel.tsx'
import { withSearch } from '../../app/list/with-search.ts'
import { pageRoute } from '../../app/root-route.tsx'
import { type Action, primaryAction, useActions } from '../../ui/action/action.ts'
import { ActionButton, ActionButtons } from '../../ui/action/action-button.tsx'
import { ErrorNote, Note } from '../../ui/feedback/note.tsx'
import { ResultLine } from '../../ui/feedback/result-line.tsx'
import { Page } from '../../ui/page/page.tsx'
import { spellNumber } from './activity-columns.tsx'
import { ActivityDrawer } from './activity-drawer.tsx'
import { activitiesPath } from './activity-paths.ts'
import { ActivitySide } from './activity-side.tsx'
import { AssignDialog } from './assign-dialog.tsx'
import { AttachEvidence, ShowEvidence } from './evidence-dialogs.tsx'
import { ReversalDialog } from './reversal-dialog.tsx'
import { canReverse, spendingColumns, spendingExport } from './spending-columns.tsx'
import { SpendingDrawer } from './spending-drawer.tsx'

export const activityRoute = pageRoute('/kegiatan/$id', ActivityPage)

/** One activity: remaining money, every entry with its evidence, its classes. */
function ActivityPage() {
  const { id } = activityRoute.useParams()
  const parsed = activityId.safeParse(Number(id))
  // An address without a valid number: ask for an id that cannot exist, so that the answer is "not found".
  const input = { id: parsed.success ? parsed.data : activityId.parse(Number.MAX_SAFE_INTEGER) }
  const reading = useRead(api.activity.get, input)
  return (
    <PageBoundary title="Kegiatan" crumbs={[{ label: 'Kegiatan & Dana', path: activitiesPath }]} query={reading}>
      {activity => <Loaded activity={activity} />}
    </PageBoundary>
  )
}

type Dialog = 'edit' | 'spend' | 'assign' | { what: 'reverse' | 'attach' | 'show'; entry: Spending } | null

function Loaded({ activity }: { activity: Activity }) {
  const [dialog, setDialog] = useState<Dialog>(null)
  const exporting = useExport(() => spendingExport(activity))
  const close = () => setDialog(null)
  const reverse = (entry: Spending) => setDialog({ what: 'reverse', entry })
  const spend = primaryAction('Alt B', 'Catat realisasi', () => setDialog('spend'), { needs: 'money.change' })
  const edit: Action = {
    label: 'Ubah kegiatan',
    needs: 'money.change',
    keys: 'F2',
    run: () => setDialog('edit'),
  }
  useActions([spend, edit])
  const beyond = overspent(activity)
  const about = dialog !== null && typeof dialog === 'object' ? dialog : null
  return (
    <Page
      fixed
      title={`${spellNumber(activity.number)} ${activity.title}`}
      crumbs={[
        {
          label: `Kegiatan & Dana ${activity.budgetYear}`,
          path: withSearch(activitiesPath, { tahun: activity.budgetYear }),
        },
        { label: fundingSourceName(activity.fundingSource) },
      ]}
      actions={
        <>
          <PresenceChip subject={`kegiatan ${activity.id}`} />
          <ActionButtons actions={[exporting, edit, spend]} />
        </>
      }
      side={<ActivitySide activity={activity} onAssign={() => setDialog('assign')} />}
    >
      <ResultLine facts={`pagu ${rupiah(activity.budget)} · realisasi ${rupiah(activity.realized)}`}>
        Terserap {formatShare(activity.share)}, sisa {rupiah(activity.left)}
      </ResultLine>
      {beyond > 0 && (
        <Note tone="warn" title={`Realisasi melebihi pagu ${rupiah(beyond)}`}>
          Periksa catatan di bawah, atau sesuaikan pagu bila anggarannya sudah diubah.
        </Note>
      )}
      <ErrorNote error={exporting.error} />
      <ListPanel
        name="Realisasi"
        unit="catatan realisasi"
        rows={activity.spending}
        columns={spendingColumns({
          onReverse: reverse,
          onAttach: entry => setDialog({ what: 'attach', entry }),
          onShow: entry => setDialog({ what: 'show', entry }),
        })}
        rowKey={row => row.id}
        rowLabel={row => row.description}
        rowTone={row => (canReverse(row) ? undefined : 'done')}
        onOpen={row => canReverse(row) && reverse(row)}
        autoFocus
        empty={{
          icon: IconReceipt,
          title: 'Belum ada realisasi.',
          children: 'Catat setiap pembayaran dengan nomor buktinya; sisa pagu dihitung sendiri.',
          actions: <ActionButton action={spend} keyCap={false} />,
        }}
      />
      {dialog === 'edit' && (
        <ActivityDrawer
          activity={activity}
          year={activity.budgetYear}
          number={activity.number}
          onSaved={close}
          onClose={close}
        />
      )}
      {dialog === 'spend' && <SpendingDrawer activity={activity} onClose={close} />}
      {dialog === 'assign' && <AssignDialog activity={activity} onClose={close} />}
      {about?.what === 'reverse' && <ReversalDialog entry={about.entry} onClose={close} />}
      {about?.what === 'attach' && <AttachEvidence entry={about.entry} onClose={close} />}
      {about?.what === 'show' && <ShowEvidence entry={about.entry} onClose={close} />}
    </Page>
  )
}
