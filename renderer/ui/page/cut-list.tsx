import { Children, type ReactNode, useState } from 'react'
import { LinkAction } from '../action/action-button.tsx'

interface CutListProps {
  items: readonly ReactNode[]
  /** Shown at first. */
  most: number
  between?: string
}

/** 'a, b dan 3 lagi': the first items of a list; the count of the others shows them. */
export function CutList({ items, most, between = ', ' }: CutListProps) {
  const [all, setAll] = useState(false)
  const rest = items.length - most
  const shown = Children.toArray(all ? items : items.slice(0, most))
  return (
    <>
      {shown.flatMap((item, index) => (index === 0 ? [item] : [between, item]))}
      {rest > 0 && (
        <>
          {all ? ' · ' : ' dan '}
          <LinkAction size="small" onAction={() => setAll(!all)}>
            {all ? 'Ringkas' : `${rest} lagi`}
          </LinkAction>
        </>
      )}
    </>
  )
}
