import { useRef } from 'react'
import type { CertificateId } from '../../../../shared/ids.ts'
import { api, useCommand } from '../../../app/client.ts'
import { type Action, runAction, useActions } from '../../../ui/action/action.ts'
import { KeyCap } from '../../../ui/action/key-cap.tsx'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { HiddenFile } from '../../../ui/form/hidden-file.tsx'
import { classNames } from '../../../ui/page/class-names.ts'
import { Panel } from '../../../ui/page/panel.tsx'
import styles from './paper-acts.module.css'

interface PaperActsProps {
  id: CertificateId
  copy: Action
  replace: Action
  revoke: Action
}

/** The actions that are still possible on a paper, each with its key and its consequence. */
export function PaperActs({ id, copy, replace, revoke }: PaperActsProps) {
  const input = useRef<HTMLInputElement>(null)
  const attach = useCommand(api.book.attachSigned, {
    done: ({ beginsWithOurs }) => (beginsWithOurs ? 'Berkas bertanda tangan disimpan.' : null),
  })
  const sign: Action = {
    label: 'Lampirkan TTE…',
    needs: 'certificate.issue',
    hint: 'lampirkan berkas bertanda tangan elektronik',
    keys: 'T',
    pending: attach.pending,
    run: () => input.current?.click(),
  }
  useActions([sign])
  const acts: { action: Action; follows: string; grave?: true }[] = [
    { action: copy, follows: 'berkas baru bercap SALINAN, nomor tetap' },
    { action: replace, follows: 'nomor baru terbit, yang ini menjadi “diganti”' },
    { action: sign, follows: 'PDF yang ditandatangani di luar program ini' },
    { action: revoke, follows: 'ditandai dicabut di buku dan pada kode QR', grave: true },
  ]
  return (
    <Panel flush label="Tindakan">
      <HiddenFile
        ref={input}
        label="PDF bertanda tangan"
        accept=".pdf,application/pdf"
        onFiles={([file]) => file && attach.run({ id, file })}
      />
      <ul className={styles.acts}>
        {acts.map(({ action, follows, grave }) => (
          <li key={action.label}>
            <button
              type="button"
              className={classNames(styles.act, grave && styles.grave)}
              aria-disabled={action.refused !== undefined || undefined}
              onClick={() => void runAction(action)}
            >
              <b>{action.label}</b>
              <KeyCap>{action.keys ?? ''}</KeyCap>
              <span>{action.refused ?? follows}</span>
            </button>
          </li>
        ))}
      </ul>
      <ErrorNote error={attach.error} />
    </Panel>
  )
}
