import { useState } from 'react'
import type { Credential } from '../../../../shared/features/instructor/contract.ts'
import { longDate } from '../../../../shared/kernel/plain-date.ts'
import { api, readOnce, useCommand, useRead, useSession, useToday } from '../../../app/client.ts'
import { ScanDialog } from '../../../app/file/scan-dialog.tsx'
import { LinkAction, RowLink } from '../../../ui/action/action-button.tsx'
import { Badge } from '../../../ui/feedback/badge.tsx'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { AttachDialog } from '../../attachment/attach-dialog.tsx'
import styles from './credential-evidence.module.css'
import { LetterDialog } from './letter-dialog.tsx'

/** Evidence of a credential: its scan, who checked it with the LSP, and the letter for its renewal. */
export function CredentialEvidence({ credential, name }: { credential: Credential; name: string }) {
  const today = useToday()
  const { operator } = useSession()
  const [opened, setOpened] = useState<'scan' | 'attach' | 'letter' | null>(null)
  const { id, number, scan, verified } = credential
  const verify = useCommand(api.instructor.verifyCredential, {
    done: (_, { verified: now }) => (now ? `${number} tercatat sudah diperiksa.` : 'Catatan pemeriksaan dihapus.'),
    undo: () => api.instructor.verifyCredential.call({ id, verified }),
  })
  const attach = useCommand(api.instructor.attachScan, { done: () => `Hasil scan ${number} disimpan.` })
  const remove = useCommand(api.instructor.removeScan, { done: () => 'Hasil scan dihapus.' })
  const close = () => setOpened(null)

  return (
    <div className={styles.evidence}>
      {verified ? (
        <Badge tone="ok" signed>
          Diperiksa {verified.by}, {longDate(verified.on)}
        </Badge>
      ) : (
        <Badge>Belum diperiksa ke LSP</Badge>
      )}
      <RowLink
        needs="instructor.change"
        label={verified ? 'Hapus catatan pemeriksaan' : 'Catat sudah diperiksa'}
        of={number}
        onAction={() => void verify.run({ id, verified: verified ? null : { by: operator.name, on: today } })}
      />
      {scan && <RowLink label="Buka hasil scan" of={number} onAction={() => setOpened('scan')} />}
      <RowLink
        needs="instructor.change"
        label={scan ? 'Ganti hasil scan' : 'Lampirkan hasil scan'}
        of={number}
        onAction={() => setOpened('attach')}
      />
      <LinkAction size="small" label={`Surat ke LSP untuk ${number}`} onAction={() => setOpened('letter')}>
        Surat ke LSP
      </LinkAction>
      <ErrorNote error={verify.error} />
      {opened === 'scan' && <CredentialScan credential={credential} onClose={close} />}
      {opened === 'attach' && (
        <AttachDialog title={`Hasil scan ${number}`} {...{ id, attach, remove }} present={scan} onClose={close} />
      )}
      {opened === 'letter' && <LetterDialog id={id} name={name} onClose={close} />}
    </div>
  )
}

function CredentialScan({ credential, onClose }: { credential: Credential; onClose: () => void }) {
  const query = useRead(api.instructor.scan, { id: credential.id }, { ...readOnce, select: ({ file }) => file })
  const title = `Hasil scan ${credential.number}`
  return credential.scan && <ScanDialog {...{ title, query, onClose }} type={credential.scan.type} />
}
