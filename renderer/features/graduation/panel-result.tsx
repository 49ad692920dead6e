import type { Graduation } from '../../../shared/features/graduation/contract.ts'
import { hundredths } from '../../../shared/kernel/number-format.ts'
import { ResultLine } from '../../ui/feedback/result-line.tsx'

export function Result({ graduation, parts }: { graduation: Graduation; parts: readonly string[] }) {
  const { rules, panel } = graduation
  return (
    <ResultLine
      facts={
        panel
          ? `ditetapkan ${panel.decidedBy}${panel.place ? `, di ${panel.place}` : ''}`
          : 'usulan menurut aturan; sidang yang memutuskan'
      }
      extra={
        <>
          Syarat: hadir ≥ <b>{rules.daysNeeded}</b> hari · nilai akhir ≥ <b>{hundredths(rules.passMark)}</b>
          {rules.unitsRequired && (
            <>
              {' '}
              · unit wajib <b>K</b>
            </>
          )}
        </>
      }
    >
      {parts.length === 0 ? 'Belum ada peserta' : parts.join(' · ')}
    </ResultLine>
  )
}
