import { Box, Flex } from '@mantine/core'
import type { Credential, InstructorRow } from '../../../../shared/features/instructor/contract.ts'
import { validity } from '../../../../shared/features/instructor/credential.ts'
import { credentialKindName } from '../../../../shared/features/instructor/credential-format.ts'
import { tradeName } from '../../../../shared/features/program/trades.ts'
import type { InstructorId } from '../../../../shared/ids.ts'
import { longDate, type PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { client, useCommand, useToday } from '../../../app/client.ts'
import type { Action } from '../../../ui/action/action.ts'
import { ActionButton, RowLink } from '../../../ui/action/action-button.tsx'
import { Badge, ValidityBadge } from '../../../ui/feedback/badge.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Panel } from '../../../ui/page/panel.tsx'
import { CredentialEvidence } from './credential-evidence.tsx'
import styles from './credential-list.module.css'
import { draftOf } from './credential-values.ts'

interface CredentialListProps {
  instructor: InstructorRow
  onEdit: (credential: Credential) => void
  onRenew: (credential: Credential) => void
  add: Action
}

/** All credentials of an instructor, longest valid first. */
export function CredentialList({ instructor, onEdit, onRenew, add }: CredentialListProps) {
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
      <div className={styles.note}>
        <ErrorNote error={remove.error} />
      </div>
      {credentials.length === 0 ? (
        <EmptyState title="Belum ada sertifikat." actions={<ActionButton action={add} />}>
          Tanpa sertifikat BNSP yang berlaku orang ini tidak dapat mengajar kelas.
        </EmptyState>
      ) : (
        <ul className={layout.lines}>
          {credentials.map(credential => (
            <li key={credential.id} className={styles.row}>
              <div className={styles.words}>
                <Box component="p" fz="0.84375rem" fw={600} lh="1.25rem">
                  {credential.scheme} <Badge>{credentialKindName(credential.kind)}</Badge>
                </Box>
                <p className={layout.detail}>
                  <Box component="span" c="var(--ink)" ff="monospace" fz="0.8125rem" fw={500} lh="1.125rem">
                    {credential.number}
                  </Box>
                  {credential.registration !== '' && (
                    <>
                      {' '}
                      · No. Reg.{' '}
                      <Box component="span" c="var(--ink)" ff="monospace" fz="0.8125rem" fw={500} lh="1.125rem">
                        {credential.registration}
                      </Box>
                    </>
                  )}
                </p>
                <p className={layout.detail}>{detail(credential)}</p>
              </div>
              <div className={styles.dates}>
                <CredentialValidity credential={credential} today={today} />
                <p className={layout.detail}>
                  {longDate(credential.issued)} s.d. {longDate(credential.validUntil)}
                </p>
                <Flex component="p" gap="1rem" pt="0.125rem">
                  <RowLink
                    needs="instructor.change"
                    of={credential.number}
                    label="Catat perpanjangan"
                    onAction={() => onRenew(credential)}
                  />
                  <RowLink
                    needs="instructor.change"
                    of={credential.number}
                    label="Ubah"
                    onAction={() => onEdit(credential)}
                  />
                  <RowLink
                    needs="instructor.change"
                    of={credential.number}
                    label="Hapus"
                    onAction={() => void remove.run(credential)}
                  />
                </Flex>
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

/** Returns the scan, which is deleted with the credential: for undo only the page has it. */
async function removeCredential({ id, scan }: Credential): Promise<File | null> {
  const kept = scan === null ? null : (await client.instructor.scan({ id })).file
  await client.instructor.removeCredential({ id })
  return kept
}

/** Restores the credential with its scan and verification. */
async function restoreCredential(instructorId: InstructorId, credential: Credential, scan: File | null): Promise<void> {
  const { id } = await client.instructor.saveCredential({ instructorId, id: null, credential: draftOf(credential) })
  if (scan) await client.instructor.attachScan({ id, file: scan })
  if (credential.verified) await client.instructor.verifyCredential({ id, verified: credential.verified })
}
