import type { CohortLetterKey } from '../../facts/paper-key.ts'
import { assignmentCommittee, assignmentInstructors } from './forms/assignment-forms.ts'
import { coverNote, reportCover } from './forms/cover-forms.ts'
import { decreeInstructors, decreeParticipants, decreeTraining } from './forms/decree-forms.ts'
import { closingInvitation, openingInvitation } from './forms/event-forms.ts'
import { invitation } from './forms/invitation-form.ts'
import {
  closingMinutes,
  graduationMinutes,
  openingMinutes,
  replacementMinutes,
  selectionMinutes,
} from './forms/minutes-forms.ts'
import { panelAttendance, panelInvitation } from './forms/panel-forms.ts'
import { consent, pledge } from './forms/person-forms.ts'
import { reportText } from './forms/report-form.ts'
import type { LetterForm } from './letter-form.ts'
import type { LetterKey } from './letter-key.ts'

const forms: Record<LetterKey, LetterForm> = {
  'decree-training': decreeTraining,
  'decree-participants': decreeParticipants,
  'decree-instructors': decreeInstructors,
  'opening-minutes': openingMinutes,
  'closing-minutes': closingMinutes,
  'panel-invitation': panelInvitation,
  'panel-attendance': panelAttendance,
  'graduation-minutes': graduationMinutes,
  'report-text': reportText,
  'selection-minutes': selectionMinutes,
  'assignment-instructors': assignmentInstructors,
  'assignment-committee': assignmentCommittee,
  'opening-invitation': openingInvitation,
  'closing-invitation': closingInvitation,
  'replacement-minutes': replacementMinutes,
  'cover-note': coverNote,
  'report-cover': reportCover,
  invitation,
  pledge,
  consent,
}

export function letterForm(key: LetterKey): LetterForm {
  return forms[key]
}

/** The letter under which values of a class are stored: the attendance list of the panel shares those of its invitation. */
export function valuesKeptUnder(key: CohortLetterKey): CohortLetterKey {
  return key === 'panel-attendance' ? 'panel-invitation' : key
}
