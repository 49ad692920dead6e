import { Children, type ReactNode } from 'react'

/** '3 orang · 1 keluar': parts of a line, some of them links. Empty parts are left out. */
export function Joined({ parts }: { parts: readonly ReactNode[] }) {
  return <span>{Children.toArray(parts).flatMap((part, index) => (index === 0 ? [part] : [' · ', part]))}</span>
}
