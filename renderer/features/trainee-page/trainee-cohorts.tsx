import { Box, Flex } from '@mantine/core'
import { certificatePath } from '../../../shared/features/certificate/certificate-path.ts'
import type { Restricted, Trainee } from '../../../shared/features/trainee/contract.ts'
import { formatTraineeState } from '../../../shared/features/trainee/trainee-state-format.ts'
import { shortDate, yearOf } from '../../../shared/kernel/plain-date.ts'
import { cohortPath } from '../../app/cohort-path.ts'
import { classNames } from '../../ui/page/class-names.ts'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { PathLink } from '../../ui/page/path-link.tsx'
import { formatGroup, formatSource } from '../trainee/trainee-format.ts'

interface TraineeCohortsProps {
  cohorts: Trainee['cohorts']
  /** Null until the restricted data is requested. */
  admissions: Restricted['admissions'] | null
}

/** The classes of a person with result, certificate number, and the data at admission. */
export function TraineeCohorts({ cohorts, admissions }: TraineeCohortsProps) {
  return (
    <Panel title="Kelas">
      {cohorts.length === 0 ? (
        <Box component="p" c="var(--ink-2)" fz="0.75rem" lh="1rem">
          Belum mengikuti kelas.
        </Box>
      ) : (
        <Flex component="ul" direction="column" gap="0.625rem">
          {cohorts.map(({ code, title, start, end, outcome, certificate, certificateId, target, repeatReason }) => {
            const hidden = target && admissions?.find(row => row.cohort === title)
            return (
              <li key={code}>
                <Flex component="p" justify="space-between" gap="0.75rem" fz="0.8125rem" lh="1.125rem">
                  <PathLink path={cohortPath(code)} className={classNames(layout.bareLink, layout.strong)}>
                    {title}
                  </PathLink>
                  <span>{formatTraineeState(outcome ?? 'enrolled')}</span>
                </Flex>
                <p className={layout.detail}>
                  {shortDate(start)} {yearOf(start)} – {shortDate(end)} {yearOf(end)}
                  {target
                    ? ` · saat masuk: ${formatGroup(hidden?.stunting ? [...target.groups, 'STUNTING'] : target.groups)}, ${formatSource(target)}${hidden && hidden.decile !== null ? `, desil ${hidden.decile}` : ''}`
                    : ' · masuk tanpa bukti sasaran'}
                </p>
                {repeatReason !== '' && <p className={layout.detail}>Ikut lagi: {repeatReason}</p>}
                {certificate !== null && (
                  <Box component="p" ff="monospace" fz="0.75rem" fw={500} lh="1rem">
                    {certificateId === null ? (
                      certificate
                    ) : (
                      <PathLink path={certificatePath(certificate)}>{certificate}</PathLink>
                    )}
                  </Box>
                )}
              </li>
            )
          })}
        </Flex>
      )}
    </Panel>
  )
}
