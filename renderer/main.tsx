import './app/styles.ts'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Providers } from './app/providers.tsx'
import { router } from './app/router.tsx'
import { readTyped } from './app/typed-again.ts'
import { SessionGate } from './features/session/session-gate.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
await readTyped()
/** Where somebody who takes over begins; nothing is mounted meanwhile that could follow by itself. */
function goTo(path: string) {
  router.history.push(path)
  void router.load()
}

createRoot(root).render(
  <StrictMode>
    <Providers>
      <SessionGate goTo={goTo}>
        <RouterProvider router={router} />
      </SessionGate>
    </Providers>
  </StrictMode>,
)
