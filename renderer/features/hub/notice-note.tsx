import { Flex } from '@mantine/core'
import { useState } from 'react'
import {
  type Notice,
  type NoticeAnswer,
  noticeAnswerDraft,
  noticeAnswerLabels,
} from '../../../shared/features/hub/notice.ts'
import type { ApplicantId, RegistrationId } from '../../../shared/ids.ts'
import { type PlainDate, shortDay } from '../../../shared/kernel/plain-date.ts'
import { api, useCommand, useRead } from '../../app/client.ts'
import { ActionButton, LinkAction } from '../../ui/action/action-button.tsx'
import { ReasonDialog } from '../../ui/dialog/reason-dialog.tsx'
import { Note } from '../../ui/feedback/note.tsx'
import layout from '../../ui/page/layout.module.css'
import { formatTrainedElsewhere } from './elsewhere-note.tsx'

function useNotices(): Notice[] {
  return useRead(api.hub.notices, {}).data ?? []
}

const questions: Record<NoticeAnswer, { button: string; title: (name: string) => string }> = {
  allowed: { button: 'Boleh ikut', title: name => `${name} boleh ikut lagi?` },
  declined: { button: 'Tidak boleh', title: name => `${name} tidak boleh ikut?` },
}

/** A notice of the Pusat about an applicant, with its answer. */
export function NoticeNote({ applicantId, name }: { applicantId: ApplicantId; name: string }) {
  const notice = useNotices().find(one => one.applicantId === applicantId)
  const [dialog, setDialog] = useState<NoticeAnswer | null>(null)
  const answer = useCommand(api.hub.answerNotice, { done: () => 'Jawaban untuk Pusat disimpan.' })
  if (!notice) return null
  return (
    <Flex direction="column" gap="0.5rem" mb="0.75rem">
      <Note tone={notice.answer === null ? 'warn' : 'info'} title="Pusat: pernah lulus di balai lain.">
        {notice.trainings.map(formatTrainedElsewhere).join('; ')}.{' '}
        {notice.answer !== null &&
          `Dijawab ${noticeAnswerLabels[notice.answer]} ${shortDay(notice.answeredOn as PlainDate)}, ${notice.answeredBy}: ${notice.reason}`}
      </Note>
      {notice.answer === null && (
        <div className={layout.buttons}>
          {(['allowed', 'declined'] as const).map(one => (
            <ActionButton key={one} size="xs" onAction={() => setDialog(one)}>
              {questions[one].button}
            </ActionButton>
          ))}
        </div>
      )}
      {dialog !== null && (
        <ReasonDialog
          title={questions[dialog].title(name)}
          schema={noticeAnswerDraft.reason}
          action={questions[dialog].button}
          error={answer.error}
          onAction={async reason => {
            if (await answer.run({ n: notice.n, answer: dialog, reason })) setDialog(null)
          }}
          onCancel={() => setDialog(null)}
        >
          Pusat diberi tahu keputusannya. Alasannya tetap di balai ini.
        </ReasonDialog>
      )}
    </Flex>
  )
}

/** Applicants of this registration with an unanswered notice of the Pusat, each as a link. */
export function WaitingNotices({
  registrationId,
  nameOf,
  onOpen,
}: {
  registrationId: RegistrationId
  nameOf: (id: ApplicantId) => string | undefined
  onOpen: (id: ApplicantId) => void
}) {
  const waiting = useNotices().filter(one => one.registrationId === registrationId && one.answer === null)
  if (waiting.length === 0) return null
  return (
    <Note
      tone="warn"
      title={`${waiting.length} pendaftar pernah lulus di balai lain.`}
      actions={waiting.slice(0, 3).map(one => (
        <LinkAction
          key={one.n}
          label={`Jawab Pusat tentang ${nameOf(one.applicantId) ?? ''}`}
          onAction={() => onOpen(one.applicantId)}
        >
          {nameOf(one.applicantId)}
        </LinkAction>
      ))}
    >
      Pusat menunggu keputusan.
    </Note>
  )
}
