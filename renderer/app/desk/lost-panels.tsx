import { IconCheck, IconClock } from '@tabler/icons-react'
import { Panel } from '../../ui/page/panel.tsx'
import { useSession } from '../session.tsx'
import styles from './lost-strip.module.css'
import { useConnection } from './use-connection.ts'

const goesOn = ['Melihat yang sudah terbuka', 'Mengisi kehadiran dan formulir', 'Mencetak yang sudah tampil']

const helps = [
  'Apakah PC utama menyala dan Balai terbuka?',
  'Apakah kabel jaringan tertancap?',
  'Beri tahu Admin di PC utama.',
]

/** Beside the work while the host is away: what goes on, what waits, and what usually helps. Nothing while it is there. */
export function LostPanels() {
  const { operator } = useSession()
  const { shown } = useConnection()
  if (!shown) return null
  return (
    <>
      <Panel title="Sementara terputus" flush>
        <ul className={styles.list}>
          {goesOn.map(words => (
            <li key={words}>
              <IconCheck size={16} color="var(--ok)" aria-hidden />
              {words}
            </li>
          ))}
          <li className={styles.later}>
            <IconClock size={16} aria-hidden />
            Menutup hari, menerbitkan, mencari orang lain: menunggu PC utama
          </li>
        </ul>
      </Panel>
      <Panel title="Yang biasa menolong" flush>
        <ol className={styles.list}>
          {helps.map((words, index) => (
            <li key={words}>
              <b aria-hidden>{index + 1}</b>
              {words}
            </li>
          ))}
        </ol>
      </Panel>
      <p className={styles.safe}>
        Tidak ada yang hilang bila komputer ini dimatikan: isian ada di sini, terenkripsi, atas nama {operator.name}.
      </p>
    </>
  )
}
