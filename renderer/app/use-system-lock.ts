import { useEffect } from 'react'
import { lockNow } from './lock-now.ts'

/** What the shell posts when Windows was locked or went to sleep. */
const lockedMessage = 'balai:locked'

/** Locks with the system; a browser never says so. */
export function useSystemLock(): void {
  useEffect(() => {
    const hear = ({ source, origin, data }: MessageEvent) => {
      if (source === window && origin === window.location.origin && data === lockedMessage) lockNow()
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [])
}
