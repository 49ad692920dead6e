import { designId } from '../../../shared/ids.ts'
import { api, readOnce, useRead } from '../../app/client.ts'
import { QueryBoundary } from '../../app/query-boundary.tsx'
import { pageRoute } from '../../app/root-route.tsx'
import { Page } from '../../ui/page/page.tsx'
import { DesignEditor } from './design-editor.tsx'
import { designsPath } from './design-paths.ts'

export const designRoute = pageRoute(`${designsPath}/$id`, DesignPage)

function DesignPage() {
  const { id } = designRoute.useParams()
  const parsed = designId.safeParse(Number(id))
  const input = { id: parsed.success ? parsed.data : designId.parse(Number.MAX_SAFE_INTEGER) }
  // Read once: another read would overwrite the changes.
  const reading = useRead(api.certificateDesign.get, input, readOnce)
  if (reading.data) return <DesignEditor key={id} row={reading.data.row} design={reading.data.design} />
  return (
    <Page title="Rancangan" crumbs={[{ label: 'Rancangan', path: designsPath }]}>
      <QueryBoundary query={reading}>{() => null}</QueryBoundary>
    </Page>
  )
}
