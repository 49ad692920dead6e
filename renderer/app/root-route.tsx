import { createRootRoute, createRoute, Outlet, type RouteComponent, useRouter } from '@tanstack/react-router'
import { ActionButton } from '../ui/action/action-button.tsx'
import { EmptyState } from '../ui/feedback/empty-state.tsx'
import { Page } from '../ui/page/page.tsx'
import { Panel } from '../ui/page/panel.tsx'
import { Frame } from './frame/frame.tsx'
import { useFind } from './frame/use-find.ts'
import { useFrameData } from './frame/use-frame-data.tsx'

/** Every screen is a child of this one. */
export const rootRoute = createRootRoute({ component: Root, notFoundComponent: NotFound })

/** Declares a screen with its address. @param validateSearch parses the part after "?" */
export function pageRoute<const Path extends string, Search extends object = object>(
  path: Path,
  component: RouteComponent,
  validateSearch?: (search: Record<string, unknown>) => Search,
) {
  return createRoute({ getParentRoute: () => rootRoute, path, component, ...(validateSearch && { validateSearch }) })
}

function Root() {
  const data = useFrameData()
  return (
    <Frame data={data} useFind={useFind}>
      <Outlet />
    </Frame>
  )
}

function NotFound() {
  const router = useRouter()
  return (
    <Page title="Halaman tidak ditemukan">
      <Panel>
        <EmptyState
          title="Alamat ini tidak ada di Balai."
          actions={
            <ActionButton
              // The frame handles Alt 1.
              action={{ label: 'Buka Beranda', keys: 'Alt 1', tone: 'primary', run: () => router.history.push('/') }}
            />
          }
        >
          Mungkin datanya sudah dihapus, atau alamatnya salah ketik.
        </EmptyState>
      </Panel>
    </Page>
  )
}
