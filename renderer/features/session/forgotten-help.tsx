import { Select } from '@mantine/core'
import { useState } from 'react'
import type { AccessStatus, Account } from '../../../shared/features/access/contract.ts'
import { api, useCommand } from '../../app/client.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { FormModal } from '../../ui/dialog/form-dialog.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import { field } from '../../ui/form/field.tsx'
import { SheetCodeField, useSheetCode } from '../../ui/form/sheet-code-field.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './forgotten-help.module.css'

/** How to get a new PIN or password: from an Admin for a single use, or by the recovery sheet, so nobody is locked out for good. */
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

interface SheetResetDialogProps {
  admins: readonly Account[]
  onClose: () => void
}

/** Gives an Admin a single-use password by the recovery sheet. It is shown once and must be changed at sign-in. */
function SheetResetDialog({ admins, onClose }: SheetResetDialogProps) {
  const [id, setId] = useState(admins[0]?.id ?? null)
  const sheet = useSheetCode()
  const [given, setGiven] = useState<{ secret: string; until: string } | null>(null)
  const reset = useCommand(api.computer.resetAdmin)

  async function ask() {
    if (id === null) return
    const done = await reset.run({ id, code: sheet.code })
    if (done) setGiven(done.output)
  }

  return (
    <FormModal
      title="Atur ulang Admin dengan lembar pemulihan"
      size={520}
      onClose={onClose}
      error={reset.error}
      action={
        given
          ? { label: 'Masuk dengan sandi ini', run: onClose }
          : {
              label: 'Atur ulang',
              refused: sheet.refused,
              pending: reset.pending,
              run: ask,
            }
      }
    >
      {given ? (
        <Note tone="ok" title={given.secret} live>
          Sandi sekali pakai, berlaku sampai {given.until.slice(11, 16).replace(':', '.')}. Diganti saat pertama masuk.
        </Note>
      ) : (
        <>
          <p className={layout.words}>Pemakaian lembar ini tercatat di riwayat dengan waktu dan mejanya.</p>
          <Select
            {...field({ label: 'Admin' })}
            allowDeselect={false}
            data={admins.map(admin => ({ value: String(admin.id), label: admin.name }))}
            value={id === null ? null : String(id)}
            onChange={value => setId(admins.find(admin => String(admin.id) === value)?.id ?? null)}
          />
          <SheetCodeField sheet={sheet} />
        </>
      )}
    </FormModal>
  )
}
