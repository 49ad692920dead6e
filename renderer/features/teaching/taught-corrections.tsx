import { Box } from '@mantine/core'
import type { TaughtCorrection } from '../../../shared/features/teaching/contract.ts'
import layout from '../../ui/page/layout.module.css'
import { formatMoment } from '../../ui/page/moment-format.ts'

/** Earlier versions of a closed day, who changed it and why; hidden when there are none. */
export function TaughtCorrections({ corrections }: { corrections: readonly TaughtCorrection[] }) {
  if (corrections.length === 0) return null
  return (
    <section className={layout.history} aria-label="Riwayat jam mengajar">
      <Box component="h3" mb="0.25rem" c="var(--ink)" fz="0.8125rem" fw={600}>
        Riwayat
      </Box>
      <ul>
        {corrections.map(({ at, operator, reason, before, after }) => (
          <li key={`${at} ${after.join()}`}>
            {formatMoment(at)}, {operator}: {reason}
            <br />
            {before.join(' · ')} <b>menjadi</b> {after.join(' · ')}
          </li>
        ))}
      </ul>
    </section>
  )
}
