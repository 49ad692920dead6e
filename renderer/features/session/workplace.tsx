import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { SessionStatus } from '../../../shared/features/session/contract.ts'
import { LockScreen } from './lock-screen.tsx'
import { SignInPage } from './sign-in-page.tsx'

interface WorkplaceProps {
  status: SessionStatus
  locked: boolean
  children: ReactNode
}

/**
 * The pages of the signed-in person. While locked they stay mounted but are removed from the document, so that nothing can be read, copied or reached
 * by keys. The same person returns to the same scroll position, selection and cursor.
 */
export function Workplace({ status, locked, children }: WorkplaceProps) {
  const place = useRef<HTMLDivElement>(null)
  const pages = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState(!locked)
  const [leftAt, setLeftAt] = useState<string | null>(null)
  useEffect(() => {
    if (!locked) setOpened(true)
  }, [locked])
  useLayoutEffect(() => {
    if (!locked || !pages.current || !place.current) return
    setLeftAt(labelOf(document.activeElement))
    return takeAway(pages.current, place.current)
  }, [locked])
  // Locked before this page was loaded: there is nothing to return to.
  if (!opened) return <SignInPage status={status} />
  return (
    <>
      <div ref={place} style={{ display: 'contents' }}>
        <div ref={pages} style={{ display: 'contents' }}>
          {children}
        </div>
      </div>
      {locked && <LockScreen status={status} leftAt={leftAt} />}
    </>
  )
}

/** Removes the pages and all overlays from the document; returns a function that puts them back. */
function takeAway(pages: HTMLElement, place: HTMLElement): () => void {
  const active = document.activeElement
  const scrolled = [...document.querySelectorAll<HTMLElement>('*')]
    .filter(element => element.scrollTop !== 0 || element.scrollLeft !== 0)
    .map(element => ({ element, top: element.scrollTop, left: element.scrollLeft }))
  const floating = [...document.body.children].filter(
    child => child !== place.closest('#root') && !(child instanceof HTMLScriptElement),
  )
  for (const element of [pages, ...floating]) element.remove()
  return () => {
    place.append(pages)
    document.body.append(...floating)
    for (const { element, top, left } of scrolled) element.scrollTo({ top, left, behavior: 'instant' })
    if (active instanceof HTMLElement) active.focus({ preventScroll: true })
  }
}

function labelOf(element: Element | null): string | null {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return null
  return element.labels?.[0]?.textContent?.trim() || element.getAttribute('aria-label')
}
