import { createRootRoute, Outlet, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { ActButton } from '../ui/act-button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { Frame } from './frame.tsx'
import { OperatorDialog } from './operator-dialog.tsx'
import { useFind } from './use-find.ts'
import { useFrameData } from './use-frame-data.ts'

/** Every screen is a child of this one. */
export const rootRoute = createRootRoute({ component: Root, notFoundComponent: NotFound })

function Root() {
  const [newOperator, setNewOperator] = useState(false)
  const data = useFrameData(() => setNewOperator(true))
  return (
    <>
      <Frame data={data} useFind={useFind}>
        <Outlet />
      </Frame>
      <OperatorDialog opened={newOperator} onClose={() => setNewOperator(false)} />
    </>
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
