// The widgets that pages are made of, in the states they can be in, without a backend: `npm run dev -- --widgets`. Tests press and
// read this page in the same Chromium as the screens, because what counts in a widget (focus, keys, layout, clipboard) is what an
// imitation of a browser lacks.
import '../../renderer/app/styles.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Providers } from '../../renderer/app/providers.tsx'
import { FieldSamples } from './field-samples.tsx'
import { GridSamples } from './grid-samples.tsx'
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
      </main>
    </Providers>
  </StrictMode>,
)
