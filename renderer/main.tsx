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
createRoot(root).render(
  <StrictMode>
    <Providers>
      <SessionGate>
        <RouterProvider router={router} />
      </SessionGate>
    </Providers>
  </StrictMode>,
)
