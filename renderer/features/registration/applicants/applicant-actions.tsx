import { Flex } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { domainErrorMessage } from '../../../../shared/domain-error.ts'
import { type PersonPaperKey, personPaperKeys } from '../../../../shared/facts/paper-key.ts'
import {
  type Applicant,
  type Registration,
  selectionReason,
} from '../../../../shared/features/registration/contract.ts'
import { api, useCommand } from '../../../app/client.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { ConfirmDialog } from '../../../ui/dialog/confirm-dialog.tsx'
import { ReasonDialog } from '../../../ui/dialog/reason-dialog.tsx'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { RegistrationPaperDialog } from '../registration-paper-dialog.tsx'
import { useRecordedEvent } from '../use-recorded-event.ts'

interface ApplicantActionsProps {
  registration: Registration
  applicant: Applicant
  /** Called when the applicant was removed from the list. */
  onGone: () => void
}

const formatPrint: Record<PersonPaperKey, string> = {
  biodata: 'biodata',
  pledge: 'surat pernyataan',
  consent: 'persetujuan data pribadi',
}

/** Actions on an applicant other than results: withdrawal, papers, removing a mistake. */
export function ApplicantActions({ registration, applicant, onGone }: ApplicantActionsProps) {
  const router = useRouter()
  const [dialog, setDialog] = useState<'withdraw' | 'return' | 'remove' | PersonPaperKey | null>(null)
  const record = useRecordedEvent(() => applicant.name)
  const remove = useCommand(api.registration.removeApplicant, { done: () => `${applicant.name} dihapus dari daftar.` })
  const { id: applicantId, name, state, traineeId } = applicant
  const close = () => setDialog(null)
  const inCohort =
    state === 'in_class' && registration.cohort
      ? domainErrorMessage({ code: 'in_class_already', name, cohort: registration.cohort.title })
      : undefined
  const bare = Object.values(applicant.results).every(result => result === null) && applicant.events.length === 0
  const isPaper = personPaperKeys.find(key => key === dialog)

  return (
    <>
      <ErrorNote error={dialog === null ? record.error : null} />
      <Flex direction="column" align="stretch" mt="0.875rem" gap="0.5rem">
        {state === 'withdrawn' ? (
          <ActionButton size="xs" onAction={() => setDialog('return')}>
            Tarik kembali pengunduran diri
          </ActionButton>
        ) : (
          <ActionButton size="xs" refused={inCohort} onAction={() => setDialog('withdraw')}>
            Catat mengundurkan diri
          </ActionButton>
        )}
        {personPaperKeys.map(key => (
          <ActionButton key={key} size="xs" onAction={() => setDialog(key)}>
            Cetak {formatPrint[key]}
          </ActionButton>
        ))}
        <ActionButton size="xs" onAction={() => router.history.push(`/peserta/${traineeId}`)}>
          Buka data peserta
        </ActionButton>
        {registration.stipulation === null && (
          <ActionButton
            size="xs"
            refused={bare ? undefined : domainErrorMessage({ code: 'applicant_has_results', name })}
            onAction={() => setDialog('remove')}
          >
            Hapus dari daftar
          </ActionButton>
        )}
      </Flex>
      {dialog === 'withdraw' && (
        <ReasonDialog
          title={`${name} mengundurkan diri?`}
          schema={selectionReason}
          action="Catat mengundurkan diri"
          error={record.error}
          onAction={async reason => {
            if (await record.run({ applicantId, kind: 'WITHDRAWN', reason })) close()
          }}
          onCancel={close}
        >
          {applicant.holdsPlace ? 'Tempatnya terbuka bagi cadangan pertama.' : 'Namanya tidak ikut peringkat lagi.'}
        </ReasonDialog>
      )}
      {dialog === 'return' && (
        <ReasonDialog
          title={`${name} kembali ikut?`}
          schema={selectionReason}
          action="Tarik kembali"
          error={record.error}
          onAction={async reason => {
            if (await record.run({ applicantId, kind: 'WITHDRAWAL_UNDONE', reason })) close()
          }}
          onCancel={close}
        />
      )}
      <ConfirmDialog
        opened={dialog === 'remove'}
        title={`Hapus ${name} dari daftar pendaftar?`}
        action="Hapus dari daftar"
        onAction={async () => {
          close()
          if (await remove.run({ applicantId })) onGone()
        }}
        onCancel={close}
      >
        Data orangnya tetap ada di daftar peserta balai.
      </ConfirmDialog>
      {isPaper && (
        <RegistrationPaperDialog registration={registration} paper={isPaper} traineeId={traineeId} onClose={close} />
      )}
    </>
  )
}
