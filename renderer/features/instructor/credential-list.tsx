import type { Credential, InstructorRow } from '../../../shared/features/instructor/contract.ts'
import { validity } from '../../../shared/features/instructor/credential.ts'
import { credentialKindName } from '../../../shared/features/instructor/credential-words.ts'
import { tradeName } from '../../../shared/features/program/trades.ts'
import { longDate } from '../../../shared/kernel/date-words.ts'
import type { PlainDate } from '../../../shared/kernel/plain-date.ts'
import { useToday } from '../../app/session.tsx'
import { useCommand } from '../../app/use-command.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { Badge, ValidityBadge } from '../../ui/badge.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { LinkAct } from '../../ui/link-act.tsx'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { CredentialEvidence } from './credential-evidence.tsx'
import styles from './credential-list.module.css'
import { removeCredential, restoreCredential } from './restore-credential.ts'

export interface CredentialListProps {
  instructor: InstructorRow
  onEdit: (credential: Credential) => void
  onRenew: (credential: Credential) => void
  onAdd: () => void
}

/** Every certificate somebody holds or held, the one that lasts longest first. */
export function CredentialList({ instructor, onEdit, onRenew, onAdd }: CredentialListProps) {
  const today = useToday()
  const remove = useCommand(
    { call: removeCredential },
    {
      done: (_, credential) => `Sertifikat ${credential.number} dihapus.`,
      undo: (scan, credential) => restoreCredential(instructor.id, credential, scan),
    },
  )
  const { credentials } = instructor

  return (
    <Panel
      title="Sertifikat BNSP"
      {...(credentials.length > 0 ? { facts: `${credentials.length} tercatat` } : {})}
      flush
    >
      {remove.error !== null && (
        <div className={styles.note}>
          <Note tone="err" live>
            {remove.error}
          </Note>
        </div>
      )}
      {credentials.length === 0 ? (
        <EmptyState
          title="Belum ada sertifikat."
          acts={
            <ActButton tone="primary" onAct={onAdd}>
              Catat sertifikat
            </ActButton>
          }
        >
          Tanpa sertifikat BNSP yang berlaku orang ini tidak dapat mengajar kelas.
        </EmptyState>
      ) : (
        <ul>
          {credentials.map(credential => (
            <li key={credential.id} className={styles.row}>
              <div className={styles.words}>
                <p className={styles.scheme}>
                  {credential.scheme} <Badge>{credentialKindName(credential.kind)}</Badge>
                </p>
                <p className={styles.detail}>
                  <span className={styles.number}>{credential.number}</span>
                  {credential.registration !== '' && (
                    <>
                      {' '}
                      · No. Reg. <span className={styles.number}>{credential.registration}</span>
                    </>
                  )}
                </p>
                <p className={styles.detail}>{detail(credential)}</p>
              </div>
              <div className={styles.dates}>
                <CredentialValidity credential={credential} today={today} />
                <p className={styles.detail}>
                  {longDate(credential.issued)} s.d. {longDate(credential.validUntil)}
                </p>
                <p className={styles.acts}>
                  <LinkAct
                    size="small"
                    label={`Catat perpanjangan ${credential.number}`}
                    onAct={() => onRenew(credential)}
                  >
                    Catat perpanjangan
                  </LinkAct>
                  <LinkAct size="small" label={`Ubah ${credential.number}`} onAct={() => onEdit(credential)}>
                    Ubah
                  </LinkAct>
                  <LinkAct size="small" label={`Hapus ${credential.number}`} onAct={() => void remove.run(credential)}>
                    Hapus
                  </LinkAct>
                </p>
              </div>
              <CredentialEvidence credential={credential} name={instructor.name} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function CredentialValidity({ credential, today }: { credential: Credential; today: PlainDate }) {
  const { state, daysLeft } = validity(credential, today)
  return state === 'future' ? <Badge tone="warn">belum berlaku</Badge> : <ValidityBadge daysLeft={daysLeft} />
}

function detail({ lsp, licence, kind, trades }: Credential): string {
  const covers = trades.length > 0 ? trades.map(tradeName).join(', ') : kind === 'TEKNIS' ? '' : 'semua kejuruan'
  return [lsp, licence, covers].filter(Boolean).join(' · ')
}
