import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { PersonPaperKey } from '../../../shared/features/paper/paper-key.ts'
import { personPaperKeys } from '../../../shared/features/paper/paper-key.ts'
import { type Applicant, type Registration, selectionReason } from '../../../shared/features/registration/contract.ts'
import { refusalWords } from '../../../shared/refusal-words.ts'
import { api } from '../../app/client.ts'
import { useCommand } from '../../app/use-command.ts'
import { ActButton } from '../../ui/act-button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Note } from '../../ui/note.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import styles from './registration.module.css'
import { RegistrationPaperDialog } from './registration-paper-dialog.tsx'

export interface ApplicantActsProps {
  registration: Registration
  applicant: Applicant
  /** The applicant is no longer on the list. */
  onGone: () => void
}

const printWords: Record<PersonPaperKey, string> = {
  biodata: 'biodata',
  pledge: 'surat pernyataan',
  consent: 'persetujuan data pribadi',
}

/** What can be done about one applicant beside the results: withdrawal, papers, and taking a mistake off the list. */
export function ApplicantActs({ registration, applicant, onGone }: ApplicantActsProps) {
  const router = useRouter()
  const [asked, setAsked] = useState<'withdraw' | 'return' | 'remove' | PersonPaperKey | null>(null)
  const record = useCommand(api.registration.record)
  const remove = useCommand(api.registration.removeApplicant, { done: () => `${applicant.name} dihapus dari daftar.` })
  const { id: applicantId, name, state, traineeId } = applicant
  const close = () => setAsked(null)
  const inClass =
    state === 'in_class' && registration.cohort
      ? refusalWords({ code: 'in_class_already', name, cohort: registration.cohort.title })
      : undefined
  const bare = Object.values(applicant.results).every(result => result === null) && applicant.events.length === 0
  const isPaper = personPaperKeys.find(key => key === asked)

  return (
    <>
      {record.error !== null && asked === null && (
        <Note tone="err" live>
          {record.error}
        </Note>
      )}
      <div className={styles.acts}>
        {state === 'withdrawn' ? (
          <ActButton size="xs" onAct={() => setAsked('return')}>
            Tarik kembali pengunduran diri
          </ActButton>
        ) : (
          <ActButton size="xs" refused={inClass} onAct={() => setAsked('withdraw')}>
            Catat mengundurkan diri
          </ActButton>
        )}
        {personPaperKeys.map(key => (
          <ActButton key={key} size="xs" onAct={() => setAsked(key)}>
            Cetak {printWords[key]}
          </ActButton>
        ))}
        <ActButton size="xs" onAct={() => router.history.push(`/peserta/${traineeId}`)}>
          Buka data peserta
        </ActButton>
        {registration.stipulation === null && (
          <ActButton
            size="xs"
            refused={bare ? undefined : refusalWords({ code: 'applicant_has_results', name })}
            onAct={() => setAsked('remove')}
          >
            Hapus dari daftar
          </ActButton>
        )}
      </div>
      {asked === 'withdraw' && (
        <ReasonDialog
          title={`${name} mengundurkan diri?`}
          schema={selectionReason}
          act="Catat mengundurkan diri"
          error={record.error}
          onAct={async reason => {
            if (await record.run({ applicantId, kind: 'WITHDRAWN', reason })) close()
          }}
          onCancel={close}
        >
          {applicant.holdsPlace ? 'Tempatnya terbuka bagi cadangan pertama.' : 'Namanya tidak ikut peringkat lagi.'}
        </ReasonDialog>
      )}
      {asked === 'return' && (
        <ReasonDialog
          title={`${name} kembali ikut?`}
          schema={selectionReason}
          act="Tarik kembali"
          error={record.error}
          onAct={async reason => {
            if (await record.run({ applicantId, kind: 'WITHDRAWAL_UNDONE', reason })) close()
          }}
          onCancel={close}
        />
      )}
      <ConfirmDialog
        opened={asked === 'remove'}
        title={`Hapus ${name} dari daftar pendaftar?`}
        act="Hapus dari daftar"
        onAct={async () => {
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
