import { Drawer } from '@mantine/core'
import type { Applicant, Registration } from '../../../../shared/features/registration/contract.ts'
import { useReturnFocus } from '../../../ui/dialog/use-return-focus.ts'
import { NoticeNote } from '../../hub/notice-note.tsx'
import { ApplicantActions } from './applicant-actions.tsx'
import { ApplicantFacts } from './applicant-facts.tsx'

interface ApplicantDrawerProps {
  registration: Registration
  applicant: Applicant
  onClose: () => void
}

/** An applicant: data, history and actions. Mount only while open. */
export function ApplicantDrawer({ registration, applicant, onClose }: ApplicantDrawerProps) {
  useReturnFocus()
  return (
    <Drawer opened onClose={onClose} title={applicant.name}>
      <NoticeNote applicantId={applicant.id} name={applicant.name} />
      <ApplicantFacts applicant={applicant} />
      <ApplicantActions registration={registration} applicant={applicant} onGone={onClose} />
    </Drawer>
  )
}
