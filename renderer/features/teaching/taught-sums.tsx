import { Box, Flex } from '@mantine/core'
import type { CohortTeaching } from '../../../shared/features/teaching/contract.ts'
import { hoursByInstructor } from '../../../shared/features/teaching/lesson.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './taught-sums.module.css'

interface TaughtSumsProps {
  teaching: CohortTeaching
  /** Opens the hours of all classes. */
  onReport: () => void
  onPaper: () => void
}

/** Hours of each instructor: on closed days, and in the whole class as planned. */
export function TaughtSums({ teaching: { days, instructors }, onReport, onPaper }: TaughtSumsProps) {
  const closed = hoursByInstructor(days.filter(day => day.closed).flatMap(day => day.lessons))
  const all = hoursByInstructor(days.flatMap(day => day.lessons))
  const people = instructors.filter(person => all.has(person.id))
  return (
    <Panel title="Jam mengajar">
      {people.length === 0 ? (
        <p className={layout.note}>Belum ada pengajar di kelas ini.</p>
      ) : (
        <table className={styles.sums}>
          <Box component="caption" pb="0.25rem" c="var(--ink-2)" fz="0.75rem" lh="1rem" ta="start">
            JP ditutup dari semua
          </Box>
          <tbody>
            {people.map(({ id, name }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>
                  <b>{closed.get(id) ?? 0}</b> dari {all.get(id)} JP
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Flex direction="column" align="flex-start" gap="0.25rem" pt="0.75rem">
        <LinkAction size="small" onAction={onPaper}>
          Cetak daftar jam mengajar
        </LinkAction>
        <LinkAction size="small" onAction={onReport}>
          Jam semua kelas, per masa
        </LinkAction>
      </Flex>
    </Panel>
  )
}
