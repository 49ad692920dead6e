import { useRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { openFromFigure } from '../../app/list/way-back.ts'
import { PathLink } from '../../ui/page/path-link.tsx'
import { leaveFrom } from './use-marks.ts'

interface MarkLinkProps {
  /** Unique on the page. */
  mark: string
  path: string
  /** Name and figure for screen readers. */
  label: string
  className: string | undefined
  children: ReactNode
}

/** A mark of a chart or a figure in a sentence that links to the people or entries behind it. */
export function MarkLink({ mark, path, label, className, children }: MarkLinkProps) {
  const router = useRouter()
  return (
    <PathLink
      data-mark={mark}
      tabIndex={-1}
      path={path}
      aria-label={label}
      title={label}
      className={className}
      onClick={event => {
        leaveFrom(mark)
        if (event.button !== 0) return
        event.preventDefault()
        openFromFigure(router, path)
      }}
    >
      {children}
    </PathLink>
  )
}
