import { Box } from '@mantine/core'
import { type Mark, markLabel } from '../../../shared/features/attendance/mark.ts'
import { showTime } from '../../../shared/kernel/time.ts'
import { classNames } from '../../ui/page/class-names.ts'
import layout from '../../ui/page/layout.module.css'
import type { ExceptionReading } from './exception-reading.ts'
import styles from './exception-reading-text.module.css'

/** '3 Eka Puspitasari Sakit · 7 Kartini Izin · 13 lainnya Hadir' */
export function ExceptionReadingText({ reading }: { reading: ExceptionReading }) {
  const { exceptions, kept, rest } = reading
  return (
    <Box component="p" c="var(--ink)" fz="0.75rem" lh="1.125rem">
      {exceptions.map(({ trainee, mark, arrivedAt }) => (
        <span key={trainee.enrolmentId} className={styles.part}>
          <b>{trainee.position}</b> {trainee.name} <MarkWord mark={mark} />
          {arrivedAt !== null && <> {showTime(arrivedAt)}</>}
        </span>
      ))}
      {kept.length > 0 && (
        <span className={styles.part}>
          tanda lama tetap:{' '}
          {kept.map((one, index) => (
            <span key={one.enrolmentId}>
              {index > 0 && ', '}
              <b>{one.position}</b> {one.mark && <MarkWord mark={one.mark} />}
            </span>
          ))}
        </span>
      )}
      {rest > 0 && (
        <span className={styles.part}>
          {rest} {exceptions.length + kept.length > 0 ? 'lainnya' : 'orang'} <MarkWord mark="H" />
        </span>
      )}
    </Box>
  )
}

function MarkWord({ mark }: { mark: Mark }) {
  return <span className={classNames(layout.strong, styles[mark])}>{markLabel(mark)}</span>
}
