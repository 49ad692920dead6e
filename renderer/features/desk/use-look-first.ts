import { useEffect, useState } from 'react'

/** Ms during which the words cannot be confirmed, so that Enter after the code, or while typing, confirms nothing unread. */
const look = 1000

/** Why the words that were just shown cannot be confirmed yet; undefined after a second. */
export function useLookFirst(): string | undefined {
  const [looked, setLooked] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLooked(true), look)
    return () => clearTimeout(timer)
  }, [])
  return looked ? undefined : 'Bandingkan dulu katanya.'
}
