import { StepTrail, type TrailStep } from '../../ui/form/step-trail.tsx'

export type ImportStep = 'file' | 'columns' | 'check'
const stepNames: Record<ImportStep, string> = { file: 'Berkas', columns: 'Kolom', check: 'Periksa' }
const order: readonly ImportStep[] = ['file', 'columns', 'check']

export const importCrumbs = [{ label: 'Peserta', path: '/peserta' }, { label: 'Impor Excel' }]

interface ImportTrailProps {
  step: ImportStep | 'done'
  onGo?: ((step: ImportStep) => void) | undefined
}

export function ImportTrail({ step, onGo }: ImportTrailProps) {
  const at = step === 'done' ? order.length : order.indexOf(step)
  const steps: TrailStep[] = order.map((one, index) => ({
    label: stepNames[one],
    state: index < at ? 'done' : index === at ? 'now' : 'next',
    ...(index < at && onGo ? { onGo: () => onGo(one) } : {}),
  }))
  return (
    <StepTrail
      label="Langkah impor"
      steps={[...steps, { label: 'Selesai', state: step === 'done' ? 'now' : 'next' }]}
    />
  )
}
