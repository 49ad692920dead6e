import { useRouter } from '@tanstack/react-router'
import { api, QueryBoundary, useRead } from '../../app/client.ts'
import { pageRoute } from '../../app/root-route.tsx'
import { backAction, useActions } from '../../ui/action/action.ts'
import { Page } from '../../ui/page/page.tsx'
import { DuePanel } from './year/due-panel.tsx'

export const dueListRoute = pageRoute('/laporan/jatuh-tempo', DueListPage)

/** Everything that is due. */
function DueListPage() {
  const router = useRouter()
  const reading = useRead(api.report.due, {})
  useActions([backAction(() => router.history.back())])
  return (
    <Page
      title="Jatuh tempo"
      crumbs={[{ label: 'Laporan', path: '/laporan' }]}
      facts={reading.data && `${reading.data.length} hal`}
    >
      <QueryBoundary query={reading}>{due => <DuePanel due={due} shown={due.length} title="Semua" />}</QueryBoundary>
    </Page>
  )
}
