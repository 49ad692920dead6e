import type { DayFacts } from '../../../../shared/facts/cohort-facts.ts'
import type { ListFacts } from '../../../../shared/facts/list-facts.ts'
import type { ListPaperKey } from '../../../../shared/facts/paper-key.ts'
import type { PaperSize } from '../../../../shared/features/centre/centre.ts'
import type { DrawnPaper } from '../../pdf/sheet.ts'
import { drawRegister } from '../certificate/documents/register.ts'
import { drawIdCards, drawNameTags } from '../cohort/documents/cards.ts'
import { drawCover } from '../cohort/documents/cover.ts'
import { drawFinalRecap } from '../graduation/documents/final-recap.ts'
import { drawInstructors } from '../instructor/documents/instructors.ts'
import { drawCurriculum } from '../program/documents/curriculum.ts'
import { drawMaterialsReceipt, drawMaterialsRequest, drawMaterialsUsage } from '../provision/documents/materials.ts'
import { drawPhotos } from '../provision/documents/photos.ts'
import {
  drawClothingReceipt,
  drawInsuranceReceipt,
  drawMealsReceipt,
  drawModulesReceipt,
  drawStationeryReceipt,
} from '../provision/documents/receipt-goods.ts'
import { drawTransportReceipt } from '../provision/documents/receipt-transport.ts'
import { drawCompetencyRecap } from '../score/documents/competency-recap.ts'

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
}

/** `days` for papers with a sheet a day; the others are of the whole class. */
export function drawKeyedList(
  key: ListPaperKey,
  facts: ListFacts,
  size: PaperSize,
  days: readonly DayFacts[],
): DrawnPaper {
  return drawn[key](facts, size, days)
}
