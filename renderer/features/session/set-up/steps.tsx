import { Box, Flex, UnstyledButton } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import styles from '../set-up-steps.module.css'

interface StepsProps {
  steps: readonly { title: string; detail: string }[]
  /** 0 is the first. */
  step: number
  /** Returns to a finished step. */
  onStep?: (step: number) => void
}

/** The steps in the dark column. */
export function Steps({ steps, step, onStep }: StepsProps) {
  return (
    <Flex component="ol" direction="column" aria-label="Langkah">
      {steps.map(({ title, detail }, index) => (
        <li key={title} className={styles.step} aria-current={index === step ? 'step' : undefined}>
          <span className={styles.number} aria-hidden>
            {index < step ? <IconCheck size={16} /> : index + 1}
          </span>
          <span>
            {index < step && onStep ? (
              <UnstyledButton className={styles.title} onClick={() => onStep(index)}>
                {title}
              </UnstyledButton>
            ) : (
              <span className={styles.title}>{title}</span>
            )}
            <Box component="span" display="block" c="var(--side-ink-2)" fz="0.8125rem" lh="1.125rem">
              {detail}
            </Box>
          </span>
        </li>
      ))}
    </Flex>
  )
}
