import { Modal, PasswordInput } from '@mantine/core'
import { IconFileImport, IconKey } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createRoute } from '@tanstack/react-router'
import { useState } from 'react'
import type { SigningKeyRow } from '../../../../shared/features/certificate/verification-contract.ts'
import { paragraph } from '../../../../shared/kernel/schema.ts'
import { api } from '../../../app/client.ts'
import { QueryBoundary } from '../../../app/query-boundary.tsx'
import { rootRoute } from '../../../app/root-route.tsx'
import { useCommand } from '../../../app/use-command.ts'
import { usePaperOutput } from '../../../app/use-paper-output.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { ReasonDialog } from '../../../ui/dialog/reason-dialog.tsx'
import { useReturnFocus } from '../../../ui/dialog/use-return-focus.ts'
import { Badge } from '../../../ui/feedback/badge.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Note } from '../../../ui/feedback/note.tsx'
import { field } from '../../../ui/form/field.tsx'
import { FileDrop } from '../../../ui/form/file-drop.tsx'
import { formatMoment } from '../../../ui/page/moment-format.ts'
import { Page } from '../../../ui/page/page.tsx'
import { Panel } from '../../../ui/page/panel.tsx'
import { type DataColumn, DataTable } from '../../../ui/table/data-table.tsx'
import { certificateTabs } from '../../certificate-design/certificate-tabs.ts'
import styles from './keys-page.module.css'

export const keysRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sertifikat/kunci',
  component: KeysPage,
})

/** What the centre signs its certificates with, and that it does not get lost. */
function KeysPage() {
  const [asked, setAsked] = useState<'backUp' | 'restore' | 'rotate' | null>(null)
  const reading = useQuery(api.verification.keys.queryOptions({ input: {} }))
  const inUse = reading.data?.keys.find(key => key.retiredAt === null)
  const close = () => setAsked(null)
  return (
    <Page
      title="Kunci tanda tangan"
      tabs={certificateTabs('keys')}
      actions={
        <>
          <ActionButton onAction={() => setAsked('restore')}>Pulihkan kunci</ActionButton>
          <ActionButton onAction={() => setAsked('rotate')}>Ganti kunci</ActionButton>
          <ActionButton tone="primary" icon={IconKey} onAction={() => setAsked('backUp')}>
            Cadangkan kunci
          </ActionButton>
        </>
      }
      side={
        <Panel title="Mengapa ada kunci">
          <p className={styles.words}>
            Kode QR setiap sertifikat ditandatangani dengan kunci rahasia balai. Siapa pun dapat memeriksanya dengan
            kunci publik; hanya pemegang kunci rahasia dapat membuatnya.
          </p>
          <p className={styles.words}>
            Kunci rahasia tidak ada di basis data maupun cadangannya. Simpan cadangan kunci di luar komputer ini, dan
            kata sandinya di tempat lain.
          </p>
          {reading.data && (
            <p className={styles.words}>
              {reading.data.protectedBySystem
                ? 'Di komputer ini kunci dilindungi oleh sistem untuk pengguna ini.'
                : 'Di komputer ini kunci tersimpan dalam berkas yang hanya dapat dibaca pengguna ini.'}
            </p>
          )}
        </Panel>
      }
    >
      {inUse && !inUse.secretHere && (
        <Note tone="err" title="Kunci yang dipakai tidak ada di komputer ini.">
          Sertifikat tidak dapat diterbitkan sebelum kunci dipulihkan dari cadangan, atau diganti dengan yang baru.
        </Note>
      )}
      {inUse?.secretHere && inUse.backedUpAt === null && (
        <Note tone="warn" title="Kunci belum dicadangkan.">
          Bila komputer ini rusak, balai harus membuat kunci baru.
        </Note>
      )}
      <Panel flush title="Kunci balai ini">
        <QueryBoundary query={reading} rows={3}>
          {data => (
            <DataTable
              label="Kunci tanda tangan"
              rows={data.keys}
              columns={columns}
              rowKey={row => row.id}
              rowLabel={row => row.id}
              empty={<EmptyState icon={IconKey} title="Belum ada kunci." />}
            />
          )}
        </QueryBoundary>
      </Panel>
      {asked === 'backUp' && <BackUpDialog onClose={close} />}
      {asked === 'restore' && <RestoreDialog onClose={close} />}
      {asked === 'rotate' && <RotateDialog onClose={close} />}
    </Page>
  )
}

