import { createRootRoute, Outlet, useRouter } from '@tanstack/react-router'
import { ActButton } from '../ui/act-button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { Frame } from './frame.tsx'
import { useFind } from './use-find.ts'

/** Every screen is a child of this one. */
export const rootRoute = createRootRoute({ component: Root, notFoundComponent: NotFound })

function Root() {
  return (
    <Frame useFind={useFind}>
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
          acts={
            <ActButton tone="primary" keys="Alt 1" onAct={() => router.history.push('/')}>
              Buka Beranda
            </ActButton>
          }
        >
          Mungkin datanya sudah dihapus, atau alamatnya salah ketik.
        </EmptyState>
      </Panel>
    </Page>
  )
}
