import { Flex, UnstyledButton } from '@mantine/core'
import { classNames } from '../page/class-names.ts'
import { StepDisc, type StepState } from '../page/step-disc.tsx'
import styles from './step-trail.module.css'

export interface TrailStep {
  label: string
  state: StepState
  /** Returns to a finished step. */
  onGo?: (() => void) | undefined
}

/** The steps of a wizard, in the head of its page. */
export function StepTrail({ label, steps }: { label: string; steps: readonly TrailStep[] }) {
  return (
    <Flex component="ol" align="center" gap="1.25rem" aria-label={label}>
      {steps.map(({ label: name, state, onGo }, index) => {
        const content = (
          <>
            <StepDisc number={index + 1} state={state} />
            {name}
          </>
        )
        const className = classNames(styles.step, styles[state])
        return (
          <li key={name} aria-current={state === 'now' ? 'step' : undefined}>
            {onGo ? (
              <UnstyledButton className={className} onClick={onGo} aria-label={`Kembali ke ${name}`}>
                {content}
              </UnstyledButton>
            ) : (
              <span className={className}>{content}</span>
            )}
          </li>
        )
      })}
    </Flex>
  )
}