const columns: readonly DataColumn<SigningKeyRow>[] = [
  { key: 'id', head: 'Kunci', names: true, width: '8rem', cell: row => <span className={styles.id}>{row.id}</span> },
  {
    key: 'use',
    head: 'Keadaan',
    width: '11rem',
    cell: row => (row.retiredAt === null ? <Badge tone="ok">Dipakai</Badge> : <Badge>Hanya memeriksa</Badge>),
  },
  { key: 'made', head: 'Dibuat', width: '12rem', cell: row => formatMoment(row.createdAt) },
  { key: 'papers', head: 'Sertifikat', width: '7rem', align: 'end', cell: row => row.papers.toLocaleString('id-ID') },
  {
    key: 'backup',
    head: 'Dicadangkan',
    cell: row =>
      !row.secretHere ? 'rahasianya tidak di sini' : row.backedUpAt === null ? 'belum' : formatMoment(row.backedUpAt),
  },
]

function BackUpDialog({ onClose }: { onClose: () => void }) {
  useReturnFocus()
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const backUp = useCommand(api.verification.backUp, { done: () => 'Cadangan kunci dibuat.' })
  const output = usePaperOutput()
  const refused =
    first.length < 12 ? 'Tulis paling sedikit 12 huruf.' : first !== second ? 'Kedua kata sandi belum sama.' : undefined
  async function submit() {
    if (refused !== undefined) return
    const made = await backUp.run({ passphrase: first })
    if (!made) return
    const saved = await output.save.run({ name: made.output.name, file: made.output })
    if (saved?.output.saved) onClose()
  }
  return (
    <Modal opened onClose={onClose} title="Cadangkan kunci" size={480}>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          void submit()
        }}
      >
        <p className={styles.words}>
          Berkas cadangan dienkripsi dengan kata sandi ini. Tanpa kata sandi, berkasnya tidak dapat dibuka oleh siapa
          pun; beberapa kata yang tidak berhubungan mudah diingat dan sulit ditebak.
        </p>
        <PasswordInput
          {...field({ label: 'Kata sandi' })}
          data-autofocus
          autoComplete="new-password"
          value={first}
          onChange={event => setFirst(event.currentTarget.value)}
        />
        <PasswordInput
          {...field({ label: 'Kata sandi sekali lagi' })}
          autoComplete="new-password"
          value={second}
          onChange={event => setSecond(event.currentTarget.value)}
        />
        <Problem words={backUp.error ?? output.save.error} />
        <div className={styles.actions}>
          <ActionButton keys="Esc" onAction={onClose}>
            Batal
          </ActionButton>
          <ActionButton tone="primary" keys="Enter" refused={refused} pending={backUp.pending} onAction={submit}>
            Simpan cadangan
          </ActionButton>
        </div>
      </form>
    </Modal>
  )
}

function RestoreDialog({ onClose }: { onClose: () => void }) {
  useReturnFocus()
  const [file, setFile] = useState<File | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const restore = useCommand(api.verification.restore, {
    done: ({ restored }) => (restored === 0 ? 'Semua kunci sudah ada di sini.' : `${restored} kunci dipulihkan.`),
  })
  const refused = file === null ? 'Pilih berkas cadangan.' : passphrase === '' ? 'Tulis kata sandinya.' : undefined
  async function submit() {
    if (file !== null && refused === undefined && (await restore.run({ file, passphrase }))) onClose()
  }
  return (
    <Modal opened onClose={onClose} title="Pulihkan kunci dari cadangan" size={480}>
      <form
        className={styles.form}
        onSubmit={event => {
          event.preventDefault()
          void submit()
        }}
      >
        <FileDrop compact label="Cadangan kunci" accept=".json,application/json" icon={IconFileImport} onFile={setFile}>
          {file === null ? 'Jatuhkan berkas cadangan-kunci di sini' : file.name}
        </FileDrop>
        <PasswordInput
          {...field({ label: 'Kata sandi' })}
          data-autofocus
          autoComplete="off"
          value={passphrase}
          onChange={event => setPassphrase(event.currentTarget.value)}
        />
        <Problem words={restore.error} />
        <div className={styles.actions}>
          <ActionButton keys="Esc" onAction={onClose}>
            Batal
          </ActionButton>
          <ActionButton tone="primary" keys="Enter" refused={refused} pending={restore.pending} onAction={submit}>
            Pulihkan
          </ActionButton>
        </div>
      </form>
    </Modal>
  )
}

function RotateDialog({ onClose }: { onClose: () => void }) {
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

function Problem({ words }: { words: string | null }) {
  return words === null ? null : (
    <Note tone="err" live>
      {words}
    </Note>
  )
}
