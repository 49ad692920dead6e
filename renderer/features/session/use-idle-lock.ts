import { useEffect, useState } from 'react'
import { lockNow } from '../../app/lock-now.ts'

/** Seconds before the lock during which a warning is shown. */
const warnFor = 30

/** Locks after some minutes without keys or mouse. Returns the seconds left during the warning, else null. */
export function useIdleLock(minutes: number | undefined, locked: boolean): number | null {
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null)
  useEffect(() => {
    if (minutes === undefined || locked) return setSecondsLeft(null)
    let touched = Date.now()
    const touch = () => {
      touched = Date.now()
      setSecondsLeft(null)
    }
    const events = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
    for (const event of events) window.addEventListener(event, touch, { capture: true, passive: true })
    const timer = setInterval(() => {
      const seconds = Math.ceil((touched + minutes * 60_000 - Date.now()) / 1000)
      if (seconds <= 0) lockNow()
      else setSecondsLeft(seconds <= warnFor ? seconds : null)
    }, 1000)
    return () => {
      clearInterval(timer)
      for (const event of events) window.removeEventListener(event, touch, { capture: true })
    }
  }, [minutes, locked])
  return secondsLeft
}
