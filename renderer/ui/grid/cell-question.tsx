import type { KeyboardEvent } from 'react'
import { ActionButton } from '../action/action-button.tsx'
import { KeyCap } from '../action/key-cap.tsx'
import { programKeys } from '../action/program-keys.ts'
import styles from './key-grid.module.css'
import type { KeyGridQuestion } from './key-grid-types.ts'

interface CellQuestionProps {
  question: KeyGridQuestion
  /** Returns to the cell. */
  onLeave: () => void
}

/** Shown beside its focused cell; F4 enters it, arrows change the choice, Esc returns. */
export function CellQuestion({ question, onLeave }: CellQuestionProps) {
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (by === undefined && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (by === undefined) return onLeave()
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    const at = buttons.findIndex(button => button.contains(document.activeElement))
    buttons[(at + by + buttons.length) % buttons.length]?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the buttons inside
    <div className={styles.question} data-question onKeyDown={onKeyDown}>
      <span>{question.words}</span>
      {question.choices.map(choice => (
        <ActionButton
          key={choice.label}
          size="xs"
          label={choice.spoken}
          onAction={() => {
            onLeave()
            choice.run()
          }}
        >
          {choice.label}
        </ActionButton>
      ))}
      <KeyCap>{programKeys.choices}</KeyCap>
    </div>
  )
}
