import './app/styles.ts'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Providers } from './app/providers.tsx'
import { router } from './app/router.tsx'
import { DeskGate } from './features/desk/desk-gate.tsx'
import { TypedGate } from './features/desk/typed-gate.tsx'
import { SessionGate } from './features/session/session-gate.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
/** The first page for a new person. Nothing is mounted at that moment, so the router must be told to load. */
function goTo(path: string) {
  router.history.push(path)
  void router.load()
}

createRoot(root).render(
  <StrictMode>
    <Providers>
      <DeskGate>
        <SessionGate goTo={goTo}>
          <TypedGate>
            <RouterProvider router={router} />
          </TypedGate>
        </SessionGate>
      </DeskGate>
    </Providers>
  </StrictMode>,
)
