import type { CSSProperties } from 'react'
import { classNames } from '../page/class-names.ts'
import type { RailColumn } from './rail-layout.ts'
import { spanColumns } from './rail-span-columns.ts'
import styles from './rail-spans.module.css'
import { railTemplate } from './rail-template.ts'

export interface RailSpan {
  key: string
  /** First and last day. */
  from: number
  to: number
  text: string
  tone?: 'plain' | 'warn'
}

/** Thin lines below a row of the rail, aligned with its columns. */
export function RailSpans({ columns, spans }: { columns: readonly RailColumn[]; spans: readonly RailSpan[] }) {
  return (
    <div className={styles.spans} style={{ '--rail-columns': railTemplate(columns) } as CSSProperties}>
      {spans.map(span => {
        const place = spanColumns(columns, span.from, span.to)
        return (
          place && (
            <div
              key={span.key}
              className={classNames(styles.span, span.tone === 'warn' && styles.warn)}
              style={{ gridColumn: `${place.start} / ${place.end}` }}
            >
              {span.text}
            </div>
          )
        )
      })}
    </div>
  )
}
