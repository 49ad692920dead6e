import styles from './highlight.module.css'
import { highlightParts } from './highlight-parts.ts'

/** A text with the matches of the query in bold tinta. */
export function Highlight({ text, query }: { text: string; query: string }) {
  let at = 0
  return (
    <>
      {highlightParts(text, query).map(part => {
        const key = at
        at += part.text.length
        return part.hit ? (
          <b key={key} className={styles.hit}>
            {part.text}
          </b>
        ) : (
          part.text
        )
      })}
    </>
  )
}
