import type { ReactNode } from 'react'

/** One widget with its states, and its last callback as text, for people and tests to read. */
export function Sample({
  name,
  lastEvent,
  wide = false,
  children,
}: {
  name: string
  lastEvent?: string
  wide?: boolean
  children: ReactNode
}) {
  return (
    <section aria-label={name}>
      <h2>{name}</h2>
      <div className={wide ? 'wide' : 'states'}>{children}</div>
      {lastEvent !== undefined && <output>{lastEvent}</output>}
    </section>
  )
}
