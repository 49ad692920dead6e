import type { CohortLetterFacts } from '../../../../shared/facts/letter-facts.ts'
import type { CohortLetterKey } from '../../../../shared/facts/paper-key.ts'
import type { PaperSize } from '../../../../shared/features/centre/centre.ts'
import type { DrawnPaper } from '../../pdf/sheet.ts'
import { drawGraduationMinutes } from '../graduation/documents/graduation-minutes.ts'
import type { Picture } from '../provision/documents/photos.ts'
import { drawAssignment } from './documents/assignment.ts'
import { drawCeremonyMinutes } from './documents/ceremony-minutes.ts'
import { drawCoverNote, drawPanelInvitation, drawReportCover } from './documents/cover-letters.ts'
import { drawDecreeOfInstructors, drawDecreeOfParticipants, drawDecreeOfTraining } from './documents/decrees.ts'
import { drawPanelAttendance } from './documents/panel-attendance.ts'
import { drawReportText } from './documents/report-text.ts'

type Draw = (facts: CohortLetterFacts, size: PaperSize, pictures: readonly Picture[]) => DrawnPaper

const drawn: Record<CohortLetterKey, Draw> = {
  'decree-training': drawDecreeOfTraining,
  'decree-participants': drawDecreeOfParticipants,
  'decree-instructors': drawDecreeOfInstructors,
  'opening-minutes': drawCeremonyMinutes,
  'closing-minutes': drawCeremonyMinutes,
  'panel-invitation': drawPanelInvitation,
  'panel-attendance': drawPanelAttendance,
  'graduation-minutes': drawGraduationMinutes,
  'report-text': drawReportText,
  'selection-minutes': drawCeremonyMinutes,
  'assignment-instructors': drawAssignment,
  'assignment-committee': drawAssignment,
  'opening-invitation': drawPanelInvitation,
  'closing-invitation': drawPanelInvitation,
  'replacement-minutes': drawCeremonyMinutes,
  'cover-note': drawCoverNote,
  'report-cover': drawReportCover,
}

/** A letter of a class with its present text; unknown values are dotted lines and warnings. */
export function drawCohortLetter(
  facts: CohortLetterFacts,
  size: PaperSize,
  pictures: readonly Picture[] = [],
): DrawnPaper {
  return drawn[facts.letter.paper](facts, size, pictures)
}
