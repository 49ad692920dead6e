import type { DayFacts } from '../../../../shared/facts/cohort-facts.ts'
import type { ListFacts } from '../../../../shared/facts/list-facts.ts'
import type { ListPaperKey } from '../../../../shared/facts/paper-key.ts'
import type { PaperSize } from '../../../../shared/features/centre/centre.ts'
import type { DrawnPaper } from '../../pdf/sheet.ts'
import { drawInterviewSheet, drawTestSheet } from '../admission/documents/selection-sheets.ts'
import { drawCollectionAuthorities } from '../certificate/documents/collection-authority.ts'
import { drawRegister } from '../certificate/documents/register.ts'
import { drawIdCards, drawNameTags } from '../cohort/documents/cards.ts'
import { drawClosingAttendance, drawOpeningAttendance } from '../cohort/documents/ceremony-attendance.ts'
import { drawCover } from '../cohort/documents/cover.ts'
import { drawTargetParticipants } from '../cohort/documents/target-participants.ts'
import { drawWithdrawalLetters } from '../cohort/documents/withdrawal-letter.ts'
import { drawFinalRecap } from '../graduation/documents/final-recap.ts'
import { drawInstructors } from '../instructor/documents/instructors.ts'
import { drawCurriculum } from '../program/documents/curriculum.ts'
import { drawSyllabus } from '../program/documents/syllabus.ts'
import { drawAidHandover } from '../provision/documents/aid-handover.ts'
import { drawBudget, drawBudgetRealisation } from '../provision/documents/budget.ts'
import { drawEvaluationForm, drawEvaluationRecap } from '../provision/documents/evaluation.ts'
import { drawMaterialsReceipt, drawMaterialsRequest, drawMaterialsUsage } from '../provision/documents/materials.ts'
import {
  drawMaterialsHandover,
  drawMaterialsInspection,
  drawStockCards,
} from '../provision/documents/materials-delivery.ts'
import { drawPaymentReceipts, drawTransferList } from '../provision/documents/payments.ts'
import { drawPhotos } from '../provision/documents/photos.ts'
import {
  drawClothingReceipt,
  drawInsuranceReceipt,
  drawMealsReceipt,
  drawModulesReceipt,
  drawStationeryReceipt,
} from '../provision/documents/receipt-goods.ts'
import { drawTransportReceipt } from '../provision/documents/receipt-transport.ts'
import { drawAssessmentSheets } from '../score/documents/assessment-sheet.ts'
import { drawCompetencyRecap } from '../score/documents/competency-recap.ts'
import { drawHonoraria } from '../teaching/documents/receipt-honoraria.ts'

const drawn: Record<ListPaperKey, (facts: ListFacts, size: PaperSize, days: readonly DayFacts[]) => DrawnPaper> = {
  cover: drawCover,
  instructors: drawInstructors,
  curriculum: drawCurriculum,
  'materials-request': drawMaterialsRequest,
  'materials-receipt': drawMaterialsReceipt,
  'materials-usage': drawMaterialsUsage,
  'competency-recap': drawCompetencyRecap,
  'final-recap': drawFinalRecap,
  'receipt-transport': drawTransportReceipt,
  'receipt-insurance': drawInsuranceReceipt,
  'receipt-clothing': drawClothingReceipt,
  'receipt-stationery': drawStationeryReceipt,
  'receipt-modules': drawModulesReceipt,
  'receipt-meals': (facts, size, days) => drawMealsReceipt(facts, days, size),
  photos: drawPhotos,
  'id-cards': drawIdCards,
  'name-tags': drawNameTags,
  'certificate-register': drawRegister,
  'target-participants': drawTargetParticipants,
  syllabus: drawSyllabus,
  'assessment-sheet': drawAssessmentSheets,
  'opening-attendance': drawOpeningAttendance,
  'closing-attendance': drawClosingAttendance,
  'test-sheet': drawTestSheet,
  'interview-sheet': drawInterviewSheet,
  'withdrawal-letter': drawWithdrawalLetters,
  'receipt-honoraria': drawHonoraria,
  'transfer-list': drawTransferList,
  'payment-receipt': drawPaymentReceipts,
  budget: drawBudget,
  'budget-realisation': drawBudgetRealisation,
  'materials-inspection': drawMaterialsInspection,
  'materials-handover': drawMaterialsHandover,
  'stock-card': drawStockCards,
  'aid-handover': drawAidHandover,
  'evaluation-form': drawEvaluationForm,
  'evaluation-recap': drawEvaluationRecap,
  'collection-authority': drawCollectionAuthorities,
}

/** `days` for papers with a sheet for each day; others are about the whole class. */
export function drawKeyedList(
  key: ListPaperKey,
  facts: ListFacts,
  size: PaperSize,
  days: readonly DayFacts[],
): DrawnPaper {
  return drawn[key](facts, size, days)
}
