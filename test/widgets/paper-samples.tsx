import { useState } from 'react'
import { ActionButton } from '../../renderer/ui/action/action-button.tsx'
import { PaperPreview } from '../../renderer/ui/paper/paper-preview.tsx'
import { Sample } from './sample.tsx'

type State = 'closed' | 'ready' | 'drawing' | 'failed'

export function PaperSamples() {
  const [state, setState] = useState<State>('closed')
  const [printed, setPrinted] = useState(0)
  return (
    <Sample name="PaperPreview" lastEvent={`dicetak ${printed}`}>
      <ActionButton onAction={() => setState('ready')}>Buka pratinjau</ActionButton>
      <ActionButton onAction={() => setState('drawing')}>Buka yang masih digambar</ActionButton>
      <ActionButton onAction={() => setState('failed')}>Buka yang gagal</ActionButton>
      <PaperPreview
        opened={state !== 'closed'}
        onClose={() => setState('closed')}
        title="Cetak daftar hadir"
        pdf={state === 'ready' ? paper : null}
        error={state === 'failed' ? 'Kertas tidak dapat digambar.' : undefined}
        onRetry={() => setState('ready')}
        choices={[
          { key: 'day', label: 'Satu hari', detail: '1 lembar' },
          { key: 'week', label: 'Satu minggu', detail: '1 lembar' },
        ]}
        choice="day"
        onPrint={() => setPrinted(printed + 1)}
      />
    </Sample>
  )
}

const content = 'BT /F1 24 Tf 72 760 Td (Daftar hadir) Tj ET'

/** A PDF of one page with one line. */
const paper = pdfOf([
  '<</Type/Catalog/Pages 2 0 R>>',
  '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
  `<</Length ${content.length}>>stream\n${content}\nendstream`,
  '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
])

/** @param objects in ASCII, numbered from 1; the first is the catalogue */
function pdfOf(objects: readonly string[]): Blob {
  let text = '%PDF-1.4\n'
  const table = ['0000000000 65535 f \n']
  for (const [index, object] of objects.entries()) {
    table.push(`${String(text.length).padStart(10, '0')} 00000 n \n`)
    text += `${index + 1} 0 obj${object} endobj\n`
  }
  const size = objects.length + 1
  const end = `xref\n0 ${size}\n${table.join('')}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`
  return new Blob([text, end], { type: 'application/pdf' })
}
