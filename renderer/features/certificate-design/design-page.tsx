import { designId } from '../../../shared/ids.ts'
import { api, PageBoundary, readOnce, useRead } from '../../app/client.ts'
import { pageRoute } from '../../app/root-route.tsx'
import { DesignEditor } from './design-editor.tsx'
import { designsPath } from './design-paths.ts'

export const designRoute = pageRoute(`${designsPath}/$id`, DesignPage)

function DesignPage() {
  const { id } = designRoute.useParams()
  const parsed = designId.safeParse(Number(id))
  const input = { id: parsed.success ? parsed.data : designId.parse(Number.MAX_SAFE_INTEGER) }
  // Read once: another read would overwrite the changes.
  const reading = useRead(api.certificateDesign.get, input, readOnce)
  return (
    <PageBoundary title="Rancangan" crumbs={[{ label: 'Rancangan', path: designsPath }]} query={reading}>
      {({ row, design }) => <DesignEditor key={id} row={row} design={design} />}
    </PageBoundary>
  )
}
