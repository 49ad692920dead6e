import { Box, Flex } from '@mantine/core'
import type { TablerIcon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './disc-steps.module.css'
import layout from './layout.module.css'
import { StepDisc, type StepState } from './step-disc.tsx'

export interface DiscStep {
  title: string
  detail: string
  state: StepState
  /** Shown instead of the number while the step is not done. */
  sign?: TablerIcon
  /** Content of the step. */
  children?: ReactNode
}

/** Steps below each other, connected by a line. */
export function DiscSteps({ steps, label }: { steps: readonly DiscStep[]; label: string }) {
  return (
    <ol className={layout.tight} aria-label={label}>
      {steps.map(({ title, detail, state, sign, children }, index) => {
        return (
          <li key={title} className={styles.step} aria-current={state === 'now' ? 'step' : undefined}>
            <StepDisc number={index + 1} state={state} sign={sign} />
            <div className={layout.fills}>
              <Box component="p" fz="0.875rem" fw={600} lh="1.125rem">
                {title}
                {state === 'done' && <span className={layout.unseen}> (selesai)</span>}
              </Box>
              <Box component="p" c="var(--ink-2)" fz="0.78125rem" lh="1.0625rem">
                {detail}
              </Box>
              {children !== undefined && (
                <Flex direction="column" mt="0.625rem" gap="0.625rem">
                  {children}
                </Flex>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
