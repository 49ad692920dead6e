import { IconPlugConnectedX } from '@tabler/icons-react'
import { ActionButton } from '../../ui/action/action-button.tsx'
import layout from '../../ui/page/layout.module.css'
import { openConnectionHelp } from '../guide/guide-store.ts'
import { type Connection, connection } from './connection.ts'
import styles from './lost-strip.module.css'

/** Above every page while the host does not answer. Open work stays, entries wait. Never a dialog. */
export function LostStrip({ connection: { lostAt, tryIn, waiting } }: { connection: Connection }) {
  return (
    <div className={styles.strip} role="status">
      <IconPlugConnectedX size={20} color="var(--warn)" aria-hidden />
      <span className={layout.fills}>
        <strong>PC utama tidak terjangkau sejak {clockOf(lostAt)}.</strong> Terus mengetik: isian disimpan di sini,
        dikirim sendiri nanti.
      </span>
      {waiting > 0 && <strong className={styles.waiting}>{waiting} menunggu dikirim</strong>}
      <span className={styles.next} aria-hidden>
        mencoba lagi {Math.max(0, tryIn)} dtk
      </span>
      <ActionButton size="sm" onAction={connection.tryNow}>
        Coba sambungkan
      </ActionButton>
      <ActionButton size="sm" onAction={openConnectionHelp}>
        Cara memeriksa
      </ActionButton>
    </div>
  )
}

function clockOf(date: Date | null): string {
  if (!date) return ''
  return `${String(date.getHours()).padStart(2, '0')}.${String(date.getMinutes()).padStart(2, '0')}`
}
