import { IconArrowDown, IconArrowLeft, IconArrowRight, IconArrowUp, type TablerIcon } from '@tabler/icons-react'
import { Fragment } from 'react'
import { classNames } from '../page/class-names.ts'
import layout from '../page/layout.module.css'
import { type Action, actionHint } from './action.ts'
import styles from './key-cap.module.css'
import { useMayRun } from './may-context.ts'

interface KeyCapProps {
  /** As an action writes it: 'Ctrl S', 'Esc', '↑ ↓'. */
  children: string
  /** Boxed on light ground; plain inside a filled button; dark in the sidebar. */
  tone?: 'boxed' | 'plain' | 'dark'
}

// Drawn, because the web font has not all four arrows.
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

/** Keys that a widget hears by itself; those of the page are hinted by their action. */
export interface KeyHint {
  /** One key, or several drawn side by side that do the same thing. */
  keys: string | readonly string[]
  text: string
}

/** The line of hints below a grid or in a bar, six a page at most; goes away on low windows. */
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
