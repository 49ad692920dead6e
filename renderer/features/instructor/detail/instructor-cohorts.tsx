import { Box } from '@mantine/core'
import type { InstructorRow } from '../../../../shared/features/instructor/contract.ts'
import { shortDay } from '../../../../shared/kernel/plain-date.ts'
import { cohortPath } from '../../../app/cohort-path.ts'
import { Badge, type BadgeTone } from '../../../ui/feedback/badge.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Columns } from '../../../ui/page/columns.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Panel } from '../../../ui/page/panel.tsx'
import { PathLink } from '../../../ui/page/path-link.tsx'

const states: Record<InstructorRow['cohorts'][number]['status'], { tone: BadgeTone; words: string }> = {
  running: { tone: 'info', words: 'Berjalan' },
  planned: { tone: 'neutral', words: 'Rencana' },
  finished: { tone: 'ok', words: 'Selesai' },
}

/** The classes of an instructor, newest first. */
export function InstructorCohorts({ cohorts }: { cohorts: InstructorRow['cohorts'] }) {
  return (
    <Panel title="Kelas" flush>
      {cohorts.length === 0 ? (
        <EmptyState title="Belum mengajar kelas mana pun.">Instruktur dipilih saat angkatan direncanakan.</EmptyState>
      ) : (
        <ul className={layout.lines}>
          {cohorts.map(({ code, title, start, end, status }) => (
            <Columns
              component="li"
              key={code}
              className={layout.note}
              align="center"
              gap="1rem"
              p="0.375rem 1rem"
              widths="2fr 1fr 2fr auto"
            >
              <Box component="span" fz="0.84375rem" fw={600}>
                <PathLink path={cohortPath(code)} className={layout.bareLink}>
                  {title}
                </PathLink>
              </Box>
              <span>{code}</span>
              <span>
                {shortDay(start, { year: true })} – {shortDay(end, { year: true })}
              </span>
              <Badge tone={states[status].tone}>{states[status].words}</Badge>
            </Columns>
          ))}
        </ul>
      )}
    </Panel>
  )
}
