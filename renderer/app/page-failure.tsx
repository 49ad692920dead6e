import { IconAlertTriangle } from '@tabler/icons-react'
import { ActionButton } from '../ui/action/action-button.tsx'
import { LinkAction } from '../ui/action/link-action.tsx'
import { EmptyState } from '../ui/feedback/empty-state.tsx'
import { Page } from '../ui/page/page.tsx'
import { Panel } from '../ui/page/panel.tsx'

/** Shown in place of a page that failed to render. The frame around it stays, so other pages remain reachable. */
export function PageFailure({ reset }: { reset: () => void }) {
  return (
    <Page title="Halaman tidak dapat ditampilkan">
      <Panel>
        <EmptyState
          icon={IconAlertTriangle}
          title="Halaman ini tidak dapat ditampilkan."
          actions={
            <>
              <ActionButton tone="primary" onAction={reset} autoFocus>
                Coba lagi
              </ActionButton>
              <LinkAction path="/">Ke Beranda (Alt 1)</LinkAction>
            </>
          }
        >
          Yang sudah disimpan tidak hilang. Bila terulang, tutup Balai lalu buka lagi.
        </EmptyState>
      </Panel>
    </Page>
  )
}
