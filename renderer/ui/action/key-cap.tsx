import { IconArrowDown, IconArrowLeft, IconArrowRight, IconArrowUp, type TablerIcon } from '@tabler/icons-react'
import { Fragment } from 'react'
import { classNames } from '../page/class-names.ts'
import layout from '../page/layout.module.css'
import { type Action, actionHint, useMayRun } from './action.ts'
import styles from './key-cap.module.css'

interface KeyCapProps {
  /** As an action writes it: 'Ctrl S', 'Esc', '↑ ↓'. */
  children: string
  /** 'boxed' on light background, 'plain' in a filled button, 'dark' in the sidebar. */
  tone?: 'boxed' | 'plain' | 'dark'
}

// As icons, because the web font lacks some arrows.
const arrows: Record<string, { Icon: TablerIcon; word: string }> = {
  '←': { Icon: IconArrowLeft, word: 'kiri' },
  '→': { Icon: IconArrowRight, word: 'kanan' },
  '↑': { Icon: IconArrowUp, word: 'atas' },
  '↓': { Icon: IconArrowDown, word: 'bawah' },
}

export function KeyCap({ children, tone = 'boxed' }: KeyCapProps) {
  return (
    <kbd className={classNames(styles.cap, styles[tone])}>
      {children.split(' ').map((part, index) => {
        const arrow = arrows[part]
        return (
          <Fragment key={part}>
            {index > 0 && ' '}
            {arrow ? (
              <arrow.Icon size={11} stroke={2.25} className={styles.arrow} role="img" aria-label={arrow.word} />
            ) : (
              part
            )}
          </Fragment>
        )
      })}
    </kbd>
  )
}

/** Keys that a widget handles itself; keys of actions are hinted by the action. */
export interface KeyHint {
  /** One key, or several with the same effect. */
  keys: string | readonly string[]
  text: string
}

/** Hints below a grid or in a bar, at most six on a page; hidden in low windows. */
export function KeyHints({ hints }: { hints: readonly (KeyHint | Action)[] }) {
  const mayRun = useMayRun()
  return (
    <p className={styles.hints}>
      {hints
        .filter(hint => 'text' in hint || mayRun(hint))
        .map(hint => {
          const text = 'text' in hint ? hint.text : actionHint(hint)
          return (
            <span key={text} className={layout.oneLine}>
              {[hint.keys ?? []].flat().map(key => (
                <Fragment key={key}>
                  <KeyCap>{key}</KeyCap>{' '}
                </Fragment>
              ))}
              {text}
            </span>
          )
        })}
    </p>
  )
}
