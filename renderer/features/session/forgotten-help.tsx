import { useState } from 'react'
import type { AccessStatus } from '../../../shared/features/access/contract.ts'
import { LinkAction } from '../../ui/action/link-action.tsx'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './forgotten-help.module.css'
import { SheetResetDialog } from './sheet-reset-dialog.tsx'

/** Whom to ask for a new PIN or password. Nobody is ever shut out: an Admin gives one for a single use, or the sheet from the safe does. */
export function ForgottenHelp({ access: { accounts } }: { access: AccessStatus }) {
  const [bySheet, setBySheet] = useState(false)
  const admins = accounts.filter(({ roles }) => roles.includes('admin'))
  return (
    <Panel title="Lupa PIN atau sandi">
      <ol className={styles.ways}>
        <li>
          <b>Minta Admin</b>
          <p>
            {admins.map(({ name }) => name).join(' atau ')} memberi sandi sekali pakai di Pengaturan, Pengguna & Peran,
            satu menit.
          </p>
        </li>
        <li>
          <b>Admin sendiri yang lupa</b>
          <p>
            Ambil lembar pemulihan dari brankas.{' '}
            <LinkAction onAction={() => setBySheet(true)}>Pakai lembar pemulihan</LinkAction>
          </p>
          <p>
            Tanpa lembar: siapa pun yang memegang komputer utama dapat menjalankan perintah{' '}
            <code>balai reset-password</code> di sana. Keduanya tercatat di riwayat.
          </p>
        </li>
      </ol>
      {bySheet && <SheetResetDialog admins={admins} onClose={() => setBySheet(false)} />}
    </Panel>
  )
}
