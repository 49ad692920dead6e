import { KeyCap } from '../../ui/action/key-cap.tsx'
import type { GuideText } from './guide-book.ts'
import styles from './guide-pane.module.css'
import { turnGuide } from './guide-store.ts'

/** A sentence of the guide with its labels, keys and links. */
export function GuideSentence({ text }: { text: readonly GuideText[] }) {
  return text.map((part, index) => {
    const key = index
    switch (part.kind) {
      case 'label':
        return <strong key={key}>{part.text}</strong>
      case 'keys':
        return <KeyCap key={key}>{part.text}</KeyCap>
      case 'stress':
        return <em key={key}>{part.text}</em>
      case 'link':
        return (
          <button
            key={key}
            type="button"
            className={styles.way}
            onClick={() => turnGuide({ kind: 'page', id: part.page })}
          >
            {part.text}
          </button>
        )
      default:
        return part.text
    }
  })
}
