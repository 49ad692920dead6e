import { IconPlugConnectedX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import layout from '../../ui/page/layout.module.css'
import styles from './lost-strip.module.css'

/** Above every page of a desk during the last minute of its host: people can finish, and nothing is lost. */
export function ClosingStrip({ closing: { by, at } }: { closing: { by: string; at: number } }) {
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <div className={styles.strip}>
      <IconPlugConnectedX size={20} color="var(--warn)" aria-hidden />
      <span className={layout.fills} role="status">
        <strong>PC utama ditutup {by}</strong> sebentar lagi. Isian Anda tersimpan.
      </span>
      <span className={styles.next} aria-hidden>
        {Math.max(0, Math.ceil((at - now) / 1000))} dtk lagi
      </span>
    </div>
  )
}
