import type { AccessStatus } from '../../../shared/features/access/contract.ts'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './forgotten-help.module.css'

/** Whom to ask for a new PIN or password. Nobody is ever shut out: an Admin gives one for a single use. */
export function ForgottenHelp({ access: { accounts } }: { access: AccessStatus }) {
  const admins = accounts.filter(({ roles }) => roles.includes('admin')).map(({ name }) => name)
  return (
    <Panel title="Lupa PIN atau sandi">
      <ol className={styles.ways}>
        <li>
          <b>Minta Admin</b>
          <p>{admins.join(' atau ')} memberi sandi sekali pakai di Pengaturan, Pengguna & Peran, satu menit.</p>
        </li>
        <li>
          <b>Admin sendiri yang lupa</b>
          <p>
            Siapa pun yang memegang komputer utama dapat menjalankan perintah <code>balai reset-password</code> di sana;
            perintah itu tercatat di riwayat.
          </p>
        </li>
      </ol>
    </Panel>
  )
}
