// Shows the widgets of the pages in all their states, without a backend: `npm run dev -- --widgets`. Tests use this page in the same
// Chromium as the screens, because a simulated browser lacks what matters in a widget: focus, keys, layout, clipboard.
import '../../renderer/app/styles.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Providers } from '../../renderer/app/providers.tsx'
import { FieldSamples } from './field-samples.tsx'
import { GridSamples } from './grid-samples.tsx'
import { MessageSamples } from './message-samples.tsx'
import { PaperSamples } from './paper-samples.tsx'
import './widgets.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <Providers>
      <main className="widgets">
        <h1>Widgets</h1>
        <FieldSamples />
        <GridSamples />
        <PaperSamples />
        <MessageSamples />
      </main>
    </Providers>
  </StrictMode>,
)
