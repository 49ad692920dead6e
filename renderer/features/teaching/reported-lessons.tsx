import { Box, Flex } from '@mantine/core'
import type { TeachingHours } from '../../../shared/features/teaching/contract.ts'
import { lessonRange } from '../../../shared/features/teaching/lesson.ts'
import { shortDay } from '../../../shared/kernel/plain-date.ts'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './reported-lessons.module.css'

/** The lessons behind the total of one instructor. */
export function ReportedLessons({ person }: { person: TeachingHours }) {
  return (
    <Panel fill title={person.name} facts={`${person.hours} JP`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keys */}
      <section className={styles.scroll} tabIndex={0} aria-label={`Jam mengajar ${person.name}`}>
        <ul className={styles.lessons}>
          {person.lessons.map(lesson => (
            <li key={`${lesson.cohort} ${lesson.date} ${lesson.start} ${lesson.unit} ${lesson.kind}`}>
              <Flex component="p" gap="0.5rem" fz="0.8125rem" lh="1.125rem">
                <b>{shortDay(lesson.date)}</b>
                {` ${lessonRange(lesson)}`}
                <Box component="span" ms="auto">
                  {lesson.hours} JP
                </Box>
              </Flex>
              <p className={layout.detail}>
                {lesson.title}, hari ke-{lesson.n}. {lesson.unit} ({lesson.kind === 'theory' ? 'teori' : 'praktik'})
              </p>
            </li>
          ))}
        </ul>
      </section>
    </Panel>
  )
}
