import { Popover } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useState } from 'react'
import { ActionButton } from '../../ui/action/action-button.tsx'
import layout from '../../ui/page/layout.module.css'
import { type Connection, connection } from './connection.ts'
import { WhatHelps } from './lost-panels.tsx'
import styles from './lost-strip.module.css'

/** Above every page while the host does not answer. Open work stays, entries wait. Never a dialog. */
export function LostStrip({ connection: { lostAt, tryIn, waiting } }: { connection: Connection }) {
  const [help, setHelp] = useState(false)
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
      <Popover opened={help} onChange={setHelp} position="bottom-end" width={320} withArrow withRoles={false}>
        <Popover.Target>
          {/* A plain element as anchor: the aria attributes of a popover are not valid on a span. */}
          <span>
            <ActionButton size="sm" onAction={() => setHelp(!help)}>
              Cara memeriksa
            </ActionButton>
          </span>
        </Popover.Target>
        <Popover.Dropdown>
          <WhatHelps />
          <p>
            Sementara terputus: yang sudah terbuka tetap terbaca, kehadiran, nilai, dan formulir dapat diisi. Menutup
            hari, menerbitkan, dan mencari menunggu PC utama. Tidak ada yang hilang bila komputer ini dimatikan: isian
            tersimpan di sini, terenkripsi.
          </p>
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}

function clockOf(date: Date | null): string {
  if (!date) return ''
  return `${String(date.getHours()).padStart(2, '0')}.${String(date.getMinutes()).padStart(2, '0')}`
}
