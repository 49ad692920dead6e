import { PasswordInput } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import { paragraph } from '../../../../shared/kernel/schema.ts'
import { api, useCommand } from '../../../app/client.ts'
import { useFileCommand } from '../../../app/file/use-file-command.ts'
import { FormModal } from '../../../ui/dialog/form-dialog.tsx'
import { ReasonDialog } from '../../../ui/dialog/reason-dialog.tsx'
import { field, typing } from '../../../ui/form/field.tsx'
import { FileDrop } from '../../../ui/form/file-drop.tsx'
import layout from '../../../ui/page/layout.module.css'

/** Exports the private keys into a file protected by a passphrase. */
export function BackUpDialog({ onClose }: { onClose: () => void }) {
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const backUp = useFileCommand(api.verification.backUp, () => 'Cadangan kunci dibuat.')
  const refused =
    first.length < 12 ? 'Tulis paling sedikit 12 huruf.' : first !== second ? 'Kedua kata sandi belum sama.' : undefined
  async function run() {
    if (await backUp.run({ passphrase: first })) onClose()
  }
  return (
    <FormModal
      title="Cadangkan kunci"
      size={480}
      onClose={onClose}
      error={backUp.error}
      action={{ label: 'Simpan cadangan', refused, pending: backUp.pending, run }}
    >
      <p className={layout.words}>
        Berkas cadangan dienkripsi dengan kata sandi ini. Tanpa kata sandi, berkasnya tidak dapat dibuka oleh siapa pun;
        beberapa kata yang tidak berhubungan mudah diingat dan sulit ditebak.
      </p>
      <PasswordInput
        {...field({ label: 'Kata sandi' })}
        data-autofocus
        autoComplete="new-password"
        {...typing(first, setFirst)}
      />
      <PasswordInput
        {...field({ label: 'Kata sandi sekali lagi' })}
        autoComplete="new-password"
        {...typing(second, setSecond)}
      />
    </FormModal>
  )
}

export function RestoreDialog({ onClose }: { onClose: () => void }) {
  const [file, setFile] = useState<File | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const restore = useCommand(api.verification.restore, {
    done: ({ restored }) => (restored === 0 ? 'Semua kunci sudah ada di sini.' : `${restored} kunci dipulihkan.`),
  })
  const refused = file === null ? 'Pilih berkas cadangan.' : passphrase === '' ? 'Tulis kata sandinya.' : undefined
  async function run() {
    if (file !== null && (await restore.run({ file, passphrase }))) onClose()
  }
  return (
    <FormModal
      title="Pulihkan kunci dari cadangan"
      size={480}
      onClose={onClose}
      error={restore.error}
      action={{ label: 'Pulihkan', refused, pending: restore.pending, run }}
    >
      <FileDrop compact label="Cadangan kunci" accept=".json,application/json" icon={IconFileImport} onFile={setFile}>
        {file === null ? 'Jatuhkan berkas cadangan-kunci di sini' : file.name}
      </FileDrop>
      <PasswordInput
        {...field({ label: 'Kata sandi' })}
        data-autofocus
        autoComplete="off"
        {...typing(passphrase, setPassphrase)}
      />
    </FormModal>
  )
}

/** Makes a new key for later papers; the old one still verifies older papers. */
export function RotateDialog({ onClose }: { onClose: () => void }) {
  const rotate = useCommand(api.verification.rotate, { done: ({ id }) => `Kunci ${id} dipakai mulai sekarang.` })
  return (
    <ReasonDialog
      title="Ganti kunci tanda tangan?"
      schema={paragraph(300, 5)}
      action="Buat kunci baru"
      error={rotate.error}
      onAction={async reason => {
        if (await rotate.run({ reason })) onClose()
      }}
      onCancel={onClose}
    >
      <p>
        Sertifikat berikutnya ditandatangani dengan kunci baru. Yang sudah terbit tetap sah; bagikan lagi halaman
        pemeriksa dan kunci publik, dan cadangkan kunci baru.
      </p>
    </ReasonDialog>
  )
}
